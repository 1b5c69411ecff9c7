"""A pair as a page to print or send: HTML or PDF, made without a window."""

from dittomark.reporting.content import PairReport, pair_report
from dittomark.reporting.writing import write_report

__all__ = ["PairReport", "pair_report", "write_report"]
