"""Where the main clause of a sentence begins: *Si Léna proteste, Paul défend une « chance »*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.lexicon import words
from quotes.parsing import words as w

if TYPE_CHECKING:
    from quotes.parsing.clause import Clause

#: what opens a clause that comes before the main one; not *comme*, which may name the source
OPPOSING = frozenset({"si", "quand", "lorsque", "lorsqu'", "puisque", "puisqu'", "quoique", "quoiqu'"})
#: *après que*, *alors que*: what makes *que* open a circumstance and not what is reported
ADVERBIAL = words("before_que.txt")


def main_clause(clause: Clause) -> int:
    """*Si Léna proteste, Paul défend une « chance »*: the token at which the main clause begins."""
    start, tokens = clause.sentence.start, clause.tokens
    first = start + 1 if tokens[start].flags & w.COORD and start + 2 < clause.sentence.stop else start
    opens = tokens[first].low in OPPOSING
    second = tokens[first + 1] if first + 1 < clause.sentence.stop else None
    opens = opens or (second is not None and tokens[first].low in ADVERBIAL and bool(second.flags & w.QUE))
    for phrase in clause.phrases if opens else ():
        behind = phrase.i > first + 2 and phrase.end <= clause.position and not phrase.prep
        if behind and tokens[phrase.i - 1].text == "," and clause.page.before_verb(phrase):
            return phrase.i
    return start
