"""From bytes to text: UTF-8, UTF-16, Windows-1252 and ISO-8859-15, told apart by the bytes themselves."""

from __future__ import annotations

import codecs
import re

UTF8 = "utf-8"
WINDOWS = "cp1252"
LATIN9 = "iso8859-15"
MIXED = "utf-8 and cp1252"
#: what is no text: first bytes → what the file is
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database",
}
_BOMS = ((codecs.BOM_UTF8, UTF8), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
#: characters that drive machines and that no text holds, but for tabs, line ends, page ends and escapes
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
_MAX_CONTROLS = 0.005
#: what makes French in UTF-16: the share of zero bytes at every second place, of control characters at the
#: others (the half of a curly quote is one), and in how many characters
_ZEROS, _STRAY, _FEWEST = 0.7, 0.1, 4
#: where the letters and signs of the West end: what three bytes of Windows-1252 make in UTF-8 lies beyond
_WEST = "\u2e80"
#: where ISO-8859-15 has €, or Œ œ Ÿ beside a letter, Windows-1252 has signs that stand there in no text
_LATIN9_SIGN = re.compile(rb"\xa4|[A-Za-z\xc0-\xff][\xbc-\xbe]|[\xbc-\xbe][A-Za-z\xc0-\xff]")
_C1 = re.compile(rb"[\x80-\x9f]")


def binary_kind(head: bytes) -> str | None:
    """What a file is that begins with `head` and is no text (*a PDF*); None when it is text."""
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            return kind
    if _utf16(head):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "a binary file" if b"\0" in head or controls > _MAX_CONTROLS * len(head) else None


def encoding_of(head: bytes) -> str:
    """The encoding of a text that begins with `head`; a character cut at its end does not count."""
    if utf16 := _utf16(head):
        return utf16
    try:
        codecs.getincrementaldecoder(UTF8)().decode(head)
    except UnicodeDecodeError:
        return MIXED if any(_surely_utf8(line) for line in head.split(b"\n")) else eight_bit(head)
    return UTF8


def eight_bit(data: bytes) -> str:
    """Which one of the encodings of one byte a character `data` is in."""
    return LATIN9 if not _C1.search(data) and _LATIN9_SIGN.search(data) else WINDOWS


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """`data` as text with line ends normalised and no byte order mark, and the encoding it was in.

    An `encoding` that is asked for wins unless it is unknown or `data` is not in it.
    """
    encoding = encoding or encoding_of(data)
    try:
        text = _mixed(data) if encoding == MIXED else data.decode(encoding)
    except (LookupError, UnicodeError):
        encoding = encoding_of(data)
        text = _mixed(data) if encoding == MIXED else data.decode(encoding, errors="replace")
    return normalise(text), encoding


def decode_line(line: bytes, encoding: str) -> tuple[str, str]:
    """One line of a file that is in `encoding` as far as its head goes, and the encoding it was in."""
    if line.isascii() or encoding == UTF8 or _surely_utf8(line):
        try:
            return line.decode(UTF8), UTF8
        except UnicodeDecodeError:
            pass
    encoding = eight_bit(line) if encoding in (UTF8, MIXED) else encoding
    return line.decode(encoding, errors="replace"), encoding


def normalise(text: str) -> str:
    """`text` with line feeds at the ends of its lines, and no byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _utf16(head: bytes) -> str | None:
    """The UTF-16 that `head` is in, by its byte order mark or its zero bytes; None when it is in none."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return None if encoding == UTF8 else encoding
    half = len(head) // 2
    if half < _FEWEST or b"\0" not in head:
        return None
    even, odd = head[0 : 2 * half : 2], head[1 : 2 * half : 2]
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        controls = half - len(others.translate(None, _CONTROLS))
        if zeros.count(0) > _ZEROS * half and controls < _STRAY * half:
            return encoding
    return None


def _surely_utf8(line: bytes) -> bool:
    """Whether a line of a file that is not all UTF-8 is: *é*, a no-break space and *»* make no ideogram."""
    if line.isascii():
        return False
    try:
        text = line.decode(UTF8)
    except UnicodeDecodeError:
        return False
    return max(text) < _WEST


def _mixed(data: bytes) -> str:
    return "\n".join(decode_line(line, MIXED)[0] for line in data.split(b"\n"))
