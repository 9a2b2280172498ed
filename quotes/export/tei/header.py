"""The header of the corpus: what it holds, how it is encoded, by which rules, and who is quoted."""

from __future__ import annotations

import re

from quotes import __version__
from quotes.export.asked import asked
from quotes.export.tei.cast import Cast, write_participants
from quotes.export.tei.xml import Xml
from quotes.model import Kind
from quotes.storage import Database, Filter

_KINDS = {
    Kind.DIRECT: "A full utterance: a finite verb, or a complete elliptical sentence.",
    Kind.PARTIAL: "A fragment woven into the journalist's sentence, still the speaker's words.",
    Kind.TERM: "Marks that carry nobody's words: a title, a nickname, a word as a word.",
}
_ENCODING = {
    "quotation": (
        "The quotation marks stay in the text: a said or a q holds the words between them, without the "
        "journalist's interruptions. Where words go on behind one, or in another paragraph, the parts "
        "point at each other with next and prev."
    ),
    "interpretation": (
        "A said points with who at its speaker, where the text tells one; with ana at its kind and at the "
        "rule by which the speaker was found; with resp at the parser, or at a person who has confirmed or "
        "corrected what it found. Its cert is how often that rule is right on annotated articles, and 1 "
        "where a person decided. Fragments in the journalist's sentence are direct speech too, the words "
        "being the speaker's: ana tells them apart. A q holds words between marks that are nobody's. A seg "
        "of type cue is the reporting expression, an rs the words that name the speaker on the spot, a date "
        "the words that tell when it was said: each points with corresp at the quotations it belongs to."
    ),
    "normalization": (
        "A p is a line of the article that is not blank. Characters that XML does not allow have become "
        "U+FFFD, one for one; nothing else of the text is changed."
    ),
}
_FRENCH = re.compile(r"\*([^*]+)\*")


def write_header(xml: Xml, database: Database, wanted: Filter, cast: Cast, rules: dict[str, str]) -> None:
    """What a reader and a program need to know before the first article."""
    with xml.block("teiHeader"):
        _write_file(xml, database, wanted)
        with xml.block("encodingDesc"):
            _write_sampling(xml, wanted)
            with xml.block("editorialDecl"):
                for name, words in _ENCODING.items():
                    with xml.block(name, {"marks": "all"} if name == "quotation" else None):
                        xml.line("p", words)
            with xml.block("classDecl"):
                _write_taxonomy(xml, "kinds", {kind.value: words for kind, words in _KINDS.items()})
                if rules:
                    _write_taxonomy(xml, "rules", rules)
            with (
                xml.block("appInfo"),
                xml.block("application", {"ident": "quotes", "version": __version__}),
            ):
                xml.line("label", "quotes")
        with xml.block("profileDesc"):
            with xml.block("langUsage"):
                xml.line("language", "français", {"ident": "fr"})
            write_participants(xml, database, wanted, cast)


def _write_file(xml: Xml, database: Database, wanted: Filter) -> None:
    count = database.count(wanted)
    count = count if wanted.limit is None else min(count, wanted.limit)
    with xml.block("fileDesc"):
        with xml.block("titleStmt"):
            xml.line("title", "Articles with their quotations")
            for name, does, who in (
                ("parser", "finds quotations and their speakers by rules", f"quotes {__version__}"),
                ("person", "confirms and corrects what was found", "readers"),
            ):
                with xml.block("respStmt", {"xml:id": name}):
                    xml.line("resp", does)
                    xml.line("name", who)
        with xml.block("extent"):
            xml.line("measure", f"{count} quotations", {"unit": "quotations", "quantity": str(count)})
        with xml.block("publicationStmt"):
            xml.line("p", "Not published. The articles belong to those who published them.")
        with xml.block("sourceDesc"):
            xml.line("p", "Press articles; the header of each says where it comes from.")


def _write_sampling(xml: Xml, wanted: Filter) -> None:
    with xml.block("samplingDecl"):
        xml.line(
            "p",
            f"Quotations asked for: {asked(wanted) or 'all but terms'}. Here are the articles that hold "
            "them, whole; only these quotations are marked.",
        )


def _write_taxonomy(xml: Xml, name: str, categories: dict[str, str]) -> None:
    with xml.block("taxonomy", {"xml:id": name}):
        for identifier, words in categories.items():
            with xml.block("category", {"xml:id": identifier}):
                _write_described(xml, words)


def _write_described(xml: Xml, words: str) -> None:
    """A description in which French words stand between asterisks."""
    with xml.paragraph("catDesc"):
        for number, piece in enumerate(_FRENCH.split(words)):
            if number % 2:
                xml.open("mentioned", {"xml:lang": "fr"})
                xml.text(piece)
                xml.close("mentioned")
            else:
                xml.text(piece)
