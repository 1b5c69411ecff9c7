"""Export to files: one module per format."""

from dittomark.exporting.options import (
    ExportReport,
    Loss,
    Selection,
    SplitPart,
    SplitReport,
    parse_split,
)
from dittomark.exporting.run import FORMATS, export

__all__ = [
    "FORMATS",
    "ExportReport",
    "Loss",
    "Selection",
    "SplitPart",
    "SplitReport",
    "export",
    "parse_split",
]
