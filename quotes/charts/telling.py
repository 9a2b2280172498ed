"""What a chart says of itself: title, conditions, source, and what it shows for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.charts.figure import PRECISION, Figure, Shape
from quotes.charts.labels import clean
from quotes.charts.words import WORDS, Words
from quotes.storage import By, PairRow

#: outlets that a source names rather than counts
_NAMED = 3
#: characters of a date that is a day
_A_DAY = PRECISION[By.DAY]
#: rows that the description of a chart names
_TOLD = 30


def title(figure: Figure) -> str:
    """What is shown, in a few words."""
    if figure.title is not None:
        return clean(figure.title)
    words, by, second = WORDS[figure.language], figure.by, figure.second
    if second is None:
        return words.shows[by]
    match figure.shape:
        case Shape.TIMES:
            return f"{words.shows[second]}, {words.over[by]}"
        case Shape.CELLS:
            return f"{words.topics} {words.each[by]}"
    what = words.voice if second in (By.SPEAKER, By.SPEAKER_KIND) else words.shares
    return f"{what} {words.each[by]}, {words.into[second]}"


def subtitle(figure: Figure) -> str:
    """How many quotations these are, of what time, under what conditions, and what is not seen."""
    words, totals = WORDS[figure.language], figure.totals
    said = [counted(totals.quotations, words.quotations, words), _time(figure, words)]
    head = words.joint.join([" ".join(filter(None, said)), *_conditions(figure, words)])
    return ". ".join([head, *_left_out(figure, words)]) + "."


def source(figure: Figure) -> str:
    """Where the numbers come from."""
    words, totals = WORDS[figure.language], figure.totals
    names = [clean(name) for name in totals.outlets]
    articles = counted(totals.articles, words.articles, words)
    if not names:
        return words.source.format(articles)
    named = words.last_joint.join(filter(None, (", ".join(names[:-1]), names[-1])))
    of = named if len(names) <= _NAMED else counted(len(names), words.outlets, words)
    return words.source.format(words.of.format(articles, of))


def description(figure: Figure) -> str:
    """The chart told: its subtitle and the numbers of its rows."""
    words = WORDS[figure.language]
    rows = [f"{' – '.join(names)}: {number(count, words)}" for names, count in table(figure)]
    more = ["…"] if len(rows) > _TOLD else []
    return f"{subtitle(figure)} {words.joint.join([*rows[:_TOLD], *more])}"


def table(figure: Figure) -> Iterator[tuple[tuple[str, ...], int]]:
    """The numbers of a chart: what the first thing is, the second if there is one, and how many."""
    words = WORDS[figure.language]
    for row in figure.rows:
        first = value(row.value, figure.by, words)
        if isinstance(row, PairRow) and figure.second is not None:
            second = words.others if row.is_rest else value(row.second, figure.second, words)
            yield (first, second), row.quotations
        else:
            yield (first,), row.quotations


def value(raw: str | None, by: By | None, words: Words) -> str:
    """What a value is called."""
    if raw is None or by is None:
        return words.nothing.get(by, words.none) if by else words.none
    if by in PRECISION:
        return date(raw, words)
    return words.values.get(by, {}).get(raw) or clean(raw) or words.none


def counted(how_many: int, noun: tuple[str, str], words: Words) -> str:
    """*1 article*, *1,234 articles*."""
    return f"{number(how_many, words)} {noun[how_many != 1]}"


def number(of: int, words: Words) -> str:
    """A number with its thousands apart."""
    return f"{of:,}".replace(",", words.thousands)


def date(when: str, words: Words) -> str:
    """A date in words, as precisely as it is known."""
    year, month, day = (*when.split("-"), "", "")[:3]
    of_month = words.months[int(month) - 1] if month else ""
    return " ".join(filter(None, (words.first if day == "01" else day.lstrip("0"), of_month, year)))


def _time(figure: Figure, words: Words) -> str:
    """*from March 2022 to May 2024*: as asked for, else as found; nothing when nothing is dated."""
    wanted, totals = figure.wanted, figure.totals
    first, last = figure.ends or (totals.first, totals.last)
    first, last = (
        wanted.since or wanted.on or (first or "")[:7],
        wanted.until or wanted.on or (last or "")[:7],
    )
    if not first or not last:
        return ""
    ends = [(words.at, first)] if first == last else [(words.from_, first), (words.to, last)]
    said = " ".join(f"{before[len(when) == _A_DAY]} {date(when, words)}" for before, when in ends)
    for apart, together in words.elisions.items():
        said = said.replace(apart, together)
    return said


def _conditions(figure: Figure, words: Words) -> Iterator[str]:
    wanted = figure.wanted

    def quoted(text: str) -> str:
        return words.quoted.format(clean(text))

    if wanted.speaker:
        yield words.speaker.format(quoted(wanted.speaker))
    if wanted.topics:
        one = words.topic if len(wanted.topics) == 1 else words.any_topic
        of = words.all_topics if wanted.all_topics and len(wanted.topics) > 1 else one
        yield of.format(", ".join(map(quoted, wanted.topics)))
    if wanted.outlet:
        yield words.outlet.format(quoted(wanted.outlet))
    if wanted.kinds:
        names = [words.values[By.KIND][kind] for kind in wanted.kinds]
        yield words.kinds.format(words.last_joint.join(names))
    if wanted.min_confidence is not None:
        yield words.confidence.format(str(wanted.min_confidence).replace(".", words.point))


def _left_out(figure: Figure, words: Words) -> Iterator[str]:
    for by, shown, found in zip((figure.by, figure.second), figure.shown, figure.found, strict=True):
        if by is not None and shown < found:
            yield words.shown.format(number(shown, words), number(found, words), words.many[by])
    if figure.left_out:
        why = words.undated if figure.by in PRECISION else words.nothing.get(figure.by, words.none)
        yield words.left_out.format(number(figure.left_out, words), why)
    if figure.shape in words.numbers:
        yield words.numbers[figure.shape]
