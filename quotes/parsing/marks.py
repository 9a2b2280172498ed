"""Quote marks → spans: pairing, nesting, paragraphs re-opened, marks missing or mismatched."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

# one class of characters first, which is searched for at a quarter of the time of alternatives
_MARK = re.compile(r'[«»“”„‟‹›"<>](?:(?<=<)<|(?<=>)>|(?<![<>]))')
#: *''donf''*, *‘‘donf''*: two apostrophes for a straight mark
_DOUBLED = re.compile(r"['‘’]{2}|" + _MARK.pattern)
_OPENERS = {"«": "«", "<<": "«", "“": "“", "„": "“", "‟": "“", "‹": "‹"}
_CLOSERS = {"»": "«", ">>": "«", "”": "“", "›": "‹"}
_STRAIGHT = frozenset("\"'‘’")
#: How far a quotation left open at the end of a paragraph is followed, in characters.
_REACH = 6000
#: Marks of other families passed over while looking for its closing mark.
_LOOK_AHEAD = 16
#: From how many pairs of its own family on a mark without partner does not hold them.
_STRAY = 2
#: What it leaves before them is no quotation when it is shorter, in characters.
_SCRAP = 12
#: How many marks may be open at once; further opening ones are passed over.
_DEPTH = 8
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s+[A-ZÀÂÉÈÊÎÔÇŒ«“\"–—-]|\s*$)")
#: *», a-t-il dit*, *», poursuit-elle*: what follows a closing mark and no other
_INCISE = re.compile(r"\s*,?\s*(?:\w+['’])?\w+-(?:t-)?(?:ils?|elles?|on)\b")
#: what follows a closing mark: *"gilet" agenaise* has lost another
_BEHIND_CLOSING = re.compile(r"\s*[.,;:)\n]|\s*\Z")
#: what parts words that were said from who said them: *», a déclaré le maire*
_TOLD_BEHIND = re.compile(r"\s?,\s+(?=[a-zàâéêîôû])")
#: how many words a quotation without opening mark has at least
_SAID = 4
_BEFORE_OPENING = frozenset("([{'’-–—/:;,+*")


@dataclass(slots=True)
class Marked:
    """A stretch between marks; `start:end` is the inner text, `outer` includes the marks."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    #: False where the closing mark is missing and the end was guessed
    closed: bool = True
    parent: Marked | None = field(default=None, repr=False)


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    family: str
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Open:
    mark: _Mark
    children: list[Marked]
    #: the mark that opened it, or re-opened it in the last paragraph it has reached
    resumed: _Mark


def find_marked(text: str) -> list[Marked]:
    """All stretches of `text` between quote marks, by start offset, outer before inner.

    Spans are properly nested or disjoint and never empty; the spaces beside the marks are
    outside. Time is linear in the length of the text.
    """
    return _Pairing(text).run()


def _shape(text: str, start: int, end: int, char: str) -> _Mark:
    """What a mark can do where it stands: a straight mark opens after a space, closes before one."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if char[0] not in _STRAIGHT:
        opens, closes = char in _OPENERS, char in _CLOSERS
        family = _OPENERS.get(char) or _CLOSERS[char]
        if char == "“":  # closes „ … “ and, by mistake, « … “
            closes = not before.isspace()
        return _Mark(start, end, family, opens, closes)
    free_before = before.isspace() or before in _BEFORE_OPENING or before in "«“"
    free_after = after.isspace() or not (after.isalnum() or after in "([«“+#@$-–—…'’.")
    if free_before and free_after:
        return _Mark(start, end, '"', True, True)
    if not free_before and not free_after:
        return _Mark(start, end, '"', not before.isalnum(), True)
    return _Mark(start, end, '"', free_before, not free_before)


class _Pairing:
    """One walk over the marks of a text, paragraph by paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.breaks = [m.start() for m in re.finditer("\n", text)]
        doubled = '"' not in text and any(pair in text for pair in ("''", "‘‘", "’’"))
        found = (_DOUBLED if doubled else _MARK).finditer(text)
        self.marks = [_shape(text, m.start(), m.end(), m[0]) for m in found]
        self.stack: list[_Open] = []
        self.found: list[Marked] = []

    def run(self) -> list[Marked]:
        previous = -1
        for index, mark in enumerate(self.marks):
            paragraph = bisect_right(self.breaks, mark.start)
            if self.stack and paragraph != previous:
                self._paragraph_break(index)
                if self.stack and self._reopens(mark):
                    self.stack[0].resumed = mark
                    previous = paragraph
                    continue
            previous = paragraph
            self._take(index, mark)
        while self.stack:
            self._repair(self.stack.pop(), len(self.text))
        self.found.sort(key=lambda span: (span.outer_start, -span.outer_end))
        return self.found

    def _paragraph_end(self, position: int) -> int:
        index = bisect_right(self.breaks, position)
        return self.breaks[index] if index < len(self.breaks) else len(self.text)

    def _paragraph_start(self, position: int) -> int:
        index = bisect_right(self.breaks, position)
        return self.breaks[index - 1] + 1 if index else 0

    def _starts_paragraph(self, position: int) -> bool:
        return not self.text[self._paragraph_start(position) : position].strip()

    def _paragraph_break(self, upcoming: int) -> None:
        """Close what the paragraph left open, save a quotation that goes on in the next one."""
        outermost = self.stack[0]
        end = self._paragraph_end(outermost.resumed.start)
        if self._goes_on(outermost, upcoming, end):
            while len(self.stack) > 1:
                self._repair(self.stack.pop(), end)
            return
        while self.stack:
            unclosed = self.stack.pop()
            self._repair(unclosed, self._paragraph_end(unclosed.resumed.start))

    def _goes_on(self, outermost: _Open, upcoming: int, end: int) -> bool:
        family = outermost.mark.family
        ahead = self.marks[upcoming : upcoming + _LOOK_AHEAD]
        first = self.marks[upcoming]
        if first.family != family and first.opens and self._starts_paragraph(first.start):
            return False  # another quotation begins, in marks of its own
        mark = next((m for m in ahead if m.family == family), None)
        if mark is None or family == '"' or mark.start - end > _REACH:
            return False
        if self._starts_paragraph(mark.start):
            # re-opened at once, with nothing but white space between the paragraphs
            return not self.text[end : mark.start].strip()
        return mark.closes and not mark.opens

    def _reopens(self, mark: _Mark) -> bool:
        return mark.family == self.stack[0].mark.family and self._starts_paragraph(mark.start)

    def _take(self, index: int, mark: _Mark) -> None:
        top = self.stack[-1].mark.family if self.stack else None
        if mark.opens and mark.closes:
            if top == mark.family or (mark.family == "“" and top == "«" and self._ends_here(index)):
                self._close(mark)
            else:
                self._open(mark)
        elif mark.opens and top == mark.family == "«" and self._turned_round(mark):
            self._close(mark)
        elif mark.opens:
            if mark.family == '"' and top == '"' and not self._nests(index):
                self._close_early(mark)
            self._open(mark)
        elif self.stack:
            if mark.family == '"' and top == "«" and self._stands_for_closing(index):
                mark.family = top
            self._close(mark)
        elif mark.family == "«" and self._stands_for_opening(index):
            self._open(mark)
        else:
            self._open_late(index)

    def _open(self, mark: _Mark) -> None:
        if len(self.stack) < _DEPTH:
            self.stack.append(_Open(mark, [], mark))

    def _ends_here(self, index: int) -> bool:
        """A “ or " after the last word of « …: nothing else closes it in the paragraph."""
        mark = self.marks[index]
        limit = self._paragraph_end(mark.start)
        following = self.marks[index + 1] if index + 1 < len(self.marks) else None
        return following is None or following.start > limit or following.opens

    def _nests(self, index: int) -> bool:
        """A straight mark that opens inside another: both must be closed by what follows."""
        limit = self._paragraph_end(self.marks[index].start)
        following = [m for m in self.marks[index + 1 : index + 3] if m.start < limit and m.family == '"']
        return len(following) == 2 and all(m.closes and not m.opens for m in following)

    def _stands_for_opening(self, index: int) -> bool:
        """»word»: a closing mark typed where an opening one was meant."""
        mark = self.marks[index]
        if self._starts_paragraph(mark.start) or index + 1 >= len(self.marks):
            return False
        before = self.text[mark.start - 1 : mark.start]
        following = self.marks[index + 1]
        same = following.family == "«" and following.closes
        return same and not before.isalnum() and following.start < self._paragraph_end(mark.start)

    def _open_late(self, index: int) -> None:
        """Nous partons », a dit la maire: nothing opened it, and no other mark stands in its sentence."""
        mark = self.marks[index]
        if not _TOLD_BEHIND.match(self.text, mark.end):
            return
        following = self.marks[index + 1].start if index + 1 < len(self.marks) else len(self.text)
        if following < self._paragraph_end(mark.end) and not _SENTENCE_END.search(
            self.text, mark.end, following
        ):
            return
        begin = self._paragraph_start(mark.start)
        if index and self.marks[index - 1].end > begin:
            begin = self.marks[index - 1].end
            if not _SENTENCE_END.search(self.text, begin, mark.start):
                return
        for end in _SENTENCE_END.finditer(self.text, begin, mark.start):
            begin = end.end()
        if len(self.text[begin : mark.start].split()) >= _SAID:
            opening = _Mark(begin, begin, mark.family, opens=True, closes=False)
            self._emit(_Open(opening, [], opening), mark.start, mark.end, closed=True)

    def _close(self, mark: _Mark) -> None:
        """Close the innermost stretch of the mark's family; one of another family if there is none."""
        depth = next(
            (i for i in reversed(range(len(self.stack))) if self._fits(self.stack[i].mark, mark)), None
        )
        if depth is None:
            if mark.family == '"':
                return
            depth = len(self.stack) - 1
        while len(self.stack) > depth + 1:
            self._repair(self.stack.pop(), mark.start)
        self._emit(self.stack.pop(), mark.start, mark.end, closed=True)

    def _turned_round(self, mark: _Mark) -> bool:
        """« word« , a-t-il dit: an opening mark behind a word and before an incise closes."""
        behind_word = not self.text[mark.start - 1 : mark.start].isspace()
        return behind_word and bool(_INCISE.match(self.text, mark.end))

    def _stands_for_closing(self, index: int) -> bool:
        """« word", dit-elle: a straight mark behind a word, and nothing else closes in the paragraph."""
        mark = self.marks[index]
        inches = self.text[mark.start - 1].isdigit()
        ends = _INCISE.match(self.text, mark.end) or _BEHIND_CLOSING.match(self.text, mark.end)
        return not inches and bool(ends) and self._ends_here(index)

    @staticmethod
    def _fits(opening: _Mark, closing: _Mark) -> bool:
        return opening.family == closing.family

    def _close_early(self, mark: _Mark) -> None:
        self._repair(self.stack.pop(), mark.start)

    def _repair(self, unclosed: _Open, limit: int) -> None:
        """End a stretch without closing mark where a reader would: at its sentence's end."""
        begin = unclosed.resumed.end
        kin = [
            c.outer_start for c in unclosed.children if self._of_one_family(c, unclosed) and c.start > begin
        ]
        if len(kin) >= _STRAY:  # they are quotations of their own: it ends before them, or is no mark at all
            limit = min(kin)
            if limit - begin < _SCRAP:
                self._adopt(unclosed.children, None)
                return
        start = max([begin, *(c.outer_end for c in unclosed.children if c.outer_end <= limit)])
        stop = _SENTENCE_END.search(self.text, start, limit)
        end = stop.start() if stop else limit
        self._emit(unclosed, end, end, closed=False)

    def _of_one_family(self, child: Marked, opened: _Open) -> bool:
        return _OPENERS.get(self.text[child.outer_start]) == opened.mark.family

    def _emit(self, opened: _Open, end: int, outer_end: int, *, closed: bool) -> None:
        start = opened.mark.end
        inner = self.text[start:end]
        kept = inner.strip()
        if not any(c.isalnum() for c in kept):
            self._adopt(opened.children, None)
            return
        start += len(inner) - len(inner.lstrip())
        span = Marked(start, start + len(kept), opened.mark.start, outer_end, closed)
        self._adopt(opened.children, span)
        self.found.append(span)
        if self.stack:
            self.stack[-1].children.append(span)

    def _adopt(self, children: list[Marked], parent: Marked | None) -> None:
        for child in children:
            if parent and parent.start <= child.start and child.end <= parent.end:
                child.parent = parent
            elif self.stack:
                self.stack[-1].children.append(child)
