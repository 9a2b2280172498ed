"""The words of a text as keywords need them: each spelling looked at once, each word where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain

from quotes.folding import fold, singular_name
from quotes.lexicon import rows, words
from quotes.memory import Memory
from quotes.topics.stems import stems

_TOKEN = re.compile(r"[^\W_]+(?:[-.’'][^\W_]+)*|[^\w\s]")
#: an elided word before another
_ELISION = re.compile(r"(?:[^\W\d_]{1,2}|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uelqu)['’](?=\w)")
_SENTENCE_ENDS = frozenset(".!?…:;")
_OPENING = frozenset('«“"')
#: what marks tell of the word behind them: nothing; that it opens what is quoted, or the text; that a
#: sentence or a line has ended
_APART, _OPENS, _ENDS = 1, 2, 3
#: elided words, and articles drawn together with prepositions, which the list of determiners has not
_DRAWN = frozenset({"du", "des", "au", "aux", "l", "d"})
_ELIDED = frozenset({"l", "d", "qu", "n", "s", "c", "j", "m", "t"})
#: what links a noun to its complement
_LINKS = frozenset({"de", "du", "des", "d"})
#: a longer word in capitals shouts in a headline and names nothing
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling, and what the word lists know of it; or a mark, of which nothing is true."""

    text: str
    #: folded, without the ending of the plural
    key: str
    #: the same; None for a word of grammar or of time, which is in no keyword but as a link
    telling: str | None
    #: for subjects; several in *porte-parole*
    stems: tuple[str, ...]
    #: it begins with a capital
    cap: bool
    #: it can be a name, or begin one
    names: bool
    acronym: bool
    first_name: bool
    particle: bool
    determiner: bool
    #: it may stand between determiner and noun: *ancien*
    before_noun: bool
    #: a determiner or one of these: a noun may follow
    leads: bool
    link: bool
    #: it can be a noun or adjective of a phrase
    content: bool
    #: it can be an adjective behind its noun: so it ends
    adjective: bool
    #: as a noun too general to be a keyword by itself
    empty: bool
    #: it tells how many: *une dizaine de*
    quantity: bool
    #: what it tells of the next word; 0 for a word
    mark: int = 0


#: the marks, by what they tell
_MARKS = {mark: replace(Form("", "", None, (), *[False] * 13), mark=mark) for mark in (_APART, _OPENS, _ENDS)}
_LINE_END = _MARKS[_ENDS]


@dataclass(slots=True)
class Words:
    """The words of a text, by their places in it; elided ones (*l'*) stand alone, without the apostrophe."""

    forms: list[Form]
    #: the same, with a mark in the place of those behind one, and two more at the end
    beside: list[Form]
    #: words behind a mark of punctuation or the end of a line
    apart: set[int]
    #: words that open a sentence or what is quoted: their capital says nothing
    opens: set[int]
    #: the first word of each sentence
    sentences: list[int]

    def sentence(self, at: int) -> int:
        """The number of the sentence in which a word stands."""
        return bisect_right(self.sentences, at) - 1


def read_words(text: str) -> Words:
    """The words of `text`."""
    return words_of(map(read_tokens, text.split("\n")))


def read_tokens(line: str) -> list[Form]:
    """The words and marks of a line."""
    # commonest marks by themselves: there are fewer different chunks to remember
    line = line.replace(",", " , ").replace(". ", " . ").replace("«", " « ").replace("»", " » ")
    return list(chain.from_iterable(map(_known_tokens.__getitem__, line.split())))


def stems_of(tokens: Iterable[Form]) -> list[str]:
    """The stems of the words."""
    return [stem for token in tokens for stem in token.stems]


def words_of(lines: Iterable[list[Form]]) -> Words:
    """The words of a text, of whose lines these are the words and marks."""
    tokens: list[Form] = []
    for line in lines:
        tokens += line
        tokens.append(_LINE_END)
    forms = [token for token in tokens if not token.mark]
    before = {0: _OPENS}
    marks = [(at, token.mark) for at, token in enumerate(tokens) if token.mark]
    for passed, (at, mark) in enumerate(marks):
        place = at - passed
        known = before.get(place, 0)
        if known < _OPENS:  # of several marks the first that tells something counts
            before[place] = max(known, mark)
    before.pop(len(forms), None)
    beside = [*forms, _LINE_END, _LINE_END]
    for place in before:
        beside[place] = _LINE_END
    return Words(
        forms,
        beside,
        apart=set(before),
        opens={place for place, mark in before.items() if mark >= _OPENS},
        sentences=[0, *(place for place, mark in before.items() if mark == _ENDS)],
    )


def _tokens(chunk: str) -> tuple[Form, ...]:
    """The words and marks of what is written without a space."""
    if chunk.isalnum():
        return (_form(chunk),)
    return tuple(chain.from_iterable(map(_forms, _TOKEN.findall(chunk))))


# most words of a text have stood somewhere before, with the same marks: looking up what stands between two
# spaces takes half the time of a regular expression over the text
_known_tokens = Memory(_tokens, most=1 << 16)


def _forms(token: str) -> tuple[Form, ...]:
    """The words that are written as one, elided ones before the last; or a mark of punctuation."""
    if not token[0].isalnum():
        return (_MARKS[_ENDS if token in _SENTENCE_ENDS else _OPENS if token in _OPENING else _APART],)
    if token.isalnum():
        return (_form(token),)
    parts: list[str] = []
    while elision := _ELISION.match(token):
        parts.append(elision[0])
        token = token[elision.end() :]
    return tuple(map(_form, (*parts, token)))


@lru_cache(maxsize=1 << 15)
def _form(token: str) -> Form:
    known = _lists()
    text = token.rstrip("'’")
    folded = fold(text)
    cap = text[0].isupper()
    acronym = text.isupper() and 2 <= len(text) <= _LONGEST_ACRONYM
    grammar = folded in known.grammar
    determiner, before_noun = folded in known.determiners, folded in known.before_noun
    long = len(text) > 2 and not text[0].isdigit()
    content = long and not grammar and not before_noun and folded not in known.verbs
    key = singular_name(text) or folded
    return Form(
        text,
        key,
        None if grammar else key,
        tuple(stems(text)),
        cap,
        cap and len(text) > 1 and folded not in known.no_names and (acronym or not text.isupper()),
        acronym,
        cap and folded in known.first_names,
        folded in known.particles,
        determiner,
        before_noun,
        determiner or before_noun,
        folded in _LINKS,
        content,
        content and not cap and folded.removesuffix("s").endswith(known.adjective_endings),
        folded in known.empty or key in known.empty,
        folded in known.quantities,
    )


@dataclass(frozen=True, slots=True)
class _Lists:
    """The word lists of the lexicon, folded."""

    determiners: frozenset[str]
    before_noun: frozenset[str]
    grammar: frozenset[str]
    #: forms of verbs; some are nouns as well, where a determiner stands before them
    verbs: frozenset[str]
    no_names: frozenset[str]
    first_names: frozenset[str]
    particles: frozenset[str]
    empty: frozenset[str]
    quantities: frozenset[str]
    adjective_endings: tuple[str, ...]


@cache
def _lists() -> _Lists:
    classes: dict[str, set[str]] = {}
    for word, kind in rows("function_words.tsv"):
        classes.setdefault(kind, set()).add(fold(word).rstrip("'"))
    closed = frozenset[str]().union(*classes.values())
    times = _folded("time_words.txt", "time_nouns.txt")
    quantities = _folded("quantity_nouns.txt")
    empty = _folded("empty_nouns.txt") | quantities | times
    return _Lists(
        determiners=_DRAWN.union(*(classes[kind] for kind in ("det", "indef", "dem", "poss"))),
        before_noun=_folded("adjectives_before_noun.txt"),
        grammar=closed | times | _DRAWN | _ELIDED,
        verbs=_folded("cue_forms.tsv", "common_forms.txt", "verb_forms.txt", "auxiliaries.tsv"),
        no_names=_folded("not_names.txt", "titles.tsv") | closed | times,
        first_names=_folded("first_names.tsv"),
        particles=_folded("particles.txt") - {"et"},
        empty=empty | frozenset(map(singular_name, empty)),
        quantities=quantities,
        adjective_endings=tuple(fold(ending) for ending in words("adjective_endings.txt")),
    )


def _folded(*files: str) -> frozenset[str]:
    return frozenset(fold(word).rstrip("'") for file in files for word in words(file))
