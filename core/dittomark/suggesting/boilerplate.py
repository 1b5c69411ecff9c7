"""Boilerplate suggestions for a whole project, which learn from marks and skip decided lines.

This module only reads the project and yields suggestions; the caller stores them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dittomark import ids
from dittomark.annotations import Article, ArticleInfo, Suggestion, SuggestionKind
from dittomark.corpus.boilerplate.hold_out import HoldOutScore, hold_out_score
from dittomark.corpus.boilerplate.kinds import REPEATED
from dittomark.corpus.boilerplate.learn import Learned, learn, version_of
from dittomark.corpus.boilerplate.main_text import MainText
from dittomark.corpus.boilerplate.memory import Finished
from dittomark.corpus.boilerplate.propose import (
    PageInput,
    PageProposals,
    finished_page,
    propose,
    score_pages,
)
from dittomark.corpus.boilerplate.scorer import shipped
from dittomark.labels import LabelScheme
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.suggesting.protocol import TrustPoint
from dittomark.suggesting.view import ProjectView, ReadableProject
from dittomark.texts.segmentation import Stretch
from dittomark.texts.source_names import source_of

BOILERPLATE: Final = "boilerplate"
_OTHER: Final = "other_boilerplate"
# Suggesters whose open suggestions are replaced by the new ones: those of an import are less
# reliable than those from a comparison of all pages.
BOILERPLATE_REPLACES: Final[tuple[tuple[str, SuggestionKind], ...]] = (
    ("import", "span"),
    (BOILERPLATE, "span"),
)
# Pages of one source that are processed together; enough to detect its template, small in memory.
_TOGETHER: Final = 1000


@dataclass(frozen=True)
class BoilerplateTeaching:
    """The result of learning from annotators' marks: the model, and its finished pages."""

    learned: Learned
    finished: tuple[Finished, ...]

    def trust(self) -> list[HoldOutScore]:
        """Return precision and recall on held-out finished pages; fits a few more models."""
        return hold_out_score(self.finished)


class BoilerplateSuggester:
    """The search for boilerplate, as a suggester."""

    key = BOILERPLATE
    name = Message("Boilerplate")
    kinds: frozenset[SuggestionKind] = frozenset({"span"})
    replaces = frozenset(BOILERPLATE_REPLACES)

    def __init__(self) -> None:
        self.taught: BoilerplateTeaching | None = None

    @property
    def version(self) -> str:
        """The version of the model: the learned one, else the built-in one."""
        learned = None if self.taught is None else self.taught.learned
        return learned.version if learned is not None and learned.models else shipped().version

    def learn(self, view: ProjectView, report: Report) -> None:
        """Learn from the pages that annotators finished."""
        self.taught = learn_boilerplate(view, report=report)

    def suggest(self, view: ProjectView, report: Report) -> Iterator[Suggestion]:
        """Yield the boilerplate of every article; all are read, to find repeated lines."""
        learned = None if self.taught is None else self.taught.learned
        for batch in suggest_boilerplate(view, learned=learned, report=report):
            yield from batch

    def trust(self, view: ProjectView, report: Report) -> list[TrustPoint]:
        """Return precision and recall by score on finished pages held out."""
        points = learn_boilerplate(view, report=report).trust()
        return [TrustPoint(each.score, each.precision, each.recall) for each in points]


def model_path(project_path: Path) -> Path:
    """Return the path of a project's learned model: next to it, and may be deleted."""
    return project_path.with_name(project_path.name + ".boilerplate.json")


def learn_boilerplate(
    project: ReadableProject, *, report: Report | None = None
) -> BoilerplateTeaching:
    """Learn from the pages that annotators finished; `report(done, total)` counts pages."""
    marks = _marks(project)
    finished = []
    groups = _groups(project.article_infos(list(marks)))
    done = 0
    for members in groups:
        inputs = [_input(project.article(name)) for name in members]
        scored = score_pages(inputs)
        for each in scored:
            page = finished_page(each, marks[each.page.id])
            if page is not None:
                finished.append(page)
        done += len(members)
        if report is not None:
            report(done, len(marks))
    version = version_of([(name, *span) for name, spans in marks.items() for span in spans])
    path = model_path(project.path)
    learned = Learned.load(path, version=version)
    if learned is None:
        learned = learn(finished, version=version)
        if learned.models and not project.read_only:
            learned.save(path)
    return BoilerplateTeaching(learned, tuple(finished))


def suggest_boilerplate(
    project: ReadableProject, *, learned: Learned | None = None, report: Report | None = None
) -> Iterator[list[Suggestion]]:
    """Yield the suggestions of every article, source by source.

    `report(done, total)` counts articles; it may raise `Cancelled`.
    """
    settled = _settled(project)
    kinds = _kinds_in(project.scheme)
    infos = project.article_infos()
    done = 0
    for members in _groups(infos):
        inputs = [_input(project.article(name), settled=settled.get(name, ())) for name in members]

        def counted(now: int, _: int, before: int = done) -> None:
            if report is not None:
                report(before + now, len(infos))

        found = propose(inputs, learned=learned, report=counted)
        version = _version(inputs[0].source, learned)
        yield [each for page in found for each in _suggestions(page, version, kinds=kinds)]
        done += len(members)
    if report is not None:
        report(done, done)


def _kinds_in(scheme: LabelScheme) -> Mapping[str, str]:
    """Return substitutes for kinds that the scheme lacks: projects may be older than the kind."""
    label = scheme.span_label(REPEATED)
    return {REPEATED: _OTHER} if label is None or label.retired else {}


def _suggestions(
    page: PageProposals, version: str, *, kinds: Mapping[str, str]
) -> list[Suggestion]:
    return [
        Suggestion(
            ids.suggestion_id(
                "span",
                BOILERPLATE,
                page.id,
                each.start,
                each.end,
                kinds.get(each.kind, each.kind),
            ),
            "span",
            BOILERPLATE,
            version,
            each.score,
            article_id=page.id,
            start=each.start,
            end=each.end,
            label=kinds.get(each.kind, each.kind),
            payload={"doubt": page.doubt, **({"repeat": True} if each.kind == REPEATED else {})},
        )
        for each in page.proposals
    ]


def _version(source: str, learned: Learned | None) -> str:
    taught = learned is not None and source in learned.models
    return learned.version if learned is not None and taught else shipped().version


def _groups(infos: list[ArticleInfo]) -> Iterator[list[str]]:
    """Yield the ids of articles to be processed together: of one source, or one without."""
    by_source: dict[str, list[str]] = defaultdict(list)
    for info in infos:
        by_source[source_of(info) or f"\0{info.id}"].append(info.id)
    for members in by_source.values():
        for start in range(0, len(members), _TOGETHER):
            yield members[start : start + _TOGETHER]


def _input(article: Article, *, settled: Sequence[Stretch] = ()) -> PageInput:
    info = article.info
    return PageInput(
        info.id,
        article.text,
        source_of(info),
        info.title,
        MainText.from_json(info.imported.get("metadata", {}).get("main_text")),
        tuple(settled),
    )


def _marks(project: ReadableProject) -> dict[str, list[tuple[int, int, str]]]:
    """Return the spans that annotators marked, by article."""
    marks: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for span in project.spans():
        marks[span.article_id].append((span.start, span.end, span.label))
    return dict(marks)


def _settled(project: ReadableProject) -> dict[str, list[Stretch]]:
    """Return the stretches that annotators decided: marked, or refused as suggestions."""
    settled: dict[str, list[Stretch]] = defaultdict(list)
    for span in project.spans():
        settled[span.article_id].append((span.start, span.end))
    for each in project.suggestions(state="refused", kind="span"):
        if each.article_id is not None and each.start is not None and each.end is not None:
            settled[each.article_id].append((each.start, each.end))
    return dict(settled)
