"""A whole import: files, folders and archives into a project, undone as one step."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from dittomark.annotations import NewArticle
from dittomark.errors import UserError
from dittomark.importing import annotated_text
from dittomark.importing.annotation_spool import AnnotationSpool
from dittomark.importing.attribution import annotations_of
from dittomark.importing.decided_suggestions import decide, without_decisions
from dittomark.importing.reader import read_items
from dittomark.importing.results import Failure, Item, Note, Options, ReadRecord
from dittomark.importing.same_words import SameWords, moved
from dittomark.messages import Message
from dittomark.operations.open_project import named
from dittomark.progress import Report
from dittomark.project import Project

MAX_FAILURES: Final = 1000
EXAMPLES: Final = 3


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The result of an import.

    `added` are the ids of new articles, `annotations` counts the written rows by kind, `unchanged`
    the rows that the project already had. `failures` are the first thousand failures, `failed` is
    their number. `kept` counts, by field of the file, the articles whose metadata contains that
    field; `notes` are sentences on input that was read in an unexpected way. `repeated` counts the
    articles of `already_there` that occur more than once in this import.
    """

    added: Sequence[str]
    already_there: int
    annotations: Mapping[str, int]
    unchanged: int
    failures: tuple[Failure, ...]
    failed: int
    kept: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[Message, ...] = ()
    repeated: int = 0


@dataclass
class _Remarks:
    """The remarks on an import other than its failures."""

    kept: Counter[str] = field(default_factory=Counter)
    notes: dict[Message, None] = field(default_factory=dict)

    def see(self, article: NewArticle) -> None:
        self.kept.update(name for name in article.metadata if name not in OF_THE_READER)


# Metadata that the readers write.
OF_THE_READER: Final = frozenset(
    {"file", "main_text", "crawled_at", "date_as_given", "text_in_old_font"}
)


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
    """Import files, folders and archives, with articles and annotations.

    Articles and the annotations that came with them are added as one step: a cancelled or failed
    import leaves the project unchanged, and importing the same files again adds nothing. Records
    without texts are matched to the project's articles with the same text, identified by its
    SHA-256. `report(done, total)` counts bytes and may raise Cancelled. Raises UserError for
    invalid options; a bad file is among the failures.
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
    """Import the items of `read_items`, possibly read in another thread; see `import_into`.

    `report` is called repeatedly while annotations are added, and may raise Cancelled.
    """
    return _take_in(project, items, annotator or "import", update=False, report=report)


def annotate_from(
    project: Project, path: Path, *, annotator: str, report: Report | None = None
) -> ImportReport:
    """Read a JSONL file of annotations, and attribute all of them to one annotator.

    They are that annotator's work on this project. In one step of the history, previous judgements
    of a pair are replaced by those of the file, and suggestions are accepted or refused by a
    line's `state`. Articles of the file are not added. A line that can't be applied is among the
    failures. Raises `UserError` if the file can't be read at all.
    """
    who = named(annotator)
    items = read_items(path, Options(format="dittomark", encoding="utf-8"), report=report)
    decided: list[ReadRecord] = []
    given = without_decisions(annotations_of(who, items), decided)
    with project.batch("apply_annotations", annotator=who):
        result = _take_in(project, given, who, update=True, report=report)
        counts, unchanged, failures = decide(project, decided, annotator=who, report=report)
    return replace(
        result,
        annotations={**result.annotations, **counts},
        unchanged=result.unchanged + unchanged,
        failures=(*result.failures, *failures)[:MAX_FAILURES],
        failed=result.failed + len(failures),
    )


def _take_in(
    project: Project, items: Iterable[Item], annotator: str, *, update: bool, report: Report | None
) -> ImportReport:
    failures, remarks = _Failures(), _Remarks()
    with AnnotationSpool() as spool:
        result = project.add_dataset(
            _articles(project, items, spool, failures, remarks),
            spool.annotations(
                project,
                annotator=annotator,
                by_title=update,
                refuse=(refuse := lambda at, why: failures.add(Failure(at.path, why, at.line))),
                report=report,
            ),
            refuse=refuse,
            update=update,
        )
    if repeated := result.repeated_external_ids:
        remarks.notes[_repeated(repeated)] = None
    return ImportReport(
        result.articles.added,
        result.articles.already_there,
        result.annotations,
        result.unchanged,
        tuple(failures.first),
        failures.count,
        dict(remarks.kept),
        tuple(remarks.notes),
        result.articles.repeated,
    )


def _joined(record: ReadRecord, project: Project, same: SameWords) -> ReadRecord:
    """Return a tool's record without an article reference as ours, if an article has its text.

    If no article has the same text, one that differs in white space alone is taken.
    """
    article = record.article
    if article is None or not record.fields.get(annotated_text.JOINED):
        return record
    same_text = project.articles_of_text(str(record.fields["sha256"]))
    if len(same_text) == 1:
        return replace(record, article=None)
    ours = None if same_text else same.of(article.text)
    if ours is None:
        return record
    spans = moved(record.fields["spans"], article.text, ours.text)
    fields = {**record.fields, "id": ours.id, "sha256": ours.info.sha256, "spans": spans}
    return replace(record, article=None, fields=fields)


def _repeated(external_ids: Sequence[str]) -> Message:
    """Return the message about external ids that several texts share."""
    if len(external_ids) == 1:
        return Message(
            "Several articles have the external id {name}: what names an article by it can't be"
            " placed.",
            name=external_ids[0],
        )
    return Message(
        "{count} external ids stand for several articles each ({names}): what names an article by"
        " one of them can't be placed.",
        count=len(external_ids),
        names=", ".join(external_ids[:EXAMPLES]) + (", …" if external_ids[EXAMPLES:] else ""),
    )


def _articles(
    project: Project,
    items: Iterable[Item],
    spool: AnnotationSpool,
    failures: _Failures,
    remarks: _Remarks,
) -> Iterator[NewArticle]:
    """Yield the articles; annotations are put aside until all articles are imported."""
    same = SameWords(project)
    for item in items:
        match item:
            case Failure():
                failures.add(item)
            case Note():
                remarks.notes[item.message] = None
            case NewArticle():
                remarks.see(item)
                yield item
            case ReadRecord():
                record = _joined(item, project, same)
                try:
                    spool.put(record)
                except UserError as error:
                    failures.add(Failure(item.path, error.message, item.line))
                    continue
                if record.article is not None:
                    # otherwise the record is ours and has no other fields
                    if record.fields.get("metadata") is None:
                        remarks.see(record.article)
                    yield record.article
