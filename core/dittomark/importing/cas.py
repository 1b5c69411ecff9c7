"""UIMA CAS of INCEpTION and others, as JSON and as XMI: the text and spans of custom layers.

Offsets are UTF-16 units. The label of a span is its feature `label` (else `value`, else the name of
its layer). Annotations of linguistic tools (tokens, sentences, parts of speech) are counted and
left out.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import annotated_text
from dittomark.importing.json_lines import Row
from dittomark.importing.own import list_of_objects
from dittomark.importing.results import Failure, Item, Note, Options, misplaced
from dittomark.importing.sources import Source
from dittomark.importing.xml_tree import attribute, local_name, parse_xml
from dittomark.messages import Message
from dittomark.texts.segmentation import OffsetTable

Structure = Mapping[str, Any]
_MAX_BYTES: Final = 300_000_000
BUILT_IN: Final = ("uima.", "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
                    "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
                    "de.tudarmstadt.ukp.clarin.webanno.", "org.dkpro.core.api.xml.")  # fmt: skip
_LABELS: Final = ("label", "value", "PosValue", "identifier")


def is_cas(record: Structure) -> bool:
    """Return whether a JSON object is a CAS."""
    return "%FEATURE_STRUCTURES" in record


def is_xmi(_source: Source, start: bytes) -> bool:
    """Return whether a file begins like a CAS as XMI."""
    return b"<xmi:XMI" in start


def read(
    source: Source, rows: Iterator[tuple[Row | Failure, str]], _options: Options
) -> Iterator[Item]:
    """Yield the text of each CAS with its spans."""
    for row, _ in rows:
        if isinstance(row, Failure):
            yield row
        elif not isinstance(row.value, dict) or not is_cas(row.value):
            yield Failure(source.name, Message("This is not a CAS."), row.line)
        else:
            yield from _text_with_spans(source, row.line, _structures_of_json(row.value))


def read_xmi(source: Source, _options: Options) -> Iterator[Item]:
    """Yield the text of a CAS in XMI with its spans."""
    root = parse_xml(source.read(limit=_MAX_BYTES))
    structures: list[Structure] = []
    for element in root:
        if not local_name(element):
            continue
        space = str(element.tag).partition("}")[0].removeprefix("{http:///").removesuffix(".ecore")
        values: dict[str, Any] = {
            str(key).rpartition("}")[2]: value for key, value in element.attrib.items()
        }
        for name in ("begin", "end"):
            if str(values.get(name, "")).isdecimal():
                values[name] = int(values[name])
        kind = f"{space.replace('/', '.')}.{local_name(element)}"
        structures.append({**values, "%TYPE": kind, "sofaString": attribute(element, "sofaString")})
    yield from _text_with_spans(source, 1, structures)


def _structures_of_json(cas: Structure) -> list[Structure]:
    given = cas["%FEATURE_STRUCTURES"]
    if isinstance(given, dict):  # keyed by number, in older files
        given = list(given.values())
    return [
        {name.lstrip("^"): value for name, value in one.items()} for one in list_of_objects(given)
    ]


def _text_with_spans(source: Source, line: int, structures: list[Structure]) -> Iterator[Item]:
    texts = [text for one in structures if isinstance(text := one.get("sofaString"), str) and text]
    if not texts:
        raise UnreadableFileError("There is no text in this CAS.")
    text = texts[0]
    table = OffsetTable(text)
    spans: list[dict[str, Any]] = []
    left_out: Counter[str] = Counter()
    title = language = ""
    for one in structures:
        kind = str(one.get("%TYPE", ""))
        if kind.endswith(("DocumentAnnotation", "DocumentMetaData")):
            title = title or str(one.get("documentTitle") or "")
            language = language or str(one.get("language") or "").removeprefix("x-unspecified")
        if "begin" not in one or "end" not in one:
            continue
        if kind.startswith(BUILT_IN):
            left_out[kind.rpartition(".")[2]] += kind not in _WHOLE_TEXT
            continue
        span = _span(one, kind, table)
        if span is None:
            yield Failure(source.name, misplaced(one["begin"], one["end"]), line)
        else:
            spans.append(span)
    if left_out := +left_out:
        yield Note(source.name, LEFT_OUT)
    yield annotated_text.record_of(source, line, text, spans, title=title, language=language)


_WHOLE_TEXT: Final = frozenset(
    {"uima.tcas.DocumentAnnotation",
     "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"}
)  # fmt: skip
LEFT_OUT: Final = Message("Tokens, sentences and the like of a CAS were left out.")


def _span(one: Structure, kind: str, table: OffsetTable) -> dict[str, Any] | None:
    try:
        start, end = table.from_utf16(one["begin"]), table.from_utf16(one["end"])
    except (ValueError, TypeError):
        return None
    if start >= end:
        return None
    label = next((str(one[name]) for name in _LABELS if one.get(name)), kind.rpartition(".")[2])
    span = {"start": start, "end": end, "label": label}
    for name in ("annotator", "note"):
        if isinstance(value := one.get(name), str) and value:
            span[name] = value
    return span
