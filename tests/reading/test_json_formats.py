"""JSON Lines and JSON: what counts as an article, and what one wrong record costs."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"content": "Bonjour."}, "text", "Bonjour."),
        ({"Corps de l'article": "x", "Texte": "Bonjour."}, "text", "Bonjour."),
        ({"body": ["Un.", "Deux."]}, "text", "Un.\n\nDeux."),
        ({"summary": "Bref.", "content": "Long."}, "text", "Long."),
        ({"text": "", "content": "Long."}, "text", "Long."),
        ({"text": "Un\r\nDeux"}, "text", "Un\nDeux"),
        ({"text": "x", "headline": "Le pont rouvre"}, "title", "Le pont rouvre"),
        ({"text": "x", "titre": "L&#8217;été &amp; l&rsquo;<b>hiver</b>"}, "title", "L’été & l’hiver"),
        ({"text": "x", "publication_date": "2024-10"}, "date", "2024-10"),
        ({"text": "x", "publishedAt": "2024-10-30T23:15:00Z"}, "date", "2024-10-30"),
        ({"text": "x", "date": "30 octobre 2024"}, "date", "2024-10-30"),
        ({"text": "x", "date": "30/10/2024 à 8h15"}, "date", "2024-10-30"),
        ({"text": "x", "date": "Wed, 30 Oct 2024 08:15:00 +0200"}, "date", "2024-10-30"),
        ({"text": "x", "date": "2024/10/30"}, "date", "2024-10-30"),
        ({"text": "x", "date": 20241030}, "date", "2024-10-30"),
        ({"text": "x", "date": 2024}, "date", "2024"),
        ({"text": "x", "timestamp": 1730270000}, "date", "2024-10-30"),
        ({"text": "x", "timestamp": 1730270000000}, "date", "2024-10-30"),
        ({"text": "x", "updated": "2025-01-01", "published": "2024-10-30"}, "date", "2024-10-30"),
        ({"text": "x", "date": None}, "date", None),
        ({"text": "x", "source": {"id": None, "name": "La Gazette"}}, "outlet", "La Gazette"),
        ({"text": "x", "média": "La Gazette"}, "outlet", None),
        ({"text": "x", "media": "La Gazette"}, "outlet", "La Gazette"),
        ({"text": "x", "link": "https://a.example/1"}, "url", "https://a.example/1"),
        # an address within a site does not tell its articles from another site's
        ({"text": "x", "link": "/1", "href": "https://a.example/1"}, "url", "https://a.example/1"),
        ({"text": "x", "link": "/1"}, "url", None),
        ({"text": "x", "authors": ["Anne Roy", {"name": "Paul Rey"}]}, "author", "Anne Roy, Paul Rey"),
        ({"text": "x", "tags": ["eau", {"name": "école"}]}, "topics", ("eau", "école")),
        (
            {"text": "x", "keywords": "eau; école", "section": "Société"},
            "topics",
            ("eau", "école", "Société"),
        ),
        (
            {"title": {"rendered": "Oui"}, "content": {"rendered": "<p>Un.</p><p>Deux.</p>"}},
            "text",
            "Un.\n\nDeux.",
        ),
        ({"_id": "7", "_source": {"text": "Dedans."}}, "text", "Dedans."),
    ],
)
def test_fields_go_by_many_names(read_file, record, field, value):
    if record.get("média"):  # accents do not count
        value = "La Gazette"
    assert getattr(read_file("a.jsonl", json.dumps(record)).article, field) == value


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", '{"texte": "Un."}\n\n{"texte": "Deux."}\n'),
        ("a.ndjson", '{"texte": "Un."}\r\n{"texte": "Deux."}'),
        ("a.json", '[{"texte": "Un."}, {"texte": "Deux."}]'),
        ("a.json", '{"status": "ok", "articles": [{"texte": "Un."}, {"texte": "Deux."}], "total": 2}'),
        ("a.json", '{"images": [{"description": "Photo."}], "b": [{"texte": "Un."}, {"texte": "Deux."}]}'),
        ("a.json", '{"items": [{"titre": "x", "summary": "Un."}, {"summary": "Deux."}]}'),
        ("a.json", '{"a1": {"texte": "Un."}, "a2": {"texte": "Deux."}}'),
        ("a.json", '{"hits": {"hits": [{"_source": {"text": "Un."}}, {"_source": {"text": "Deux."}}]}}'),
        ("a.json", '\ufeff[\n  {"texte": "Un."},\n  {"texte": "Deux."}\n]\n'),
        # what the extension does not say
        ("a.json", '{"texte": "Un."}\n{"texte": "Deux."}\n'),
        ("a.jsonl", '[{"texte": "Un."}, {"texte": "Deux."}]'),
        ("a.jsonl", '{\n"articles": [{"texte": "Un."}, {"texte": "Deux."}]}'),
        ("a.txt", '{"texte": "Un."}\n{"texte": "Deux."}\n'),
        ("a", '[{"texte": "Un."}, {"texte": "Deux."}]'),
        ("a.data", '[{"texte": "Un."}, {"texte": "Deux."}]'),
    ],
)
def test_where_a_list_of_articles_may_be(read_file, name, content):
    assert read_file(name, content).texts == ["Un.", "Deux."]


@pytest.mark.parametrize(
    "content",
    [
        '{"texte": "Seul.", "comments": [{"text": "Bravo !"}, {"text": "Bof."}]}',
        '{"images": [{"description": "x"}], "author": {"description": "y"}, "texte": "Seul."}',
        '{"meta": {"n": 1}, "article": {"texte": "Seul."}}',
        '{"titre": "Oui", "chapo": "Seul."}',
        '{"author": {"name": "Anne"},\n "texte": "Seul."}',
    ],
)
def test_one_object_may_be_one_article(read_file, content):
    assert read_file("a.json", content).texts == ["Seul."]


def test_a_field_can_be_named(read_file):
    record = '{"teaser": "Non.", "paragraphe_un": "Oui.", "text": "Non plus."}'
    assert read_file("a.jsonl", record, names={"text": "paragraphe_un"}).article.text == "Oui."


def test_html_in_a_field_becomes_text(read_file):
    html = (
        "<p>« Nous&nbsp;rouvrons », dit <b>Anne</b>&nbsp;Roy.</p>\n<p>Fin<br>finale</p>"
        "<aside>Encadré</aside><script>x()</script><p>Lire aussi : Le pont</p><ul><li>Un</li></ul>"
    )
    text = read_file("a.jsonl", json.dumps({"text": html})).article.text
    assert text == "« Nous\u00a0rouvrons », dit Anne\u00a0Roy.\n\nFin\nfinale\n\nUn"


@pytest.mark.parametrize(
    "text", ["a < b et c > d", "<< Bonjour >>, dit-il", "R&D, Q&R", "<3", "x <y@z.example>"]
)
def test_text_that_is_not_html_stays_as_it_is(read_file, text):
    assert read_file("a.jsonl", json.dumps({"text": text})).article.text == text


def test_a_bad_line_costs_that_line(read_file):
    lines = [
        '{"text": "Un."}',
        '{"text": "coupé',
        '["liste"]',
        '{"titre": "Sans texte"}',
        '{"text": "x", "date": "un jour"}',
        "[" * 100_000,
        '{"text": "Sept."}',
    ]
    outcome = read_file("a.jsonl", "\n".join(lines))
    assert outcome.texts == ["Un.", "Sept."]
    assert outcome.failures == [
        "a.jsonl, line 2: is not JSON (Unterminated string starting at, column 10)",
        "a.jsonl, line 3: is not a JSON object",
        "a.jsonl, line 4: no text field (looked for text, content, body, texte, contenu, corps; "
        "found titre); name it with --map text=FIELD",
        "a.jsonl, line 5: date 'un jour' is not understood; write YYYY, YYYY-MM or YYYY-MM-DD",
        "a.jsonl, line 6: is JSON nested too deep for an article",
    ]


def test_a_document_that_breaks_keeps_what_stands_before(read_file):
    outcome = read_file("a.json", '[{"text": "Un."}, {"titre": "Rien"}, {"text": "Trois."}, {"text": ')
    assert outcome.texts == ["Un.", "Trois."]
    assert outcome.failures[0].startswith("a.json, record 2: no text field")
    assert outcome.failures[1].startswith("a.json: is not JSON (")
    assert outcome.failures[1].endswith("records before this: 3")


@pytest.mark.parametrize("content", ["[]", '{"articles": []}', '{"a": {"b": 1}}', '"texte"', "[1, 2]"])
def test_a_document_without_article(read_file, content):
    outcome = read_file("a.json", content)
    assert outcome.texts == []
    assert outcome.failures


def test_no_depth_of_nesting_ends_the_program(read_file):
    outcome = read_file("a.json", '[{"text": "Un."}, ' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "]")
    assert outcome.texts == ["Un."]
    assert len(outcome.failures) == 1


@pytest.mark.parametrize(
    ("records", "sources"),
    [
        ([{"text": "x"}, {"text": "y"}], ["a.jsonl#1", "a.jsonl#2"]),
        ([{"text": "x", "id": 7}, {"text": "y", "_id": "b/c"}], ["a.jsonl#7", "a.jsonl#b%2Fc"]),
        # an id that does not tell them apart is none
        ([{"text": "x", "id": 7}, {"text": "y", "id": 7}], ["a.jsonl#7", "a.jsonl#7#2"]),
    ],
)
def test_each_record_has_a_name_of_its_own(read_file, records, sources):
    outcome = read_file("a.jsonl", "\n".join(map(json.dumps, records)))
    assert [article.source for article in outcome.articles] == sources


def test_what_the_user_says_comes_first(read_file):
    record = json.dumps({"text": "x", "date": "un jour", "outlet": "La Gazette"})
    article = read_file("a.jsonl", record, outlet="Le Matin", date="2024-10").article
    assert (article.outlet, article.date, article.date_source) == ("Le Matin", "2024-10", "option")
