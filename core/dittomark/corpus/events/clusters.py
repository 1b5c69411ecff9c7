"""Groups of similar articles: average linkage, seeded with annotators' decisions.

Two groups are joined while the mean similarity of their articles is at least the threshold, the
most similar first (UPGMA). Two larger groups must be nearly as similar to each other as their own
articles are among themselves: two earthquakes have more in common than most articles, but each
group is more coherent than their union. Articles with the same annotated event start as one group,
and groups with different events are never joined. Articles with distant dates are less similar.

The mean similarity of two groups can't reach the threshold unless one pair does, so only articles
linked by such pairs are compared: pairs are found through an inverted index of the terms (in a
large corpus of the rarer terms), and the linked groups are joined exactly. A linked group of more
than `MOST_TOGETHER` articles is cut by a higher threshold until its parts are small enough.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from dittomark.corpus.events.vectors import Vector
from dittomark.progress import Report
from dittomark.structures.array_types import Floats, Ints

# Articles; their matrix of similarities takes 18 MB, and joining them a few seconds.
MOST_TOGETHER: Final = 1500
# The strongest links of an article suffice to connect it with similar ones.
MOST_LINKS: Final = 50
# In a corpus of more articles than this, terms of more than one in fifty do not help to find pairs.
_ALL_TERMS_UP_TO: Final = 3000
# Judgements, as ECB+ has neither as many articles nor dates of publication.
_SHARE_OF_RARE: Final = 0.6  # of the threshold, which similarity by rare terms alone has to reach
_SAME_DAYS: Final = 7  # days; follow-ups of a week belong to one event
_FAR_DAYS: Final = (
    60  # days, from which on similarity counts `_FAR_FACTOR`; in between it falls linearly
)
# a trial a year later may still be the same event, if its terms are the same
_FAR_FACTOR: Final = 0.5
_COLUMNS: Final = 4096  # terms at a time; bounds memory
# From so many articles on, two groups are joined if their mean similarity is so much of that inside
# the looser one. On random 5, 10 and 20 topics of the ECB+ development half, with the threshold as
# it is, BCubed F1 rises from .928 to .972; 3 to 4 articles and .65 to .75 give .93 to .976.
_SOME: Final = 4  # articles
_AS_INSIDE: Final = 0.7  # of the mean similarity inside


@dataclass(frozen=True, slots=True)
class Group:
    """Articles (by index) of one likely event; `seed` is the annotated event, if any.

    `tie` (0–1) is the mean similarity of each member to the others, in the order of `members`.
    """

    members: tuple[int, ...]
    tie: tuple[float, ...]
    seed: str | None = None


def threshold_for(articles: int) -> float:
    """Return the least mean similarity of one event, in a corpus of so many articles.

    Rarity is estimated less well in a small corpus, where every term is rare: set on ECB+ topics,
    by taking 5, 10 and 20 topics of the development half at a time. (.04 more or less costs .03 of
    F1, since coherent groups are not joined anyway.)
    """
    return float(np.clip(0.07 + 0.03 * np.log2(max(1, articles) / 50), 0.06, 0.15))


def cluster(
    vectors: Sequence[Vector],
    dates: Sequence[str],
    *,
    seeds: Sequence[str | None] | None = None,
    threshold: float | None = None,
    report: Report | None = None,
) -> list[Group]:
    """Return groups of two and more articles, and those with a seed.

    `dates` are ISO 8601 or empty. `report(done, total)` counts articles, may raise `Cancelled`.
    """
    least = threshold_for(len(vectors)) if threshold is None else threshold
    given = list(seeds) if seeds is not None else [None] * len(vectors)
    days = np.array([_day(text) for text in dates], dtype=np.int64)
    links = _links(vectors, least, report)
    groups: list[Group] = []
    for linked in _components(links, given, len(vectors), least):
        if len(linked) > 1 or given[linked[0]] is not None:
            groups += _average_link(linked, vectors, days, given, least)
    return sorted(groups, key=lambda group: group.members)


def similarities(vectors: Sequence[Vector], days: Ints) -> Floats:
    """Return the similarity of every two of a few articles, dates taken into account."""
    size = len(vectors)
    terms = np.unique(np.concatenate([each.terms for each in vectors]))
    result = np.zeros((size, size))
    for first in range(0, terms.size, _COLUMNS):
        block = terms[first : first + _COLUMNS]
        rows = np.zeros((size, block.size), np.float32)
        for at, each in enumerate(vectors):
            low, high = np.searchsorted(each.terms, (block[0], block[-1]), side="left")
            stop = high + int(high < each.terms.size and each.terms[high] == block[-1])
            rows[at, np.searchsorted(block, each.terms[low:stop])] = each.weights[low:stop]
        result += rows @ rows.T
    return result * _closeness(days[:, None], days[None, :])


def _day(text: str) -> int:
    """Return the ordinal of the day an ISO date begins with, 0 if it has none."""
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return 0


def _closeness(a: Ints, b: Ints) -> Floats:
    """Return 1 for dates within a week or unknown, falling to a half at two months."""
    distance = np.where((a == 0) | (b == 0), 0, np.abs(a - b))
    fall = (distance - _SAME_DAYS) / (_FAR_DAYS - _SAME_DAYS)
    result: Floats = 1 - (1 - _FAR_FACTOR) * np.clip(fall, 0, 1)
    return result


def _links(
    vectors: Sequence[Vector], least: float, report: Report | None
) -> list[tuple[int, int, float]]:
    """Return pairs whose similarity may reach `least`, with the similarity over the terms used."""
    count = len(vectors)
    sizes = np.array([each.terms.size for each in vectors], dtype=np.int64)
    if not sizes.sum():
        return []
    terms = np.concatenate([each.terms for each in vectors])
    weights = np.concatenate([each.weights for each in vectors])
    owner = np.repeat(np.arange(count), sizes)
    order = np.argsort(terms, kind="stable")
    terms, weights, owner = terms[order], weights[order], owner[order]
    firsts = np.flatnonzero(np.concatenate([[True], terms[1:] != terms[:-1]]))
    lengths = np.diff(np.concatenate([firsts, [terms.size]]))
    unique = terms[firsts]
    partial = count > _ALL_TERMS_UP_TO
    most = max(_ALL_TERMS_UP_TO // 50, count // 50) if partial else count
    cut = least * (_SHARE_OF_RARE if partial else 1.0)
    links = []
    for at, each in enumerate(vectors):
        if report is not None and at % 50 == 0:
            report(at, count)
        place = np.searchsorted(unique, each.terms)
        length = lengths[place]
        use = (length > 1) & (length <= most)
        if not use.any():
            continue
        spots = _ranges(firsts[place[use]], length[use])
        times = np.repeat(each.weights[use], length[use])
        score = np.bincount(owner[spots], weights[spots] * times, count)
        near = np.flatnonzero(score[:at] >= cut)
        if near.size > MOST_LINKS:
            near = near[np.argpartition(-score[near], MOST_LINKS)[:MOST_LINKS]]
        links += [(other, at, float(score[other])) for other in near.tolist()]
    return links


def _ranges(starts: Ints, lengths: Ints) -> Ints:
    """Return `start, start + 1, …` of each range, concatenated."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1]) + np.repeat(starts - ends + lengths, lengths)


def _components(
    links: Sequence[tuple[int, int, float]], seeds: Sequence[str | None], count: int, least: float
) -> list[list[int]]:
    """Return components connected by links and seeds, cut into parts of at most `MOST_TOGETHER`."""
    parent = list(range(count))

    def root(member: int) -> int:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    first_of: dict[str, int] = {}
    for at, seed in enumerate(seeds):
        if seed is not None:
            parent[root(at)] = root(first_of.setdefault(seed, at))
    for a, b, _ in links:
        parent[root(a)] = root(b)
    found: dict[int, list[int]] = defaultdict(list)
    for member in range(count):
        found[root(member)].append(member)
    parts: list[list[int]] = []
    for linked in found.values():
        parts += _cut(linked, links, least)
    return parts


def _cut(
    linked: list[int], links: Sequence[tuple[int, int, float]], least: float
) -> list[list[int]]:
    if len(linked) <= MOST_TOGETHER:
        return [linked]
    if least > 0.95:
        # Thousands of copies of one article: any cut is as good as another.
        return [linked[at : at + MOST_TOGETHER] for at in range(0, len(linked), MOST_TOGETHER)]
    higher = least * 1.25
    inside = set(linked)
    kept = [link for link in links if link[2] >= higher and link[0] in inside]
    renumbered = {member: at for at, member in enumerate(linked)}
    local = [(renumbered[a], renumbered[b], score) for a, b, score in kept]
    parts = _components(local, [None] * len(linked), len(linked), higher)
    return [[linked[at] for at in part] for part in parts]


def _average_link(
    linked: Sequence[int],
    vectors: Sequence[Vector],
    days: Ints,
    seeds: Sequence[str | None],
    least: float,
) -> list[Group]:
    """Join the most similar groups until none is similar enough; return groups of two and seeds."""
    alike = similarities([vectors[at] for at in linked], days[np.array(linked)])
    groups = _first_groups(linked, seeds)
    seed = [seeds[linked[group[0]]] for group in groups]
    mean = _between(alike, groups)
    np.fill_diagonal(mean, -1)
    seeded = np.array([each is not None for each in seed])
    mean[np.ix_(seeded, seeded)] = -1
    inside = [_inside(alike, group) for group in groups]
    while mean.size:
        a, b = divmod(int(np.argmax(mean)), len(groups))
        if mean[a, b] < least:
            break
        sizes = len(groups[a]), len(groups[b])
        if min(sizes) >= _SOME and mean[a, b] < _AS_INSIDE * min(
            inside[a] / _pairs(sizes[0]), inside[b] / _pairs(sizes[1])
        ):
            mean[a, b] = mean[b, a] = -1
            continue
        inside[a] += inside[b] + mean[a, b] * sizes[0] * sizes[1]
        row = (mean[a] * sizes[0] + mean[b] * sizes[1]) / sum(sizes)
        row[(mean[a] < 0) | (mean[b] < 0)] = -1
        groups[a], groups[b] = groups[a] + groups[b], []
        seed[a] = seed[a] if seed[a] is not None else seed[b]
        mean[a], mean[:, a] = row, row
        mean[b], mean[:, b] = -1, -1
        if seed[a] is not None:
            others = [at for at, each in enumerate(seed) if each is not None]
            mean[a, others], mean[others, a] = -1, -1
    return [
        _group(linked, members, alike, its)
        for members, its in zip(groups, seed, strict=True)
        if len(members) > 1 or (members and its is not None)
    ]


def _pairs(size: int) -> int:
    return size * (size - 1) // 2


def _inside(alike: Floats, group: Sequence[int]) -> float:
    """Return the sum of the similarities of every two articles of a group."""
    members = np.array(group)
    own = alike[np.ix_(members, members)]
    return float((own.sum() - own.trace()) / 2)


def _first_groups(linked: Sequence[int], seeds: Sequence[str | None]) -> list[list[int]]:
    by_seed: dict[str, list[int]] = {}
    groups = []
    for at, member in enumerate(linked):
        seed = seeds[member]
        if seed is None:
            groups.append([at])
        elif seed in by_seed:
            by_seed[seed].append(at)
        else:
            by_seed[seed] = [at]
            groups.append(by_seed[seed])
    return groups


def _between(alike: Floats, groups: Sequence[Sequence[int]]) -> Floats:
    """Return the mean similarity between every two groups."""
    member = np.zeros((len(groups), len(alike)))
    for at, group in enumerate(groups):
        member[at, list(group)] = 1 / len(group)
    result: Floats = member @ alike @ member.T
    return result


def _group(linked: Sequence[int], members: Sequence[int], alike: Floats, seed: str | None) -> Group:
    inner = alike[np.ix_(members, members)]
    np.fill_diagonal(inner, 0)
    tie = inner.sum(axis=1) / max(1, len(members) - 1)
    order = np.argsort([linked[at] for at in members])
    return Group(
        tuple(linked[members[at]] for at in order),
        tuple(round(float(tie[at]), 4) for at in order),
        seed,
    )
