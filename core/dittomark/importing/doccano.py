"""doccano's JSONL, and what it exports (a zip with one file an annotator).

doccano does not say what its offsets count: UTF-16 units on its page by default, characters as
readers see them (grapheme clusters) if the project is set so, code points in files that programs
wrote. When it isn't told, the unit is chosen under which most spans of the file's beginning start
and end at the borders of words.
"""

import itertools
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Any, Final

from dittomark.importing import mapping
from dittomark.importing.json_lines import Row
from dittomark.importing.own import list_of_objects
from dittomark.importing.results import OFFSET_UNITS, Failure, Item, Options, ReadRecord, offset
from dittomark.importing.sources import Source
from dittomark.messages import Message
from dittomark.texts import segmentation

_LOOKED_AT: Final = 200
_LABEL_KEYS: Final = ("entities", "label", "labels", "relations", "Comments", "offset_unit")
Spans = list[tuple[int, int, str]]
Convert = Callable[[int], int]


def is_example(record: dict[str, Any]) -> bool:
    """Return whether a JSON object is an example of doccano with spans."""
    if not isinstance(record.get("text"), str):
        return False
    entities = record.get("entities")
    if isinstance(entities, list):
        return all(isinstance(e, dict) and "start_offset" in e for e in entities)
    labels = record.get("label", record.get("labels"))
    return isinstance(labels, list) and all(
        isinstance(one, list) and len(one) == 3 and isinstance(one[0], int) for one in labels
    )


def read(
    source: Source, rows: Iterator[tuple[Row | Failure, str]], options: Options
) -> Iterator[Item]:
    """Yield an article with its spans for each example."""
    first = list(itertools.islice(rows, _LOOKED_AT))
    unit = options.offsets or _unit_of([row.value for row, _ in first if isinstance(row, Row)])
    for row, encoding in itertools.chain(first, rows):
        if isinstance(row, Failure):
            yield row
        elif not isinstance(row.value, dict) or not is_example(row.value):
            yield Failure(source.name, Message("This is not an example of doccano."), row.line)
        else:
            yield from _example(source, row, unit, encoding, options)


def _example(
    source: Source, row: Row, unit: str, encoding: str, options: Options
) -> Iterator[Item]:
    fields = {key: value for key, value in row.value.items() if key not in _LABEL_KEYS}
    columns = {**mapping.guess(fields), **options.mapping, "text": "text"}
    article = mapping.article_from(fields, columns, encoding=encoding)
    if isinstance(article, Message):
        yield Failure(source.name, article, row.line)
        return
    convert = converter(article.text, unit)
    spans: list[dict[str, Any]] = []
    for start, end, label in _spans(row.value):
        try:
            spans.append({"start": convert(start), "end": convert(end), "label": label})
        except (ValueError, IndexError):
            why = Message(
                "The span at {start}–{end} ({label}) does not fit the text.",
                start=offset(start),
                end=offset(end),
                label=str(label),
            )
            yield Failure(source.name, why, row.line)
    for _ in list_of_objects(row.value.get("relations")):
        yield Failure(
            source.name, Message("A relation between two spans has no place here."), row.line
        )
    yield ReadRecord(source.name, row.line, {"type": "article", "spans": spans}, article)


def _spans(record: dict[str, Any]) -> Spans:
    if isinstance(record.get("entities"), list):
        return [(e["start_offset"], e["end_offset"], str(e["label"])) for e in record["entities"]]
    labels = record["label"] if "label" in record else record["labels"]
    return [(start, end, str(label)) for start, end, label in labels]


def converter(text: str, unit: str) -> Convert:
    """Return what turns offsets of a unit (`code_point`, `utf16`, `grapheme`) into code points.

    The function raises ValueError or IndexError for an offset outside the text.
    """
    if unit == "utf16":
        return segmentation.OffsetTable(text).from_utf16
    if unit == "grapheme":
        starts = [start for start, _ in segmentation.graphemes(text)] + [len(text)]
        return lambda offset: starts[offset] if offset >= 0 else _outside()
    return lambda offset: offset if 0 <= offset <= len(text) else _outside()


def _outside() -> int:
    raise ValueError


def _unit_of(examples: list[Any]) -> str:
    """Return the unit under which most spans begin and end where words do."""
    told = {e.get("offset_unit") for e in examples if isinstance(e, dict)} & set(OFFSET_UNITS)
    if len(told) == 1:
        return str(told.pop())
    scores = dict.fromkeys(("utf16", "code_point", "grapheme"), 0)
    for example in examples:
        if isinstance(example, dict) and is_example(example):
            for unit in scores:
                scores[unit] += _fitting(example, unit)
    return max(scores, key=lambda unit: scores[unit])


def _fitting(example: dict[str, Any], unit: str) -> int:
    text = example["text"]
    convert = converter(text, unit)
    words = segmentation.words(text)
    starts, ends = [start for start, _ in words], [end for _, end in words]
    score = 0
    for start, end, _ in _spans(example):
        try:
            begin, stop = convert(start), convert(end)
        except (ValueError, IndexError):
            continue
        score += _cuts_no_word(begin, starts, ends) + _cuts_no_word(stop, starts, ends)
        score += begin < stop and not text[begin].isspace() and not text[stop - 1].isspace()
    return score


def _cuts_no_word(offset: int, starts: list[int], ends: list[int]) -> bool:
    before = bisect_left(starts, offset) - 1
    return before < 0 or ends[before] <= offset
