"""A sentence up to a point: its verbs, its phrases, and who is the subject of what."""

from __future__ import annotations

import re

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.cues import Verb, adverbial_end
from quotes.parsing.page import Page
from quotes.parsing.phrases import NAME_SOURCES, NOUN, PRONOUN, NounPhrase
from quotes.parsing.things import is_thing
from quotes.parsing.tokens import CLITIC, NUMBER, QUOTE, WORD

_OPEN_BRACKETS = frozenset({"(", "["})
_CLOSE_BRACKETS = frozenset({")", "]"})
#: how far behind its bracket a phrase may stand, in tokens
_ASIDE = 8
_OF = frozenset({"de", "d'", "du"})
_SPOKEN = frozenset({"say", "write"})
#: how many small words may stand before the infinitive that opens a sentence: *Mais pour défendre …*
_OPENING = 3
_PLAIN = frozenset({"il", "elle", "ils", "elles", "on"})
_TIMES = words("time_nouns.txt")

#: elided reflexive pronouns → whole ones
_ELIDED = {"s'": "se", "m'": "me"}
#: a word before which they are elided
_OPEN = re.compile("[aàâeéèêëiîïoôuùûüyhœ]", re.IGNORECASE)


class Clause:
    """The sentence `number` of a page, read up to the token `position`."""

    def __init__(self, page: Page, number: int, position: int) -> None:
        self.page = page
        self.tokens = page.tokens
        self.number = number
        self.position = position
        self.sentence = page.sentences[number]
        self.verbs = page.verbs(number)
        self.phrases = page.phrases(number)

    def cue_text(self, verb: Verb) -> str:
        """The cue without the inverted clitic and without object pronouns: *a ajouté*."""
        parts = [t.text for n, t in enumerate(self.tokens[verb.head : verb.j], verb.head) if n != verb.clitic]
        if verb.cue.reflexive:
            before = self.tokens[verb.i : verb.head]
            for n, token in enumerate(before):
                if token.low in _ELIDED:
                    # *s'en réjouit* without its *en* is *se réjouit*
                    left_out = n + 1 < len(before) and not _OPEN.match(parts[0])
                    parts.insert(0, _ELIDED[token.low] if left_out else token.text)
                elif token.low in _ELIDED.values():
                    parts.insert(0, token.text)
        return " ".join(parts).replace("' ", "'").replace("’ ", "’")

    def joined(self, phrase: NounPhrase) -> NounPhrase | None:
        """The other of two joint speakers: *Léna et Paul*, *le maire et la préfète*."""
        if phrase.plural or phrase.form == PRONOUN:
            return None
        tokens, k = self.tokens, phrase.end
        if k + 1 < self.sentence.stop and tokens[k].low == "et":
            other = self.page.phrase_reader.phrase_at(k + 1, self.sentence.stop)
            return other if other is not None and (other.name or other.flags & w.HEAD) else None
        if phrase.i - 1 > self.sentence.start and tokens[phrase.i - 1].low == "et":
            return next(
                (p for p in self.phrases if p.end == phrase.i - 1 and (p.name or p.flags & w.HEAD)), None
            )
        return None

    # subjects

    def subject_after(self, verb: Verb) -> NounPhrase | None:
        """The subject that follows an inverted verb: *a déclaré hier à Lyon le ministre Paul Roche*."""
        page, stop = self.page, self.sentence.stop
        if verb.clitic is not None:
            return page.phrase_reader.phrase_at(verb.clitic, stop)
        k = verb.j
        while k < stop:
            token = self.tokens[k]
            if (
                token.kind == QUOTE
                or token.text in (":", ";", ")")
                or token.flags & (w.QUE | w.REL | w.FINITE)
            ):
                return None
            many = token.low == "des" or page.phrase_reader.counts_many(k, stop)
            if token.flags & (w.PREP | w.OF) and not many:
                k = adverbial_end(self.tokens, k) or self._skip_complement(k, stop)
                continue
            if token.text in _OPEN_BRACKETS:
                k = self._skip_brackets(k, stop)
                continue
            if token.flags & (w.ADV | w.TIME) or token.kind != WORD:
                k += 1
                continue
            if token.low == "il" and [t.low for t in self.tokens[k + 1 : k + 3]] == ["y", "a"]:
                k = self._skip_complement(k + 2, stop)  # *il y a quelques semaines*
                continue
            phrase = page.phrase_reader.phrase_at(k, stop, bare=many)
            if phrase is None or self._is_time(phrase) or self._manner(phrase, k):
                k = phrase.j if phrase else k + 1
                continue
            if phrase.form == PRONOUN and self.tokens[phrase.i].low in _PLAIN:
                return None
            return page.phrase_reader.with_apposition(phrase, stop)
        return None

    def _manner(self, phrase: NounPhrase, k: int) -> bool:
        """*lance, provocateur, le maire*: one bare word between commas says how."""
        alone = phrase.j == k + 1 and not phrase.det and not phrase.name and phrase.form == NOUN
        return (
            alone
            and self.tokens[k - 1].text == ","
            and self.tokens[min(k + 1, self.sentence.stop - 1)].text == ","
        )

    def _skip_complement(self, k: int, stop: int) -> int:
        """The end of a complement: before the full name that may follow it without a comma."""
        reader = self.page.phrase_reader
        phrase = reader.phrase_at(k + 1, stop, bare=True)
        if phrase is None or self.tokens[k + 1].kind == NUMBER:
            return k + 1
        for name in range(k + 2, phrase.j):
            following = self.tokens[name + 1] if name + 1 < stop else None
            full = name + 1 < phrase.j and following is not None and following.cap
            if reader.first_name(name) and (full or self._has_age(name, stop)):
                return name
            if self.tokens[name].low == "des" and self.tokens[name - 1].upper:
                return name  # *à l'AFP des riverains*
        if phrase.name and phrase.name[0] > k + 1 and self.tokens[phrase.name[0]].text.startswith("@"):
            return phrase.name[0]
        return phrase.j

    def _has_age(self, name: int, stop: int) -> bool:
        """*Frédéric, 46 ans*."""
        ahead = self.tokens[name + 1 : min(name + 4, stop)]
        return len(ahead) == 3 and ahead[0].text == "," and ahead[1].kind == NUMBER and ahead[2].low == "ans"

    def _skip_brackets(self, k: int, stop: int) -> int:
        for end in range(k, stop):
            if self.tokens[end].text in _CLOSE_BRACKETS:
                return end + 1
        return stop

    def _no_subject(self, phrase: NounPhrase) -> bool:
        """A date, or the place of a dispatch: *BREST | Les marins …*."""
        place = phrase.end < self.sentence.stop and self.tokens[phrase.end].text == "|"
        return place or self._is_time(phrase)

    def _is_time(self, phrase: NounPhrase) -> bool:
        """*ce mercredi*, *la semaine dernière*: a date, not a source."""
        return phrase.head in _TIMES or bool(self.tokens[phrase.j - 1].flags & w.TIME)

    def subject_before(self, verb: Verb) -> NounPhrase | None:
        """The subject of a verb that stands before the quotation, by the shape of the clause."""
        if verb.clitic is not None:
            return self.page.phrase_reader.phrase_at(verb.clitic, self.sentence.stop)
        k = verb.i - 1
        start = self.sentence.start
        if k >= start and self.tokens[k].low == "qui":
            return self._antecedent(k, verb)
        if verb.finite and self._after_words(k):
            behind = self.subject_after(verb)
            if behind is not None and behind.can_speak:
                return behind
        if verb.finite and self._closes_report(verb):
            return self.subject_after(verb)
        if not verb.finite or (self.tokens[k].flags & w.COORD and k >= start):
            return self._main_subject(verb)
        return self._best_subject(verb)

    def _after_words(self, k: int) -> bool:
        """*C'est « un début », note la maire : « …* : the verb, behind token `k`, stands between the two."""
        between = self.tokens[k].text == "," and self.tokens[k - 1].kind == QUOTE
        return between and k > self.sentence.start and self.tokens[self.position - 1].text == ":"

    def _closes_report(self, verb: Verb) -> bool:
        """*La crue approche, a précisé Léna Morel en évoquant …*: a whole clause, then who said it."""
        if verb.cue.family not in _SPOKEN or not self.set_off(verb):
            return False
        behind = any(t.flags & w.REL for t in self.tokens[verb.j : self.position])
        return self._whole_before(verb) and not behind

    def _antecedent(self, k: int, verb: Verb) -> NounPhrase | None:
        """The phrase that *qui* takes up: the nearest before it that agrees in number."""
        before = [p for p in self.phrases if p.i < k and not self._bare_apposition(p)]
        cited = [p for p in before if p.end == k - 1 and p.prep in NAME_SOURCES and p.plural == verb.plural]
        if cited:
            return cited[0]
        named = [p for p in before if p.name and not p.prep and p.plural == verb.plural]
        if named and self.tokens[k - 1].text == ",":
            return named[-1]
        beside = before[-1] if before and before[-1].end >= k - 1 and verb.cue.strong else None
        if beside is not None and (beside.plural != verb.plural or is_thing(beside)):
            inner = self.complement(beside)
            if inner is not None and inner.plural == verb.plural:
                return inner
        apart = self.tokens[k - 1].text == ","
        for phrase in reversed(before):
            held = any(other.i < phrase.i and phrase.end <= other.end for other in before)
            held = held or (apart and self._said_of_another(phrase))
            if phrase.plural == verb.plural and not self._is_time(phrase) and not held:
                return phrase  # *l'ancien ministre de Paul Roche, qui …*: the whole of it
        return before[-1] if before else None

    def _said_of_another(self, phrase: NounPhrase) -> bool:
        """*la fédération, première du secteur, qui …*, *les élus des Landes, qui …*: said of another noun."""
        if phrase.prep is not None:
            return phrase.prep in _OF
        named = phrase.i + 1 < phrase.j and self.tokens[phrase.i + 1].cap
        return named and self.tokens[phrase.i].low == "des" and not self._object(phrase)

    def complement(self, phrase: NounPhrase) -> NounPhrase | None:
        """*la plainte du syndicat qui dénonce …*: who stands behind *de* at the end of the phrase."""
        for k in range(phrase.i + 1, phrase.j - 1):
            if self.tokens[k].flags & w.OF:
                inner = self.page.phrase_reader.phrase_at(k + 1, phrase.j, bare=True)
                if inner is not None and inner.can_speak and inner.j == phrase.j:
                    return inner
        return None

    def clause_subject(self) -> NounPhrase | None:
        """The subject of the last clause before the quotation, when it can be a source."""
        chosen = self._subject_until(self.position)
        return chosen if chosen is not None and chosen.can_speak else None

    def _bare_apposition(self, phrase: NounPhrase) -> bool:
        """*…, réfugiée en France, …*: set beside another phrase, without determiner."""
        return phrase.form == NOUN and not phrase.det and self.tokens[phrase.i - 1].text == ","

    def agent(self, verb: Verb) -> NounPhrase | None:
        """Who speaks in a passive: *qualifiée par l'élue de « folie »*."""
        for k in range(verb.j, min(verb.j + 6, self.sentence.stop)):
            if self.tokens[k].low == "par":
                phrase = self.page.phrase_reader.phrase_at(k + 1, self.sentence.stop, bare=True)
                if phrase is None or is_thing(phrase):
                    return None
                return self.page.phrase_reader.with_apposition(phrase, self.sentence.stop)
        return None

    def _main_subject(self, verb: Verb) -> NounPhrase | None:
        """Gerunds, participles and infinitives share the subject of the clause they hang on."""
        participle = verb.tense == "ger" and "en" not in (
            self.tokens[verb.i].low,
            self.tokens[verb.i - 1].low,
        )
        if participle or verb.tense == "inf":  # *le maire estimant que*, *on entend un passant s'écrier*
            ending = [p for p in self.phrases if p.end == verb.i]
            held = [self.complement(p) for p in ending if participle]  # *une pile de tracts réclamant*
            beside = [p for p in (*ending, *held) if p is not None and p.can_speak]
            if beside:  # the whole phrase; what it holds comes behind it
                return self._named_before(beside[0]) or beside[0]
        reporting = [v for v in self.verbs if v.finite and v.cue.strong and v.j <= verb.i and not v.passive]
        subject = self._subject_of(reporting[-1]) if reporting else None
        subject = subject or self._subject_until(verb.i)
        if subject is not None and not subject.can_speak and verb.tense == "inf":
            return self._controlled(subject, verb) or subject
        if subject is not None:
            return subject
        return self._coming_subject(verb)

    def _named_before(self, phrase: NounPhrase) -> NounPhrase | None:
        """*Léna Morel, une femme se disant « libre »*: the name to which the phrase is apposed."""
        if phrase.name or phrase.form != NOUN or self.tokens[phrase.i - 1].text != ",":
            return None
        return next((p for p in self.phrases if p.end == phrase.i - 1 and p.name and not p.prep), None)

    def _coming_subject(self, verb: Verb) -> NounPhrase | None:
        """*Jugeant qu'elle « recule », le maire vote contre*: the subject of the clause behind the comma."""
        free = [p for p in self.phrases if p.i >= verb.j and not p.prep and not self._is_time(p)]
        later = [p for p in free if p.i >= self.position]
        if verb.tense != "ger" and verb.i - self.sentence.start > _OPENING:
            return next(iter(later), None)
        opening = [p for p in free if self.tokens[p.i - 1].text == "," and self.page.before_verb(p)]
        coming = [p for p in opening if p.i >= self.position] or [p for p in opening if p.can_speak][-1:]
        return next(iter(coming or later), None)

    def _controlled(self, subject: NounPhrase, verb: Verb) -> NounPhrase | None:
        """*La marche a réuni mille personnes pour réclamer …*: what cannot speak makes others speak."""
        between = [p for p in self.phrases if subject.end <= p.i and p.end <= verb.i and not p.prep]
        return next((p for p in reversed(between) if p.can_speak and not p.flags & w.DOCUMENT), None)

    def _subject_until(self, k: int) -> NounPhrase | None:
        """The subject of the last clause before token `k`: before its verb, or inverted behind it."""
        free = [p for p in self.phrases if p.end <= k and not p.prep and not self._no_subject(p)]
        free = [p for p in free if not self.in_brackets(p)]
        subjects = [p for p in free if self.page.before_verb(p)]
        chosen = subjects[-1] if subjects else None
        inverted = [v for v in self.verbs if v.finite and v.j <= k and self._inverted(v)]
        if inverted and (chosen is None or inverted[-1].i > chosen.i):
            chosen = self.subject_after(inverted[-1]) or chosen
        relative = self._relative_subject(k)
        if relative is not None and (chosen is None or relative.i > chosen.i):
            return relative
        return chosen or (free[0] if free else None)

    def in_brackets(self, phrase: NounPhrase) -> bool:
        """*son dépôt de Morlaix (Finistère)*: an aside of a few words, and no subject."""
        start = max(self.sentence.start, phrase.i - _ASIDE)
        for token in reversed(self.tokens[start : phrase.i]):
            if token.text in _OPEN_BRACKETS or token.text in _CLOSE_BRACKETS:
                return token.text in _OPEN_BRACKETS
        return False

    def _relative_subject(self, k: int) -> NounPhrase | None:
        """*comme Philippe, agent à Dax, qui ira « manifester »*: whom the last *qui* takes up."""
        for j in range(k - 1, self.sentence.start, -1):
            if self.tokens[j].low == "qui":
                before = self.tokens[j - 1].text == ","
                return next((p for p in self.phrases if p.end == (j - 1 if before else j) and p.name), None)
        return None

    def has_speaker_before(self) -> bool:
        """Whether a reporting verb with a subject that can speak stands before the position."""
        verbs = [
            v for v in self.verbs if v.j <= self.position and v.finite and v.cue.strong and not v.passive
        ]
        subject = self.subject_before(verbs[-1]) if verbs else None
        return subject is not None and subject.can_speak

    def reporter(self, verb: Verb) -> NounPhrase | None:
        """Who reports in a sentence that quotes nothing: *La digue tient, poursuit le maire*."""
        return self.subject_after(verb) if self.set_off(verb) else self.subject_before(verb)

    def set_off(self, verb: Verb) -> bool:
        """Behind a comma, and its subject ends the sentence."""
        if verb.i == self.sentence.start or self.tokens[verb.i - 1].text != ",":
            return False
        if verb.clitic is not None:
            return True
        subject = self.subject_after(verb) if "incise" in verb.cue.frames else None
        if subject is None or not subject.can_speak:
            return False
        if subject.det & w.INDEF and not subject.name and not subject.flags & (w.ROLE | w.GROUP):
            return False  # *Le maire, Paul Roche, a demandé une réunion*
        end, stop = subject.end, self.sentence.stop - 1
        if end < stop and self.tokens[end].text == "," and self._whole_before(verb):
            end += 1  # *La grue tient, a dit le maire, Paul Roche, sur Radio Ouest*
        return end >= stop or bool(self.tokens[end].flags & (w.PREP | w.TIME))

    def _whole_before(self, verb: Verb) -> bool:
        """Whether a whole clause stands before the verb, and no relative."""
        whole = any(p.end < verb.i - 1 and self.page.before_verb(p) for p in self.phrases)
        return whole and not any(t.low == "qui" for t in self.tokens[self.sentence.start : verb.i])

    def _subject_of(self, verb: Verb) -> NounPhrase | None:
        """The subject of a finite verb on the side where it stands."""
        return self.subject_after(verb) if self._inverted(verb) else self.subject_before(verb)

    def _inverted(self, verb: Verb) -> bool:
        """The verb follows a quotation, or what it reports: its subject stands behind it."""
        k = verb.i - 1
        comma = k > self.sentence.start and self.tokens[k].text == ","
        if comma:
            k -= 1
        if verb.clitic is not None or (k >= self.sentence.start and self.tokens[k].kind == QUOTE):
            return True
        if not comma and k >= self.sentence.start and self.tokens[k].low in ("que", "qu'"):
            behind = self.subject_after(verb)  # *C'est ce que chante Léna Morel : « … »*
            return behind is not None and behind.i == verb.j and behind.can_speak
        return comma and "incise" in verb.cue.frames and self._subject_only_behind(verb)

    def _subject_only_behind(self, verb: Verb) -> bool:
        """*La crise s'étend, a estimé lundi la préfète*: nobody who can speak stands before the verb."""
        behind = self.subject_after(verb)
        before = self._best_subject(verb)
        if behind is None or not behind.can_speak:
            return False
        return before is None or not before.can_speak or before.plural != verb.plural

    def _best_subject(self, verb: Verb) -> NounPhrase | None:
        best: tuple[float, NounPhrase] | None = None
        free_seen = 0
        ends = {p.end for p in self.phrases}
        for phrase in self.phrases:
            if phrase.j > verb.i:
                break
            if self._is_time(phrase) or self._closed_off(phrase.j, verb.i):
                continue
            score = self._subject_score(phrase, verb, free_seen)
            if phrase.i in ends and not phrase.prep:  # it only goes on
                score -= 2.5
            if not phrase.prep:
                free_seen += 1
            if best is None or score >= best[0]:
                best = score, phrase
        if best is None or best[0] <= -3:
            return None
        return self._set_beside(best[1], verb) or best[1]

    def _set_beside(self, phrase: NounPhrase, verb: Verb) -> NounPhrase | None:
        """*Celui de Brest, Paul Roche, a dit*: the name between commas; not *le bureau du maire, X*."""
        inner = self.complement(phrase)
        if phrase.name or self.tokens[verb.i - 1].text != "," or (inner and inner.flags & w.ROLE):
            return None
        for name in self.phrases:
            apart = name.end == verb.i - 1 and self.tokens[name.i - 1].text == "," and name.i > phrase.end
            if apart and name.name and not name.prep and name.plural == verb.plural:
                between = self.tokens[phrase.end : name.i - 1]
                near = all(t.kind == WORD and not t.flags & (w.FINITE | w.QUE | w.REL) for t in between)
                return name if near else None
        return None

    def _closed_off(self, j: int, k: int) -> bool:
        """A colon, a semicolon or a bracket stands between the two tokens."""
        return any(t.text in (";", ":") for t in self.tokens[j:k])

    def _subject_score(self, phrase: NounPhrase, verb: Verb, free_seen: int) -> float:
        score = 0.0
        if phrase.prep:
            score -= 4.0
        if phrase.plural != verb.plural and not self._joint(phrase):
            score -= 3.0
        if free_seen == 0:
            score += 1.0
        if phrase.end == verb.i:
            score += 3.0
        elif self.tokens[verb.i - 1].text in (",", ")") and self.tokens[min(phrase.end, verb.i - 1)].text in (
            ",",
            "(",
        ):
            score += 1.5
        if self._object(phrase):
            score -= 2.5
        if phrase.form == PRONOUN:
            score += 1.0
        elif phrase.form == NOUN and not phrase.flags & w.HEAD and not phrase.name:
            score -= 1.0
        score -= 0.04 * (verb.i - phrase.end)
        return score

    def _joint(self, phrase: NounPhrase) -> bool:
        k = phrase.end
        return (k < len(self.tokens) and self.tokens[k].low == "et") or (
            phrase.i > 0 and self.tokens[phrase.i - 1].low == "et"
        )

    def _object(self, phrase: NounPhrase) -> bool:
        """The phrase follows a verb directly: its object."""
        k = phrase.i - 1
        if k < self.sentence.start:
            return False
        token = self.tokens[k]
        if token.kind == CLITIC:
            return True
        return bool(token.flags & (w.FINITE | w.VERB)) and not token.flags & (w.HEAD | w.DEMONYM)
