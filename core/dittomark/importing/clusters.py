"""Duplicate clusters (`clusters`, as in NEWS-COPY): their articles become pairs of the queue.

A cluster does not name an annotator, so it makes no judgements: each of its articles is paired with
the first one, and the pair records its cluster.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from dittomark.importing.json_lines import Row
from dittomark.importing.own import list_of_objects
from dittomark.importing.results import Failure, Item, Options, ReadRecord
from dittomark.importing.sources import Source
from dittomark.messages import Message


def is_cluster(record: Mapping[str, Any]) -> bool:
    """Return whether a JSON object is a cluster of articles."""
    members = record.get("articles")
    return "cluster" in record and isinstance(members, list) and "text" not in record


def read(
    source: Source, rows: Iterator[tuple[Row | Failure, str]], _options: Options
) -> Iterator[Item]:
    """Yield a pair for each article of a cluster except the first."""
    for row, _ in rows:
        if isinstance(row, Failure):
            yield row
        elif not isinstance(row.value, dict) or not is_cluster(row.value):
            yield Failure(source.name, Message("This is not a cluster of articles."), row.line)
        else:
            yield from _pairs(source, row.line, row.value)


def _pairs(source: Source, line: int, record: Mapping[str, Any]) -> Iterator[Item]:
    members = list_of_objects(record.get("articles"))
    number = record.get("cluster")
    for other in members[1:]:
        fields: dict[str, Any] = {"type": "pair", "judgements": []}
        if type(number) is int:
            fields["cluster"] = number
        for side, member in (("a", members[0]), ("b", other)):
            fields[side] = member.get("id")
            fields[f"{side}_external_id"] = member.get("external_id")
            fields[f"{side}_sha256"] = member.get("sha256")
        yield ReadRecord(source.name, line, fields)
