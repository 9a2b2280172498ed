"""Text that can be shown on a terminal whatever it says: articles come from anywhere."""

from __future__ import annotations

import re

#: tabs and the separators of lines and paragraphs: a space to a reader
_SPACES = re.compile(r"[\t\v\f\r\x85\u2028\u2029]")
#: control characters, and those that change the direction of what follows
_HARMFUL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_REPLACEMENT = "\ufffd"


def neutral(text: str) -> str:
    """`text` without what drives a terminal; one character stands for one character, line feeds stay."""
    return _HARMFUL.sub(_REPLACEMENT, _SPACES.sub(" ", text))
