"""Summaries: a long stretch of one article condensed to a short one of the other, in other words.

Rule: a summary keeps the rare words of its source, in any order, and packs them more densely than
the text around it. So the rare words of the short side are a binary sequence: the long article
contains the word, or not. Each word adds the log-likelihood ratio of two rates: `KEPT` in a
summary, against the rate in the rest of that article. The stretch of greatest sum is the summary
(the maximal scoring subsequence, Karlin and Altschul 1990). Its source is the stretch of the long
article over which these words are spread.

A word is counted once in `AGAIN` words: an article repeats the name of its subject.

Limits: one summary in each direction. The long side must be longer by a factor within `RATIO`.
Where an article consists of the summary alone, there is no text around it to measure the chance
rate. Then all of it is a summary if it is short and keeps `ALL_KEPT` of its rare words
(`whole_summary`).
"""

import math
from typing import Final, NamedTuple

import numpy as np

from dittomark.compare import arrays, steps
from dittomark.compare.segments import Range
from dittomark.structures.array_types import Bools, Floats, Ints

if steps.COMPILED:
    from dittomark.compare import _likeness

# On the development half of PAN 2013 all 14 summaries have 47 bits or more, and none of 120 pairs
# without one has more than 30; of the rare words of a summary 70 to 94 in 100 are in its source.
LEAST_BITS: Final = 40.0
KEPT: Final = 0.7
RARE: Final = 7.5  # bits; in two articles of 500 words: words that occur five times at most
AGAIN: Final = 150  # words
RATIO: Final = (2.5, 15.0)
# .55 and .6 are equally good; with .45 four of PAN's shuffled passages become summaries of whole
# articles, .65 cuts its true summaries (.541 → .514).
AS_DENSE: Final = 0.55
# All of a short article must keep more: no text around it shows the chance rate. Of 480 pairs of ECB+
# on other events, of 60 of PAN 2013 without a case, and of what is not derived in COUNTER (92) and
# Clough and Stevenson (23) none is a summary by these three numbers. With .65, and 15 times as many
# words in the long article, four of 240 pairs of ECB+ on one event are, and one of COUNTER's that is
# not derived: a longer article keeps many words by chance.
ALL_KEPT: Final = 0.7
WHOLE_RATIO: Final = 6.0  # see above: .65 and 15 show five more, 6 and .7 none
LEAST_WHOLE: Final = 25  # rare words; fewer are a sentence or two
LONGEST: Final = 250  # words of a summary
LEAST_RARE: Final = 15  # rare words needed to measure the chance rate
CHANCE: Final = (0.1, 0.6)  # limits of the chance rate
ROUNDS: Final = 3  # the chance rate is measured outside the summary, so both are found in turn


class Summary(NamedTuple):
    """The range `long` of one article condensed to the range `short` of the other.

    `kept` is the share of the rare words of `short` that the long article contains; `bits` the sum
    of the log-likelihood ratios.
    """

    long: Range
    short: Range
    kept: float
    bits: float


def find_summary(long: Ints, short: Ints, bits: Floats, copied: Bools) -> Summary | None:
    """Return the stretch of one article that summarises the other; None if there is none.

    `long` and `short` are the word ids of the two, `bits` the information content of each id;
    `copied` is a mask of the words of `short` in dense passages: these are ignored.
    """
    if not steps.COMPILED:
        return summary_by_rules(long, short, bits, copied)
    sizes = AGAIN, LEAST_RARE, ROUNDS, LONGEST
    weights = RARE, KEPT, *CHANCE, *RATIO, LEAST_BITS, AS_DENSE
    found = _likeness.summary(long, short, bits, copied, sizes, weights, math.log2)
    return found and Summary._make(found)


def whole_summary(long: Ints, short: Ints, bits: Floats, copied: Bools) -> Summary | None:
    """Return a summary that is all of a short article; None if it is none.

    Around it there is no text that shows the chance rate, so a fixed share must be kept.
    """
    if len(short) > LONGEST or not RATIO[0] * len(short) <= len(long) <= WHOLE_RATIO * len(short):
        return None
    has = np.zeros(len(bits), dtype=bool)
    has[long] = True
    rare = np.flatnonzero((bits[short] >= RARE) & ~copied)
    if np.count_nonzero(has[short[rare]]) < ALL_KEPT * len(rare):
        return None
    words = short[_once(short, rare)]
    kept = words[has[words]]
    share = len(kept) / max(len(words), 1)
    if len(words) < LEAST_WHOLE or share < ALL_KEPT:
        return None
    told = np.zeros(len(bits), dtype=bool)
    told[kept] = True
    first, last = _spread(told[long])
    if not RATIO[0] * len(short) <= last - first:
        return None
    return Summary((first, last), (0, len(short)), share, 0.0)


def summary_by_rules(long: Ints, short: Ints, bits: Floats, copied: Bools) -> Summary | None:
    """Return the result of `find_summary`; the implementation in Python."""
    rare = _once(short, np.flatnonzero(bits[short] >= RARE))
    rare = rare[~copied[rare]]
    if len(rare) < LEAST_RARE:
        return None
    has = np.zeros(len(bits), dtype=bool)
    has[long] = True
    words = short[rare]
    kept = has[words]
    total, begin, end = _told(kept)
    if total < LEAST_BITS:
        return None
    told = np.zeros(len(bits), dtype=bool)
    told[words[begin:end][kept[begin:end]]] = True
    first, last = _spread(told[long])
    share = int(np.count_nonzero(kept[begin:end])) / (end - begin)
    begin, end = rare.item(begin), rare.item(end - 1) + 1
    if end - begin > LONGEST or not RATIO[0] <= (last - first) / (end - begin) <= RATIO[1]:
        return None
    return Summary((first, last), (begin, end), share, total)


def _told(kept: Bools) -> tuple[float, int, int]:
    """Return the bits and the range of the stretch that keeps more words than the chance rate.

    `kept` is true for each rare word that the other article contains.
    """
    rare, common = len(kept), int(np.count_nonzero(kept))
    chance = (common + 1) / (rare + 3)
    found = 0.0, 0, 0
    for _ in range(ROUNDS):
        chance = min(max(chance, CHANCE[0]), CHANCE[1])
        gain, loss = math.log2(KEPT / chance), math.log2((1 - KEPT) / (1 - chance))
        found = _greatest(np.where(kept, gain, loss))
        _, begin, end = found
        outside = rare - (end - begin)
        if outside < LEAST_RARE:
            break
        now = (common - int(np.count_nonzero(kept[begin:end]))) / outside
        if now == chance:  # the next round would find the same stretch
            break
        chance = now
    return found


def _spread(told: Bools) -> Range:
    """Return the range over which the true items of a mask are spread, without outliers.

    The range is cut to the part where they are at least `AS_DENSE` times as dense as in all of the
    range, repeatedly.
    """
    at = np.flatnonzero(told)
    if not len(at):
        return 0, 0
    first, last = int(at[0]), int(at[-1]) + 1
    sums = np.concatenate(([0], np.cumsum(told)))
    while True:
        dense = int(sums[last] - sums[first]) / (last - first)
        here = told[first:last]
        _, begin, end = _greatest(np.where(here, 1.0, 0.0) - AS_DENSE * dense)
        if (begin, end) == (0, last - first):
            return first, last
        first, last = first + begin, first + end


def _greatest(scores: Floats) -> tuple[float, int, int]:
    """Return the greatest sum of a range of scores, and that range."""
    sums = np.zeros(len(scores) + 1)
    np.cumsum(scores, out=sums[1:])
    gains = sums - np.minimum.accumulate(sums)
    end = int(gains.argmax())
    begin = end - int(sums[: end + 1][::-1].argmin())
    return float(gains[end]), begin, end


def _once(ids: Ints, places: Ints) -> Ints:
    """Return the places of words that do not occur among the `AGAIN` words before.

    `places` holds all places of some words, in order.
    """
    ordered, order = arrays.sort_with_places(ids[places])
    at = places[order]
    again = (ordered[1:] == ordered[:-1]) & (at[1:] - at[:-1] <= AGAIN)
    once = np.ones(len(places), dtype=bool)
    once[order[1:][again]] = False
    return places[once]
