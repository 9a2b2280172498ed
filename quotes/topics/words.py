"""The words of a text as keywords need them: each spelling looked at once, each word where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from quotes.folding import fold, singular_name
from quotes.lexicon import rows, words

_TOKEN = re.compile(r"[^\W_]+(?:[-.’'][^\W_]+)*|\n+|[^\w\s]")
#: an elided word before another
_ELISION = re.compile(r"(?:[^\W\d_]{1,2}|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uelqu)['’](?=\w)")
_SENTENCE_ENDS = frozenset(".!?…\n:;")
_OPENING = frozenset('«“"')
#: elided words, and articles drawn together with prepositions, which the list of determiners has not
_DRAWN = frozenset({"du", "des", "au", "aux", "l", "d"})
_ELIDED = frozenset({"l", "d", "qu", "n", "s", "c", "j", "m", "t"})
#: what links a noun to its complement
_LINKS = frozenset({"de", "du", "des", "d"})
#: a longer word in capitals shouts in a headline and names nothing
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling, and what the word lists know of it."""

    text: str
    #: folded, without the ending of the plural
    key: str
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
    link: bool
    #: a word of grammar or of time: in no keyword but as a link
    grammar: bool
    #: it can be a noun or adjective of a phrase
    content: bool
    #: it ends like an adjective behind its noun
    adjective: bool
    #: as a noun too general to be a keyword by itself
    empty: bool
    #: it tells how many: *une dizaine de*
    quantity: bool


class Word:
    """A word of the text."""

    __slots__ = ("apart", "form", "opens", "sentence")

    def __init__(self, form: Form, sentence: int, opens: bool, apart: bool) -> None:
        self.form = form
        #: number of its sentence
        self.sentence = sentence
        #: it opens the sentence: its capital says nothing
        self.opens = opens
        #: a mark of punctuation or the end of a line stands before it
        self.apart = apart


def read_words(text: str) -> list[Word]:
    """The words of `text`; elided ones (*l'*) stand alone, without the apostrophe."""
    found: list[Word] = []
    sentence, opens, apart = 0, True, True
    for token in _TOKEN.findall(text):
        forms = _forms(token)
        for form in forms:
            found.append(Word(form, sentence, opens, apart))
            opens = apart = False
        if not forms:
            apart = True
            if token[0] in _SENTENCE_ENDS and not opens:
                sentence, opens = sentence + 1, True
            opens = opens or token in _OPENING
    return found


@lru_cache(maxsize=1 << 15)
def _forms(token: str) -> tuple[Form, ...]:
    """The words that are written as one, elided ones before the last; none for marks of punctuation."""
    parts: list[str] = []
    while elision := _ELISION.match(token):
        parts.append(elision[0])
        token = token[elision.end() :]
    return tuple(map(_form, (*parts, token))) if token[0].isalnum() else ()


@lru_cache(maxsize=1 << 15)
def _form(token: str) -> Form:
    known = _lists()
    text = token.rstrip("'’")
    folded = fold(text)
    cap = text[0].isupper()
    acronym = text.isupper() and 2 <= len(text) <= _LONGEST_ACRONYM
    grammar = folded in known.grammar
    verb = folded in known.verbs
    long = len(text) > 2 and not text[0].isdigit()
    return Form(
        text,
        singular_name(text) or folded,
        cap,
        cap and len(text) > 1 and folded not in known.no_names and (acronym or not text.isupper()),
        acronym,
        cap and folded in known.first_names,
        folded in known.particles,
        folded in known.determiners,
        folded in known.before_noun,
        folded in _LINKS,
        grammar,
        long and not grammar and not verb and folded not in known.before_noun,
        not cap and folded.removesuffix("s").endswith(known.adjective_endings),
        folded in known.empty or singular_name(text) in known.empty,
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
