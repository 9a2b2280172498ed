"""Lines among the paragraphs that send to other articles: *Lire aussi : Léna Morel dénonce …*."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.parsing.sentences import Sentence
from quotes.parsing.tokens import DASHES, QUOTE, WORD, Token

#: verbs that send the reader elsewhere, and what follows them
_READ, _ALSO = frozenset({"lire", "voir", "relire", "écouter", "revoir"}), frozenset({"aussi", "notre"})
#: in how many tokens such a line begins: *» À lire aussi*
_SIGNS = 4
#: how many tokens from its end a line may tell where to watch
_WATCH = 6


def asides(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> frozenset[int]:
    """The sentences that are the title of another article, or of a film."""
    return frozenset(n for n in range(len(sentences)) if _is_aside(tokens, sentences, n))


def _is_aside(tokens: Sequence[Token], sentences: Sequence[Sentence], number: int) -> bool:
    line = tokens[sentences[number].start : sentences[number].stop]
    return _sends(line) or _sends_to_film(line) or _sends(_line_before(tokens, sentences, number))


def _sends(line: Sequence[Token]) -> bool:
    """*Lire aussi*, *» À voir aussi*, *Lire notre récit*."""
    begins = [t.low for t in line[:_SIGNS] if t.kind == WORD and t.low not in ("à", "a")]
    return len(begins) > 1 and begins[0] in _READ and begins[1] in _ALSO


def _line_before(tokens: Sequence[Token], sentences: Sequence[Sentence], number: int) -> Sequence[Token]:
    """*Lire aussi* and *Lire aussi.*: too few words to be more, before a title in or below their line."""
    if not number:
        return ()
    line, here = sentences[number - 1], sentences[number]
    above = here.paragraph == line.paragraph or tokens[here.start].kind == QUOTE
    return tokens[line.start : line.stop] if above and line.stop - line.start <= _SIGNS else ()


def _sends_to_film(line: Sequence[Token]) -> bool:
    """*« On tient bon » - Regarder sur Mer TV*."""
    ends = [t.low for t in line[-_WATCH:]]
    return any(ends[n] in DASHES and ends[n + 1 : n + 3] == ["regarder", "sur"] for n in range(len(ends)))
