"""Relations as a graph: exact duplicates are transitive, so A = B, B = C and A ≠ C contradict."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dittomark.annotations import JudgedPair
from dittomark.labels import EXACT_DUPLICATE
from dittomark.project import Project
from dittomark.structures.disjoint_sets import DisjointSets

UNDECIDED: Final = ("unsure",)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A pair whose judgement contradicts others of the same annotator.

    `chain` are the pairs by which its two articles are the same, in order from one to the other:
    the mistake is in `pair_id` or in `chain`. `says` is the relation of the pair.
    """

    annotator: str
    pair_id: str
    says: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles that an annotator judged the same, directly or by a chain.

    `pairs` are those judged so, `open_pairs` the unjudged pairs of the queue between its articles:
    judging the cluster as one fills them in.
    """

    annotator: str
    articles: tuple[str, ...]
    pairs: tuple[str, ...]
    open_pairs: tuple[str, ...]


def contradictions(
    project: Project, *, annotator: str | None = None, same: Iterable[str] = (EXACT_DUPLICATE,)
) -> list[Contradiction]:
    """Return the pairs that contradict others of the same annotator (None: of each)."""
    found: list[Contradiction] = []
    for who, judged in _by_annotator(project, annotator).items():
        found.extend(_contradictions_of(who, judged, frozenset(same)))
    return found


def _contradictions_of(
    who: str, judged: list[JudgedPair], same: frozenset[str]
) -> Iterator[Contradiction]:
    groups, joined = _groups(judged, same)
    for row in judged:
        different = row.relation is not None and row.relation not in {*same, *UNDECIDED}
        if different and row.relation and groups.together(row.a, row.b):
            yield Contradiction(who, row.pair_id, row.relation, _chain(joined, row.a, row.b))


def clusters(
    project: Project, *, annotator: str | None = None, same: Iterable[str] = (EXACT_DUPLICATE,)
) -> list[Cluster]:
    """Return the duplicate clusters of an annotator (None: of each), the largest first."""
    same = frozenset(same)
    queued: dict[str, tuple[str, str]] = {pair.id: (pair.a, pair.b) for pair in project.pairs()}
    found: list[Cluster] = []
    for who, judged in _by_annotator(project, annotator).items():
        groups, _ = _groups(judged, same)
        pairs: dict[str, list[str]] = {}
        for row in judged:
            if row.relation in same:
                pairs.setdefault(groups.find(row.a), []).append(row.pair_id)
        judged_pairs = {row.pair_id for row in judged if row.relation is not None}
        still_open: dict[str, list[str]] = {}
        for pair_id, (a, b) in queued.items():
            if pair_id not in judged_pairs and groups.find(a) in pairs and groups.together(a, b):
                still_open.setdefault(groups.find(a), []).append(pair_id)
        found.extend(
            Cluster(
                who,
                tuple(articles),
                tuple(pairs[groups.find(articles[0])]),
                tuple(still_open.get(groups.find(articles[0]), ())),
            )
            for articles in groups.groups()
            if len(articles) > 1
        )
    return sorted(found, key=lambda cluster: (-len(cluster.articles), cluster.articles))


def judge_cluster(project: Project, cluster: Cluster, *, relation: str, annotator: str) -> int:
    """Judge the open pairs of a cluster as one step; returns their number."""
    with project.batch("judge_cluster", annotator=annotator):
        for pair_id in cluster.open_pairs:
            pair = project.pair(pair_id)
            project.judge_pair(pair.a, pair.b, relation=relation, done=True, annotator=annotator)
    return len(cluster.open_pairs)


def _by_annotator(project: Project, annotator: str | None) -> dict[str, list[JudgedPair]]:
    found: dict[str, list[JudgedPair]] = {}
    for row in project.judged():
        if annotator in (None, row.annotator):
            found.setdefault(row.annotator, []).append(row)
    return found


_Joined = Mapping[str, list[tuple[str, str]]]  # article → (other article, pair)


def _groups(
    judged: Iterable[JudgedPair], same: frozenset[str]
) -> tuple[DisjointSets[str], _Joined]:
    groups: DisjointSets[str] = DisjointSets()
    joined: dict[str, list[tuple[str, str]]] = {}
    for row in judged:
        if row.relation in same:
            groups.join(row.a, row.b)
            joined.setdefault(row.a, []).append((row.b, row.pair_id))
            joined.setdefault(row.b, []).append((row.a, row.pair_id))
    return groups, joined


def _chain(joined: _Joined, start: str, goal: str) -> tuple[str, ...]:
    """Return the pairs of a shortest path between two articles (breadth first)."""
    came_by: dict[str, tuple[str, str]] = {}
    queue = deque([start])
    while queue:
        article = queue.popleft()
        if article == goal:
            break
        for other, pair_id in joined.get(article, ()):
            if other != start and other not in came_by:
                came_by[other] = (article, pair_id)
                queue.append(other)
    chain = []
    while goal != start:
        goal, pair_id = came_by[goal]
        chain.append(pair_id)
    return tuple(reversed(chain))
