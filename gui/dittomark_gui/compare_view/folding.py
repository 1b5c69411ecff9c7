"""The folded stretches of an article."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dittomark_gui.compare_view.marks import Mark


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch `[start, end)` that is shown as one small tag; `mark` is the folded mark."""

    start: int
    end: int
    mark: Mark


def folds(marks: Iterable[Mark], is_folded: Callable[[Mark], bool]) -> tuple[Fold, ...]:
    """Return the folds in reading order.

    Overlapping marks become one fold, named after the first of them.
    """
    result: list[Fold] = []
    chosen = (mark for mark in marks if mark.end > mark.start and is_folded(mark))
    for mark in sorted(chosen, key=lambda mark: (mark.start, -mark.end)):
        if result and mark.start < result[-1].end:
            result[-1] = replace(result[-1], end=max(result[-1].end, mark.end))
        else:
            result.append(Fold(mark.start, mark.end, mark))
    return tuple(result)


def fold_at(all_folds: Iterable[Fold], offset: int) -> Fold | None:
    """Return the fold that hides a code point (the fold's start counts as visible), or None."""
    return next((fold for fold in all_folds if fold.start < offset < fold.end), None)
