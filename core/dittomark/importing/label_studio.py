"""Label Studio's JSON: tasks with their annotations; predictions become suggestions.

Offsets are code points in present versions and were UTF-16 units in old ones: the quote beside
them tells which. A task with two texts is a pair.
"""

from collections.abc import Iterator
from typing import Any, Final

from dittomark.annotations import TURNED, NewArticle
from dittomark.ids import text_sha256
from dittomark.importing import mapping
from dittomark.importing.doccano import converter
from dittomark.importing.json_lines import Row
from dittomark.importing.own import list_of_objects
from dittomark.importing.results import Failure, Item, Options, ReadRecord, misplaced
from dittomark.importing.sources import Source
from dittomark.messages import Message

Node = dict[str, Any]


def is_task(record: Node) -> bool:
    """Return whether a JSON object is a task with annotations or predictions."""
    return isinstance(record.get("data"), dict) and (
        "annotations" in record or "predictions" in record
    )


def read(
    source: Source, rows: Iterator[tuple[Row | Failure, str]], options: Options
) -> Iterator[Item]:
    """Yield the articles and pairs of the tasks; results that can't be placed are failures."""
    for row, encoding in rows:
        if isinstance(row, Failure):
            yield row
        elif not isinstance(row.value, dict) or not is_task(row.value):
            yield Failure(source.name, Message("This is not a task of Label Studio."), row.line)
        elif isinstance(row.value["data"].get("text_a"), str):
            yield from _pair(source, row, encoding)
        else:
            yield from _article(source, row, encoding, options)


def _article(source: Source, row: Row, encoding: str, options: Options) -> Iterator[Item]:
    data: Node = row.value["data"]
    columns = {**mapping.guess(data, [data]), **options.mapping}
    article = mapping.article_from(data, columns, encoding=encoding)
    if isinstance(article, Message):
        yield Failure(source.name, article, row.line)
        return
    spans: list[Node] = []
    events: list[Node] = []
    for annotation in list_of_objects(row.value.get("annotations")):
        if annotation.get("was_cancelled"):
            continue
        who = annotator_of(annotation)
        for result in list_of_objects(annotation.get("result")):
            if found := _spans(result, article.text):
                spans += [{**span, "annotator": who} for span in found]
            elif result.get("from_name") == "event":
                titles = result.get("value", {}).get("choices", ())
                events += [{"title": str(title), "annotator": who} for title in titles]
            else:
                yield Failure(source.name, _unplaced(result), row.line)
    article = _with_candidates(article, row.value)
    fields = {"type": "article", "spans": spans, "events": events}
    yield ReadRecord(source.name, row.line, fields, article)


def annotator_of(annotation: Node) -> str:
    """Return who made an annotation: a name, an address, or the number of the account."""
    if annotation.get("annotator"):
        return str(annotation["annotator"])
    who = annotation.get("completed_by")
    if isinstance(who, dict):
        who = who.get("email") or who.get("id")
    return f"user {who}" if isinstance(who, int) else str(who or "")


def _spans(result: Node, text: str) -> list[Node]:
    """Return the spans of a result, in code points; none when it is none, or can't be placed."""
    value = result.get("value")
    if not isinstance(value, dict):
        return []
    start, end, labels = value.get("start"), value.get("end"), value.get(str(result.get("type")))
    if not isinstance(start, int) or not isinstance(end, int) or not isinstance(labels, list):
        return []
    quote = value.get("text")
    for unit in ("code_point", "utf16"):
        convert = converter(text, unit)
        try:
            begin, stop = convert(start), convert(end)
        except (ValueError, IndexError):
            continue
        if begin < stop and (quote is None or text[begin:stop] == quote):
            note = " ".join(map(str, (result.get("meta") or {}).get("text", ())))
            return [
                {"start": begin, "end": stop, "label": str(label), "note": note} for label in labels
            ]
    return []


def _unplaced(result: Node) -> Message:
    value = result.get("value")
    value = value if isinstance(value, dict) else {}
    if "start" in value:
        return misplaced(value.get("start"), value.get("end"))
    return Message("A result of the type “{type}” has no place here.", type=str(result.get("type")))


def _with_candidates(article: NewArticle, task: Node) -> NewArticle:
    """Return the article with the spans that a model predicted as suggestions."""
    from dataclasses import replace

    spans = [
        span
        for prediction in list_of_objects(task.get("predictions"))
        for result in list_of_objects(prediction.get("result"))
        for span in _spans(result, article.text)
    ]
    return replace(article, candidates=tuple((s["start"], s["end"], s["label"]) for s in spans))


def _pair(source: Source, row: Row, encoding: str) -> Iterator[Item]:
    """Yield a pair; its articles too, unless the task names articles of a Dittomark project."""
    data: Node = row.value["data"]
    fields: Node = {"type": "pair", "score": data.get("score")}
    for side in ("a", "b"):
        text = data.get(f"text_{side}")
        if not isinstance(text, str) or not text.strip():
            yield Failure(
                source.name, Message("The text {side} of this pair is empty.", side=side), row.line
            )
            return
        fields[side] = data.get(side) or f"{source.name}#{row.line}{side}"
        fields[f"{side}_external_id"] = data.get(f"{side}_external_id")
        fields[f"{side}_sha256"] = text_sha256(text)
        if not data.get(side):
            article = NewArticle(
                text, external_id=f"{source.key}-{row.line}{side}", encoding=encoding
            )
            yield ReadRecord(
                source.name, row.line, {"type": "article", "id": fields[side]}, article
            )
    fields["judgements"] = [
        said
        for annotation in list_of_objects(row.value.get("annotations"))
        if (said := _judgement(annotation)) is not None
    ]
    yield ReadRecord(source.name, row.line, fields)
    sides = {name: value for name, value in fields.items() if name[:1] in "ab"}
    for annotation in list_of_objects(row.value.get("annotations")):
        if not annotation.get("was_cancelled"):
            for link in _links(annotation):
                yield ReadRecord(source.name, row.line, {"type": "link", **sides, **link})


_DIRECTIONS: Final = {"right": "a_to_b", "left": "b_to_a"}


def _links(annotation: Node) -> Iterator[Node]:
    """Yield the relations between a region of one text and one of the other, as links."""
    results = list_of_objects(annotation.get("result"))
    regions = {str(result["id"]): result for result in results if result.get("id")}
    for result in results:
        if result.get("type") != "relation":
            continue
        ends = [regions.get(str(result.get(end)), {}) for end in ("from_id", "to_id")]
        direction = _DIRECTIONS.get(str(result.get("direction")))
        if [end.get("to_name") for end in ends] == ["b", "a"]:
            ends.reverse()
            direction = TURNED[direction] if direction else None
        if [end.get("to_name") for end in ends] != ["a", "b"]:
            continue
        a, b = (end.get("value") or {} for end in ends)
        labels = result.get("labels") or a.get("labels") or ()
        yield {
            "a_start": a.get("start"),
            "a_end": a.get("end"),
            "b_start": b.get("start"),
            "b_end": b.get("end"),
            "kind": next(map(str, labels), None),
            "direction": direction,
            "annotator": annotator_of(annotation),
            "note": " ".join(map(str, (ends[0].get("meta") or {}).get("text", ()))),
        }


def _judgement(annotation: Node) -> Node | None:
    if annotation.get("was_cancelled"):
        return None
    said: Node = {"annotator": annotator_of(annotation), "seconds": annotation.get("lead_time")}
    for result in list_of_objects(annotation.get("result")):
        value = result.get("value") or {}
        if result.get("from_name") == "direction":
            said["direction"] = next(iter(value.get("choices", ())), None)
        elif result.get("type") == "choices":
            said["relation"] = next(iter(value.get("choices", ())), None)
        elif result.get("type") == "textarea":
            said["note"] = " ".join(map(str, value.get("text", ())))
    return said
