"""doccano's JSONL, and its exports (a zip with one file per annotator).

doccano does not state the unit of its offsets: UTF-16 units in its browser page by default,
grapheme clusters if the project is set so, code points in files written by programs. If no unit is
given, the unit is chosen under which most spans at the beginning of the file start and end at word
borders.
"""

import itertools
from bisect import bisect_left
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any, Final

from dittomark.importing import mapping, span_keys
from dittomark.importing.json_lines import Row
from dittomark.importing.own import list_of_objects
from dittomark.importing.results import (
    OFFSET_UNITS,
    Failure,
    Item,
    Note,
    Options,
    ReadRecord,
    offset,
)
from dittomark.importing.sources import Source
from dittomark.messages import Message
from dittomark.texts import segmentation

_LOOKED_AT: Final = 200
_LABEL_KEYS: Final = (
    "relations", "Comments", "offset_unit", "answer", "annotator", "_annotator_id", "_session_id",
    "tokens", "_input_hash", "_task_hash", "_is_binary", "_view_id", "_timestamp",
)  # fmt: skip
_TELLING: Final = frozenset(
    {"answer", "_input_hash", "Comments", "relations", "_annotator_id", "offset_unit"}
)
Convert = Callable[[int], int]


def is_example(record: dict[str, Any]) -> bool:
    """Return whether a JSON object is a text with spans: doccano's, Prodigy's or the like."""
    key = span_keys.spans_key(record)
    if not key or not span_keys.text_key(record):
        return False
    # An empty list proves nothing by itself; a record of doccano or Prodigy has other keys as
    # evidence.
    return bool(record[key]) or bool(_TELLING & record.keys()) or key == "entities"


def read(
    source: Source, rows: Iterator[tuple[Row | Failure, str]], options: Options
) -> Iterator[Item]:
    """Yield an article with its spans for each example."""
    first = list(itertools.islice(rows, _LOOKED_AT))
    unit = options.offsets or _unit_of([row.value for row, _ in first if isinstance(row, Row)])
    for row, encoding in itertools.chain(first, rows):
        if isinstance(row, Failure):
            yield row
        elif not isinstance(row.value, dict) or not span_keys.text_key(row.value):
            yield Failure(source.name, Message("This is not an example of doccano."), row.line)
        else:
            yield from _example(source, row, unit, encoding, options)


def _example(
    source: Source, row: Row, unit: str, encoding: str, options: Options
) -> Iterator[Item]:
    record: dict[str, Any] = row.value
    text_key, spans_key = span_keys.text_key(record), span_keys.spans_key(record)
    fields = {k: v for k, v in record.items() if k not in {*_LABEL_KEYS, spans_key}}
    if isinstance(meta := fields.pop("meta", None), dict):
        fields = {**meta, **fields}
    ours = {key: fields.pop(key) for key in mapping.own_keys(fields)}
    columns = {**mapping.guess(fields), **options.mapping, "text": text_key}
    article = mapping.article_from(fields, columns, encoding=encoding)
    if isinstance(article, Message):
        yield Failure(source.name, article, row.line)
        return
    found = span_keys.spans_in(record[spans_key]) if spans_key else []
    if found and record.get("answer") == "reject":
        yield Note(source.name, REJECTED)
        found = []
    convert = converter(article.text, unit)
    who = _annotator(record, source)
    spans: list[dict[str, Any]] = []
    for start, end, label, properties in found:
        try:
            span = {"start": convert(start), "end": convert(end), "label": label}
        except (ValueError, IndexError):
            why = Message(
                "The span at {start}–{end} ({label}) does not fit the text.",
                start=offset(start),
                end=offset(end),
                label=str(label),
            )
            yield Failure(source.name, why, row.line)
        else:
            spans.append({**span, **({"annotator": who} if who else {}), **properties})
    for _ in list_of_objects(record.get("relations")):
        yield Failure(
            source.name, Message("A relation between two spans has no place here."), row.line
        )
    yield ReadRecord(
        source.name,
        row.line,
        {"type": "article", "id": ours.get("article_id"), "spans": spans},
        article,
    )


REJECTED: Final = Message("Spans of lines whose answer is “reject” were left out.")


def _annotator(record: dict[str, Any], source: Source) -> str:
    """Return the annotator of a record: as stated, else from the file's name in the archive."""
    for key in ("_annotator_id", "annotator", "_session_id"):
        if (who := record.get(key)) not in (None, ""):
            return f"user {who}" if isinstance(who, int) else str(who)
    name = PurePosixPath(source.filename).stem
    of_doccano = source.path is None and "Comments" in record
    return name if of_doccano and name not in {"all", "unknown"} else ""


def converter(text: str, unit: str) -> Convert:
    """Return a function from offsets of a unit (`code_point`, `utf16`, `grapheme`) to code points.

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
    """Return the unit under which most spans begin and end at word borders."""
    units = {e.get("offset_unit") for e in examples if isinstance(e, dict)} & set(OFFSET_UNITS)
    if any(isinstance(e, dict) and ("answer" in e or "_input_hash" in e) for e in examples):
        return "code_point"  # Prodigy counts as Python does
    if len(units) == 1:
        return str(units.pop())
    scores = dict.fromkeys(("utf16", "code_point", "grapheme"), 0)
    for example in examples:
        if isinstance(example, dict) and is_example(example):
            for unit in scores:
                scores[unit] += _fitting(example, unit)
    return max(scores, key=lambda unit: scores[unit])


def _fitting(example: dict[str, Any], unit: str) -> int:
    text = example[span_keys.text_key(example)]
    convert = converter(text, unit)
    words = segmentation.words(text)
    starts, ends = [start for start, _ in words], [end for _, end in words]
    score = 0
    for start, end, *_ in span_keys.spans_in(example[span_keys.spans_key(example)]):
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
