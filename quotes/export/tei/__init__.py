"""TEI P5: a corpus of the articles, each with its quotations marked in its text.

The header of the corpus lists who is quoted and says how everything is encoded; each article is a TEI
document of its own, with what is known of it in its header. Articles are written as they are read.
"""

from __future__ import annotations

from typing import BinaryIO

from quotes.export.tei.article import write_articles
from quotes.export.tei.cast import cast_of, write_documents
from quotes.export.tei.header import write_header
from quotes.export.tei.rules import rules_of
from quotes.export.tei.xml import Xml
from quotes.export.utf8 import utf8
from quotes.storage import Database, Filter

NAMESPACE = "http://www.tei-c.org/ns/1.0"
#: which schema the document follows, in the way that XML editors look for it
_MODEL = (
    'href="https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng" '
    'type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"'
)


def write(database: Database, wanted: Filter, to: BinaryIO) -> None:
    """The articles in which a quotation is wanted, with these quotations, as one `teiCorpus`."""
    cast, rules = cast_of(database, wanted), rules_of(database, wanted)
    known = frozenset(cast.pointers | rules.keys())
    with utf8(to) as text:
        xml = Xml(text)
        xml.begin("xml-model", _MODEL)
        with xml.block("teiCorpus", {"xmlns": NAMESPACE, "xml:lang": "en"}):
            write_header(xml, database, wanted, cast, rules)
            write_documents(xml, database, wanted, cast)
            write_articles(xml, database.whole_articles(wanted), known)
        xml.end()
