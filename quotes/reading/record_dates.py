"""Dates as programs write them (ISO in its variants, RFC 822, Unix time) and as people do → ISO 8601."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from typing import Any

from quotes.dates import parse_date
from quotes.reading.fields import as_text

#: 2024/10/30 and 20241030, with or without a time
_VARIANT = re.compile(r"((?:19|20)\d\d)([/.]?)(\d\d)\2(\d\d)(?=$|[T ])")
#: seconds, or thousands of a second, since 1970, from 1973 on
_UNIX = re.compile(r"(\d{9,10})(?:\d{3})?(?:\.\d+)?")


def record_date(value: Any) -> str | None:
    """The ISO date of a field of a record, at the precision given; None when it is no date.

    The day is the one that is written, in whatever time zone it was.
    """
    text = " ".join(as_text(value).split())
    variant = _VARIANT.match(text)
    if variant:
        text = "-".join(variant.group(1, 3, 4))
    return parse_date(text) or _rfc822(text) or _unix(text)


def _rfc822(text: str) -> str | None:
    """*Wed, 30 Oct 2024 08:15:00 +0200*."""
    if not re.search(r"\d\d:\d\d", text):
        return None
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _unix(text: str) -> str | None:
    found = _UNIX.fullmatch(text)
    if found is None:
        return None
    moment = datetime.datetime.fromtimestamp(int(found[1]), datetime.UTC)
    return moment.date().isoformat()
