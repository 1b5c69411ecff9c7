"""Step 3: runs that belong together.

Rule: a run may follow another that stands before it on both sides, at most `max_gap` words away;
the step costs bits for every word left out and for every word the two gaps differ. The best chain
that ends in each run is found in one sweep over the steps (sparse dynamic programming, as in
Eppstein et al. 1992). Chains are read off from the best down; a run belongs to one chain, a word may
belong to several: that is how a passage that stands twice comes out twice.

Limits: a run is compared with the nearest runs after its end on nearby diagonals only
(`NEIGHBOURS`); a chain with fewer than `least` bits is not followed up, and of each board the
`MOST_CHAINS` weightiest alone.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from dittomark.compare import arrays, seeds, steps
from dittomark.compare.seeds import Board, Row, Run, Runs
from dittomark.compare.settings import Settings
from dittomark.structures.array_types import Bools, Ints

if steps.COMPILED:
    from dittomark.compare import _chains

# Half to twice of it moves no set by more than .002.
NEIGHBOURS: Final = 8
# Two runs may overlap by this many words on one side: that is what a local swap looks like.
# Words; 2 to 6 moves no set by more than .008, this is the best on synthetic swaps.
BACK_STEP: Final = 4
# Bits a word: a third less or half as much again loses .003.
LINK_COST: Final = 0.75
# Bits a word: 2.5 to 6 moves no set by more than .008.
OVERLAP_COST: Final = 4.0
# Bits a word: half to twice of it moves no set by more than .008.
DRIFT_COST: Final = 0.1
MOST_CHAINS: Final = 8000  # two articles of 50,000 words that repeat themselves come near it
SAME: Final = 1e-9  # bits; of equally good steps the last is taken


def chains_of(
    articles: Sequence[Ints],
    wanted: Sequence[Bools],
    boards: Sequence[Board],
    *,
    least: float,
    settings: Settings,
) -> list[list[list[Run]]]:
    """Return the chains of every board, of `least` bits or more, from the ids of the articles' words.

    `wanted` tells, for each article, which ids may be part of a seed. The boards are all of two
    articles, or all of one. See `find_chains` for what comes out.
    """
    find = _by_compiled_code if steps.COMPILED else chains_by_rules
    return find(articles, wanted, boards, least=least, settings=settings)


def chains_by_rules(
    articles: Sequence[Ints],
    wanted: Sequence[Bools],
    boards: Sequence[Board],
    *,
    least: float,
    settings: Settings,
) -> list[list[list[Run]]]:
    """Do what `chains_of` says, without compiled code."""
    row = Row(articles, wanted, room=settings.max_gap + 1)
    runs = seeds.find_runs(row, boards, max_places=settings.max_places)
    return find_chains(runs, least=[least] * len(boards), settings=settings)


def _by_compiled_code(
    articles: Sequence[Ints],
    wanted: Sequence[Bools],
    boards: Sequence[Board],
    *,
    least: float,
    settings: Settings,
) -> list[list[list[Run]]]:
    """Do what `chains_of` says; `_chains.c` has the same rules, and gets what they weigh from here."""
    words = [len(ids) for ids in articles]
    sizes = (
        settings.max_gap + 1,
        settings.max_gap,
        settings.max_places,
        seeds.STEPS,
        seeds.NEXT,
        seeds.MOST_OFTEN,
        seeds.LEAST_END,
        NEIGHBOURS,
        BACK_STEP,
        MOST_CHAINS,
    )
    costs = LINK_COST, DRIFT_COST, OVERLAP_COST, SAME
    rows = tuple(
        (one.a, one.b, one.sums, seeds.least_bits(words[one.a], words[one.b]), least)
        for one in boards
    )
    return _chains.chains(tuple(articles), tuple(wanted), rows, sizes, costs)


def find_chains(runs: Runs, *, least: Sequence[float], settings: Settings) -> list[list[list[Run]]]:
    """Return, for every board, its chains as runs in order, the weightiest first.

    `least` holds the bits that a chain of each board must have. Where both sides are one article, a
    chain goes on only as long as its earlier side has not reached its later one.
    """
    chains: list[list[list[Run]]] = [[] for _ in least]
    if not len(runs):
        return chains
    scores, steps = _best_chains(runs, settings)
    best = np.array(scores)
    order = np.flatnonzero(best >= np.array(least)[runs.board])
    order = order[np.argsort(-best[order], kind="stable")]
    used = [False] * len(runs)
    boards = runs.board.tolist()
    at_a = (runs.a - runs.first_a[runs.board]).tolist()
    at_b = (runs.b - runs.first_b[runs.board]).tolist()
    length = runs.length.tolist()
    for last in order.tolist():
        chain = []
        at = last
        while at >= 0 and not used[at]:
            used[at] = True
            chain.append((at_a[at], at_b[at], length[at]))
            at = steps[at]
        board = boards[last]
        if len(chains[board]) == MOST_CHAINS:
            continue
        if chain and scores[last] - (scores[at] if at >= 0 else 0.0) >= least[board]:
            chains[board].append(chain[::-1])
    return chains


def _best_chains(runs: Runs, settings: Settings) -> tuple[list[float], list[int]]:
    """Return, for every run, the bits of the best chain that ends there and the run before it.

    There is -1 for the run before where a chain begins.
    """
    best: list[float] = runs.weight.tolist()
    previous = [-1] * len(best)
    for source, target, gain in zip(*_steps(runs, settings), strict=True):
        offer = best[source] + gain
        if offer > best[target] + SAME or (previous[target] >= 0 and offer >= best[target] - SAME):
            best[target] = offer
            previous[target] = source
    return best, previous


def _steps(runs: Runs, settings: Settings) -> tuple[list[int], list[int], list[float]]:
    """Return all steps from run to run, and what each of them gains.

    They come in the order of the places in a to which they lead: what leads to a run comes before
    all that lead on from it.
    """
    end_a, end_b = runs.a + runs.length, runs.b + runs.length
    back = _back(runs)
    source, target = _neighbours(runs, back, settings.max_gap)
    at_b = runs.b[target]
    near = (at_b >= (end_b - back)[source]) & (at_b <= (end_b + settings.max_gap)[source])
    if np.any(runs.first_a == runs.first_b):  # inside an article, the earlier side stays before
        near &= end_a[target] <= runs.b[source]
    kept = np.flatnonzero(near)
    _, order = arrays.sort_with_places(runs.a[target[kept]])
    kept = kept[order]
    source, target = source[kept], target[kept]
    gap_a, gap_b = runs.a[target] - end_a[source], runs.b[target] - end_b[source]
    cost = (
        LINK_COST * (np.maximum(gap_a, 0) + np.maximum(gap_b, 0))
        + DRIFT_COST * np.abs(gap_a - gap_b)
        + OVERLAP_COST * np.maximum(-np.minimum(gap_a, gap_b), 0)
    )
    return source.tolist(), target.tolist(), (runs.weight[target] - cost).tolist()


def _back(runs: Runs) -> Ints:
    """Return how many words before its end the next run may start: after its own start, though."""
    return np.minimum(runs.length - 1, BACK_STEP)


def _neighbours(runs: Runs, back: Ints, max_gap: int) -> tuple[Ints, Ints]:
    """Return every run with the nearest runs after its end in a, on nearby diagonals.

    They start at most `back` words before that end and `max_gap` after it. The runs are sorted by
    band of diagonals, then by place; in two sets of bands at once, so that no neighbour is cut off
    by a border.
    """
    band = 2 * max_gap
    in_band = (runs.b - runs.a) // band, (runs.b - runs.a + max_gap) // band
    lowest, highest = int(in_band[0].min()), int(in_band[1].max())
    bands = np.concatenate((in_band[0], in_band[1] + (highest - lowest + 1))) - lowest
    stride = int((runs.a + runs.length).max()) + max_gap + 1  # so none is near one of another band
    starts, order = arrays.sort_with_places(bands * stride + np.concatenate((runs.a, runs.a)))
    order %= len(runs)
    ends = starts + runs.length[order]
    first = np.searchsorted(starts, ends - back[order])
    last = np.searchsorted(starts, ends + max_gap, side="right")
    count = np.minimum(np.maximum(last - first, 0), NEIGHBOURS)
    return np.repeat(order, count), order[arrays.ranges(first, count)]
