"""The proof that a split does not leak, counted from the written files.

It does not use the grouping: it reads the parts back, records the articles and texts in each part,
and then checks for every bond between two articles (the same text, a link, a judgement that one was
made from the other, a duplicate group, an event or a source that was to be kept whole) whether both
are in one part.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dittomark.exporting.dataset import Dataset, ExportedPair
from dittomark.exporting.read_back import Written


@dataclass
class WrittenSplit:
    """The articles and texts in the files of each part."""

    articles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    texts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    sizes: dict[str, int] = field(default_factory=dict)

    def see(self, part: str, found: Iterable[Written]) -> None:
        """Add the articles in a part's files."""
        different = set()  # an article in several pairs counts once
        for one in found:
            different.add(one.article or one.sha256)
            if one.article:
                self.articles[one.article].add(part)
            if one.sha256:
                self.texts[one.sha256].add(part)
        self.sizes[part] = len(different)

    def parts_of(self, article: str, sha256: str) -> set[str]:
        """Return the parts that contain an article."""
        return self.articles.get(article) or self.texts.get(sha256) or set()


def torn_bonds(
    dataset: Dataset, written: WrittenSplit, *, keep: Iterable[str], relations: frozenset[str]
) -> int:
    """Return the number of bonds between articles that cross parts of the files.

    A text, duplicate group, event or source counts once, however many articles it connects; so do
    two articles, however many links they have, and each pair judged to be one of `relations`.
    """
    bonds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for sha256, parts in written.texts.items():
        bonds["text", sha256] |= parts
    for article, parts in written.articles.items():
        bonds["article", article] |= parts
    where: dict[str, set[str]] = {}
    for one in dataset.articles():
        info = one.info
        parts = where[info.id] = written.parts_of(info.id, info.sha256)
        bonds["text", info.sha256] |= parts
        if "sources" in keep and info.source:
            bonds["source", info.source] |= parts
        if "events" in keep:
            for membership in one.memberships:
                bonds["event", membership.event_id] |= parts
    for link in dataset.links():
        ends = where.get(link.a, set()) | where.get(link.b, set())
        bonds["link", f"{link.a} {link.b}"] |= ends
    for pair in dataset.pairs():
        ends = where.get(pair.pair.a, set()) | where.get(pair.pair.b, set())
        if _relations(pair) & relations:
            bonds["pair", pair.pair.id] |= ends
        if pair.pair.cluster is not None:
            bonds["group", str(pair.pair.cluster)] |= ends
    return sum(len(parts) > 1 for parts in bonds.values())


def _relations(pair: ExportedPair) -> set[str]:
    relations = (*(judgement.relation for judgement in pair.judgements), pair.relation)
    return {relation for relation in relations if relation}
