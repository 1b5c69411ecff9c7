"""Step 3: runs that belong together.

Rule: a run may follow another that stands before it on both sides, at most `max_gap` words away;
the step costs bits for every word left out and for every word the two gaps differ. The best chain
that ends in each run is found by relaxing all steps at once until nothing improves (sparse dynamic
programming, as in Eppstein et al. 1992, with numpy instead of a sweep). Chains are read off from
the best down; a run belongs to one chain, a word may belong to several: that is how a passage that
stands twice comes out twice.

Limits: a run is compared with the nearest runs after its end on nearby diagonals only
(`NEIGHBOURS`); a chain with fewer than `least` bits is not followed up.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from dittomark.compare import arrays
from dittomark.compare.arrays import Ints
from dittomark.compare.seeds import Run, Runs
from dittomark.compare.settings import Settings
from dittomark.compare.tokens import Floats

NEIGHBOURS: Final = 8
# Two runs may overlap by this many words on one side: that is what a local swap looks like.
BACK_STEP: Final = 4
LINK_COST: Final = 0.75
OVERLAP_COST: Final = 4.0
DRIFT_COST: Final = 0.1
# Costs are negligible against weights after this many rounds; only a text of thousands of tiny
# runs in a row needs so many.
MOST_ROUNDS: Final = 200


def find_chains(runs: Runs, *, least: Sequence[float], settings: Settings) -> list[list[list[Run]]]:
    """Return, for every board, its chains as runs in order, the weightiest first.

    `least` holds the bits that a chain of each board must have. Where both sides are one article, a
    chain goes on only as long as its earlier side has not reached its later one.
    """
    chains: list[list[list[Run]]] = [[] for _ in least]
    if not len(runs):
        return chains
    best, previous = _best_chains(runs, settings)
    order = np.flatnonzero(best >= np.array(least)[runs.board])
    order = order[np.argsort(-best[order], kind="stable")]
    used = [False] * len(runs)
    steps, scores, boards = previous.tolist(), best.tolist(), runs.board.tolist()
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
        if chain and scores[last] - (scores[at] if at >= 0 else 0.0) >= least[boards[last]]:
            chains[boards[last]].append(chain[::-1])
    return chains


def _best_chains(runs: Runs, settings: Settings) -> tuple[Floats, Ints]:
    """Return, for every run, the bits of the best chain that ends there and the run before it."""
    source, target, cost = _steps(runs, settings)
    best = runs.weight.copy()
    previous = np.full(len(runs), -1, dtype=np.int64)
    if not len(source):
        return best, previous
    gain = runs.weight[target] - cost
    borders = np.flatnonzero(arrays.borders(target))
    reached = target[borders]
    for _ in range(MOST_ROUNDS):
        offers = np.maximum.reduceat(best[source] + gain, borders)
        better = offers > best[reached]
        if not better.any():
            break
        best[reached[better]] = offers[better]
    chosen = (best[source] + gain >= best[target] - 1e-9) & (best[target] > runs.weight[target])
    previous[target[chosen]] = source[chosen]
    return best, previous


def _steps(runs: Runs, settings: Settings) -> tuple[Ints, Ints, Floats]:
    """Return all steps from run to run with their costs, ordered by the run they lead to."""
    end_a, end_b = runs.a + runs.length, runs.b + runs.length
    source, target = _neighbours(runs, settings.max_gap)
    gap_a = runs.a[target] - end_a[source]
    gap_b = runs.b[target] - end_b[source]
    near = (np.minimum(gap_a, gap_b) >= -BACK_STEP) & (np.maximum(gap_a, gap_b) <= settings.max_gap)
    near &= (runs.a[target] > runs.a[source]) & (runs.b[target] > runs.b[source])
    near &= end_a[target] <= runs.b[source]  # the sides of two articles are always so
    kept = np.flatnonzero(near)
    source, target, gap_a, gap_b = source[kept], target[kept], gap_a[kept], gap_b[kept]
    cost = (
        LINK_COST * (np.maximum(gap_a, 0) + np.maximum(gap_b, 0))
        + DRIFT_COST * np.abs(gap_a - gap_b)
        + OVERLAP_COST * np.maximum(-np.minimum(gap_a, gap_b), 0)
    )
    target, order = arrays.sort_with_places(target)
    return source[order], target, cost[order]


def _neighbours(runs: Runs, max_gap: int) -> tuple[Ints, Ints]:
    """Return every run with the nearest runs after its end on nearby diagonals.

    The runs are sorted by band of diagonals, then by place; in two sets of bands at once, so that
    no neighbour is cut off by a border.
    """
    band = 2 * max_gap
    in_band = (runs.b - runs.a) // band, (runs.b - runs.a + max_gap) // band
    lowest, highest = int(in_band[0].min()), int(in_band[1].max())
    bands = np.concatenate((in_band[0], in_band[1] + (highest - lowest + 1))) - lowest
    stride = int(runs.a.max()) + 1
    starts, order = arrays.sort_with_places(bands * stride + np.concatenate((runs.a, runs.a)))
    order %= len(runs)
    ends = starts + runs.length[order]
    first = np.searchsorted(starts, ends - BACK_STEP)
    last = np.searchsorted(starts, ends + max_gap, side="right")
    count = np.minimum(np.maximum(last - first, 0), NEIGHBOURS)
    return np.repeat(order, count), order[arrays.ranges(first, count)]
