"""From files, folders and standard input to articles."""

from quotes.reading.errors import ReadError
from quotes.reading.folders import walk
from quotes.reading.formats import FOLDER_EXTENSIONS, read
from quotes.reading.sources import Source

__all__ = ["FOLDER_EXTENSIONS", "ReadError", "Source", "read", "walk"]
