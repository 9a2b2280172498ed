"""Dates as French news sites write them → ISO 8601, never more precise than what is written."""

from __future__ import annotations

import datetime
import re

from quotes.folding import fold

#: how far into the text the date of publication is looked for, in characters
HEAD = 1500

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan",
            "fevrier fevr fev",
            "mars mar",
            "avril avr",
            "mai",
            "juin",
            "juillet juil jul",
            "aout",
            "septembre sept sep",
            "octobre oct",
            "novembre nov",
            "decembre dec",
        ),
        start=1,
    )
    for name in names.split()
}
_YEAR = r"(?:19|20)\d\d"
_ISO = rf"(?P<iso>{_YEAR}(?:-\d\d(?:-\d\d)?)?)(?![\w-]*\d)(?!-)|(?P<stamp>{_YEAR}-\d\d-\d\d)(?=[T ]\d\d:)"
_NUMERIC = rf"(?P<day>\d\d?)(?P<sep>[./-])(?P<month>\d\d?)(?P=sep)(?P<year>{_YEAR})(?!\d)"
_WORDS = rf"(?:(?P<wday>\d\d?)(?:er)?\s+)?(?P<wmonth>[^\W\d_]{{3,9}})\.?\s+(?P<wyear>{_YEAR})(?!\d)"
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?\s+)?"
_DATE = rf"(?:le\s+)?{_WEEKDAY}(?:{_ISO}|{_NUMERIC}|{_WORDS})"
_TIME = r"\d\d?\s?(?:h|:)\s?(?:\d\d)?"

_ALONE = re.compile(_DATE, re.IGNORECASE)
#: places of a text that tell when it was published, the surest first
_PLACES = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        # Publié le 3 mars 2021 à 10h
        rf"(?:\bPubliée?|\bPUBLIÉE?|^\W*publiée?)\s*:?\s+(?i:{_DATE})",
        # date 2024-10
        rf"\A\s*(?i:date)\s*:?\s+(?:{_ISO})",
        # 05.02.2023 à 14h24, or a date alone on its line
        rf"^\W*(?i:{_DATE})(?=\W*$|\W*(?:à|T)?\s*{_TIME})",
        # Paris, 27 janv. 2019 (AFP) –
        rf"^[^\W\d_][^\n,.:;«»\"]{{1,30}},\s+(?i:{_DATE})(?=\s*(?:\(|-|–|—))",
        # Mis à jour le 4 mars 2021
        rf"(?:\bMise?\s+à\s+jour|\bMISE?\s+À\s+JOUR|\bModifiée?|^\W*mise?\s+à\s+jour)\s*:?\s+(?i:{_DATE})",
    )
)


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
    for place in _PLACES:
        for found in place.finditer(head):
            date = _iso_date(found)
            # A bare year on a line is as often a caption or a heading as a date.
            if date is not None and len(date) > len("2024"):
                return date
    return None


def starts_with_date(line: str) -> bool:
    """Whether a line opens with a date, as datelines do: *05.02.2023 à 14h24*, *date 2024-10*."""
    return bool(re.match(rf"\W*(?:date\s*:?\s+)?{_DATE}", line, re.IGNORECASE))


def _iso_date(found: re.Match[str]) -> str | None:
    """The matched date in ISO 8601; None when the calendar does not know it."""
    groups = found.groupdict()
    if iso := groups["iso"] or groups["stamp"]:
        parts = [int(part) for part in iso.split("-")]
    elif groups.get("year"):
        parts = [int(groups[part]) for part in ("year", "month", "day")]
    else:
        parts = [int(groups["wyear"]), _MONTHS.get(fold(groups["wmonth"]), 0)]
        if groups["wday"]:
            parts.append(int(groups["wday"]))
    # Missing parts are tried as 1, so that the calendar can judge the others.
    year, month, day = [*parts, 1, 1][:3]
    try:
        datetime.date(year, month, day)
    except ValueError:
        return None
    return "-".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])])
