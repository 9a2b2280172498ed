"""Saved web pages: the article and nothing else, with what the page says of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAD = """<meta charset="utf-8"><title>Le bac de Lozanne reprend du service - La Vigie</title>"""
PARAGRAPHS = [
    "« Les habitants l’attendaient comme le printemps », sourit Mathilde Ferrand, la batelière.",
    "Le moteur, vieux de trente ans, a été remplacé cet hiver. « Il boit moins », assure le mécanicien.",
    "Le bac circulera tous les jours, de six heures à vingt heures, sauf en cas de crue.",
]
BOILERPLATE = [
    '<div id="cookies"><p>Nous utilisons des cookies pour améliorer votre expérience.</p></div>',
    '<nav><ul><li><a href="/">Accueil</a></li><li><a href="/sport">Sport</a></li></ul></nav>',
    '<p><strong>Lire aussi :</strong> <a href="/x">Le pont fermé jusqu’en juin</a></p>',
    "<p>À lire également : Les mariniers demandent une écluse</p>",
    '<p><a href="/x">Le pont de Saint-Arnoux fermé jusqu’au mois de juin prochain</a></p>',
    '<div><h3>Sur le même sujet</h3><ul><li><a href="/1">Une otarie dans l’estuaire</a></li></ul></div>',
    '<div class="share"><a href="#">Partager sur Facebook</a> <a href="#">Envoyer par e-mail</a></div>',
    '<aside class="newsletter"><h3>Recevez notre newsletter</h3><p>L’essentiel du fleuve.</p></aside>',
    "<p>Inscrivez-vous à notre newsletter pour ne rien manquer de l’actualité du fleuve</p>",
    "<p>Abonnez-vous pour lire la suite de cet article.</p>",
    "<p>Accueil | Sports | Culture</p>",
    "<p>Il vous reste 65.23% de cet article à lire. La suite est réservée aux abonnés.</p>",
    "<div>Publicité</div>",
    "<p>© 2021 La Vigie. Tous droits réservés.</p>",
    "<footer><p>Mentions légales. Politique de confidentialité.</p></footer>",
]


def page(body: str, head: str = HEAD) -> str:
    return f'<!doctype html>\n<html lang="fr"><head>{head}</head><body>{body}</body></html>'


def article(*paragraphs: str) -> str:
    return "<article><h1>Le bac reprend</h1>" + "".join(f"<p>{one}</p>" for one in paragraphs) + "</article>"


@pytest.mark.parametrize("box", BOILERPLATE, ids=lambda box: box[:40])
@pytest.mark.parametrize("place", [0, 2, 3])
def test_boilerplate_is_left_out_wherever_it_stands(read_file, box, place):
    paragraphs = [f"<p>{one}</p>" for one in PARAGRAPHS]
    paragraphs.insert(place, box)
    body = "<main><article><h1>Le bac reprend</h1>" + "\n".join(paragraphs) + "</article></main>"
    assert read_file("a.html", page(body)).article.text == "\n\n".join(["Le bac reprend", *PARAGRAPHS])


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>— « Jamais », coupe la batelière.</p>", "— « Jamais », coupe la batelière."),
        ("<ul><li>« Jamais », dit-elle.</li></ul>", "« Jamais », dit-elle."),
        (
            "<blockquote><p>« Jamais. »</p><footer>Anne Roy</footer></blockquote>",
            "« Jamais. »\n\nAnne Roy",
        ),
        (
            "<p><q>Jamais</q>, dit-elle en <q>passant <i>vite</i></q>.</p>",
            "« Jamais », dit-elle en « passant vite ».",
        ),
        ("<p>Un<br><br>« Jamais »,\n dit-elle.</p>", "Un\n\n« Jamais », dit-elle."),
        ("<p>&laquo;&nbsp;Jamais&nbsp;&raquo;, dit-<b>elle</b>.</p>", "« Jamais », dit-elle."),
        ('<p>« <a href="/x">Jamais</a> », dit-elle.</p>', "« Jamais », dit-elle."),
        ("<h2>« Jamais »</h2>", "« Jamais »"),
    ],
)
def test_quotations_are_kept_however_they_are_marked_up(read_file, html, line):
    body = "<article>" + html.join(f"<p>{one}</p>" for one in PARAGRAPHS[:2]) + "</article>"
    assert read_file("a.html", page(body)).article.text == f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}"


def test_a_short_article_is_not_given_up_for_the_menu(read_file):
    text = "« Tout sera réparé ce soir », dit-on."
    body = f'<nav><a href="/">La une</a></nav><main><h1>Fuite rue Basse</h1><p>{text}</p></main>'
    assert read_file("a.html", page(body)).article.text == f"Fuite rue Basse\n\n{text}"


@pytest.mark.parametrize("class_", ["", ' class="chapo"', ' class="article__desc"'])
@pytest.mark.parametrize("tag", ["header", "div"])
def test_the_standfirst_is_kept(read_file, tag, class_):
    standfirst = "« Tout le monde y perdra », prédit pourtant le maire."
    head = f"<{tag}><h1>Le bac reprend</h1><p{class_}>{standfirst}</p></{tag}>"
    body = f'<section class="article__content"><p>{"</p><p>".join(PARAGRAPHS)}</p></section>'
    text = read_file("a.html", page(f"<main><article>{head}{body}</article></main>")).article.text
    if class_:
        assert text.split("\n\n")[-4:] == [standfirst, *PARAGRAPHS]
    else:  # nothing tells it from a byline
        assert text.split("\n\n")[-3:] == PARAGRAPHS


def test_pages_of_twenty_years_ago(read_file):
    body = (
        '<table><tr><td><a href="/">Accueil</a> | <a href="/s">Sports</a></td></tr><tr><td>'
        f"<h1>Le bac reprend</h1><div>{'<br><br>'.join(PARAGRAPHS)}</div></td></tr></table>"
    )
    assert read_file("a.htm", page(body)).article.text == "\n\n".join(["Le bac reprend", *PARAGRAPHS])


def json_ld(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


JSON_LD = json_ld("""{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "La Vigie"},
{"@type": ["NewsArticle"], "headline": "Le bac reprend", "datePublished": "2021-03-04T23:30:00+01:00",
"dateModified": "2022-01-09",
"author": [{"@type": "Person", "name": "Odile Garnier"}, {"name": "Jean Orval"}],
"publisher": {"@type": "Organization", "name": "La Vigie du fleuve"}, "keywords": ["transports", "fleuve"],
"articleSection": "Société"}]}""")


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        (JSON_LD, "title", "Le bac reprend"),
        (JSON_LD, "date", "2021-03-04"),
        (JSON_LD, "outlet", "La Vigie du fleuve"),
        (JSON_LD, "author", "Odile Garnier, Jean Orval"),
        (JSON_LD, "topics", ("transports", "fleuve", "Société")),
        (json_ld("{broken"), "title", "Le bac reprend"),
        (json_ld('//<!-- \n{"@type": "WebPage", "datePublished": "2021-03"}\n//-->'), "date", "2021-03"),
        (json_ld('{"@type": "Article", "headline": "L&#039;été"}'), "title", "L'été"),
        ('<meta property="og:title" content="Le bac revient">', "title", "Le bac revient"),
        ('<meta property="article:published_time" content="2021-03-04T10:00Z">', "date", "2021-03-04"),
        ('<meta property="article:modified_time" content="2022-01-09">', "date", None),
        ('<meta name="date" content="04/03/2021">', "date", "2021-03-04"),
        ('<meta name="date" content="hier"><meta name="dc.date" content="2021-03">', "date", "2021-03"),
        ('<meta itemprop="datePublished" content="2021-03-04">', "date", "2021-03-04"),
        ('<meta property="og:site_name" content="La Vigie">', "outlet", "La Vigie"),
        ('<meta name="publisher" content="@lavigie">', "outlet", None),
        ('<meta name="author" content="Odile Garnier">', "author", "Odile Garnier"),
        ('<meta property="article:author" content="https://facebook.example/odile">', "author", None),
        (
            '<meta name="keywords" content="eau, fleuve"><meta name="news_keywords" content="Eau">',
            "topics",
            ("eau", "fleuve"),
        ),
        ('<link rel="canonical" href="https://vigie.example/bac">', "url", "https://vigie.example/bac"),
        ('<meta property="og:url" content="https://vigie.example/bac">', "url", "https://vigie.example/bac"),
        # the address of the front page would make all articles one
        ('<link rel="canonical" href="https://vigie.example/">', "url", None),
    ],
)
def test_what_the_page_says_of_its_article(read_file, head, field, value):
    outcome = read_file("a.html", page(article(*PARAGRAPHS), head))
    assert getattr(outcome.article, field) == value
    assert outcome.article.date_source == ("given" if outcome.article.date else None)


def test_a_date_that_only_the_byline_shows(read_file):
    byline = '<div class="byline">Par Odile | Publié le 4 mars 2021 à 10h</div>'
    paragraphs = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    body = f"<article><header><h1>Le bac reprend</h1>{byline}</header>{paragraphs}</article>"
    found = read_file("a.html", page(body)).article
    assert (found.date, found.date_source) == ("2021-03-04", "text")
    assert "Publié" not in found.text


def test_a_date_that_only_the_text_shows(read_file):
    body = article("Publié le 12 septembre 2008 à 14h30", *PARAGRAPHS)
    found = read_file("a.html", page(body)).article
    assert (found.date, found.date_source) == ("2008-09-12", "text")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", '<meta charset="utf-8">'),
        ("utf-8", '<meta charset="iso-8859-1">'),  # the bytes know better
        ("utf-8", ""),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'),
        ("cp1252", '<meta charset="utf-8">'),
        ("cp1252", '<meta charset="nowhere">'),
        ("cp1252", ""),
        ("iso8859-15", '<meta charset="iso-8859-15">'),
        ("mac_roman", '<meta charset="macintosh">'),
        ("utf-16", ""),
    ],
)
def test_encodings_of_pages(read_file, encoding, declared):
    text = "« Le bœuf est à 12 € », s'étonne Noëlle Févre, bouchère à la halle de Saint-Arnoux depuis l'été."
    outcome = read_file("a.html", page(article(text), declared).encode(encoding))
    assert outcome.article.text == f"Le bac reprend\n\n{text}"
    assert outcome.log.decoded == (encoding != "utf-8")


def test_an_xhtml_page_with_a_declaration(read_file):
    content = '<?xml version="1.0" encoding="utf-8"?>\n' + page(article(*PARAGRAPHS))
    assert read_file("a.xhtml", content).article.text.endswith(PARAGRAPHS[-1])


@pytest.mark.parametrize("name", ["a", "a.txt", "a.xml", "a.php"])
def test_a_page_is_known_by_its_content(read_file, name):
    content = "<!-- saved from url=(0026)https://vigie.example/bac -->\n" + page(article(*PARAGRAPHS))
    assert read_file(name, content).article.text.startswith("Le bac reprend")


LINKS = "".join(
    f'<h2><a href="/{n}">Une école rouvre à Vaubry après {n} ans de fermeture</a></h2>' for n in range(9)
)


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<nav><ul><li><a href="/">Accueil</a></li><li><a href="/sport">Sport</a></li></ul></nav>',
        f"<div>Nous utilisons des cookies.</div><main>{LINKS}</main>",
        "<p>Ce site utilise des cookies.</p><p>Tout accepter</p>",
        "<p>Page introuvable</p>",
    ],
)
def test_a_page_without_an_article(read_file, body):
    assert read_file("a.html", page(body)).failure == (
        "a.html: holds no article (no text beside menus, banners and links)"
    )


def test_nesting_without_end(read_file):
    outcome = read_file("a.html", page("<div>" * 20_000 + "Bonjour."))
    assert outcome.articles == []
    assert outcome.failure.startswith("a.html: ")


def test_without_the_extra_a_line_says_how_to_get_it(tmp_path):
    (tmp_path / "a.html").write_text(page(article(*PARAGRAPHS)))
    (tmp_path / "b.txt").write_text("« Bonjour », a dit Anne Roy.")
    code = (
        "import sys; sys.modules['trafilatura'] = None; sys.modules['lxml'] = None\n"
        "from quotes.cli import main; sys.argv[1:] = ['extract', 'a.html', 'b.txt']; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert (
        done.stderr
        == 'quotes: a.html: web pages need more than is installed; run: pip install "quotes[html]"\n'
    )
    assert '"speaker": "Anne Roy"' in done.stdout
    assert done.returncode == 1
