"""Scores of the parser against annotated articles: detection, speaker, and both together."""

from __future__ import annotations

from quotes.evaluation.brat import LeftOut, read_brat
from quotes.evaluation.calibration import Bin, calibrate
from quotes.evaluation.comparing import Comparison, Outcome, compare
from quotes.evaluation.gold import GoldArticle, GoldError, GoldQuotation, read_gold
from quotes.evaluation.matching import LOOSE, STRICT, match, overlap
from quotes.evaluation.misses import Miss, MissKind, misses_of
from quotes.evaluation.names import nearly_same_speaker, same_speaker
from quotes.evaluation.report import Report, annotated, evaluate, evaluate_files
from quotes.evaluation.scores import Ratios, Score

__all__ = [
    "LOOSE",
    "STRICT",
    "Bin",
    "Comparison",
    "GoldArticle",
    "GoldError",
    "GoldQuotation",
    "LeftOut",
    "Miss",
    "MissKind",
    "Outcome",
    "Ratios",
    "Report",
    "Score",
    "annotated",
    "calibrate",
    "compare",
    "evaluate",
    "evaluate_files",
    "match",
    "misses_of",
    "nearly_same_speaker",
    "overlap",
    "read_brat",
    "read_gold",
    "same_speaker",
]
