"""Saving an article: once, twice, changed, copied."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from storage_samples import DOCKERS, MAYOR, PORT, port_quotations, quoted

from quotes.model import Article, Kind, Quotation, Span, Speaker, SpeakerKind
from quotes.storage import Database, Filter, Outcome
from quotes.storage.errors import RefusedValueError


def rows(sql: sqlite3.Connection, query: str) -> list[tuple[object, ...]]:
    return sql.execute(query).fetchall()


def dump(sql: sqlite3.Connection) -> list[str]:
    return list(sql.iterdump())


def test_what_is_saved_comes_back_as_it_was(db: Database) -> None:
    assert db.save(PORT, port_quotations(), parser="1") is Outcome.ADDED
    first, second = db.quotations(Filter())
    assert first.text == "La sœur cadette de Toulon mérite mieux"
    assert PORT.text[first.start : first.end] == first.text
    assert (first.speaker, first.speaker_kind, first.role) == ("Éloïse Le Goff", "person", "maire de Brest")
    assert (first.mention, first.cue, first.rule, first.confidence) == (
        "Éloïse Le Goff",
        "a lancé",
        "by-hand",
        0.9,
    )
    assert (first.date, first.outlet, first.title, first.url) == (
        "2024-10-30",
        PORT.outlet,
        PORT.title,
        PORT.url,
    )
    assert (first.topics, first.status, first.article_id) == ("Aménagement du territoire; Mer", "auto", 1)
    assert (second.text, second.kind, second.speaker) == ("un cœur sans bras", Kind.PARTIAL, "les dockers")


def test_offsets_incises_and_nesting_are_kept(db: Database, sql: sqlite3.Connection) -> None:
    article = Article(
        text="« Nous partirons, a-t-elle dit, dès l'aube », rapporte Anne Kerjean.", source="a.txt"
    )
    words = "Nous partirons, a-t-elle dit, dès l'aube"
    incise = Span(18, 29)
    assert incise.of(article.text) == "a-t-elle dit"[: incise.end - incise.start]
    found = quoted(article, words, incises=(incise,), nested=True, mention="Anne Kerjean", cue="rapporte")
    db.save(article, [found], parser="1")
    assert rows(
        sql, "SELECT incises, nested, mention_start, mention_end, cue_start, cue_end FROM quotation"
    ) == [("[[18, 29]]", 1, 55, 67, 46, 54)]


def test_saving_twice_changes_nothing(db: Database, sql: sqlite3.Connection) -> None:
    db.save(PORT, port_quotations(), parser="1")
    before = dump(sql)
    assert db.save(PORT, port_quotations(), parser="1") is Outcome.UNCHANGED
    assert dump(sql) == before


def test_another_parser_does_not_parse_again_by_itself(db: Database, sql: sqlite3.Connection) -> None:
    db.save(PORT, port_quotations(), parser="1")
    assert db.are_current([PORT]) == [True]
    assert db.save(PORT, [], parser="2") is Outcome.UNCHANGED
    assert rows(sql, "SELECT parser, count(*) FROM article JOIN quotation ON article_id = article.id") == [
        ("1", 3)
    ]


@pytest.mark.parametrize(
    ("again", "current"),
    [
        (PORT, True),
        (replace(PORT, source="copie/port.txt"), True),
        (replace(PORT, text=PORT.text + "\n"), False),
        (replace(PORT, title="Brest s'agrandit"), False),
        (replace(PORT, date="2024-10"), False),
        (replace(PORT, topics=("Mer",)), False),
        (replace(PORT, url="https://ponant.example/autre"), False),
    ],
)
def test_an_article_is_current_when_all_but_its_source_is_the_same(
    db: Database, again: Article, current: bool
) -> None:
    assert db.are_current([PORT]) == [False]
    db.save(PORT, port_quotations(), parser="1")
    assert db.are_current([again]) == [current]


@pytest.mark.parametrize(
    ("article", "key"),
    [
        (Article("Texte.", url="https://ponant.example/1", source="a.txt"), "https://ponant.example/1"),
        (Article("Texte.", source="/presse/2024/../a.txt"), "/presse/a.txt"),
        (Article("Texte.", source="/presse/\udce9t\udce9.txt"), "/presse/\\udce9t\\udce9.txt"),
    ],
)
def test_an_article_is_known_by_its_address_else_by_its_file(
    db: Database, sql: sqlite3.Connection, article: Article, key: str
) -> None:
    db.save(article, [], parser="1")
    assert rows(sql, "SELECT key FROM article") == [(key,)]


@pytest.mark.parametrize("source", ["-", None])
def test_an_article_without_address_and_file_is_known_by_its_content(
    db: Database, sql: sqlite3.Connection, source: str | None
) -> None:
    for text in ("Texte.", "Texte.", "Autre texte."):
        db.save(Article(text, source=source), [], parser="1")
    assert rows(sql, "SELECT count(*), sum(key = 'sha256:' || hash) FROM article") == [(2, 2)]


def test_a_relative_and_an_absolute_path_are_one_article(
    db: Database, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    db.save(Article("Premier état.", source="a.txt"), [], parser="1")
    assert db.save(Article("Second état.", source=f"{tmp_path}/a.txt"), [], parser="1") is Outcome.REPLACED


def test_a_copied_file_is_stored_once(db: Database, sql: sqlite3.Connection) -> None:
    original = Article("« Oui », dit-il.", source="a.txt")
    db.save(original, [], parser="1")
    assert db.save(replace(original, source="b.txt"), [], parser="1") is Outcome.UNCHANGED
    assert rows(sql, "SELECT count(*) FROM article") == [(1,)]


def test_an_article_that_becomes_like_another_is_replaced_all_the_same(
    db: Database, sql: sqlite3.Connection
) -> None:
    one, other = Article("Un texte.", source="a.txt"), Article("Un autre.", source="b.txt")
    db.save(one, [], parser="1")
    db.save(other, [], parser="1")
    changed = replace(one, source="b.txt")
    assert db.are_current([changed]) == [False]
    assert db.save(changed, [], parser="1") is Outcome.REPLACED
    assert rows(sql, "SELECT DISTINCT text FROM article") == [("Un texte.",)]


def test_a_changed_article_keeps_its_number_and_replaces_its_quotations(
    db: Database, sql: sqlite3.Connection
) -> None:
    db.save(PORT, port_quotations(), parser="1")
    text = "« Dix ans, c'est long », soupire Yann Kerbrat. « Très long », ajoute-t-il."
    changed = replace(PORT, text=text, topics=("Mer", "Emploi"), date="2024-11-02")
    yann = Speaker("Yann Kerbrat", SpeakerKind.PERSON)
    found = [quoted(changed, "Dix ans, c'est long", yann), quoted(changed, "Très long", yann)]
    assert db.save(changed, found, parser="2") is Outcome.REPLACED
    kept = [(row.article_id, row.text, row.date, row.topics) for row in db.quotations(Filter())]
    assert kept == [
        (1, "Dix ans, c'est long", "2024-11-02", "Mer; Emploi"),
        (1, "Très long", "2024-11-02", "Mer; Emploi"),
    ]
    assert rows(sql, "SELECT name FROM speaker") == [("Yann Kerbrat",)]
    assert rows(sql, "SELECT count(*) FROM speaker_alias") == [(0,)]
    assert rows(sql, "SELECT label FROM topic ORDER BY label") == [("Emploi",), ("Mer",)]
    assert rows(sql, "SELECT parser FROM article") == [("2",)]


def test_the_same_words_keep_their_number_when_the_article_changes(
    db: Database, sql: sqlite3.Connection
) -> None:
    other = Article("« Non », dit Paul Roux.", source="b.txt")
    db.save(PORT, port_quotations(), parser="1")
    db.save(other, [quoted(other, "Non")], parser="1")
    before = dict(rows(sql, "SELECT text, id FROM quotation"))
    longer = replace(PORT, text="Reportage. « Enfin ! » " + PORT.text)
    db.save(longer, [quoted(longer, "Enfin !"), *port_quotations(longer)], parser="1")
    after = dict(rows(sql, "SELECT text, id FROM quotation"))
    assert before.items() <= after.items()
    assert after["Enfin !"] not in before.values()


def test_speakers_are_shared_by_folded_name_and_kind(db: Database, sql: sqlite3.Connection) -> None:
    names = [
        ("Kim Jong-un", SpeakerKind.PERSON),
        ("KIM Jong Un", SpeakerKind.PERSON),
        ("Kim Jong Un", SpeakerKind.DOCUMENT),
    ]
    for number, (name, kind) in enumerate(names):
        article = Article(f"« Nous sommes prêts », dit-il ({number}).", source=f"{number}.txt")
        db.save(article, [quoted(article, "Nous sommes prêts", Speaker(name, kind))], parser="1")
    assert rows(sql, "SELECT name, name_folded, kind FROM speaker") == [
        ("Kim Jong-un", "kim jong un", "person"),
        ("Kim Jong Un", "kim jong un", "document"),
    ]


def test_aliases_are_stored_once_and_never_repeat_the_name(db: Database, sql: sqlite3.Connection) -> None:
    article = Article("« Oui ». « Non ».", source="a.txt")
    speaker = Speaker("Anne Hénaff", SpeakerKind.PERSON, aliases=("Hénaff", "HENAFF", "anne henaff", "…"))
    db.save(article, [quoted(article, "Oui", speaker), quoted(article, "Non", speaker)], parser="1")
    assert rows(sql, "SELECT alias, alias_folded, origin FROM speaker_alias") == [
        ("Hénaff", "henaff", "machine")
    ]


def test_a_speaker_whom_a_person_named_outlives_its_quotations(db: Database, sql: sqlite3.Connection) -> None:
    db.save(PORT, port_quotations(), parser="1")
    sql.execute(
        "INSERT INTO speaker_alias (speaker_id, alias, alias_folded, origin) "
        "SELECT id, 'la maire', 'la maire', 'human' FROM speaker WHERE name = ?",
        (MAYOR.name,),
    )
    db.save(replace(PORT, text="Plus rien."), [], parser="1")
    assert rows(sql, "SELECT name FROM speaker") == [(MAYOR.name,)]


def test_a_speaker_quoted_elsewhere_stays(db: Database, sql: sqlite3.Connection) -> None:
    other = Article("« On attend », disent les dockers.", source="b.txt")
    db.save(PORT, port_quotations(), parser="1")
    db.save(other, [quoted(other, "On attend", DOCKERS)], parser="1")
    db.save(replace(PORT, text="Plus rien."), [], parser="1")
    assert rows(sql, "SELECT name FROM speaker") == [("les dockers",)]


def test_topics_are_shared_by_folded_label_and_keep_their_order(
    db: Database, sql: sqlite3.Connection
) -> None:
    db.save(Article("Un.", topics=("Économie", "économie", "Zoo", " ", "Agriculture")), [], parser="1")
    db.save(Article("Deux.", topics=("ECONOMIE",)), [], parser="1")
    query = (
        "SELECT article_id, label, scheme FROM article_topic JOIN topic ON topic.id = topic_id "
        "ORDER BY article_id, position"
    )
    assert rows(sql, query) == [
        (1, "Économie", "declared"),
        (1, "Zoo", "declared"),
        (1, "Agriculture", "declared"),
        (2, "Économie", "declared"),
    ]


def test_the_day_of_saying_goes_before_the_day_of_publication(db: Database) -> None:
    first, second = port_quotations()[:2]
    db.save(PORT, [replace(first, said_on="2024-10-28"), second], parser="1")
    assert [row.date for row in db.quotations(Filter(sort="article"))] == ["2024-10-28", "2024-10-30"]


def test_the_date_follows_whoever_writes(db: Database, sql: sqlite3.Connection) -> None:
    db.save(PORT, port_quotations()[:1], parser="1")
    for statement, date in (
        ("UPDATE article SET date = '2024-11'", "2024-11"),
        ("UPDATE quotation SET said_on = '2024-09-01'", "2024-09-01"),
        ("UPDATE article SET date = NULL", "2024-09-01"),
        ("UPDATE quotation SET date = '1999'", "2024-09-01"),
        ("UPDATE quotation SET said_on = NULL", None),
    ):
        sql.execute(statement)
        assert rows(sql, "SELECT date FROM quotation") == [(date,)]


def test_a_span_found_twice_is_stored_once(db: Database) -> None:
    db.save(PORT, [*port_quotations(), *port_quotations()], parser="1")
    assert db.count(Filter()) == 2


def test_half_characters_are_stored_as_one_sign_each(db: Database) -> None:
    article = Article("« Caf\udce9 noir », dit-il.", source="-")
    db.save(article, [quoted(article, "Caf\udce9 noir")], parser="1")
    [row] = db.quotations(Filter())
    assert (row.text, row.start, row.end) == ("Caf\ufffd noir", 2, 11)
    assert db.are_current([article]) == [True]


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (Quotation(5, 2, "non", Kind.DIRECT), "ck_quotation_span"),
        (Quotation(2, 5, "non", Kind.DIRECT, confidence=1.5), "ck_quotation_confidence"),
        (Quotation(2, 5, "non", Kind.DIRECT, said_on="mercredi"), "ck_quotation_said_on"),
    ],
)
def test_a_refused_quotation_leaves_nothing_of_its_article(
    db: Database, sql: sqlite3.Connection, broken: Quotation, rule: str
) -> None:
    db.save(PORT, port_quotations(), parser="1")
    before = dump(sql)
    with pytest.raises(RefusedValueError, match=rule):
        db.save(replace(PORT, text="Autre texte."), [broken], parser="1")
    assert dump(sql) == before


def test_deleting_an_article_takes_its_quotations_and_topics_along(
    db: Database, sql: sqlite3.Connection
) -> None:
    db.save(PORT, port_quotations(), parser="1")
    sql.execute("DELETE FROM article")
    assert rows(sql, "SELECT (SELECT count(*) FROM quotation), (SELECT count(*) FROM article_topic)") == [
        (0, 0)
    ]
    assert rows(sql, "PRAGMA foreign_key_check") == []


def test_a_speaker_who_is_quoted_cannot_be_deleted(db: Database, sql: sqlite3.Connection) -> None:
    db.save(PORT, port_quotations(), parser="1")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        sql.execute("DELETE FROM speaker")
