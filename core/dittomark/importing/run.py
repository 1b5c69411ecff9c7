"""A whole import: files, folders and archives into a project, in one step that is undone as one."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from dittomark.annotations import (
    METADATA,
    Decision,
    Event,
    EventMembership,
    Judgement,
    NewArticle,
    Span,
)
from dittomark.errors import UserError
from dittomark.importing.model import Failure, Item, Options, ReadRecord
from dittomark.importing.own import list_of_objects
from dittomark.importing.reading import read_items
from dittomark.importing.records import Resolver, event_from, parents_first
from dittomark.labels import LabelScheme, scheme_from_dict
from dittomark.operations.articles import id_of
from dittomark.operations.datasets import Annotation, EditedMetadata, PairWithJudgements
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.sentences import Sentence

MAX_FAILURES: Final = 1000
_encode: Final = json.JSONEncoder(ensure_ascii=False).encode
_NAMES: Final[dict[type, Sentence]] = {
    EditedMetadata: Sentence("article"),
    LabelScheme: Sentence("label scheme"),
    Event: Sentence("event"),
    PairWithJudgements: Sentence("pair"),
    Judgement: Sentence("judgement"),
    EventMembership: Sentence("event label"),
    Decision: Sentence("decision"),
}
_KINDS: Final = ("edited", "span", "membership", "pair", "decision")


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    `added` are the ids of new articles, `annotations` counts new rows by kind. `failures` are the
    first thousand things that could not be imported, `failed` how many there were.
    """

    added: tuple[str, ...]
    already_there: int
    annotations: Mapping[str, int]
    failures: tuple[Failure, ...]
    failed: int


@dataclass
class _Failures:
    first: list[Failure] = field(default_factory=list)
    count: int = 0

    def add(self, failure: Failure) -> None:
        self.count += 1
        if len(self.first) < MAX_FAILURES:
            self.first.append(failure)


def import_into(
    project: Project,
    paths: Path | str | Iterable[Path | str],
    options: Options = Options(),  # noqa: B008  (frozen)
    *,
    report: Report | None = None,
) -> ImportReport:
    """Import files, folders and archives with all that can be read of them.

    Articles and the annotations that came with them go in as one step: a cancelled or failed
    import leaves the project as it was, and the same files again add nothing. Records without
    texts are joined with the project's own copies (same text, told by its SHA-256).
    `report(done, total)` counts bytes and may raise Cancelled. Raises UserError for options that
    can't be; a bad file is among the failures.
    """
    items = read_items(paths, options, report=report)
    return import_items(project, items, annotator=options.annotator, report=report)


def import_items(
    project: Project,
    items: Iterable[Item],
    *,
    annotator: str = "",
    report: Report | None = None,
) -> ImportReport:
    """Import what `read_items` read, perhaps in another thread; see `import_into`.

    `report` is called now and then while annotations go in, and may raise Cancelled.
    """
    failures = _Failures()
    with _Waiting() as waiting:
        result = project.add_dataset(
            _articles(items, waiting, failures),
            waiting.annotations(project, annotator or "import", failures, report),
            refuse=lambda value, why: failures.add(Failure(_shown(value), why)),
        )
    return ImportReport(
        result.articles.added,
        result.articles.already_there,
        result.annotations,
        tuple(failures.first),
        failures.count,
    )


def _shown(value: Annotation | Judgement) -> Sentence:
    if isinstance(value, Span):
        return Sentence(
            "span {start}–{end} of {article}",
            start=value.start,
            end=value.end,
            article=value.article_id,
        )
    return _NAMES[type(value)]


def _articles(
    items: Iterable[Item], waiting: "_Waiting", failures: _Failures
) -> Iterator[NewArticle]:
    """Yield the articles; annotations are put aside until all articles are in."""
    for item in items:
        match item:
            case Failure():
                failures.add(item)
            case NewArticle():
                yield item
            case ReadRecord():
                try:
                    waiting.put(item)
                except UserError as error:
                    failures.add(Failure(item.path, error.sentence, item.line))
                    continue
                if item.article is not None:
                    yield item.article


class _Waiting:
    """Annotations on disk, one file a kind, so that a large import stays small in memory."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._files: dict[str, IO[str]] = {}
        self._events: dict[str, Event] = {}
        self._schemes: list[LabelScheme] = []
        self._aliases: dict[str, str] = {}

    def __enter__(self) -> "_Waiting":
        for kind in _KINDS:
            self._files[kind] = self._stack.enter_context(
                tempfile.TemporaryFile("w+", encoding="utf-8")
            )
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def put(self, record: ReadRecord) -> None:
        """Keep what a record says until `annotations`."""
        fields = record.fields
        match fields.get("type"):
            case "article":
                self._put_article(record)
            case "event":
                event = event_from(fields)
                self._events[event.id or event.title] = event
            case "project":
                self._schemes.append(scheme_from_dict(fields.get("scheme") or {}))
            case "pair" | "decision" as kind:
                self._write(kind, record, fields)

    def _put_article(self, record: ReadRecord) -> None:
        who: dict[str, Any] = {
            name: record.fields.get(name) for name in ("id", "external_id", "sha256")
        }
        if record.article is not None:
            theirs, who["id"] = who["id"], id_of(record.article)
            if isinstance(theirs, str) and theirs != who["id"]:
                self._aliases[theirs] = who["id"]
        if record.fields.get("imported"):
            edited = {name: record.fields.get(name) for name in METADATA}
            self._write("edited", record, {"fields": edited, "article": who})
        for span in list_of_objects(record.fields.get("spans")):
            self._write("span", record, {**span, "article": who})
        for label in list_of_objects(record.fields.get("events")):
            self._write("membership", record, {**label, "article": who})
            self._events.setdefault(
                str(label.get("event_id") or label.get("title")),
                event_from({"id": label.get("event_id"), "title": label.get("title")}),
            )

    def _write(self, kind: str, record: ReadRecord, fields: Mapping[str, Any]) -> None:
        self._files[kind].write(_encode([record.path, record.line, fields]) + "\n")

    def annotations(
        self, project: Project, annotator: str, failures: _Failures, report: Report | None
    ) -> Iterator[Annotation]:
        """Yield everything as values of the project, in the order in which it can go in."""
        resolver = Resolver(project, self._aliases, annotator=annotator)
        yield from self._schemes
        yield from parents_first(self._events)
        yield from self._each("edited", failures, report, lambda f: _edited(resolver, f))
        yield from self._each("span", failures, report, lambda f: _span(resolver, f))
        yield from self._each("membership", failures, report, lambda f: _membership(resolver, f))
        yield from self._each("pair", failures, report, resolver.pair)
        yield from self._each("decision", failures, report, resolver.decision)

    def _each(
        self,
        kind: str,
        failures: _Failures,
        report: Report | None,
        value: Callable[[dict[str, Any]], Annotation],
    ) -> Iterator[Annotation]:
        stream = self._files[kind]
        stream.seek(0)
        for number, text in enumerate(stream):
            path, line, fields = json.loads(text)
            if report is not None and number % 500 == 0:
                report(1, 1)
            try:
                yield value(fields)
            except UserError as error:
                failures.add(Failure(path, error.sentence, line))


def _span(resolver: Resolver, fields: Mapping[str, Any]) -> Annotation:
    return resolver.span(fields, _article_of(resolver, fields))


def _edited(resolver: Resolver, fields: Mapping[str, Any]) -> Annotation:
    texts = {name: str(value or "") for name, value in fields["fields"].items()}
    return EditedMetadata(_article_of(resolver, fields), texts)


def _membership(resolver: Resolver, fields: Mapping[str, Any]) -> Annotation:
    return resolver.membership(fields, _article_of(resolver, fields))


def _article_of(resolver: Resolver, fields: Mapping[str, Any]) -> str:
    who = fields["article"]
    return resolver.article(who["id"], external_id=who["external_id"], sha256=who["sha256"])
