"""The tables: every column with what it means, every rule that SQLite can keep for us, by name.

What stands beside the tables is in modules of its own, since only SQLite has it: the search indexes
(`fts`), those of parts of names (`parts`), the triggers (`triggers`, `merge_triggers`), the flat view
`quotes` (`views`). A change here needs a migration.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import (
    INTEGER,
    REAL,
    TEXT,
    CheckConstraint,
    Column,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from quotes.model import Kind, SpeakerKind
from quotes.storage.rows import Status

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


class Text(TypeDecorator[str]):
    """TEXT that takes any Python string: half characters, which UTF-8 does not know, become U+FFFD.

    They come from file names that are not UTF-8 and from broken JSON escapes. One character stands
    for one character, so that offsets stay true.
    """

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return value if value is None else storable(value)


def storable(text: str) -> str:
    """`text` as a column of `Text` has it."""
    return text if text.isascii() else _LONE_SURROGATES.sub("\ufffd", text)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

#: what is shown as a quotation; a query has to say it with the same words to be given an index of those
SHOWN = "kind <> 'term' AND status <> 'rejected' AND start IS NOT NULL"
#: the index of what is shown, article by article
BY_ARTICLE = "ix_quotation_shown_article_id"
#: the index of the outlets of articles, in the order of these
OUTLET_OF = "ix_article_outlet_of"
#: a person decided on it
DECIDED = "status <> 'auto'"

_YEAR, _TWO = "[0-9]" * 4, "[0-9]" * 2


def _one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _iso_date(column: str) -> CheckConstraint:
    shapes = (_YEAR, f"{_YEAR}-{_TWO}", f"{_YEAR}-{_TWO}-{_TWO}")
    return CheckConstraint(" OR ".join(f"{column} GLOB '{shape}'" for shape in shapes), name=column)


def _span(name: str, start: str, end: str) -> CheckConstraint:
    rule = f"({start} IS NULL) = ({end} IS NULL) AND ({start} IS NULL OR 0 <= {start} AND {start} <= {end})"
    return CheckConstraint(rule, name=name)


article = Table(
    "article",
    metadata,
    Column("id", INTEGER, nullable=False, comment="Number of the article; stays when its text changes"),
    Column(
        "key",
        Text,
        nullable=False,
        comment="What makes it the same article when it comes again: its url, else the absolute path of its "
        "file (with # and its id or line in a file of many), else sha256: and its hash",
    ),
    Column("hash", Text, nullable=False, comment="SHA-256 of the text and of all metadata but the source"),
    Column("text", Text, nullable=False, comment="Full text; offsets count its characters from 0"),
    Column("title", Text, comment="Headline"),
    Column("author", Text, comment="Who signed it, as given"),
    Column("outlet", Text, comment="Who published it, as given"),
    Column("outlet_folded", Text, comment="outlet without accents, case and punctuation, for filters"),
    Column(
        "date", Text, comment="When it was published: ISO 8601 at the precision known (2024-10 is a date)"
    ),
    Column("date_source", Text, comment="How the date was found: given (metadata), text (its head), url"),
    Column("url", Text, comment="Address, as given"),
    Column("source", Text, comment="Where it was read last: a path, or - for standard input"),
    Column(
        "parser",
        Text,
        nullable=False,
        comment="Version of the parser that found its quotations; annotation where persons did",
    ),
    Column("ingested_at", Text, nullable=False, comment="When it was stored or last replaced, UTC"),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("key"),
    _iso_date("date"),
    sqlite_strict=True,
    comment="One text with what is known about it",
)
Index(None, article.c.hash)
Index(None, article.c.date)
# both, since a row holds a whole text before it comes to its outlet
Index("ix_article_outlet_folded", article.c.outlet_folded, article.c.outlet)
Index(None, article.c.outlet)
# by number alone SQLite takes no index: it has to be told to (`OUTLETS`)
Index(OUTLET_OF, article.c.id, article.c.outlet_folded, article.c.outlet)

speaker = Table(
    "speaker",
    metadata,
    Column("id", INTEGER, nullable=False, comment="Number of the speaker"),
    Column("name", Text, nullable=False, comment="The fullest form of the name, without title"),
    Column(
        "name_folded",
        Text,
        nullable=False,
        comment="name without accents, case and punctuation: for filters, sorting, telling speakers apart",
    ),
    Column(
        "kind",
        Text,
        nullable=False,
        comment="person (named or not), group (of people), organisation or document",
    ),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("name_folded", "kind"),
    _one_of("kind", SpeakerKind),
    sqlite_strict=True,
    comment="Somebody or something that is quoted, shared by all articles",
)
Index(None, speaker.c.name)

speaker_alias = Table(
    "speaker_alias",
    metadata,
    Column("id", INTEGER, nullable=False, comment="Number of the alias"),
    Column(
        "speaker_id",
        INTEGER,
        ForeignKey("speaker.id", ondelete="CASCADE"),
        nullable=False,
        comment="The speaker so called",
    ),
    Column("alias", Text, nullable=False, comment="Another form of the name: Austin, for Lloyd Austin"),
    Column("alias_folded", Text, nullable=False, comment="alias without accents, case and punctuation"),
    Column(
        "origin",
        Text,
        nullable=False,
        server_default="machine",
        comment="machine: an article calls the speaker so; human: a person said so",
    ),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("speaker_id", "alias_folded"),
    _one_of("origin", ("machine", "human")),
    sqlite_strict=True,
    comment="Other names under which a speaker is found",
)

speaker_merge = Table(
    "speaker_merge",
    metadata,
    Column(
        "speaker_id",
        INTEGER,
        ForeignKey("speaker.id", ondelete="CASCADE"),
        nullable=False,
        comment="The name that is no speaker of its own any more: no quotation has it",
    ),
    Column(
        "merged_into",
        INTEGER,
        ForeignKey("speaker.id"),
        nullable=False,
        comment="The speaker that a person said it is",
    ),
    Column(
        "same_as",
        INTEGER,
        ForeignKey("speaker.id"),
        nullable=False,
        comment="The speaker that it stands for: merged_into, or what that one was merged into later",
    ),
    PrimaryKeyConstraint("speaker_id"),
    CheckConstraint("speaker_id <> merged_into AND speaker_id <> same_as", name="others"),
    sqlite_strict=True,
    comment="Names that a person said are another speaker's",
)
Index(None, speaker_merge.c.merged_into)
Index(None, speaker_merge.c.same_as)

#: articles with their outlets, for many at once: no row is read, which holds a whole text before them
OUTLETS = (
    text(f"SELECT id, outlet_folded, outlet FROM article INDEXED BY {OUTLET_OF}")  # noqa: S608
    .columns(article.c.id, article.c.outlet_folded, article.c.outlet)
    .subquery("outlet_of")
)

quotation = Table(
    "quotation",
    metadata,
    Column("id", INTEGER, nullable=False, comment="Number of the quotation; stays as long as its words stay"),
    Column(
        "article_id",
        INTEGER,
        ForeignKey("article.id", ondelete="CASCADE"),
        nullable=False,
        comment="The article that holds it",
    ),
    Column(
        "start",
        INTEGER,
        comment="Offset of its first character in article.text; null when a person decided on it and its "
        "words have left the article since",
    ),
    Column("end", INTEGER, comment="Offset after its last character; null when start is"),
    Column("text", Text, nullable=False, comment="The words between the marks, as printed"),
    Column(
        "text_folded",
        Text,
        nullable=False,
        comment="text without accents, ligatures and case: what is searched",
    ),
    Column(
        "kind",
        Text,
        nullable=False,
        comment="direct (a full utterance), partial (a fragment), or term (marks that carry nobody's words)",
    ),
    Column(
        "speaker_id", INTEGER, ForeignKey("speaker.id"), comment="Who said it; null when it cannot be told"
    ),
    Column("role", Text, comment="What this article says the speaker is"),
    Column(
        "mention", Text, comment="The expression that names the source on the spot: il, le ministre, Austin"
    ),
    Column("mention_start", INTEGER, comment="Offset of the mention in article.text"),
    Column("mention_end", INTEGER, comment="Offset after the mention"),
    Column("cue", Text, comment="The reporting expression: a déclaré, selon"),
    Column("cue_start", INTEGER, comment="Offset of the cue in article.text"),
    Column("cue_end", INTEGER, comment="Offset after the cue"),
    Column(
        "rule",
        Text,
        comment="The rule that linked words, cue, mention and speaker; null when a person named the speaker",
    ),
    Column(
        "confidence",
        REAL,
        nullable=False,
        comment="How sure the attribution is, from 0 to 1; 1 when a person confirmed or corrected it",
    ),
    Column(
        "said_on", Text, comment="When it was said, where the text tells: ISO 8601 at the precision known"
    ),
    Column("said_when", Text, comment="The words that tell it: vendredi soir, le 18 juin"),
    Column("said_when_start", INTEGER, comment="Offset of these words in article.text"),
    Column("said_when_end", INTEGER, comment="Offset after these words"),
    Column(
        "date",
        Text,
        comment="said_on if known, else article.date; kept in step by triggers, to be indexed as one",
    ),
    Column("nested", INTEGER, nullable=False, comment="1 when it stands inside another quotation, else 0"),
    Column(
        "incises",
        Text,
        nullable=False,
        server_default="[]",
        comment="The journalist's interruptions inside the marks: JSON list of [start, end] in article.text, "
        "or from the start of the words when start is null",
    ),
    Column(
        "status",
        Text,
        nullable=False,
        server_default=Status.AUTO.value,
        comment="auto (the parser alone), or a person's decision: confirmed, corrected, rejected",
    ),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("article_id", "start", "end"),
    _span("span", "start", '"end"'),
    _span("mention_span", "mention_start", "mention_end"),
    _span("cue_span", "cue_start", "cue_end"),
    _span("said_when_span", "said_when_start", "said_when_end"),
    # only a decision outlives its words
    CheckConstraint("start IS NOT NULL OR status <> 'auto'", name="anchored"),
    _one_of("kind", Kind),
    CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
    _iso_date("said_on"),
    CheckConstraint("nested IN (0, 1)", name="nested"),
    CheckConstraint("json_valid(incises)", name="incises"),
    _one_of("status", Status),
    sqlite_strict=True,
    comment="Words between quote marks, who said them, and why we think so",
)
# What a question asks for is found, put in order and counted in one of these alone, and the rows, which are
# long, are read of what is shown. Names are given where the columns would make a long one.
_c = quotation.c
Index("ix_quotation_date", _c.date.desc(), _c.article_id, _c.start, _c.kind, _c.status)
Index("ix_quotation_speaker_id", _c.speaker_id, _c.article_id, _c.date, _c.start, _c.kind, _c.status)
Index(
    BY_ARTICLE,
    _c.article_id,
    _c.kind,
    _c.speaker_id,
    _c.date,
    _c.start,
    sqlite_where=text(SHOWN),
)
Index(
    "ix_quotation_shown_confidence",
    _c.confidence.desc(),
    _c.article_id,
    _c.start,
    sqlite_where=text(SHOWN),
)
# counted are cues of whatever case, which is what the index knows them by
Index("ix_quotation_shown_cue", _c.cue.collate("NOCASE"), _c.article_id, sqlite_where=text(SHOWN))
Index("ix_quotation_shown_rule", _c.rule, _c.article_id, sqlite_where=text(SHOWN))
# asked for what somebody is called alone, so that nothing else is looked up here
Index(
    "ix_quotation_shown_role",
    _c.speaker_id,
    _c.role,
    _c.date,
    sqlite_where=text(f"{SHOWN} AND role IS NOT NULL"),
)
# a person decides on few of very many
Index("ix_quotation_decided", _c.status, sqlite_where=text(DECIDED))

merged_quotation = Table(
    "merged_quotation",
    metadata,
    Column(
        "quotation_id",
        INTEGER,
        ForeignKey("quotation.id", ondelete="CASCADE"),
        nullable=False,
        comment="The quotation",
    ),
    Column(
        "speaker_id",
        INTEGER,
        ForeignKey("speaker.id", ondelete="CASCADE"),
        nullable=False,
        comment="The merged name under which it was found: it returns there when the two are split",
    ),
    PrimaryKeyConstraint("quotation_id"),
    sqlite_strict=True,
    comment="Quotations that have their speaker because a person merged two; kept by triggers",
)
Index(None, merged_quotation.c.speaker_id)

decision = Table(
    "decision",
    metadata,
    Column(
        "quotation_id",
        INTEGER,
        ForeignKey("quotation.id", ondelete="CASCADE"),
        nullable=False,
        comment="The quotation on which a person decided; what they decided is its status, kind and speaker",
    ),
    Column("decided_at", Text, comment="When, UTC; null when that was not kept yet"),
    Column(
        "machine_finds",
        INTEGER,
        nullable=False,
        comment="1 when the parser that read the article last finds these words, else 0; what follows is "
        "what the last parser that did says of them",
    ),
    Column("machine_kind", Text, nullable=False, comment="The kind as the parser has it"),
    Column("machine_speaker", Text, comment="The speaker's name as the parser has it; null for none"),
    Column("machine_speaker_kind", Text, comment="The speaker's kind as the parser has it"),
    Column("machine_role", Text, comment="The speaker's role as the parser has it"),
    Column("machine_rule", Text, comment="The rule by which the parser found the speaker"),
    Column("machine_confidence", REAL, nullable=False, comment="How sure the parser was, from 0 to 1"),
    PrimaryKeyConstraint("quotation_id"),
    CheckConstraint("machine_finds IN (0, 1)", name="machine_finds"),
    _one_of("machine_kind", Kind),
    CheckConstraint("machine_confidence BETWEEN 0 AND 1", name="machine_confidence"),
    sqlite_strict=True,
    comment="What the parser says where a person decided: for undoing, and for scoring the parser",
)

topic = Table(
    "topic",
    metadata,
    Column("id", INTEGER, nullable=False, comment="Number of the topic"),
    Column(
        "scheme",
        Text,
        nullable=False,
        comment="Where the label comes from: declared (by the article itself), subject (of the IPTC Media "
        "Topics, told by the words of the text), keyword (a name or noun phrase of the text)",
    ),
    Column("label", Text, nullable=False, comment="The topic as first written"),
    Column(
        "label_folded",
        Text,
        nullable=False,
        comment="label without accents, case and punctuation, for filters; that of a keyword also without "
        "plural endings",
    ),
    Column("code", Text, comment="Code of a subject: medtop:16000000"),
    Column("label_en", Text, comment="Label of a subject in English"),
    Column("label_en_folded", Text, comment="label_en without accents, case and punctuation, for filters"),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("scheme", "label_folded"),
    sqlite_strict=True,
    comment="What articles are about",
)

article_topic = Table(
    "article_topic",
    metadata,
    Column(
        "article_id",
        INTEGER,
        ForeignKey("article.id", ondelete="CASCADE"),
        nullable=False,
        comment="The article",
    ),
    Column("topic_id", INTEGER, ForeignKey("topic.id"), nullable=False, comment="What it is about"),
    Column("position", INTEGER, nullable=False, comment="Place among the article's topics, from 0"),
    Column("score", REAL, comment="How much it is about it, from 0 to 1; null for what it declares"),
    PrimaryKeyConstraint("article_id", "topic_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
    comment="Which article is about what",
)
Index("ix_article_topic_topic_id", article_topic.c.topic_id, article_topic.c.article_id)

quotation_topic = Table(
    "quotation_topic",
    metadata,
    Column(
        "quotation_id",
        INTEGER,
        ForeignKey("quotation.id", ondelete="CASCADE"),
        nullable=False,
        comment="The quotation",
    ),
    Column("topic_id", INTEGER, ForeignKey("topic.id"), nullable=False, comment="What it is about"),
    Column("position", INTEGER, nullable=False, comment="Place among the quotation's topics, from 0"),
    Column("score", REAL, comment="How much its story is about it, from 0 to 1; null for what is declared"),
    PrimaryKeyConstraint("quotation_id", "topic_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
    comment="All topics of those quotations whose story is about something else than the rest of the "
    "article; the others have the article's",
)
Index("ix_quotation_topic_topic_id", quotation_topic.c.topic_id, quotation_topic.c.quotation_id)
