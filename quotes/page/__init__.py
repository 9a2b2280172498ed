"""Articles as people read them in a browser: marked text, the reader page, cards for notebooks."""
