"""Evaluation of an engine on the annotated links: ours, or another with detections in a file."""

from dittomark.evaluating.detections import Detections, read_detections
from dittomark.evaluating.gold import Gold, GoldPair, gold_of
from dittomark.evaluating.measured import Evaluation, PairScore, evaluate

__all__ = [
    "Detections",
    "Evaluation",
    "Gold",
    "GoldPair",
    "PairScore",
    "evaluate",
    "gold_of",
    "read_detections",
]
