"""The main text of an HTML extractor, located on the page, and the weight of its vote.

An extractor returns the article as text of its own making: links joined, cells of a table between
bars. `main_stretches` locates that text on the page by aligning words in order, so that only one
copy is found on a page that contains its article twice. Two runs of an extractor vote: a `wide`
one, and a `strict` one that rather omits text. A strict run that keeps less than `_LEAST_KEPT` of
the wide one has missed the article: its omissions are then ignored.

On the 102 development pages (leaving each out of the fit of the line scorer) trafilatura's strict
run alone reaches F1 .950 on its lines, the wide run .948, both with the line scorer .959.
"""

import bisect
import difflib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from dittomark.corpus.boilerplate.features import page_weights
from dittomark.corpus.boilerplate.lines import Page, line_key, split_page
from dittomark.structures.array_types import Bools, Floats
from dittomark.texts.segmentation import Stretch

# Log-odds that each vote adds or subtracts, and the factor of the line scorer's own.
# F1 on the development pages, news and ordinary web articles, is .952 and .923.
_WIDE: Final = 3.0  # 1.5: .952 and .922; 6: .947 and .929
_STRICT: Final = 4.0  # 2: .951 and .927; 8: .952 and .921
_OWN_SHARE: Final = 0.7  # .35: .951 and .922; 1.4: .949 and .913
# Of ordinary web articles .906 become .923 with it, of news pages .952 stay (development pages); .5
# brings .928 and .948.
_LEAST_KEPT: Final = 0.25
# The fit's own coefficient of the line scorer's log-odds beside the tags (`fit_page_odds`).
_LINES_BESIDE_TAGS: Final = 0.11
_SUREST_LINE: Final = 6.0  # log-odds to which those of the trees are clipped, as in `learn`
# Aligning takes up to the product of both lengths; beyond this many words lines are looked up.
_MOST_WORDS: Final = 20_000
_MOST_MEETINGS: Final = 2_000_000  # of equal words: about a second of difflib
_SHORTEST_RUN: Final = 3  # words; 1 and 6 leave F1 as it is


@dataclass(frozen=True, slots=True)
class MainText:
    """The stretches of a page that two runs of an HTML extractor returned as the article.

    `odds` holds stretches with the log-odds that they are the article, from these votes and the
    tags around them, `kinds` stretches with the kind of boilerplate that the tags denote; both are
    empty for pages that earlier versions imported. Offsets are code points.
    """

    wide: tuple[Stretch, ...]
    strict: tuple[Stretch, ...]
    odds: tuple[tuple[int, int, float], ...] = ()
    kinds: tuple[tuple[int, int, str], ...] = ()

    def to_json(self) -> dict[str, list[list[float | str]]]:
        """Return the stretches as plain values, as an article's metadata keeps them."""
        names = ("wide", "strict", "odds", "kinds")
        return {name: [list(s) for s in getattr(self, name)] for name in names}

    @classmethod
    def from_json(cls, data: object) -> Self | None:
        """Return the object that `to_json` wrote, or None for any other data."""
        try:
            wide, strict = (
                tuple((int(start), int(end)) for start, end in data[name])  # type: ignore[index]
                for name in ("wide", "strict")
            )
            odds = tuple(
                (int(start), int(end), float(value))
                for start, end, value in data.get("odds", ())  # type: ignore[attr-defined]
            )
            kinds = tuple(
                (int(start), int(end), str(kind))
                for start, end, kind in data.get("kinds", ())  # type: ignore[attr-defined]
            )
        except (TypeError, ValueError, KeyError, IndexError, AttributeError):
            return None
        return cls(wide, strict, odds, kinds)

    def added_to(self, page: Page, log_odds: Floats) -> Floats:
        """Return the line scorer's log-odds combined with those of the tags or the two votes."""
        if self.odds:
            surely = np.clip(log_odds, -_SUREST_LINE, _SUREST_LINE)
            together: Floats = self._by_tags(page) + _LINES_BESIDE_TAGS * surely
            return together
        wide, strict = covered(page, self.wide), covered(page, self.strict)
        weight = page_weights(page)
        lost = weight[wide & strict].sum() < _LEAST_KEPT * weight[wide].sum()
        against = 0.0 if lost else -_STRICT
        votes = np.where(wide, _WIDE, -_WIDE) + np.where(strict, _STRICT, against)
        result: Floats = _OWN_SHARE * log_odds + votes
        return result

    def kinds_of(self, page: Page) -> list[str | None]:
        """Return for each line the kind of boilerplate that its tags denote, None for most."""
        starts = [start for start, *_ in self.kinds]
        found: list[str | None] = []
        for line in page.lines:
            at = bisect.bisect_right(starts, line.start) - 1
            inside = at >= 0 and line.start < self.kinds[at][1]
            found.append(self.kinds[at][2] if inside else None)
        return found

    def _by_tags(self, page: Page) -> Floats:
        """Return the log-odds of the stretch in which each line begins."""
        starts = np.array([start for start, *_ in self.odds])
        at = np.searchsorted(starts, [line.start for line in page.lines], side="right") - 1
        values = np.array([value for *_, value in self.odds])
        result: Floats = values[np.maximum(at, 0)]
        return result


def main_stretches(text: str, main: str) -> tuple[Stretch, ...]:
    """Return the stretches of `text` (whole lines, adjacent ones joined) that form `main`."""
    page = split_page(text)
    words = [line.key.split() for line in page.lines]
    wanted = [word for line in main.splitlines() for word in line_key(line).split()]
    if (
        sum(map(len, words)) > _MOST_WORDS
        or len(wanted) > _MOST_WORDS
        or _meetings(words, wanted) > _MOST_MEETINGS
    ):
        lines = {line_key(line) for line in main.splitlines()}
        inside = [line.key in lines for line in page.lines]
    else:
        inside = _aligned(words, wanted)
    return joined_lines(page, inside)


def with_stretches(
    text: str, main: Sequence[Stretch], more: Sequence[Stretch]
) -> tuple[Stretch, ...]:
    """Return `main` with more stretches, as whole lines, neighbours joined."""
    page = split_page(text)
    return joined_lines(page, covered(page, main) | covered(page, more))


def _meetings(words: Sequence[Sequence[str]], wanted: Sequence[str]) -> int:
    """Return the number of pairs of equal words that an alignment would consider."""
    theirs = Counter(wanted)
    return sum(theirs[word] for line in words for word in line)


def covered(page: Page, spans: Sequence[Stretch]) -> Bools:
    """Return, for each line, whether at least half of it is inside the spans."""
    starts = np.array([line.start for line in page.lines], dtype=np.int64)
    ends = np.array([line.end for line in page.lines], dtype=np.int64)
    inside = np.zeros(len(page.lines), dtype=np.int64)
    for start, end in spans:
        inside += np.clip(np.minimum(ends, end) - np.maximum(starts, start), 0, None)
    result: Bools = inside * 2 >= ends - starts
    return result


def _aligned(words: Sequence[Sequence[str]], wanted: Sequence[str]) -> list[bool]:
    """Return, for each line, whether half of its words are matched in `wanted`.

    Matches are in order and in runs of `_SHORTEST_RUN` words or more.
    """
    owner = [at for at, line in enumerate(words) for _ in line]
    flat = [word for line in words for word in line]
    hits = [0] * len(words)
    matcher = difflib.SequenceMatcher(None, flat, wanted, autojunk=False)
    for start, _, size in matcher.get_matching_blocks():
        if size >= _SHORTEST_RUN:
            for at in owner[start : start + size]:
                hits[at] += 1
    return [2 * hit >= max(1, len(line)) for hit, line in zip(hits, words, strict=True)]


def joined_lines(page: Page, inside: Sequence[bool] | Bools) -> tuple[Stretch, ...]:
    """Return the lines that are inside as stretches, adjacent ones joined."""
    stretches: list[Stretch] = []
    open_before = False
    for line, belongs in zip(page.lines, inside, strict=True):
        if belongs and open_before:
            stretches[-1] = (stretches[-1][0], line.end)
        elif belongs:
            stretches.append((line.start, line.end))
        open_before = belongs
    return tuple(stretches)
