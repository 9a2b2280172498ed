"""The history of the schema: one module a revision in `versions/`, run by `quotes.storage.migrate`.

The next migration: read the docstring of `env.py` first.
"""
