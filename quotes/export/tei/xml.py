"""XML written as it comes: a line an element, and paragraphs as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

#: what XML cannot hold, and the carriage return, which whoever reads it would take for a line end
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

#: of an element; those that are None are left out
Attributes = Mapping[str, str | None]


def xml_text(text: str) -> str:
    """`text` as XML can hold it: one character stands for one character."""
    return _NOT_XML.sub("\ufffd", text)


class Xml:
    """A document that is being written."""

    def __init__(self, to: TextIOWrapper) -> None:
        self._xml = XMLGenerator(to, "utf-8", short_empty_elements=True)
        self._depth = 0

    def begin(self, instruction: str, data: str) -> None:
        """Write what stands before the first element."""
        self._xml.startDocument()
        self._xml.processingInstruction(instruction, data)

    def end(self) -> None:
        """Write what stands behind the last element."""
        self._xml.ignorableWhitespace("\n")
        self._xml.endDocument()

    @contextmanager
    def block(self, name: str, attributes: Attributes | None = None) -> Iterator[None]:
        """An element of elements, each on a line of its own."""
        self._new_line()
        self.open(name, attributes)
        self._depth += 1
        yield
        self._depth -= 1
        self._new_line()
        self.close(name)

    @contextmanager
    def paragraph(self, name: str, attributes: Attributes | None = None) -> Iterator[None]:
        """An element of text and elements, on a line of its own."""
        self._new_line()
        self.open(name, attributes)
        yield
        self.close(name)

    def line(self, name: str, text: str | None, attributes: Attributes | None = None) -> None:
        """An element of text alone, on a line of its own; none when there is no text."""
        if text is not None:
            with self.paragraph(name, attributes):
                self.text(text)

    def open(self, name: str, attributes: Attributes | None = None) -> None:
        """Begin an element where the text is."""
        given = {key: xml_text(value) for key, value in (attributes or {}).items() if value is not None}
        self._xml.startElement(name, AttributesImpl(given))

    def close(self, name: str) -> None:
        """End the element begun last."""
        self._xml.endElement(name)

    def text(self, text: str) -> None:
        """Write text."""
        self._xml.characters(xml_text(text))

    def _new_line(self) -> None:
        self._xml.ignorableWhitespace("\n" + "  " * self._depth)
