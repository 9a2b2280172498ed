"""A folder for the annotation tool brat: each article as a text with its annotation, and the settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quotes.brat import labels
from quotes.brat.standoff import Entity, Relation, Standoff, stretches
from quotes.brat.standoff import write as lines_of
from quotes.export.gold import is_counted, with_terms
from quotes.folding import fold_name
from quotes.model import Span, SpeakerKind
from quotes.storage import Database, Evidence, Filter, Status, WholeArticle

#: of a title, so many characters are part of a file's name
_LONGEST = 50
_TENTHS = tuple(f"{tenth / 10:.1f}" for tenth in range(11))
#: background of each label: apart also for who does not see all colours, dark words on all of them
_COLOURS = {
    "Direct_Quotation": "#9ecae9",
    "Mixed_Quotation": "#ffbf79",
    "Indirect_Quotation": "#d9d9d9",
    "Term": "#eeeeee",
    "Cue": "#f2cf5b",
    "Agent": "#88d27a",
    "Group_of_people": "#b79a20",
    "Organization": "#83bcb6",
    "Document": "#d8b5a5",
    "Source_pronoun": "#d6a5c9",
}


def write(database: Database, wanted: Filter, to: Path) -> int:
    """Fill the folder: NAME.txt and NAME.ann for each article; terms come unless kinds are asked for."""
    count = 0
    rules = set[str]()
    for article in database.whole_articles(with_terms(wanted)):
        ids = {one.speaker_id for one in article.quotations if one.speaker_id is not None}
        annotation = _Annotation(article.text, database.also_called(ids)).of(article)
        stem = to / _name(article)
        stem.with_suffix(".txt").write_bytes(article.text.encode())
        stem.with_suffix(".ann").write_bytes("".join(lines_of(annotation, article.text)).encode())
        rules |= {one.row.rule for one in article.quotations if one.row.rule}
        count += sum(is_counted(one, wanted) for one in article.quotations)
    (to / "annotation.conf").write_text("".join(_settings(sorted(rules))), encoding="utf-8")
    (to / "visual.conf").write_text("".join(_colours()), encoding="utf-8")
    return count


def _name(article: WholeArticle) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", fold_name(article.title or ""))[:_LONGEST].strip("-")
    return f"{article.id:06}-{words}" if words else f"{article.id:06}"


@dataclass(slots=True)
class _Annotation:
    """The annotation of one article as it grows."""

    text: str
    #: speaker → other names
    aliases: dict[int, tuple[str, ...]]
    made: Standoff = field(default_factory=Standoff)
    #: what stands where, and who is meant → its id
    ids: dict[tuple[str, tuple[Span, ...], str], str] = field(default_factory=dict)

    def of(self, article: WholeArticle) -> Standoff:
        """What the quotations of the article say."""
        for one in article.quotations:
            self._quotation(one)
        return self.made

    def _quotation(self, one: Evidence) -> None:
        row = one.row
        id_ = self._entity(labels.OF_KIND[row.kind], stretches(self.text, one.span, one.incises), str(row.id))
        self.made.attributes[id_, labels.CONFIDENCE] = _TENTHS[int(row.confidence * 10)]
        if row.rule:
            self.made.attributes[id_, labels.RULE] = row.rule
        if row.status is not Status.AUTO:
            self.made.attributes[id_, labels.STATUS] = row.status
        if one.nested:
            self.made.attributes[id_, labels.NESTED] = ""
        if one.cue is not None and one.cue.start < one.cue.end:
            cue = self._entity(labels.CUE, stretches(self.text, one.cue))
            self.made.relations.append(Relation(labels.INDICATES, cue, id_))
        if row.speaker is not None and row.speaker_kind is not None:
            self._source(id_, one, row.speaker, row.speaker_kind)

    def _source(self, quotation: str, one: Evidence, speaker: str, kind: SpeakerKind) -> None:
        """Who said it, by the words that say so; by a note alone where the text has no such words."""
        others = self.aliases.get(one.speaker_id, ()) if one.speaker_id is not None else ()
        who = labels.speaker_note((speaker, *others), kind)
        named = self._named(speaker, one.span)
        mention = one.mention if one.mention is not None and one.mention.start < one.mention.end else named
        if mention is None:
            self.made.notes[quotation] = who
            return
        is_pronoun = labels.is_pronoun(mention.of(self.text))
        label = labels.PRONOUN if is_pronoun else labels.OF_SPEAKER[kind]
        source = self._entity(label, stretches(self.text, mention), who)
        self.made.relations.append(Relation(labels.QUOTED_IN, source, quotation))
        self.made.notes[source] = who
        if is_pronoun and named is not None:
            meant = self._entity(labels.OF_SPEAKER[kind], stretches(self.text, named), who)
            self.made.notes[meant] = who
            refers = Relation(labels.REFERS, source, meant)
            if refers not in self.made.relations:
                self.made.relations.append(refers)

    def _named(self, speaker: str, near: Span) -> Span | None:
        """Where the text has the speaker's name: before the quotation if it can be, and close to it."""
        places = [Span(*found.span()) for found in re.finditer(re.escape(speaker), self.text)]
        return min(places, key=lambda at: (at.start > near.start, abs(at.start - near.start)), default=None)

    def _entity(self, label: str, spans: tuple[Span, ...], meaning: str = "") -> str:
        key = (label, spans, meaning)
        if key not in self.ids:
            self.ids[key] = f"T{len(self.ids) + 1}"
            self.made.entities[self.ids[key]] = Entity(self.ids[key], label, spans)
        return self.ids[key]


def _settings(rules: Iterable[str]) -> Iterator[str]:
    """What annotators can choose from."""
    quotations = "|".join((*labels.OF_KIND.values(), labels.INDIRECT))
    sources = "|".join((*labels.OF_SPEAKER.values(), labels.PRONOUN))
    yield "[entities]\n"
    yield from (f"{label}\n" for label in _COLOURS)
    yield "\n[relations]\n"
    yield f"{labels.QUOTED_IN}\tArg1:{sources}, Arg2:{quotations}\n"
    yield f"{labels.INDICATES}\tArg1:{labels.CUE}, Arg2:{quotations}\n"
    yield f"{labels.REFERS}\tArg1:{sources}, Arg2:{sources}\n"
    # a quotation may stand inside another one, and its source too
    yield "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n"
    yield "\n[events]\n\n[attributes]\n"
    yield f"{labels.NESTED}\tArg:{quotations}\n"
    decided = [status.value for status in Status if status is not Status.AUTO]
    for name, values in ((labels.CONFIDENCE, _TENTHS), (labels.STATUS, decided), (labels.RULE, tuple(rules))):
        if values:
            yield f"{name}\tArg:{quotations}, Value:{'|'.join(values)}\n"


def _colours() -> Iterator[str]:
    """How it looks."""
    yield "[labels]\n"
    yield from (f"{label} | {label.replace('_', ' ')}\n" for label in _COLOURS)
    yield "\n[drawing]\nSPAN_DEFAULT\tfgColor:black, bgColor:#ffffff, borderColor:darken\n"
    yield "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5\n"
    yield from (f"{label}\tbgColor:{colour}\n" for label, colour in _COLOURS.items())
    yield f"{labels.NESTED}\tglyph:↳\n"
