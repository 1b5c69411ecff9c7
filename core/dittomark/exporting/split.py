"""Splits that do not leak: connected articles stay within one part.

Articles are joined into groups by relations that would let a model see the answer (a copy of a test
article among the training articles); whole groups are then assigned to the parts.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dittomark.errors import UserError
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.options import SplitPart, SplitReport
from dittomark.exporting.split_proof import WrittenSplit
from dittomark.labels import EXACT_DUPLICATE
from dittomark.structures.disjoint_sets import DisjointSets

# The relations between texts of which one was made from the other, or both from a common source.
TEXT_REUSE: Final = frozenset({EXACT_DUPLICATE, "wholly_derived", "partially_derived", "contains"})
KEEPABLE: Final = ("duplicates", "events", "sources")


def groups_of(
    dataset: Dataset,
    *,
    keep: Iterable[str] = (),
    found: bool = True,
    relations: frozenset[str] = TEXT_REUSE,
) -> dict[str, str]:
    """Return for each article the name of its group.

    Duplicates are articles with the same text, linked articles, pairs that an annotator or
    adjudicator judged to be in one of the `relations`, and with `found` the duplicate groups that
    the program found; `keep` adds `events` and `sources`.
    """
    keep = {"duplicates", *keep}
    groups: DisjointSets[str] = DisjointSets()
    articles: list[str] = []
    for article in dataset.articles():
        info = article.info
        articles.append(info.id)
        groups.join(f"a{info.id}", f"text{info.sha256}")
        if "sources" in keep and info.source:
            groups.join(f"a{info.id}", f"source{info.source}")
        if "events" in keep:
            for membership in article.memberships:
                groups.join(f"a{info.id}", f"event{membership.event_id}")
    for link in dataset.links():
        groups.join(f"a{link.a}", f"a{link.b}")
    for pair in dataset.pairs():
        judged = {judgement.relation for judgement in pair.judgements} | {pair.relation}
        if judged & relations:
            groups.join(f"a{pair.pair.a}", f"a{pair.pair.b}")
        if found and pair.pair.cluster is not None:
            for one in (pair.pair.a, pair.pair.b):
                groups.join(f"a{one}", f"cluster{pair.pair.cluster}")
    return {article: groups.find(f"a{article}") for article in articles}


def deal(groups: Mapping[str, str], parts: Mapping[str, float], *, seed: int) -> dict[str, str]:
    """Return for each article its part.

    Large groups are assigned first, each to the part that lacks most of its share; groups of one
    size are shuffled by `seed`. The same input gives the same split on every machine. Raises
    `UserError` for fewer groups than parts.
    """
    sizes = Counter(groups.values())
    if len(sizes) < len(parts):
        raise UserError(
            "Groups that must stay whole: {groups}, too few for a split into {parts}.",
            groups=len(sizes),
            parts=len(parts),
        )

    def shuffled(group: str) -> tuple[int, bytes]:
        return -sizes[group], hashlib.sha256(f"{seed} {group}".encode()).digest()

    missing = {part: share * len(groups) for part, share in parts.items()}
    part_of: dict[str, str] = {}
    for group in sorted(sizes, key=shuffled):
        part = max(missing, key=lambda name: missing[name])
        part_of[group] = part
        missing[part] -= sizes[group]
    return {article: part_of[group] for article, group in groups.items()}


@dataclass(frozen=True, slots=True)
class Plan:
    """The group and the part of each article."""

    shares: Mapping[str, float]
    seed: int
    keep: tuple[str, ...]
    groups: Mapping[str, str]
    part_of: Mapping[str, str]
    pairs: int

    def report(
        self, written: WrittenSplit, pairs: Mapping[str, int], *, torn: int | None
    ) -> SplitReport:
        """Return the report; `pairs` are those written into each part, `torn` was counted there."""
        sizes = Counter(self.groups.values())
        parts_of_group: dict[str, set[str]] = {}
        for article, group in self.groups.items():
            parts_of_group.setdefault(group, set()).add(self.part_of[article])
        whole = Counter(part for found in parts_of_group.values() for part in found)
        planned = Counter(self.part_of.values())
        return SplitReport(
            seed=self.seed,
            kept_together=tuple(name for name in KEEPABLE if name in self.keep),
            parts={
                part: SplitPart(
                    written.sizes.get(part, planned[part]), whole[part], pairs.get(part, 0)
                )
                for part in self.shares
            },
            groups=sum(size > 1 for size in sizes.values()),
            largest_group=max(sizes.values(), default=0),
            torn=torn,
            crossing=self.pairs - sum(pairs.values()),
        )


def plan(
    dataset: Dataset, shares: Mapping[str, float], *, seed: int, keep: Iterable[str] = ()
) -> Plan:
    """Return how the articles of a dataset are split."""
    groups = groups_of(dataset, keep=keep)
    return Plan(
        shares,
        seed,
        ("duplicates", *keep),
        groups,
        deal(groups, shares, seed=seed),
        dataset.tally.counts.get("pairs", 0),
    )
