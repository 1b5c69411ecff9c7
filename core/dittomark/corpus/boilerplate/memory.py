"""The labels of lines, and of the stretches between template lines, on finished pages.

A template prints its lines around the article on every page: a line that was marked once will be
boilerplate again, and the stretch between the same two template lines is the same part of the page.
The counts are columns of the regression of `learn`, as log-odds; a page's own marks can be left out
of them, else a fit on finished pages would overestimate them.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Self, TypeVar

import numpy as np

from dittomark.corpus.boilerplate.doubles import cores
from dittomark.corpus.boilerplate.kept import ScoredPage
from dittomark.corpus.boilerplate.lines import Page
from dittomark.structures.array_types import Bools, Floats

# The columns of `Memory` for a line: three of the line, three of the stretches around it.
COLUMNS: Final = 6
_TOP, _BOTTOM = "^", "$"

Slot = tuple[str, str]
_Key = TypeVar("_Key")


@dataclass(frozen=True)
class Finished:
    """A page that people finished, with its untrained scores, and a label key per line.

    `labels[i]` is None for a line of the article.
    """

    scored: ScoredPage
    labels: tuple[str | None, ...]

    @property
    def page(self) -> Page:
        """The page itself."""
        return self.scored.page

    @property
    def weight(self) -> Floats:
        """The words of each line."""
        return self.scored.weight

    @property
    def article(self) -> Bools:
        """Mask of the lines that people left as the article."""
        return np.array([label is None for label in self.labels])


class Memory:
    """Counts of how often each line, and each stretch between template lines, was the article.

    `template` holds the lines that occur on at least two finished pages, at least once as
    boilerplate; they delimit the stretches. `kinds` holds the most frequent label of a line,
    `slot_kinds` that of a stretch.
    """

    def __init__(
        self,
        lines: dict[str, Floats],
        slots: dict[Slot, Floats],
        template: frozenset[str],
        kinds: dict[str, str],
        slot_kinds: dict[Slot, str],
    ) -> None:
        self._lines = lines
        self._slots = slots
        self._template = template
        self._kinds = kinds
        self._slot_kinds = slot_kinds

    @classmethod
    def of(cls, finished: Sequence[Finished]) -> Self:
        """Return the memory of these pages."""
        template = _template(finished)
        lines: dict[str, Floats] = defaultdict(_nothing)
        slots: dict[Slot, Floats] = defaultdict(_nothing)
        kinds: dict[str, Counter[str]] = defaultdict(Counter)
        slot_kinds: dict[Slot, Counter[str]] = defaultdict(Counter)
        for each in finished:
            for slot, counts in _slot_counts(each, template).items():
                slots[slot] = slots[slot] + counts
            for key, counts in _line_counts(each).items():
                lines[key] = lines[key] + counts
            around = _slots_of(each.page, template)
            for line, label, (*_, slot) in zip(each.page.lines, each.labels, around, strict=True):
                if label is not None:
                    kinds[line.key][label] += 1
                    slot_kinds[slot][label] += 1
        return cls(dict(lines), dict(slots), template, _commonest(kinds), _commonest(slot_kinds))

    def kinds(self, page: Page) -> list[str | None]:
        """Return for each line its most frequent label, or else that of its stretch, or None."""
        return [
            self._kinds.get(line.key) or self._slot_kinds.get(slot)
            for line, (*_, slot) in zip(page.lines, _slots_of(page, self._template), strict=True)
        ]

    def has(self, page: Page) -> Bools:
        """Return a mask of the lines that stand on the finished pages too."""
        return np.array([line.key in self._lines for line in page.lines], bool)

    def columns(self, page: Page, weight: Floats, *, without: Finished | None = None) -> Floats:
        """Return `COLUMNS` numbers per line: the log-odds of the line itself and of its stretches.

        With `without`, that page's own marks are left out of the counts.
        """
        own_lines = _line_counts(without) if without else {}
        own_slots = _slot_counts(without, self._template) if without else {}
        none = _nothing()
        rows = []
        slots_of = _slots_of(page, self._template)
        for line, core, slots in zip(page.lines, cores(page, weight), slots_of, strict=True):
            whole = self._lines.get(line.key, none) - own_lines.get(line.key, none)
            inner = self._lines.get(core, none) - own_lines.get(core, none)
            around = [self._slots.get(s, none) - own_slots.get(s, none) for s in slots]
            rows.append([_odds(whole), float(whole.sum() > 0), _odds(inner), *map(_odds, around)])
        return np.array(rows).reshape(len(page.lines), COLUMNS)

    def to_json(self) -> dict[str, Any]:
        """Return the memory as plain values."""
        return {
            "lines": {key: counts.tolist() for key, counts in self._lines.items()},
            "slots": [[*slot, *counts.tolist()] for slot, counts in self._slots.items()],
            "template": sorted(self._template),
            "kinds": self._kinds,
            "slot_kinds": [[*slot, kind] for slot, kind in self._slot_kinds.items()],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Return the memory that `to_json` wrote."""
        return cls(
            {key: np.array(counts) for key, counts in data["lines"].items()},
            {(first, second): np.array(counts) for first, second, *counts in data["slots"]},
            frozenset(data["template"]),
            dict(data["kinds"]),
            {(first, second): kind for first, second, kind in data["slot_kinds"]},
        )


def _commonest(counted: dict[_Key, Counter[str]]) -> dict[_Key, str]:
    return {key: found.most_common(1)[0][0] for key, found in counted.items()}


def _nothing() -> Floats:
    return np.zeros(2)


def _template(finished: Sequence[Finished]) -> frozenset[str]:
    pages: Counter[str] = Counter()
    marked: set[str] = set()
    for each in finished:
        pages.update({line.key for line in each.page.lines})
        labelled = zip(each.page.lines, each.labels, strict=True)
        marked.update(line.key for line, label in labelled if label is not None)
    return frozenset(key for key in marked if pages[key] >= 2)


def _slots_of(page: Page, template: frozenset[str]) -> list[tuple[Slot, Slot, Slot]]:
    """Return for each line the stretch below a template line, above one, and between the two."""
    keys = [line.key for line in page.lines]
    above = _landmarks(keys, template, _TOP)
    below = _landmarks(keys[::-1], template, _BOTTOM)[::-1]
    return [
        (("above", up), ("below", down), (up, down)) for up, down in zip(above, below, strict=True)
    ]


def _landmarks(keys: Sequence[str], template: frozenset[str], edge: str) -> list[str]:
    """Return for each line the nearest template line before it."""
    found = []
    last = edge
    for key in keys:
        found.append(last)
        if key in template:
            last = key
    return found


def _slot_counts(each: Finished, template: frozenset[str]) -> dict[Slot, Floats]:
    """Return for each stretch the shares of its words that are the article and that are not."""
    counts: dict[Slot, Floats] = defaultdict(_nothing)
    size = np.sqrt(each.weight)
    for at, slots in enumerate(_slots_of(each.page, template)):
        for slot in slots:
            counts[slot][0 if each.labels[at] is None else 1] += size[at]
    return {slot: found / found.sum() for slot, found in counts.items()}


def _line_counts(each: Finished) -> dict[str, Floats]:
    """Return for each key the shares of its lines that are the article and that are not."""
    counts: dict[str, Floats] = defaultdict(_nothing)
    for line, label in zip(each.page.lines, each.labels, strict=True):
        counts[line.key][0 if label is None else 1] += 1
    return {key: found / found.sum() for key, found in counts.items()}


def _odds(counts: Floats) -> float:
    return float(np.log((counts[0] + 0.3) / (counts[1] + 0.3)))
