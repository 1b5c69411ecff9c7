"""`web-annotation`: a W3C Web Annotation page (JSON-LD); spans, links, judgements, event labels.

Offsets are code points, as TextPositionSelector requires; the quoted text is included. A directed
relation names the source article first. The texts themselves are not in the file: targets refer to
them by their SHA-256.
"""

from collections.abc import Iterator
from typing import Any, Final

from dittomark.annotations import EventMembership, Judgement, Span
from dittomark.exporting import links
from dittomark.exporting.common import encode_json
from dittomark.exporting.dataset import Dataset, ExportedArticle, ExportedPair
from dittomark.exporting.output import Output
from dittomark.messages import Message
from dittomark.records.json_objects import Record, span_record

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
Node = dict[str, Any]
_SOURCE_FIRST: Final = {"type": "TextualBody", "purpose": "describing", "value": "source first"}


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write one AnnotationPage with all annotations."""
    with output.text(name) as stream:
        stream.write(f'{{"@context":"{_CONTEXT}","type":"AnnotationPage","items":[')
        separator = "\n"
        for annotation in _annotations(dataset):
            stream.write(separator + encode_json(annotation))
            separator = ",\n"
        stream.write("\n]}\n")


def _annotations(dataset: Dataset) -> Iterator[Node]:
    hashes: dict[str, str] = {}
    for article in dataset.articles():
        hashes[article.info.id] = article.info.sha256
        dataset.tally.lose(
            "texts", Message("Annotations name their text by its hash; it is not inside.")
        )
        yield from (_span(span, article) for span in article.spans)
        yield from (
            _event(membership, article, dataset.event_titles.get(membership.event_id, ""))
            for membership in article.memberships
        )
    yield from (_link(record, hashes) for record in links.records(dataset))
    for pair in dataset.pairs():
        undecided = not any(judgement.relation for judgement in pair.judgements)
        dataset.tally.lose("pairs", Message("Nobody has judged them yet."), int(undecided))
        yield from (
            _relation(judgement, pair) for judgement in pair.judgements if judgement.relation
        )


def _link(record: Record, hashes: dict[str, str]) -> Node:
    """Return a link: two targets, the source first; the kind classifies it."""
    sides = ["b", "a"] if record["direction"] == "b_to_a" else ["a", "b"]
    node: Node = {
        "id": f"urn:uuid:{record['id']}",
        "type": "Annotation",
        "motivation": "linking",
        "creator": {"type": "Person", "name": record["annotator"]},
    }
    for name, stamp in (("created", "created_at"), ("modified", "updated_at")):
        if record[stamp]:
            node[name] = _instant(record[stamp])
    bodies = _bodies("classifying", record["kind"], record["note"])
    if record["direction"]:
        bodies.append(_SOURCE_FIRST)
    return {**node, "body": bodies, "target": [_side(record, side, hashes) for side in sides]}


def _side(record: Record, side: str, hashes: dict[str, str]) -> Node:
    start, end = record[f"{side}_start"], record[f"{side}_end"]
    selectors: list[Node] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if f"{side}_exact" in record:
        selectors.append({"type": "TextQuoteSelector", "exact": record[f"{side}_exact"]})
    return {
        "id": f"urn:uuid:{record[side]}",
        "source": f"urn:sha256:{hashes[record[side]]}",
        "selector": selectors,
    }


def _annotation(row: Span | EventMembership | Judgement, motivation: str) -> Node:
    node: Node = {
        "id": f"urn:uuid:{row.id}",
        "type": "Annotation",
        "motivation": motivation,
        "creator": {"type": "Person", "name": row.annotator},
    }
    if row.created_at:
        node["created"] = _instant(row.created_at)
    if not isinstance(row, EventMembership) and row.updated_at:
        node["modified"] = _instant(row.updated_at)
    return node


def _instant(stamp: str) -> str:
    return stamp.replace("+00:00", "Z")


def _bodies(purpose: str, value: str, note: str) -> list[Node]:
    bodies = [{"type": "TextualBody", "purpose": purpose, "value": value}]
    if note:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": note})
    return bodies


def _source(article: ExportedArticle) -> str:
    return f"urn:sha256:{article.info.sha256}"


def _span(span: Span, article: ExportedArticle) -> Node:
    selectors = [{"type": "TextPositionSelector", "start": span.start, "end": span.end}]
    if article.text is not None:
        record = span_record(span, article.text)
        quote = {name: record[name] for name in ("exact", "prefix", "suffix")}
        selectors.append({"type": "TextQuoteSelector", **quote})
    return {
        **_annotation(span, "classifying"),
        "body": _bodies("tagging", span.label, span.note),
        "target": {
            "id": f"urn:uuid:{article.info.id}",
            "source": _source(article),
            "selector": selectors,
        },
    }


def _event(membership: EventMembership, article: ExportedArticle, title: str) -> Node:
    bodies = _bodies("identifying", title, membership.note)
    bodies[0]["id"] = f"urn:uuid:{membership.event_id}"
    return {
        **_annotation(membership, "identifying"),
        "body": bodies,
        "target": {"id": f"urn:uuid:{article.info.id}"},
    }


def _relation(judgement: Judgement, pair: ExportedPair) -> Node:
    ends = [pair.pair.a, pair.pair.b]
    if judgement.direction == "b_to_a":
        ends.reverse()
    bodies = _bodies("classifying", judgement.relation or "", judgement.note)
    if judgement.direction:
        bodies.append(_SOURCE_FIRST)
    return {
        **_annotation(judgement, "linking"),
        "body": bodies,
        "target": [{"id": f"urn:uuid:{end}"} for end in ends],
    }
