"""Detections of another engine, read from a file: JSON lines, or PAN's XML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dittomark.errors import UnreadableFileError, UserError
from dittomark.evaluating.plagdet import Quad
from dittomark.importing import pan
from dittomark.importing.json_lines import Row, read_rows
from dittomark.importing.results import Failure
from dittomark.importing.sources import Source, find_sources
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.records.json_objects import typed

_OFFSETS: Final = ("a_start", "a_end", "b_start", "b_end")


@dataclass
class Detections:
    """Detections by the names of their two articles, and failures."""

    of: dict[tuple[str, str], list[Quad]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)


def read_detections(project: Project, path: Path, *, report: Report | None = None) -> Detections:
    """Read detections of a file or folder: JSONL lines in the form of links (no kinds), or XML.

    Articles are identified by id or external id. Raises `UnreadableFileError` for a path without
    any.
    """
    found = Detections()
    articles: dict[str, str] = {}
    lengths = {info.id: info.length for info in project.article_infos()}
    for source in find_sources([path], report):
        if isinstance(source, Failure):
            raise UnreadableFileError(source.located_message)
        for line, fields in _fields(source, found):
            try:
                a, b = (_article(project, articles, _name(fields, side)) for side in ("a", "b"))
                quad = _quad(fields, lengths[a], lengths[b])
            except UserError as error:
                found.failures.append(Failure(source.name, error.message, line))
                continue
            found.of.setdefault((a, b), []).append(quad)
    return found


def _fields(source: Source, found: Detections) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the detections of a file; texts and lists next to XML files are skipped."""
    if source.filename.lower().endswith(".xml"):
        for line, feature in pan.features(source):
            if isinstance(feature["error"], Message):
                found.failures.append(Failure(source.name, feature["error"], line))
            else:
                yield line, feature
    elif source.filename.lower().endswith((".jsonl", ".ndjson", ".json")):
        for row, _ in read_rows(source, "utf-8"):
            match row:
                case Failure():
                    found.failures.append(row)
                case Row(value=dict()):
                    yield row.line, row.value
                case _:
                    why = Message("This is not a JSON object.")
                    found.failures.append(Failure(source.name, why, row.line))


def _name(fields: Mapping[str, Any], side: str) -> str:
    for name in (side, f"{side}_id", f"{side}_external_id"):
        if fields.get(name):
            return str(typed(fields, name, str))
    return str(typed(fields, side, str))


def _article(project: Project, known: dict[str, str], name: str) -> str:
    if name not in known:
        known[name] = project.article_named(name)
    return known[name]


def _quad(fields: Mapping[str, Any], a_length: int, b_length: int) -> Quad:
    a_start, a_end, b_start, b_end = (typed(fields, name, int) for name in _OFFSETS)
    for start, end, length in ((a_start, a_end, a_length), (b_start, b_end, b_length)):
        if not 0 <= start < end <= length:
            raise UserError(
                "The detection at {start}–{end} does not fit the text.", start=start, end=end
            )
    return a_start, a_end, b_start, b_end
