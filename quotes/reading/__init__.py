"""From files, folders and standard input to articles."""

from quotes.reading.errors import ReadError
from quotes.reading.fields import FIELDS
from quotes.reading.folders import walk
from quotes.reading.formats import EXTENSIONS, FORMATS, read, read_all
from quotes.reading.log import Log
from quotes.reading.options import Options
from quotes.reading.sources import Source

__all__ = [
    "EXTENSIONS",
    "FIELDS",
    "FORMATS",
    "Log",
    "Options",
    "ReadError",
    "Source",
    "read",
    "read_all",
    "walk",
]
