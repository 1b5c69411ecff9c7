"""`label-studio`: tasks as Label Studio imports them, with the labelling configuration.

Two projects, because a configuration fits one kind of task: `articles.json` (one text, spans and
events) and `pairs.json` (two texts, relation and direction, and links as relations between regions
of both texts). Offsets are code points. Every annotator's work is a separate annotation. Label
Studio has no annotators other than its own accounts, but keeps the `meta` of each result: this
stores annotator, ratings, times and origin; decisions are stored in the task's data, so that an
export of Label Studio contains everything again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from typing import IO, Any, Final
from xml.sax.saxutils import quoteattr

from dittomark.annotations import EventMembership, Link, Origin
from dittomark.exporting.common import article_details, encode_json, full_text
from dittomark.exporting.dataset import Dataset, ExportedArticle, ExportedPair
from dittomark.exporting.output import Output
from dittomark.labels import DEFAULT_LINK_KINDS
from dittomark.messages import Message
from dittomark.records.json_objects import decision_record, event_record, origin_record

_TEXTS_AT_ONCE: Final = 200
# The state of a judgement, as choices: Label Studio has no such fields.
STATES: Final = ("done", "flagged", "skipped")
OPEN: Final = "open"
Node = dict[str, Any]


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write both task files and both configurations."""
    with output.text(f"{name}articles.json") as stream:
        _array(stream, (_article_task(article, dataset) for article in dataset.articles()))
    with output.text(f"{name}pairs.json") as stream:
        _array(stream, _pair_tasks(dataset))
    labels = [label["key"] for label in dataset.scheme.get("spans", ())]
    relations = [label["key"] for label in dataset.scheme.get("relations", ())]
    kinds = [label["key"] for label in dataset.scheme.get("links", map(asdict, DEFAULT_LINK_KINDS))]
    events = sorted({event.title for event in dataset.events()})
    with output.text(f"{name}articles.xml") as stream:
        stream.write(_article_configuration(labels, events))
    with output.text(f"{name}pairs.xml") as stream:
        stream.write(_pair_configuration(relations, kinds))


def _array(stream: IO[str], tasks: Iterable[Node]) -> None:
    separator = "[\n"
    for number, task in enumerate(tasks, start=1):
        stream.write(separator + encode_json({"id": number, **task}))
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def _article_task(article: ExportedArticle, dataset: Dataset) -> Node:
    info, text = article.info, full_text(article)
    results: dict[str, list[Node]] = {}
    for span in article.spans:
        results.setdefault(span.annotator, []).append(
            {
                "id": span.id,
                "from_name": "label",
                "to_name": "text",
                "type": "labels",
                "value": {
                    "start": span.start,
                    "end": span.end,
                    "text": text[span.start : span.end],
                    "labels": [span.label],
                },
                "meta": _meta(span.annotator, span.note, span.origin, span.created_at),
            }
        )
    events: dict[str, list[EventMembership]] = {}
    for membership in article.memberships:
        events.setdefault(membership.annotator, []).append(membership)
    for annotator, labels in events.items():
        titles = [dataset.event_titles.get(label.event_id, "") for label in labels]
        meta = {
            "annotator": annotator,
            "events": [
                {
                    "event_id": label.event_id,
                    "title": title,
                    "event": event_record(dataset.event_of[label.event_id]),
                    "note": label.note,
                    "origin": origin_record(label.origin),
                    "created_at": label.created_at,
                }
                for label, title in zip(labels, titles, strict=True)
            ],
        }
        results.setdefault(annotator, []).append({**_choice("event", "text", titles), "meta": meta})
    return {
        "data": {
            "text": text,
            "article_id": info.id,
            **article_details(info),
            **_settled(dataset, info.id),
        },
        "annotations": [
            _annotation(annotator, result) for annotator, result in sorted(results.items())
        ],
    }


def _meta(annotator: str, note: str, origin: Origin, created_at: str) -> Node:
    """Return the metadata that Label Studio keeps with a result and displays as its note."""
    meta: Node = {"text": [note]} if note else {}
    return {
        **meta, "annotator": annotator, "origin": origin_record(origin), "created_at": created_at,
    }  # fmt: skip


def _settled(dataset: Dataset, target: str) -> Node:
    """Return the decisions on an article or pair, as a part of the task's data."""
    found = dataset.decisions_of(target)
    for _ in found:
        dataset.tally.count("decisions")
    return {"decisions": [decision_record(decision) for decision in found]} if found else {}


def _annotation(annotator: str, result: list[Node], *, seconds: float = 0) -> Node:
    return {
        "annotator": annotator,
        "ground_truth": False,
        "was_cancelled": False,
        "lead_time": seconds or None,
        "result": result,
    }


def _choice(from_name: str, to_name: str, choices: list[str]) -> Node:
    return {
        "id": from_name,
        "from_name": from_name,
        "to_name": to_name,
        "type": "choices",
        "value": {"choices": choices},
    }


def _pair_tasks(dataset: Dataset) -> Iterator[Node]:
    linked: dict[tuple[str, str], list[Link]] = {}
    for link in dataset.links():
        linked.setdefault((link.a, link.b), []).append(link)
    pairs = dataset.pairs()
    while batch := list(islice(pairs, _TEXTS_AT_ONCE)):
        wanted = {article for pair in batch for article in (pair.pair.a, pair.pair.b)}
        texts = dataset.texts(wanted)
        for pair in batch:
            links = linked.pop((pair.pair.a, pair.pair.b), [])
            yield _pair_task(pair, texts, links, dataset)
    left = sum(map(len, linked.values()))
    dataset.tally.lose("links", Message("No task holds both of their texts."), left)


def _pair_task(
    pair: ExportedPair, texts: dict[str, str], links: list[Link], dataset: Dataset
) -> Node:
    linked: dict[str, list[Node]] = {}
    for link in links:
        linked.setdefault(link.annotator, []).extend(_link_results(link, texts))
    annotations: list[Node] = []
    for judgement in pair.judgements:
        result = [_choice("relation", "a", [judgement.relation])] if judgement.relation else []
        if judgement.direction:
            result.append(_choice("direction", "a", [judgement.direction]))
        if judgement.note:
            note = {"id": "note", "from_name": "note", "to_name": "a", "type": "textarea"}
            result.append({**note, "value": {"text": [judgement.note]}})
        state = [name for name in STATES if getattr(judgement, name)] or [OPEN]
        meta = {
            **_meta(judgement.annotator, "", judgement.origin, judgement.created_at),
            "seconds": judgement.seconds,
            "ratings": dict(judgement.ratings),
        }
        result.append({**_choice("state", "a", state), "meta": meta})
        result += linked.pop(judgement.annotator, [])
        annotations.append(_annotation(judgement.annotator, result, seconds=judgement.seconds))
    annotations += [_annotation(annotator, result) for annotator, result in sorted(linked.items())]
    return {
        "data": {
            "text_a": texts.get(pair.pair.a, ""),
            "text_b": texts.get(pair.pair.b, ""),
            "pair_id": pair.pair.id,
            "a": pair.pair.a,
            "b": pair.pair.b,
            "a_external_id": pair.a_external_id,
            "b_external_id": pair.b_external_id,
            "score": pair.pair.score,
            "guess": pair.pair.guess,
            "passage": pair.pair.passage,
            "cluster": pair.pair.cluster,
            "origin": origin_record(pair.pair.origin),
            **_settled(dataset, pair.pair.id),
        },
        "annotations": annotations,
    }


def _link_results(link: Link, texts: dict[str, str]) -> list[Node]:
    """Return a region in each text, labelled with the kind, and the relation between them."""
    regions = [
        {
            "id": f"{link.id}-{side}",
            "from_name": f"link_{side}",
            "to_name": side,
            "type": "labels",
            "value": {
                "start": start,
                "end": end,
                "text": texts.get(article, "")[start:end],
                "labels": [link.kind],
            },
        }
        for side, article, start, end in (
            ("a", link.a, link.a_start, link.a_end),
            ("b", link.b, link.b_start, link.b_end),
        )
    ]
    regions[0]["meta"] = _meta(link.annotator, link.note, link.origin, link.created_at)
    direction = {"a_to_b": "right", "b_to_a": "left"}.get(link.direction or "", "bi")
    ends = {"from_id": regions[0]["id"], "to_id": regions[1]["id"]}
    return [*regions, {"type": "relation", **ends, "direction": direction, "labels": [link.kind]}]


def _article_configuration(labels: list[str], events: list[str]) -> str:
    values = "\n".join(f"    <Label value={quoteattr(label)}/>" for label in labels)
    choices = "\n".join(f"    <Choice value={quoteattr(title)}/>" for title in events)
    events_part = (
        f'  <Choices name="event" toName="text" choice="multiple">\n{choices}\n  </Choices>\n'
        if events
        else ""
    )
    return (
        '<View>\n  <Labels name="label" toName="text">\n'
        f"{values}\n  </Labels>\n"
        '  <Text name="text" value="$text" granularity="symbol"/>\n'
        f"{events_part}</View>\n"
    )


def _pair_configuration(relations: list[str], kinds: list[str]) -> str:
    labels = "".join(f"    <Label value={quoteattr(kind)}/>\n" for kind in kinds)
    regions = "".join(
        f'  <Labels name="link_{side}" toName="{side}">\n{labels}  </Labels>\n' for side in "ab"
    )
    between = "".join(f"    <Relation value={quoteattr(kind)}/>\n" for kind in kinds)
    choices = "\n".join(f"    <Choice value={quoteattr(key)}/>" for key in relations)
    return (
        '<View>\n  <Text name="a" value="$text_a" granularity="symbol"/>\n'
        '  <Text name="b" value="$text_b" granularity="symbol"/>\n'
        f"{regions}  <Relations>\n{between}  </Relations>\n"
        f'  <Choices name="relation" toName="a">\n{choices}\n  </Choices>\n'
        '  <Choices name="direction" toName="a">\n'
        '    <Choice value="a_to_b"/>\n    <Choice value="b_to_a"/>\n  </Choices>\n'
        '  <Choices name="state" toName="a" choice="multiple">\n'
        '    <Choice value="done"/>\n    <Choice value="flagged"/>\n'
        '    <Choice value="skipped"/>\n    <Choice value="open"/>\n  </Choices>\n'
        '  <TextArea name="note" toName="a"/>\n</View>\n'
    )
