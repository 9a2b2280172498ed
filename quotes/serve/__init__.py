"""A database to be looked at in a browser: Datasette, dressed for quotations, read only, on this machine."""
