"""Articles: adding, reading, and editing their metadata. A text never changes once added."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from dittomark import ids
from dittomark.annotations import (
    AddResult,
    Article,
    ArticleInfo,
    Changes,
    NewArticle,
    Origin,
    Span,
    Suggestion,
)
from dittomark.article_fields import EDITABLE, IDENTITY, METADATA, metadata_in
from dittomark.errors import InvalidAnnotationError, NotFoundError, ProjectFileError
from dittomark.labels import Label
from dittomark.messages import Message
from dittomark.operations.open_project import OpenProject, named, storable
from dittomark.operations.spans import check_span
from dittomark.progress import Report
from dittomark.store import queries
from dittomark.store.codecs import to_json
from dittomark.store.edits import Edit
from dittomark.store.row_checks import text_is_intact
from dittomark.store.rows import ARTICLES, SPANS, SUGGESTIONS

_BATCH = 200


@dataclass
class _Adding:
    """The state of one `add_articles`."""

    edit: Edit
    annotator: str
    next_seq: int
    added: ids.IdList = field(default_factory=ids.IdList)
    already_there: int = 0
    repeated: int = 0  # how many of these were added earlier in the same call
    first_seq: int = 0
    back: set[str] = field(default_factory=set)  # added again after a deletion

    def result(self, changes: Changes) -> AddResult:
        """Return the result of the call."""
        return AddResult(self.added, self.already_there, changes, self.repeated)


def add_articles(
    project: OpenProject,
    articles: Iterable[NewArticle],
    *,
    annotator: str = "import",
    report: Report | None = None,
) -> AddResult:
    """Add articles as one step; existing ones (same text and identity) are only counted.

    Spans of a new article become `annotator`'s, candidates become suggestions. `articles` is
    consumed lazily, so little memory is needed. Nothing is kept if an exception is raised;
    `InvalidAnnotationError` for a text that can't be stored or a span outside it.
    """
    with project.edit("add_articles") as edit:
        adding = add_all(project, edit, articles, annotator=annotator, report=report)
    project.forget_scheme()
    return adding.result(project.last_changes)


def articles(project: OpenProject) -> Iterator[Article]:
    """Yield every article with its text, in the order of adding."""
    for row in queries.articles_with_text(project.store):
        yield Article(ARTICLES.decode(row), row["text"])


def article(project: OpenProject, article_id: str) -> Article:
    """Return one article with its text; raises `NotFoundError`."""
    info = project.article_info(article_id)
    text = queries.text_of(project.store, article_id)
    if text is None:
        raise NotFoundError(
            "The text of article {article_id} is missing from the file.", article_id=article_id
        )
    if not text_is_intact(text, sha256=info.sha256, length=info.length):
        raise ProjectFileError(
            "The text of “{title}” was damaged on disk: restore a backup.",
            title=info.title or article_id,
        )
    return Article(info, text)


def article_infos(
    project: OpenProject, article_ids: Iterable[str] | None = None
) -> list[ArticleInfo]:
    """Return articles without their texts: those given, or all in the order of adding."""
    if article_ids is None:
        return project.store.select(ARTICLES)
    return project.store.select_ids(ARTICLES, article_ids)


def has_article(project: OpenProject, article_id: str) -> bool:
    """Return whether an article has that id."""
    return queries.known_rows(project.store, "articles", [article_id]).get(article_id) is False


def article_named(project: OpenProject, name: str) -> str:
    """Return the id of the article that has this id or external id.

    Raises `NotFoundError` if there is none, `InvalidAnnotationError` if there are several.
    """
    if has_article(project, name):
        return name
    found = article_ids(project, external_id=name)
    if not found:
        raise NotFoundError("There is no article {name} in this project.", name=name)
    if len(found) > 1:
        raise InvalidAnnotationError(
            "{count} articles have the external id {name}: name the one by its id.",
            count=len(found),
            name=name,
        )
    return found[0]


def articles_of_text(project: OpenProject, sha256: str) -> list[str]:
    """Return the ids of the articles whose text has this SHA-256 (hexadecimal)."""
    return queries.articles_of_text(project.store, sha256)


def article_ids(
    project: OpenProject, *, source: str | None = None, external_id: str | None = None
) -> list[str]:
    """Return the ids of the articles in the order of adding, filtered by the given values."""
    return queries.article_ids(project.store, source=source, external_id=external_id)


def edit_article(
    project: OpenProject,
    /,
    article_id: str,
    *,
    annotator: str | None = None,
    **metadata: str | None,
) -> Changes:
    """Change the given metadata of an article; the imported values are kept as well.

    `metadata` are editable fields of `ARTICLE_FIELDS` (`title`, `source`, …); None changes nothing.
    Raises `TypeError` for another name.
    """
    if unknown := metadata.keys() - set(EDITABLE):
        raise TypeError(f"edit_article() can't change {min(unknown)!r}: {', '.join(EDITABLE)}")
    fields: dict[str, Any] = {
        name: storable(value, Message("The {name}", name=name))
        for name, value in metadata.items()
        if value is not None
    }
    info = dataclasses.replace(project.article_info(article_id), **fields)
    with project.edit("edit_article", annotator=annotator) as edit:
        edit.put(ARTICLES, info)
    return project.last_changes


# --- adding ---------------------------------------------------------------------------------


def add_all(
    project: OpenProject,
    edit: Edit,
    articles: Iterable[NewArticle],
    *,
    annotator: str,
    report: Report | None,
) -> _Adding:
    """Add articles within an edit, in batches."""
    source = iter(articles)
    first = queries.last_seq(project.store, "articles") + 1
    adding = _Adding(edit, named(annotator), first, first_seq=first)
    while batch := list(islice(source, _BATCH)):
        _add_article_batch(project, adding, batch)
        if report is not None:
            report(len(adding.added) + adding.already_there, 0)
    return adding


def _add_article_batch(project: OpenProject, adding: _Adding, batch: list[NewArticle]) -> None:
    named_ones = [(new_info(new), new) for new in batch]
    known = queries.known_rows(project.store, "articles", [info.id for info, _ in named_ones])
    living = [info_id for info_id, deleted in known.items() if not deleted]
    of_this = queries.added_since(project.store, adding.first_seq, living) if living else set()
    fresh: dict[str, tuple[ArticleInfo, NewArticle]] = {}
    for info, new in named_ones:
        deleted = known.get(info.id)
        if info.id in fresh or deleted is False:
            adding.already_there += 1
            again = info.id in fresh or info.id in of_this or info.id in adding.back
            adding.repeated += again
        elif deleted:
            adding.edit.put(ARTICLES, info)
            adding.added.append(info.id)
            adding.back.add(info.id)
            known[info.id] = False
        else:
            fresh[info.id] = (info, new)
    _add_fresh(project, adding, list(fresh.values()))


def _add_fresh(
    project: OpenProject, adding: _Adding, fresh: list[tuple[ArticleInfo, NewArticle]]
) -> None:
    edit = adding.edit
    numbered = list(enumerate(fresh, start=adding.next_seq))
    edit.add(
        ARTICLES,
        [
            {**ARTICLES.encode(info), "created_at": edit.now, "seq": seq}
            for seq, (info, _) in numbered
        ],
    )
    queries.add_texts(project.store, ((seq, new.text) for seq, (_, new) in numbered))
    adding.next_seq += len(fresh)
    adding.added.extend(info.id for info, _ in fresh)
    for info, new in fresh:
        if new.spans or new.candidates:
            _add_what_came_along(project, adding, info, new)


def _add_what_came_along(
    project: OpenProject, adding: _Adding, info: ArticleInfo, new: NewArticle
) -> None:
    edit = adding.edit
    know_labels(project, edit, {label for *_, label in (*new.spans, *new.candidates)})
    spans = [
        Span("", info.id, start, end, label, adding.annotator, origin=Origin(by="import"))
        for start, end, label in dict.fromkeys(new.spans)
    ]
    for span in spans:
        check_span(info, span, project.scheme)
    edit.add(
        SPANS,
        [
            {
                **SPANS.encode(span),
                "id": ids.span_id(info.id, span.start, span.end, span.label, span.annotator),
                "created_at": edit.now,
            }
            for span in spans
        ],
    )
    suggestions = [
        candidate_suggestion(info, start, end, label)
        for start, end, label in dict.fromkeys(new.candidates)
    ]
    edit.add(SUGGESTIONS, [SUGGESTIONS.encode(suggestion) for suggestion in suggestions])


def know_labels(project: OpenProject, edit: Edit, labels: set[str]) -> None:
    """Add the span labels of imported articles to the scheme."""
    unknown = sorted(label for label in labels if project.scheme.span_label(label) is None)
    if unknown:
        scheme = dataclasses.replace(
            project.scheme, spans=(*project.scheme.spans, *(Label(label) for label in unknown))
        )
        edit.set_meta("scheme", to_json(dataclasses.asdict(scheme)))
        project.adopt_scheme(scheme)


def id_of(new: NewArticle) -> str:
    """Return the id that an article gets when it is added."""
    return _id_of(new, ids.text_sha256(new.text))


def _id_of(new: NewArticle, sha256: str) -> str:
    return ids.article_id(
        sha256=sha256,
        external_id=new.external_id,
        **{name: getattr(new, name) for name in IDENTITY},
    )


def new_info(new: NewArticle) -> ArticleInfo:
    """Return the row of a new article; its id is derived from text and identity."""
    for name in ("text", "external_id", *METADATA):
        storable(
            getattr(new, name),
            Message("The {name} of “{title}”", name=name, title=new.title or new.external_id),
        )
    sha256 = ids.text_sha256(new.text)
    imported = {field: getattr(new, field) for field in METADATA if getattr(new, field)}
    if new.metadata:
        imported["metadata"] = dict(new.metadata)
    return ArticleInfo(
        _id_of(new, sha256),
        new.external_id,
        sha256,
        len(new.text),
        new.encoding,
        imported,
        **metadata_in(new),
    )


def candidate_suggestion(info: ArticleInfo, start: int, end: int, label: str) -> Suggestion:
    """Return a boilerplate candidate of the importer as a suggestion.

    Raises `InvalidAnnotationError` for offsets outside the text.
    """
    if not 0 <= start < end <= info.length:
        raise InvalidAnnotationError(
            "A suggested span {start}–{end} lies outside “{title}”.",
            start=start,
            end=end,
            title=info.title or info.id,
        )
    name = ids.suggestion_id("span", "import", info.id, None, None, start, end, label, {})
    return Suggestion(
        name, "span", "import", "1", 0.5, article_id=info.id, start=start, end=end, label=label
    )
