"""The French grammar of dates: when an article was published, what *mercredi* means in it, what one asks for.

Pure functions over text; nothing here knows what day it is today.
"""

from quotes.dates.asking import Asked, DateError, asked, asked_together
from quotes.dates.publication import date_in_url, infer_date, parse_date, publication_date, starts_with_date
from quotes.dates.resolving import resolve

__all__ = [
    "Asked",
    "DateError",
    "asked",
    "asked_together",
    "date_in_url",
    "infer_date",
    "parse_date",
    "publication_date",
    "resolve",
    "starts_with_date",
]
