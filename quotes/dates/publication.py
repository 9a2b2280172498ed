"""When an article was published: what it says of itself, its head, its address; at the precision known."""

from __future__ import annotations

import re

from quotes.dates import vocabulary as v
from quotes.dates.calendar import MONTH, YEAR, iso
from quotes.folding import fold

#: how far into the text the date of publication is looked for, in characters
HEAD = 1500

_ISO = (
    rf"(?P<iso>{v.YEAR}(?:-\d\d(?:-\d\d)?)?)(?![\w-]*\d)(?!-)|(?P<stamp>(?:19|20)\d\d-\d\d-\d\d)(?=[T ]\d\d:)"
)
_NUMERIC = rf"(?P<day>\d\d?)(?P<sep>[./-])(?P<month>\d\d?)(?P=sep)(?P<year>{v.YEAR})"
_WORDS = rf"(?:(?P<wday>\d\d?)(?:er)?\s+)?(?P<wmonth>{v.MONTH})\s+(?P<wyear>{v.YEAR})"
_WEEKDAY = rf"(?:{v.ANY_WEEKDAY},?\s+)?"
_DATE = rf"(?:le\s+)?{_WEEKDAY}(?:{_ISO}|{_NUMERIC}|{_WORDS})"
_TIME = r"\d\d?\s?(?:[hH]|:)\s?(?:\d\d)?"
_PLACE = r"^[^\W\d_][^\n,.:;«»\"]{1,30},\s+"
#: (Montréal) 4 août 2020 –
_IN_BRACKETS = r"^\([^\W\d_][^\n():;«»\"]{1,30}\)\s+"

_ALONE = re.compile(_DATE, re.IGNORECASE)
#: what every date has
_YEAR = re.compile(v.YEAR)
#: places of a text that tell when it was published, the surest first
_PLACES = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        # Publié le 3 mars 2021 à 10h, Article publié le : 04/03/2021 - 18:02
        rf"(?:\bPubliée?|\bPUBLIÉE?|^\W*(?i:article\s+)?publiée?)(?:\s+le)?\s*:?\s+(?i:{_DATE})",
        # Posté le 3 mars 2021, Mis en ligne le 3 mars 2021
        rf"^\W*(?i:{v.POSTED})(?:\s+le)?\s*:?\s+(?i:{_DATE})",
        # date 2024-10, Date de publication : 04-08-2020
        rf"\A\s*(?i:date)\s*:?\s+(?:{_ISO})",
        rf"^\W*(?i:date(?:\s+de\s+(?:publication|parution|diffusion))?\s*:\s*{_DATE})",
        # 05.02.2023 à 14h24, or a date alone on its line
        rf"^\W*(?i:{_DATE})(?=\W*$|\W*(?:à|À|T)?\s*{_TIME})",
        # Paris, 27 janv. 2019 (AFP) –, or alone on its line
        rf"(?:{_PLACE}|{_IN_BRACKETS})(?i:{_DATE})(?=[^\S\n]*(?:\(|-|–|—|$))",
        # Mis à jour le 4 mars 2021
        rf"(?:\bMise?\s+à\s+jour|\bMISE?\s+À\s+JOUR|\bModifiée?|^\W*mise?\s+à\s+jour)\s*:?\s+(?i:{_DATE})",
    )
)
#: WASHINGTON, 03 fév. --, which lacks the year
_DATELINE = re.compile(
    rf"(?:{_PLACE}|{_IN_BRACKETS})(?i:{_WEEKDAY}(?P<day>{v.DAY})(?:er)?\s+(?P<month>{v.MONTH}))"
    r"\s*(?:\(|--|-|–|—)",
    re.MULTILINE,
)
#: years, months and days in an address, the surest first; what surrounds them is no letter and no digit
_IN_ADDRESS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})([/-])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})(?![0-9])",
        r"(?<![0-9A-Za-z])(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?![0-9A-Za-z])",
        r"(?<![0-9])(?P<day>[0-9]{2})-(?P<month>[0-9]{2})-(?P<year>20[0-9]{2})(?![0-9])",
        r"/(?P<year>(?:19|20)[0-9]{2})[/-](?P<month>[0-9]{2})/",
        r"/(?P<year>(?:19|20)[0-9]{2})/",
    )
)


def publication_date(
    text: str, url: str | None = None, given: str | None = None
) -> tuple[str | None, str | None]:
    """The ISO date of publication and how it was found: `given`, `text` or `url`; (None, None) if nowhere.

    `given` is what the article's metadata say. A dateline without year (*WASHINGTON, 03 fév. --*)
    counts only with an address that tells the year and agrees with it.
    """
    if given is not None:
        return given, "given"
    if (shown := infer_date(text)) is not None:
        return shown, "text"
    in_url = date_in_url(url) if url else None
    if in_url is not None and len(in_url) <= MONTH:
        in_url = _day_of_dateline(text, in_url) or in_url
    # a year alone may be a heading of the site: /elections/2022/
    return (in_url, "url") if in_url is not None and len(in_url) > YEAR else (None, None)


def parse_date(text: str) -> str | None:
    """The ISO date that opens `text`, a bare year included; None when there is none or it cannot be.

    A time after the date is dropped; anything else after it is refused.
    """
    found = _ALONE.match(text.strip())
    if found is None or not re.fullmatch(rf"(?:\W*(?:à|T)?\s*{_TIME}.*)?", text.strip()[found.end() :]):
        return None
    return _iso_date(found)


def infer_date(text: str) -> str | None:
    """The ISO date of publication that the head of the text shows, at the precision shown."""
    head = text[:HEAD]
    if not _YEAR.search(head):  # most texts show none, and cost no more
        return None
    for place in _PLACES:
        for found in place.finditer(head):
            when = _iso_date(found)
            # A bare year on a line is as often a caption or a heading as a date.
            if when is not None and len(when) > YEAR:
                return when
    return None


def starts_with_date(line: str) -> bool:
    """Whether a line opens with a date, as datelines do: *05.02.2023 à 14h24*, *date 2024-10*."""
    return bool(re.match(rf"\W*(?:date\s*:?\s+)?{_DATE}", line, re.IGNORECASE))


def date_in_url(url: str) -> str | None:
    """The ISO date in an address: */2018/11/17/*, *-2018-11-17-*, */20181117/*, *-17-11-2018-*, */2018/11/*.

    A year alone counts too (*/2018/*). Digits that the calendar does not know are a number, not a date.
    """
    path = re.sub(r"\A\w+://[^/]*", "", url).split("?")[0].split("#")[0]
    for pattern in _IN_ADDRESS:
        for found in pattern.finditer(path):
            parts = found.groupdict()
            when = iso(*(int(parts[part]) for part in ("year", "month", "day") if parts.get(part)))
            if when is not None:
                return when
    return None


def _day_of_dateline(text: str, known: str) -> str | None:
    """The day of a dateline without year, in the year of `known`, when `known` agrees with it."""
    found = _DATELINE.search(text[:HEAD])
    if found is None:
        return None
    when = iso(int(known[:YEAR]), v.MONTHS[fold(found["month"]).rstrip(".")], int(found["day"]))
    return when if when is not None and when.startswith(known) else None


def _iso_date(found: re.Match[str]) -> str | None:
    """The matched date in ISO 8601; None when the calendar does not know it."""
    groups = found.groupdict()
    if written := groups["iso"] or groups["stamp"]:
        return iso(*map(int, written.split("-")))
    if groups.get("year"):
        return iso(*(int(groups[part]) for part in ("year", "month", "day")))
    month = v.MONTHS[fold(groups["wmonth"]).rstrip(".")]
    return iso(int(groups["wyear"]), month, int(groups["wday"]) if groups["wday"] else None)
