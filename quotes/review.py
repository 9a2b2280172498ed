"""A session of review: which quotation comes next, what was decided, and the way back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from quotes.storage import Correction, Database, Filter, Question, Status, Verdict


@dataclass(slots=True)
class Session:
    """Goes through the undecided quotations wanted, the least certain first.

    Each decision is stored at once: whoever comes back later goes on where they stopped. What is skipped
    is asked again the next time.
    """

    db: Database
    wanted: Filter
    #: the ids to ask about, in order
    queue: list[int] = field(init=False)
    #: the place in the queue of the quotation that is asked about
    place: int = field(init=False, default=0)
    #: the places decided on or skipped, the last one last
    _done: list[tuple[int, Status | None]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.queue = self.db.to_review(self.wanted)

    def question(self) -> Question | None:
        """What to ask now; None at the end. What somebody else decided meanwhile is passed over."""
        while self.place < len(self.queue):
            if question := self.db.question(self.queue[self.place]):
                return question
            self.place += 1
        return None

    def decide(self, verdict: Verdict) -> Correction | None:
        """Store the verdict on the present quotation and go on; None when it is gone from the database."""
        correction = self.db.decide(self.queue[self.place], verdict)
        if correction is not None:
            self._done.append((self.place, correction.status))
        self.place += 1
        return correction

    def skip(self) -> None:
        """Go on without a decision."""
        self._done.append((self.place, None))
        self.place += 1

    def undo(self) -> bool:
        """Go back to the last quotation and take back what was decided on it; False at the start."""
        if not self._done:
            return False
        self.place, status = self._done.pop()
        if status is not None:
            self.db.undo(self.queue[self.place])
        return True

    @property
    def at_end(self) -> bool:
        """Whether nothing is left to ask."""
        return self.place >= len(self.queue)

    def counts(self) -> Counter[Status | None]:
        """How many of this session have which status; None for those skipped."""
        return Counter(status for _, status in self._done)
