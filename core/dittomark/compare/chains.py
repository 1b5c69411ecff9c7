"""Step 3: chains of runs that belong together.

Rule: a run may follow another run if it begins after it in both articles, with at most `max_gap`
words between them; the link costs bits for every unmatched word and for every word by which the two
gaps differ. One sweep over the links finds the best chain that ends in each run (sparse dynamic
programming, as in Eppstein et al. 1992). Chains are read off in descending order of score; a run
belongs to one chain, a word may belong to several: so a passage that occurs twice is found twice.

Limits: a run is linked with the nearest runs after its end on nearby diagonals only
(`NEIGHBOURS`); a chain with fewer than `least` bits is dropped, and of each board only the
`MOST_CHAINS` chains with most bits are kept.
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

# Half and twice this number change no development set by more than .002.
NEIGHBOURS: Final = 8
# Words by which two linked runs may overlap on one side, as where neighbouring words changed
# places. 2 to 6 change no development set by more than .008; 4 is the best on synthetic swaps.
BACK_STEP: Final = 4
# Bits per unmatched word: a third less or half as much again loses .003.
LINK_COST: Final = 0.75
# Bits per word of overlap: 2.5 to 6 change no development set by more than .008.
OVERLAP_COST: Final = 4.0
# Bits per word by which the gaps differ: half and twice as much change no set by more than .008.
DRIFT_COST: Final = 0.1
MOST_CHAINS: Final = 8000  # two repetitive articles of 50,000 words have nearly as many
SAME: Final = 1e-9  # bits; scores closer than this are equal, and the last of equal links is taken


def chains_of(
    articles: Sequence[Ints],
    wanted: Sequence[Bools],
    boards: Sequence[Board],
    *,
    least: float,
    settings: Settings,
) -> list[list[list[Run]]]:
    """Return the chains of `least` bits or more of every board, in the form of `find_chains`.

    `articles` holds the word ids of each article, `wanted`, for each article, a mask over all ids:
    those that may be part of a seed. Either every board has two articles, or every board has one.
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
    """Return the result of `chains_of`; the implementation in Python."""
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
    """Return the result of `chains_of`, by `_chains.c`, with the constants of this module."""
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
    """Return, for every board, its chains in descending order of bits; a chain is a list of runs.

    `least` holds the minimum bits of a chain for each board. Where both sides are one article, a
    chain continues only while its earlier side ends before its later side begins.
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
    """Return, for every run, the bits of the best chain that ends in it and the previous run.

    The previous run is -1 where a chain begins.
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
    """Return all links between runs as source, target and gain in bits.

    They are sorted by the begin of the target in a, so that all links to a run come before the
    links from it.
    """
    end_a, end_b = runs.a + runs.length, runs.b + runs.length
    back = _back(runs)
    source, target = _neighbours(runs, back, settings.max_gap)
    at_b = runs.b[target]
    near = (at_b >= (end_b - back)[source]) & (at_b <= (end_b + settings.max_gap)[source])
    if np.any(runs.first_a == runs.first_b):  # within one article the sides must not overlap
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
    """Return how many words before the end of each run the next run may begin."""
    return np.minimum(runs.length - 1, BACK_STEP)


def _neighbours(runs: Runs, back: Ints, max_gap: int) -> tuple[Ints, Ints]:
    """Return pairs (run, one of the nearest runs after its end in a) on nearby diagonals.

    The second run begins at most `back` words before the end of the first and `max_gap` after it.
    The runs are sorted by band of diagonals, then by position; each is in two sets of bands, offset
    by half a band, so that no neighbour is lost at a band boundary.
    """
    band = 2 * max_gap
    in_band = (runs.b - runs.a) // band, (runs.b - runs.a + max_gap) // band
    lowest, highest = int(in_band[0].min()), int(in_band[1].max())
    bands = np.concatenate((in_band[0], in_band[1] + (highest - lowest + 1))) - lowest
    stride = int((runs.a + runs.length).max()) + max_gap + 1  # keeps runs of different bands apart
    starts, order = arrays.sort_with_places(bands * stride + np.concatenate((runs.a, runs.a)))
    order %= len(runs)
    ends = starts + runs.length[order]
    first = np.searchsorted(starts, ends - back[order])
    last = np.searchsorted(starts, ends + max_gap, side="right")
    count = np.minimum(np.maximum(last - first, 0), NEIGHBOURS)
    return np.repeat(order, count), order[arrays.ranges(first, count)]
