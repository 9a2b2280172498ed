"""How far to trust a rule: the share of right speakers it had on annotated articles."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("rule_confidence.tsv")


def confidence(rule: str | None) -> float:
    """The confidence of an attribution made by `rule`, in [0, 1]; 0 without a rule."""
    return _table().get(rule or "", 0.0)


@cache
def _table() -> dict[str, float]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {rule: float(value) for rule, value, *_ in rows}
