"""Pages whose lines run across several columns in the file: read column by column.

A page is represented as lines of equal length (a grid), in which the gap between two columns is a
run of spaces at the same position of many lines.
"""

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from typing import Final

_GAP: Final = re.compile(r"(?<=\S) {3,}(?=\S)")
_FEWEST_LINES: Final = 6  # two or three long lines are a table, not columns
_FEWEST_WORDS: Final = 3  # of a line of running text in a narrow column; cells of tables have fewer
_FEWEST_LETTERS: Final = 12
_SAME_PLACE: Final = 0.6  # of the lines with gaps: the others are indents and wide spaces
_ACROSS: Final = 0.5  # of the lines of two columns, found side by side in the text


def in_order(grid: Sequence[str], text: str) -> str | None:
    """Return a page's text by column, if `text` has the lines of its columns side by side.

    `grid` holds the page's lines as printed, each character in its column. None for a page whose
    text is in order. Empty if columns are mixed and can't be separated.
    """
    both = [parts for line in grid if (parts := _two_sides(line))]
    flat = "".join(text.split())
    across = sum("".join((left + right).split()) in flat for left, right in both)
    if len(both) < _FEWEST_LINES or across < _ACROSS * len(both):
        return None
    lines = _by_column(grid)
    if lines is None:
        return ""
    return "\n".join(" ".join(line.split()) for line in lines)


def _two_sides(line: str) -> tuple[str, str] | None:
    """Return the text left and right of a line's widest gap, if both are running text."""
    gap = max(_GAP.finditer(line), key=lambda one: one.end() - one.start(), default=None)
    if gap is None:
        return None
    left, right = line[: gap.start()].rstrip(), line[gap.end() :].rstrip()
    left = re.split(r" {3,}", left.strip())[-1]
    right = re.split(r" {3,}", right.strip())[0]
    return (left, right) if _is_running(left) and _is_running(right) else None


def _is_running(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS and len(text) >= _FEWEST_LETTERS


def _by_column(grid: Sequence[str]) -> list[str] | None:
    """Return the lines of one column after another; None if most lines share no gap.

    A line across all columns separates the columns above from those below.
    """
    place = _gap_of(grid)
    if place is None:
        return None
    lines: list[str] = []
    left: list[str] = []
    right: list[str] = []
    for line in grid:
        if line[place - 1 : place + 2].strip():
            lines += _columns_of(left) + _columns_of(right) + [line]
            left, right = [], []
        else:
            left.append(line[:place])
            right.append(line[place:])
    return lines + _columns_of(left) + _columns_of(right)


def _columns_of(grid: list[str]) -> list[str]:
    """Return the lines of one side, which may have several columns itself."""
    grid = [line for line in grid if line.strip()]
    return _by_column(grid) or grid


def _gap_of(grid: Sequence[str]) -> int | None:
    """Return the position of a gap between two columns of text, shared by most lines with gaps."""
    gaps = [gap.span() for line in grid for gap in _GAP.finditer(line)]
    lines = sum(bool(_GAP.search(line)) for line in grid)
    if lines < _FEWEST_LINES:
        return None
    counts = Counter(place for start, end in gaps for place in range(start + 1, end - 1))
    if not counts:
        return None
    most = max(counts.values())
    if most < max(_FEWEST_LINES, _SAME_PLACE * lines):
        return None
    places = [place for place, count in counts.items() if count == most]
    place = sorted(places)[len(places) // 2]
    halves = [
        (line[:place], line[place:])
        for line in grid
        if line[:place].strip() and line[place:].strip() and not line[place - 1 : place + 2].strip()
    ]
    for side in (0, 1):
        if statistics.median(len(half[side].split()) for half in halves) < _FEWEST_WORDS:
            return None
    return place
