"""A pair as a page to print or send: HTML or PDF, made without a window."""

from dittomark.reporting.content import PairReport, pair_report
from dittomark.reporting.report_words import ENGLISH, ReportWords
from dittomark.reporting.writing import write_report

__all__ = ["ENGLISH", "PairReport", "ReportWords", "pair_report", "write_report"]
