"""Stories: the stretches of a long page that are about something else than their neighbours.

A page is cut into blocks, at its rules and subheads and, when it is long, after some paragraphs.
Neighbouring blocks stay one story as long as they share a subject; where the subjects change
altogether, another story begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.model import Span, Topic
from quotes.topics.lines import Line
from quotes.topics.subjects import Hits, evidence, scored, vocabulary

#: a line of marks only: *, -, •, _
_RULE = re.compile(r"\W+")
_LONGEST_SUBHEAD = 90
_SENTENCE_ENDS = ('.', '!', '?', '…', ':', ';', ',', '»', '"', '”')  # fmt: skip
#: characters that a story has at least, and a block that no subhead opens
_SHORTEST, _UNMARKED = 400, 2000
#: so sure must the first subject of a story be
_SURE = 0.5


@dataclass(slots=True)
class Story:
    """A stretch of the text, what its words are, and its subjects, best first."""

    lines: list[Line]
    hits: Hits
    _subjects: tuple[Topic, ...] | None = None

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)

    @property
    def subjects(self) -> tuple[Topic, ...]:
        """Worked out when asked for: of the last stretch of most texts nobody asks."""
        if self._subjects is None:
            self._subjects = scored(evidence(self.hits))
        return self._subjects

    def take(self, other: Story) -> None:
        """Go on through `other`, which follows."""
        self.lines += other.lines
        self.hits.update(other.hits)
        self._subjects = None

    def is_told(self) -> bool:
        """Whether it is long and clear enough to be about something."""
        long_enough = self.span.end - self.span.start >= _SHORTEST
        return long_enough and bool(self.subjects) and (self.subjects[0].score or 0.0) >= _SURE


def stories(lines: Sequence[Line]) -> list[Story]:
    """The stories of a text, in order; one for most texts."""
    found: list[Story] = []
    for block in _blocks(lines):
        if found and not _changes(found[-1], block):
            found[-1].take(block)
        else:
            found.append(block)
    return found


def _changes(story: Story, block: Story) -> bool:
    """Whether both are told and have no subject in common."""
    if not (story.is_told() and block.is_told()):
        return False
    return {topic.code for topic in story.subjects}.isdisjoint(topic.code for topic in block.subjects)


def _blocks(lines: Sequence[Line]) -> Iterator[Story]:
    """The lines of a text, gathered up to the next rule or subhead, or up to enough of them."""
    block: list[Line] = []
    terms: list[str] = []
    for line in lines:
        length = block[-1].span.end - block[0].span.start if block else 0
        if length >= _SHORTEST and (length >= _UNMARKED or _opens(line.text.strip())):
            yield Story(block, Counter(terms))
            block, terms = [], []
        block.append(line)
        terms += vocabulary().terms(line.stems())
    if block:
        yield Story(block, Counter(terms))


def _opens(line: str) -> bool:
    """Whether a line is a rule or reads like a subhead: short, and no sentence."""
    if _RULE.fullmatch(line):
        return True
    return len(line) <= _LONGEST_SUBHEAD and not line.endswith(_SENTENCE_ENDS) and line[:1].isupper()


def merged(found: list[Story]) -> Hits:
    """The terms of all stories together."""
    hits: Hits = Counter()
    for story in found:
        hits.update(story.hits)
    return hits
