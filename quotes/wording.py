"""How the program says in words what it keeps as codes, the same on a terminal and on a page."""

from __future__ import annotations

from quotes.storage.rows import Status

#: how the date of an article was found
DATE_FOUND = {
    "given": "given with it",
    "text": "shown in its text",
    "url": "told by its address",
    "option": "given when it was ingested",
}
#: who stands behind an attribution
STATUS = {
    Status.AUTO: "found by the parser, seen by nobody",
    Status.CONFIRMED: "confirmed by a person",
    Status.CORRECTED: "corrected by a person",
    Status.REJECTED: "rejected by a person: no quotation",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_in_words(when: str) -> str:
    """A date as people write it, as precisely as it is known: *2022-03-05* → *5 March 2022*."""
    year, month, day = (*when.split("-"), "", "")[:3]
    if month and not 1 <= int(month) <= len(_MONTHS):
        return when  # only somebody at an SQL prompt can have written it
    return " ".join(
        part for part in (day.lstrip("0"), _MONTHS[int(month) - 1] if month else "", year) if part
    )


def counted(number: int, noun: str) -> str:
    """*1 article*, *2 articles*, *1,234 articles*."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
