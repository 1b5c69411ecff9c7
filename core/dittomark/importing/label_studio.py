"""Label Studio's JSON: tasks with their annotations; predictions become suggestions.

Offsets are code points in current versions and UTF-16 units in old ones: the quoted text next to
them shows which. A task with two texts is a pair.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from dittomark.annotations import TURNED, NewArticle
from dittomark.ids import text_sha256
from dittomark.importing import mapping
from dittomark.importing.doccano import converter
from dittomark.importing.json_lines import Row
from dittomark.importing.own import list_of_objects
from dittomark.importing.results import Failure, Item, Note, Options, ReadRecord, misplaced
from dittomark.importing.sources import Source
from dittomark.messages import Message
from dittomark.operations.articles import id_of

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
    data = {key: value for key, value in data.items() if key not in mapping.own_keys(data)}
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
            meta = _meta_of(result)
            by = str(meta.get("annotator") or who)
            if found := _spans(result, article.text):
                kept: Node = {name: meta[name] for name in ("origin", "created_at") if name in meta}
                spans += [{**span, **kept, "annotator": by} for span in found]
            elif result.get("from_name") == "event":
                value = result.get("value")
                titles = value.get("choices", ()) if isinstance(value, dict) else ()
                events += [_event(str(title), meta, by) for title in titles]
                for kept in list_of_objects(meta.get("events")):
                    if isinstance(event := kept.get("event"), dict):
                        fields = {**event, "type": "event"}
                        yield ReadRecord(source.name, row.line, fields)
            else:
                yield Failure(source.name, _unplaced(result), row.line)
    name = row.value["data"].get("article_id")
    fields = {"type": "article", "id": name, "spans": spans, "events": events}
    yield ReadRecord(source.name, row.line, fields, article)
    yield from _decisions(source, row)
    yield from _predicted(source, row, article)


def _meta_of(result: Node) -> Node:
    meta = result.get("meta")
    return meta if isinstance(meta, dict) else {}


def _event(title: str, meta: Node, annotator: str) -> Node:
    """Return an event label; our export's fields, if the title is still chosen."""
    kept = next(
        (one for one in list_of_objects(meta.get("events")) if one.get("title") == title), {}
    )
    kept = {name: value for name, value in kept.items() if name != "event"}
    return {**kept, "title": title, "annotator": annotator}


def _decisions(source: Source, row: Row) -> Iterator[Item]:
    """Yield the adjudicators' decisions, which our own export stored in the task's data."""
    for decision in list_of_objects(row.value["data"].get("decisions")):
        yield ReadRecord(source.name, row.line, {**decision, "type": "decision"})


def _predicted(source: Source, row: Row, article: NewArticle) -> Iterator[Item]:
    """Yield the spans that models predicted as suggestions, with their scores and versions."""
    for prediction in list_of_objects(row.value.get("predictions")):
        score = prediction.get("score")
        usable = isinstance(score, int | float) and 0 <= score <= 1
        for result in list_of_objects(prediction.get("result")):
            for span in _spans(result, article.text):
                labels = {"spans": [{"key": span["label"]}], "relations": []}
                yield ReadRecord(source.name, row.line, {"type": "project", "scheme": labels})
                own = result.get("score")
                fields = {
                    "type": "suggestion",
                    "article_id": id_of(article),
                    **{name: span[name] for name in ("start", "end", "label")},
                    "suggester": str(prediction.get("model_version") or "label-studio"),
                    "version": str(prediction.get("model_version") or ""),
                    "score": own if isinstance(own, float) else score if usable else 0.5,
                }
                yield ReadRecord(source.name, row.line, fields)


def annotator_of(annotation: Node) -> str:
    """Return the annotator of an annotation: a name, an e-mail address, or the account's number."""
    if annotation.get("annotator"):
        return str(annotation["annotator"])
    who = annotation.get("completed_by")
    if isinstance(who, dict):
        who = who.get("email") or who.get("id")
    return f"user {who}" if isinstance(who, int) else str(who or "")


def _spans(result: Node, text: str) -> list[Node]:
    """Return the spans of a result, in code points; none if it is not a span or can't be placed."""
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


def _pair(source: Source, row: Row, encoding: str) -> Iterator[Item]:
    """Yield a pair, and its articles unless the task names articles of a Dittomark project."""
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
    for name in ("guess", "passage", "cluster", "origin"):
        fields[name] = data.get(name)
    fields["id"] = data.get("pair_id")
    judged: list[Node] = []
    people: Counter[str] = Counter()
    for annotation in list_of_objects(row.value.get("annotations")):
        judgement = _judgement(annotation)
        if judgement is None or not judgement.keys() - {"annotator", "seconds"}:
            continue
        who = judgement["annotator"]
        people[who] += 1
        if people[who] > 1:  # one row per annotator: further ones get other names
            judgement["annotator"] = f"{who} ({people[who]})"
            yield Note(source.name, _SEVERAL)
        judged.append(judgement)
    fields["judgements"] = judged
    yield ReadRecord(source.name, row.line, fields)
    sides = {name: value for name, value in fields.items() if name[:1] in "ab"}
    for annotation in list_of_objects(row.value.get("annotations")):
        if not annotation.get("was_cancelled"):
            for link in _links(annotation):
                yield ReadRecord(source.name, row.line, {"type": "link", **sides, **link})
    yield from _decisions(source, row)


_SEVERAL: Final = Message(
    "Some tasks have several annotations by one person: the later ones are kept as “name (2)” and "
    "so on."
)
_STATES: Final = ("done", "flagged", "skipped")


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
            "note": " ".join(map(str, _meta_of(ends[0]).get("text", ()))),
            **_made(_meta_of(ends[0]) or _meta_of(ends[1])),
        }


def _judgement(annotation: Node) -> Node | None:
    if annotation.get("was_cancelled"):
        return None
    judgement: Node = {
        "annotator": annotator_of(annotation),
        "seconds": annotation.get("lead_time"),
    }
    for result in list_of_objects(annotation.get("result")):
        value = result.get("value")
        value = value if isinstance(value, dict) else {}
        choices = value.get("choices", ())
        if result.get("from_name") == "state":
            judgement.update({name: name in choices for name in _STATES})
            judgement.update(_kept(_meta_of(result)))
        elif result.get("from_name") == "direction":
            judgement["direction"] = next(iter(choices), None)
        elif result.get("type") == "choices":
            judgement["relation"] = next(iter(choices), None)
        elif result.get("type") == "textarea":
            text = value.get("text", ())
            judgement["note"] = text if isinstance(text, str) else " ".join(map(str, text))
    return judgement


def _made(meta: Node) -> Node:
    """Return annotator, time and origin of an annotation that our own export wrote."""
    names = ("annotator", "origin", "created_at")
    return {name: meta[name] for name in names if meta.get(name)}


def _kept(meta: Node) -> Node:
    """Return the fields that our own export stored with a judgement."""
    names = ("annotator", "seconds", "ratings", "origin", "created_at")
    return {name: meta[name] for name in names if meta.get(name) is not None}
