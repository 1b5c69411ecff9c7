"""The lines that pages of one source share: the number of pages that carry each.

A template prints the same lines on page after page. `SourceRepeats` counts, for every line of a
source, the pages that carry it. Copies of one article (the same page crawled twice) count once,
else the article itself would count as template: two pages are copies when they share half of
the words of their long sentences; headers and notices are not compared, because most pages of the
source carry them. Long lines that end no sentence do not count: two articles of one day share a
column of teasers that is longer than either article.

Limits: with one page of a source no line is known to repeat; with two, a shared line is probably
but not certainly template (`share` and `pages` are separate features so that the scorer can weigh
them).
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.lines import Page
from dittomark.corpus.boilerplate.shape import ends_sentence, line_weight
from dittomark.structures.array_types import Floats

# Least words of a line of prose, as in `features`.
_LONG_LINE_WORDS: Final = 12.0
# Long lines on more pages are notices or a much reprinted page and do not identify copies.
_MAX_PAGES_OF_LONG_LINE: Final = 20


class SourceRepeats:
    """Line counts over the pages of one source; `pages` is their number, copies counted once."""

    def __init__(self, pages: Sequence[Page]) -> None:
        groups = _copy_groups(pages)
        self.pages = len(set(groups))
        carried: dict[str, set[int]] = defaultdict(set)
        for page, group in zip(pages, groups, strict=True):
            for key in {line.key for line in page.lines}:
                carried[key].add(group)
        self._counts = {key: len(found) for key, found in carried.items() if len(found) > 1}

    def counts(self, page: Page) -> Floats:
        """Return for each line of the page how many pages of the source carry it (at least 1)."""
        return np.array([self._counts.get(line.key, 1) for line in page.lines], dtype=np.float64)


def by_source(pages: Sequence[Page]) -> dict[str, list[int]]:
    """Return the positions of the pages of each source; a page without source has its own entry."""
    found: dict[str, list[int]] = defaultdict(list)
    for position, page in enumerate(pages):
        found[page.source or f"\0{position}"].append(position)
    return dict(found)


def _copy_groups(pages: Sequence[Page]) -> list[int]:
    """Return a group number per page; copies of one article have the same number."""
    parent = list(range(len(pages)))

    def root(member: int) -> int:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for copy, original in _identical(pages):
        parent[copy] = original
    long_lines = [_long_lines(page) if root(at) == at else {} for at, page in enumerate(pages)]
    for (a, b), shared in _shared_words(long_lines).items():
        if shared >= 0.5 * max(sum(long_lines[a].values()), sum(long_lines[b].values())):
            parent[root(a)] = root(b)
    return [root(member) for member in range(len(pages))]


def _identical(pages: Sequence[Page]) -> list[tuple[int, int]]:
    first: dict[int, int] = {}
    copies = []
    for at, page in enumerate(pages):
        original = first.setdefault(hash(tuple(line.key for line in page.lines)), at)
        if original != at:
            copies.append((at, original))
    return copies


def _long_lines(page: Page) -> dict[str, float]:
    """Return the number of words of each long line: sentences, or all if the page has none."""
    weights = {line.key: (line_weight(line.key), line.text) for line in page.lines}
    long = {key: found for key, found in weights.items() if found[0] >= _LONG_LINE_WORDS}
    prose = {key: weight for key, (weight, text) in long.items() if ends_sentence(text)}
    return prose or {key: weight for key, (weight, _) in long.items()}


def _shared_words(long_lines: Sequence[dict[str, float]]) -> dict[tuple[int, int], float]:
    holders: dict[str, list[int]] = defaultdict(list)
    for at, found in enumerate(long_lines):
        for key in found:
            holders[key].append(at)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for key, members in holders.items():
        if 1 < len(members) <= _MAX_PAGES_OF_LONG_LINE:
            words = long_lines[members[0]][key]
            for i, a in enumerate(members):
                for b in members[i + 1 :]:
                    shared[a, b] += words
    return shared
