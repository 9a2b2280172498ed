"""One article taken apart: tokens, sentences, and each sentence's verbs and phrases."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, compress, count
from operator import attrgetter, or_

from quotes.folding import fold
from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.appositions import PhraseReader
from quotes.parsing.asides import asides
from quotes.parsing.attributes import attribute_behind
from quotes.parsing.cues import Verb, VerbReader
from quotes.parsing.entities import Entities
from quotes.parsing.marked_verbs import opens_with_verb_group
from quotes.parsing.mentions import MANY
from quotes.parsing.noun_heads import QUANTITIES
from quotes.parsing.phrases import NAME, NOUN, PRONOUN, SOURCE_NOUNS, NounPhrase
from quotes.parsing.sentences import Sentence, initial_positions, proper_words, signs_among, split
from quotes.parsing.things import is_thing
from quotes.parsing.tokens import NUMBER, QUOTE, Stream

_START, _OPENS, _LEADS, _LOW = map(attrgetter, ("start", "opens", "leads", "low"))
#: what opens a phrase only behind *de*
_AFTER_DE = SOURCE_NOUNS | MANY
_GOVERNS = w.PREP | w.OF
_BARS = frozenset({"|", "–", "—"})
#: *plus de 300*, *près de la moitié*
_ROUGHLY = words("approximators.txt")
_NUMERALS = words("small_numbers.tsv") - {"un", "une"}
#: what may stand between a subject and its verb
_BEFORE_VERB = w.CLITIC | w.NEG
#: what may stand between an inverted verb and its subject
_SMALL = w.ADV | w.TIME
#: prepositions that put a speaker where a subject would stand
_SOURCES = frozenset({"selon", "pour", "d'après", "chez"})
#: from how many tokens on a quotation is long
_LONG = 12
#: words are looked for in their own block of the text and in the two beside it, in characters:
#: in the whole of any article
_BLOCK = 20_000
#: from how many paragraphs on, and with how many sentences each at most, one sentence is one paragraph
_PARAGRAPHS, _SENTENCES = 6, 1.25
_ENDINGS = frozenset({".", "!", "…", "..."})


class Page:
    """One article taken apart: tokens, sentences, and on demand each sentence's verbs and phrases."""

    def __init__(self, text: str, stream: Stream) -> None:
        self.text = text
        self.stream = stream
        self.tokens = tokens = stream.tokens
        signs = signs_among(tokens)
        self.sentences = split(tokens, signs)
        self.initial = initial_positions(tokens, signs, self.sentences)
        proper = proper_words(tokens, stream.quotes, self.initial)
        self.phrase_reader = PhraseReader(tokens, proper, self.initial)
        self.verb_reader = VerbReader(tokens)
        self._verbs: dict[int, list[Verb]] = {}
        self._phrases: dict[int, list[NounPhrase]] = {}
        self._told: dict[tuple[str, int], int] = {}
        #: where phrases may begin
        begins = map(or_, map(_OPENS, tokens), chain((False,), map(_LEADS, tokens)))
        self._by_de = frozenset(self._openings_by_de())
        self._openings = sorted(self._by_de.union(compress(count(), begins)))
        ends = [sentence.stop for sentence in self.sentences]
        self.entities = Entities(stream, text, ends, asides(tokens, self.sentences))
        #: the whole text folded, to look words up in
        self.folded = fold(text)
        #: the folded text of each quotation, by its token
        self.folded_quotes = {
            k: fold(text[marked.start : marked.end])
            for k in stream.quotes
            if (marked := tokens[k].marked) is not None
        }
        #: how often each folded text stands between marks
        self.marked_texts = Counter(self.folded_quotes.values())
        #: where the rules met source prepositions, by sentence
        self.prepositions: dict[int, list[int]] = {}
        #: the first token of an interrupted quotation → the tokens of its later parts
        self.later_parts: dict[int, list[int]] = {}
        first = 0
        for k in stream.quotes:
            if tokens[k].marked is not None:
                first = k
            else:
                self.later_parts.setdefault(first, []).append(k)
        #: how many quotations are long
        self.long_quotes = sum(len(tokens[k].inner) >= _LONG for k in stream.quotes)

    def paragraph_of(self, token: int) -> int:
        """The paragraph in which the token stands."""
        return self.sentences[bisect_right(self.sentences, token, key=_START) - 1].paragraph

    def times_told(self, folded: str, position: int) -> int:
        """How often the words stand in the article, marked or not; in a very long one, near `position`."""
        block = position // _BLOCK
        if (folded, block) not in self._told:
            start = max(0, block - 1) * _BLOCK
            self._told[folded, block] = self.folded.count(folded, start, (block + 2) * _BLOCK)
        return self._told[folded, block]

    def learn(self) -> None:
        """Read every phrase of the article into its entities."""
        found, pronouns, unlisted = [], [], []
        for number in range(len(self.sentences)):
            first, stop = True, self.sentences[number].stop
            for phrase in self.phrases(number):
                if self.phrase_reader.is_told_of_pronoun(phrase, stop):
                    continue
                if phrase.name and not phrase.prep:
                    role = attribute_behind(self.phrase_reader, phrase, stop)
                    if role is not None:
                        self.entities.attributes[phrase.i] = role
                if phrase.name or phrase.apposed or phrase.is_source:
                    found.append((phrase, number, self._is_subject(phrase, number, first=first)))
                elif phrase.form == PRONOUN and phrase.head != "on" and not phrase.prep:
                    pronouns.append((phrase, number))
                elif self._are_many(phrase):
                    unlisted.append((phrase, number))
                if not phrase.prep:
                    first = False
        self.entities.add_all(found)
        self.entities.pronouns, self.entities.unlisted = pronouns, unlisted

    def _are_many(self, phrase: NounPhrase) -> bool:
        """Whether the phrase is a subject of many who may act: not *leurs lendemains*, nor *ces actes*."""
        many = phrase.form == NOUN and phrase.plural and phrase.det and not phrase.det & w.POSS
        return bool(many) and not phrase.prep and self.before_verb(phrase) and not is_thing(phrase)

    def _is_subject(self, phrase: NounPhrase, number: int, *, first: bool) -> bool:
        """Whether the phrase stands as a subject does; `first`: no other stands free before it."""
        if phrase.prep:
            topic = self.tokens[phrase.i - 2].low == "quant"  # *Quant à la mairie, elle …*
            return topic or (phrase.prep in _SOURCES and phrase.i - 1 == self.sentences[number].start)
        return (
            first
            or self.before_verb(phrase)
            or (phrase.name is not None and self.before_marked_verb(phrase))
            or self._set_off(phrase)
            or self._before_report(phrase, number)
            or self._behind_report(phrase, number)
        )

    def before_verb(self, phrase: NounPhrase) -> bool:
        """Whether a finite verb follows the phrase: it is a subject."""
        return self.verb_at(phrase.end)

    def before_marked_verb(self, phrase: NounPhrase) -> bool:
        """Whether marks follow that open with a finite verb: *Léna « regrette ce vote »*."""
        behind = self.tokens[phrase.end].inner if phrase.end < len(self.tokens) else ()
        return bool(behind and behind[0].flags & w.FINITE) or opens_with_verb_group(behind)

    def verb_at(self, k: int) -> bool:
        """Whether a finite verb, or the small pronouns before it, stand at token `k`."""
        tokens = self.tokens
        while k < len(tokens) and tokens[k].flags & _BEFORE_VERB:
            k += 1
        return k < len(tokens) and bool(tokens[k].flags & w.FINITE)

    def _set_off(self, phrase: NounPhrase) -> bool:
        """A name between commas before its relative or verb: *Convaincue, Léna Morel, qui …, a défilé*."""
        tokens = self.tokens
        if not phrase.name or phrase.i == 0 or tokens[phrase.i - 1].text != ",":
            return False
        ahead = tokens[phrase.end : phrase.end + 2]
        if [t.low for t in ahead] == [",", "qui"]:
            return True
        return len(ahead) == 2 and ahead[0].text == "," and self.verb_at(phrase.end + 1)

    def _before_report(self, phrase: NounPhrase, number: int) -> bool:
        """Whether a reporting verb in any form follows; the verbs are read only where one may."""
        tokens, k = self.tokens, phrase.end
        while k < len(tokens) and not tokens[k].flags & (w.AUX | w.VERB):
            if not tokens[k].flags & _BEFORE_VERB:
                return False
            k += 1
        return any(verb.i == phrase.end for verb in self.verbs(number))

    def _behind_report(self, phrase: NounPhrase, number: int) -> bool:
        """*« Nous irons », a dit mardi le maire*: an inverted verb between the phrase and what it reports."""
        tokens, k = self.tokens, phrase.i - 1
        while k > 0 and tokens[k].flags & _SMALL:
            k -= 1
        if not tokens[k].flags & (w.VERB | w.FINITE):
            return False
        for verb in self.verbs(number):
            if verb.j == k + 1 and verb.finite and "incise" in verb.cue.frames:
                before = tokens[verb.i - 1]
                said = before.text == "," and verb.cue.family != "react"  # *X, met en cause Y*
                return said or before.kind == QUOTE
        return False

    @cached_property
    def one_a_paragraph(self) -> bool:
        """Whether the outlet sets nearly each sentence as a paragraph of its own."""
        running = {s.paragraph for n, s in enumerate(self.sentences) if self.is_running(n)}
        sentences = sum(s.paragraph in running for s in self.sentences)
        return len(running) >= _PARAGRAPHS and sentences <= _SENTENCES * len(running)

    def is_running(self, number: int) -> bool:
        """Whether the sentence ends like one: no heading, no line of a list, no question of an interview."""
        last = self.tokens[self.sentences[number].stop - 1]
        return last.text in _ENDINGS or last.kind == QUOTE

    def verbs(self, number: int) -> list[Verb]:
        """The reporting verbs of a sentence."""
        if number not in self._verbs:
            sentence = self.sentences[number]
            self._verbs[number] = self.verb_reader.verbs(sentence.start, sentence.stop)
        return self._verbs[number]

    def phrases(self, number: int) -> list[NounPhrase]:
        """The noun phrases of a sentence, in order, without overlap; each knows its preposition."""
        if number not in self._phrases:
            self._phrases[number] = list(self._read_phrases(self.sentences[number]))
        return self._phrases[number]

    def _read_phrases(self, sentence: Sentence) -> Iterator[NounPhrase]:
        tokens, reader, openings = self.tokens, self.phrase_reader, self._openings
        start, stop, _ = sentence
        free = start
        for k in openings[bisect_left(openings, start) : bisect_left(openings, stop)]:
            if k < free:
                continue
            if tokens[k].low == "des" and k + 1 < stop and self._is_place(k + 1):
                continue  # *les élus des Yvelines*
            bare = k in self._by_de or (k > start and tokens[k - 1].leads)
            phrase = reader.phrase_at(k, stop, bare=bare)
            if phrase is None:
                continue
            if k == start and self._dateline(phrase, stop):
                free = phrase.j
                continue
            whose = reader.whose_role(phrase, stop)
            if whose is not None:
                yield from self._complements(phrase)
                yield whose
                free = whose.end
                continue
            phrase.prep = self._preposition_before(k) if k > start else None
            reader.with_apposition(phrase, stop)
            yield phrase
            free = phrase.end
            if phrase.form == NOUN and phrase.j > phrase.i + 2:
                for inner in self._complements(phrase):
                    if inner.j == free:
                        free = reader.with_bare_role(inner, stop).end
                    yield inner
                presented = self._presented(phrase, stop)
                if presented is not None:
                    yield presented
                    free = presented.end
            if phrase.apposed and phrase.apposed.form == NOUN:
                yield from self._complements(phrase.apposed, bodies=True)

    def _openings_by_de(self) -> Iterator[int]:
        """Where *de nombreux élus* and the noun of *de source policière* begin."""
        for k in compress(count(), map(_AFTER_DE.__contains__, map(_LOW, self.tokens))):
            if k and self.tokens[k - 1].flags & w.OF:
                yield k if self.tokens[k].low in SOURCE_NOUNS else k - 1

    def _dateline(self, phrase: NounPhrase, stop: int) -> bool:
        """*BREST | Le maire …*: where the article was written, no part of its first sentence."""
        follows = phrase.j < stop and self.tokens[phrase.j].text in _BARS
        return follows and all(t.upper for t in self.tokens[phrase.i : phrase.j])

    def _complements(self, phrase: NounPhrase, *, bodies: bool = False) -> Iterator[NounPhrase]:
        """The sources named inside a phrase: *aux réquisitions du procureur Paul Roche*.

        With `bodies`, those without a name of their own as well: *Léna Morel, présidente du syndicat*; and
        any source behind a noun that is half a preposition: *du côté des familles*.
        """
        wanted = w.HEAD if phrase.head == "côté" else w.ORGANISATION if bodies else 0
        for k in range(phrase.i + 1, phrase.j - 1):
            if self.tokens[k].flags & w.OF:
                inner = self.phrase_reader.phrase_at(k + 1, phrase.j, bare=True)
                if inner is None:
                    continue
                named = (inner.name or inner.flags & w.HEAD) and inner.name != phrase.name
                if named or inner.flags & wanted:
                    inner.prep = self.tokens[k].low
                    yield inner

    def _presented(self, phrase: NounPhrase, stop: int) -> NounPhrase | None:
        """*au bras du maire, Paul Roche*: a name behind a phrase about a thing that ends with his role."""
        if phrase.apposed or phrase.flags & w.HEAD or phrase.end + 1 >= stop:
            return None
        if self.tokens[phrase.j].text != "," or not self.tokens[phrase.j + 1].cap:
            return None
        for k in range(phrase.i + 1, phrase.j - 1):
            if not self.tokens[k].flags & w.OF:
                continue
            role = self.phrase_reader.phrase_at(k + 1, phrase.j, bare=True)
            if role is None or role.j != phrase.j or role.name or role.plural or not role.flags & w.ROLE:
                continue
            name = self.phrase_reader.with_apposition(role, stop).apposed
            if name is not None and name.form == NAME and name.apposed is None:
                role.apposed, name.apposed = None, role
                return name
        return None

    def number_at(self, k: int) -> bool:
        """Whether a number or a part of one stands at token `k`: *300 élus*, *la moitié des élus*."""
        ahead = self.tokens[k : k + 2]
        return ahead[0].kind == NUMBER or any(t.low in QUANTITIES or t.low in _NUMERALS for t in ahead)

    def _preposition_before(self, k: int) -> str | None:
        before = self.tokens[k - 1]
        if before.cap and before.flags & w.ORGANISATION and k > 1:
            k, before = k - 1, self.tokens[k - 2]  # *sur Radio Mer*
        if not before.flags & _GOVERNS and before.text != "A":
            return None
        if before.text == "A" and k - 1 in self.initial and not before.flags & w.PREP:
            return "à"  # *A Brest, …*: capitals go without accents
        if before.flags & w.OF and k > 1 and self.tokens[k - 2].low in _ROUGHLY and self.number_at(k):
            return None  # *plus de 50 élus ont …*
        if before.low == "des" and not self._is_place(k):
            return None
        return before.low if before.flags & _GOVERNS else None

    def _is_place(self, k: int) -> bool:
        token = self.tokens[k]
        return token.cap and bool(token.flags & w.PLACE) and not token.flags & w.DEMONYM
