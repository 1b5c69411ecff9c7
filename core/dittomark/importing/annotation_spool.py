"""Records of annotations, held back until all articles are imported."""

import pickle
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Any, Final

from dittomark.article_fields import METADATA
from dittomark.errors import UserError
from dittomark.importing.file_events import FileEvents, parents_first
from dittomark.importing.resolver import Resolver
from dittomark.importing.results import ReadRecord
from dittomark.importing.suggestions import suggestion_of
from dittomark.labels import scheme_from_dict
from dittomark.operations.articles import id_of
from dittomark.operations.imported_records import Annotation, Located, Refuse, SourceLocation
from dittomark.progress import Report
from dittomark.project import Project

if TYPE_CHECKING:
    from dittomark.labels import LabelScheme

_BATCH: Final = 500
_SHAPES: Final = 1000  # combinations of keys that are shared between rows; a file has a handful
_Row = tuple[str, int | None, tuple[str, ...], tuple[Any, ...]]  # path, line, keys, their values
_KINDS: Final = ("edited", "span", "membership", "pair", "link", "decision", "suggestion")


class AnnotationSpool:
    """Annotations on disk, one file per kind, so that a large import needs little memory.

    Records of events and label schemes, of which there are few, are kept in memory.
    """

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._files: dict[str, IO[bytes]] = {}
        self._waiting: dict[str, list[_Row]] = {}
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._events: list[ReadRecord] = []
        self._mentioned: dict[str, ReadRecord] = {}  # events named by labels, with their titles
        self._schemes: list[tuple[LabelScheme, SourceLocation]] = []
        self._aliases: dict[str, str] = {}

    def __enter__(self) -> "AnnotationSpool":
        for kind in _KINDS:
            self._waiting[kind] = []
            self._files[kind] = self._stack.enter_context(tempfile.TemporaryFile())
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def put(self, record: ReadRecord) -> None:
        """Store a record until `annotations` is called; raises `UserError` for a bad scheme."""
        fields = record.fields
        match fields.get("type"):
            case "article":
                self._put_article(record)
            case "event":
                self._events.append(record)
            case "membership":
                self._put_membership(record, fields)
            case "project":
                scheme = scheme_from_dict(fields.get("scheme") or {})
                self._schemes.append((scheme, SourceLocation(record.path, record.line)))
            case "span" | "pair" | "link" | "decision" | "suggestion" as kind:
                self._write(kind, record, fields)

    def _put_article(self, record: ReadRecord) -> None:
        reference: dict[str, Any] = {
            name: record.fields.get(name) for name in ("id", "external_id", "sha256")
        }
        if record.article is not None:
            file_id, reference["id"] = reference["id"], id_of(record.article)
            if isinstance(file_id, str) and file_id and file_id != reference["id"]:
                self._aliases[file_id] = reference["id"]
        if record.fields.get("imported"):
            edited = {name: record.fields.get(name) for name in METADATA}
            self._write("edited", record, {"fields": edited, "article": reference})
        for span in record.fields.get("spans", ()):
            self._write("span", record, {**span, "article": reference})
        for label in record.fields.get("events", ()):
            self._put_membership(record, {**label, "article": reference})

    def _put_membership(self, record: ReadRecord, fields: Mapping[str, Any]) -> None:
        self._write("membership", record, fields)
        if title := fields.get("title"):
            event = {"id": fields.get("event_id"), "title": title}
            name = str(event["id"] or title)
            self._mentioned.setdefault(name, ReadRecord(record.path, record.line, event))

    def _write(self, kind: str, record: ReadRecord, fields: Mapping[str, Any]) -> None:
        buffer, names = self._waiting[kind], tuple(fields)
        # one shared tuple for all such rows, so that pickle writes it once a batch
        if len(self._names) < _SHAPES:
            names = self._names.setdefault(names, names)
        buffer.append((record.path, record.line, names, tuple(fields.values())))
        if len(buffer) == _BATCH:
            self._flush(kind)

    def _flush(self, kind: str) -> None:
        pickle.dump(self._waiting[kind], self._files[kind], protocol=pickle.HIGHEST_PROTOCOL)
        self._waiting[kind] = []

    def annotations(
        self,
        project: Project,
        *,
        annotator: str,
        by_title: bool,
        refuse: Refuse,
        report: Report | None,
    ) -> Iterator[Located]:
        """Yield all annotations as values of the project, in an order in which they can be added.

        `annotator` is the author of annotations that name none; see `FileEvents` for `by_title`.
        """
        events = FileEvents(project.events(), by_title=by_title)
        resolver = Resolver(project, self._aliases, events, annotator=annotator)
        yield from self._schemes
        for record in self._named_events(events):
            place = SourceLocation(record.path, record.line)
            try:
                yield events.event(record.fields), place
            except UserError as error:
                refuse(place, error.message)
        values: dict[str, Callable[[Mapping[str, Any]], Annotation]] = {
            "edited": resolver.edited,
            "span": resolver.span,
            "membership": resolver.membership,
            "pair": resolver.pair,
            "link": resolver.link,
            "decision": resolver.decision,
            "suggestion": lambda fields: suggestion_of(fields, resolver),
        }
        for kind in _KINDS:
            for fields, place in self._records(kind, report):
                try:
                    yield values[kind](fields), place
                except UserError as error:
                    refuse(place, error.message)

    def _named_events(self, events: FileEvents) -> Iterator[ReadRecord]:
        """Yield the records of events, then those of unknown events that only labels name."""
        yield from parents_first(self._events)
        for name, record in self._mentioned.items():
            if events.find(name, str(record.fields["title"])) is None:
                yield record

    def _records(
        self, kind: str, report: Report | None
    ) -> Iterator[tuple[Mapping[str, Any], SourceLocation]]:
        self._flush(kind)
        stream = self._files[kind]
        end = stream.tell()
        stream.seek(0)
        while stream.tell() < end:
            batch = pickle.load(stream)
            if report is not None:
                report(1, 1)
            for path, line, names, values in batch:
                yield dict(zip(names, values, strict=True)), SourceLocation(path, line)
