"""What a search looks for: typed words as a query, and where it is met in a text. No SQL, no files."""

from quotes.search.matching import find, meets
from quotes.search.query import Query, QueryError, Term, parse

__all__ = ["Query", "QueryError", "Term", "find", "meets", "parse"]
