"""RSS and Atom: entries as articles."""

from __future__ import annotations

import gzip

import pytest

from quotes.model import Article

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>L’Écho des quais</title><link>https://quais.example</link>
<image><title>Une image</title></image>
<item>
  <title>Le quai Nord &amp;#171; ferm&eacute; &#187;</title>
  <link>https://quais.example/1</link>
  <guid isPermaLink="false">q-1</guid>
  <pubDate>Wed, 03 Mar 2021 08:15:00 +0100</pubDate>
  <dc:creator>Inès Valmont</dc:creator>
  <category>transports</category><category>Loire</category>
  <media:title>Une photo</media:title>
  <description>Résumé.</description>
  <content:encoded><![CDATA[<p>« Nous rouvrirons en avril », promet&nbsp;Lise Arnal.</p>
  <p>Lire aussi : <a href="x">Le quai Sud</a></p>]]></content:encoded>
</item>
<item><guid>q-2</guid><description>&lt;p&gt;« Rien de grave », dit Paul Rey.&lt;/p&gt;</description></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Ciel</title><updated>2023-01-02T00:00:00Z</updated>
<entry><id>urn:1</id><title type="html">La &lt;b&gt;lune&lt;/b&gt;</title>
<link rel="self" href="https://ciel.example/self"/><link href="https://ciel.example/1"/>
<published>2022-12-31T23:00:00Z</published><updated>2023-01-01T00:00:00Z</updated>
<author><name>Zoé Lune</name><uri>https://ciel.example/zoe</uri></author><category term="nuit"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>« Elle est pleine », note Zoé.</p>
<p>Fin.</p></div></content></entry></feed>
"""


def test_rss(read_file):
    first, second = read_file("flux.xml", RSS).articles
    assert first == Article(
        text="« Nous rouvrirons en avril », promet\u00a0Lise Arnal.",
        title="Le quai Nord « fermé »",
        date="2021-03-03",
        date_source="given",
        outlet="L’Écho des quais",
        url="https://quais.example/1",
        author="Inès Valmont",
        topics=("transports", "Loire"),
        source="flux.xml#q-1",
    )
    assert (second.text, second.source) == ("« Rien de grave », dit Paul Rey.", "flux.xml#q-2")


def test_atom(read_file):
    assert read_file("flux.atom", ATOM).article == Article(
        text="« Elle est pleine », note Zoé.\n\nFin.",
        title="La lune",
        date="2022-12-31",
        date_source="given",
        outlet="Le Ciel",
        url="https://ciel.example/1",
        author="Zoé Lune",
        topics=("nuit",),
        source="flux.atom#urn:1",
    )


@pytest.mark.parametrize("name", ["flux.rss", "flux", "flux.txt", "flux.html"])
def test_a_feed_is_known_by_its_content(read_file, name):
    assert len(read_file(name, RSS).articles) == 2


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-15", "utf-16"])
def test_the_bytes_count_not_what_is_declared(read_file, encoding):
    data = ATOM.encode(encoding)
    outcome = read_file("flux.atom.gz", gzip.compress(data))
    assert outcome.article.author == "Zoé Lune"
    assert outcome.log.decoded == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<catalogue><livre/></catalogue>", "a.xml: is XML, but neither RSS nor Atom"),
        ("<rss><channel><title>Vide</title></channel></rss>", "a.xml: is a feed without entries"),
        ("<rss>\n<channel>\n</item>", "a.xml, line 3: is not well-formed XML (mismatched tag)"),
        ("<rss><channel>", "a.xml, line 1: is not well-formed XML (no element found)"),
        ("pas du tout", "a.xml, line 1: is not well-formed XML (syntax error)"),
        (
            '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
            "a.xml: declares XML entities",
        ),
        ("<rss><item><title>Rien</title></item></rss>", "a.xml, record 1: no text field"),
        (
            "<rss><item><description>x</description><pubDate>tôt</pubDate></item></rss>",
            "a.xml, record 1: date 'tôt' is not understood",
        ),
    ],
)
def test_what_is_wrong_is_told(read_file, content, message):
    assert read_file("a.xml", content).failure.startswith(message)


def test_entries_before_the_damage_are_kept(read_file):
    outcome = read_file("flux.xml", RSS.replace("</channel>", "</item>"))
    assert len(outcome.articles) == 2
    assert len(outcome.failures) == 1


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("La Gazette", "La Gazette"),
        ("La Gazette - À la une", "La Gazette"),
        ("Politique | La Gazette", "La Gazette"),
        ("Val-d'Oise-Matin – Toutes les nouvelles", "Val-d'Oise-Matin"),
        ("À la une", "À la une"),
    ],
)
def test_the_title_of_a_feed_tells_its_outlet(read_file, title, outlet):
    feed = f"<rss><channel><title>{title}</title><item><description>Un.</description></item></channel></rss>"
    assert read_file("flux.xml", feed).articles[0].outlet == outlet
