"""`clusters`: duplicate clusters as in NEWS-COPY, one per line, singletons included.

Articles are in one cluster if judgements (or decided relations) state that one was made from the
other, or their texts are the same; the relation is taken as transitive. Judgements that contradict
this are counted.
"""

from collections.abc import Iterator
from typing import Any

from dittomark.exporting.common import article_details, encode_json
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.output import Output
from dittomark.exporting.split import TEXT_REUSE, groups_of
from dittomark.messages import Message


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write the clusters, ordered by their first added article."""
    looking = dataset.quiet()
    groups = groups_of(looking, found=False)
    clusters: dict[str, list[str]] = {}
    for article, group in groups.items():
        clusters.setdefault(group, []).append(article)
    with output.text(name) as stream:
        for number, line in enumerate(_lines(dataset, clusters)):
            stream.write(encode_json({"cluster": number, **line}) + "\n")
    dataset.tally.count("articles", len(groups))
    dataset.tally.count("clusters", len(clusters))
    for pair in looking.pairs():
        together = groups[pair.pair.a] == groups[pair.pair.b]
        if together and pair.relation and pair.relation not in TEXT_REUSE:
            dataset.tally.lose(
                "judgements", Message("They say no copy, but other pairs join the cluster.")
            )
    why = Message("Clusters name articles only.")
    for kind in ("spans", "event labels"):
        dataset.tally.lose(kind, why, looking.tally.counts.get(kind, 0))


def _lines(dataset: Dataset, clusters: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    infos = {info.id: info for info in dataset.infos()}
    for articles in clusters.values():
        members = [
            {
                "id": info.id,
                **article_details(info),
                "sha256": info.sha256,
            }
            for info in map(infos.__getitem__, articles)
        ]
        yield {"size": len(members), "articles": members}
