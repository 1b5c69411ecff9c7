"""Event suggestions for a whole project, and splitting and merging them.

A suggestion concerns one article: it reports an event of the registry (`event_id`), or a new event
(`payload`: its fields and, under `company`, the articles proposed together). Suggestions of one new
event have the same payload; the first that is accepted creates the event, the others join it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from dittomark import ids
from dittomark.annotations import Article, Suggestion, SuggestionKind
from dittomark.corpus.boilerplate.propose import PageInput, article_stretches
from dittomark.corpus.events.describe import describe
from dittomark.corpus.events.propose import (
    VERSION,
    EventArticle,
    EventProposal,
    propose_events,
)
from dittomark.corpus.events.vectors import MOST_CHARACTERS
from dittomark.errors import InvalidAnnotationError
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.suggesting.view import ProjectView, ReadableProject
from dittomark.texts.segmentation import Stretch

EVENTS: Final = "events"


@dataclass(frozen=True, slots=True)
class OpenEvent:
    """A proposed event with its open suggestions, one per article; `event_id` None: a new one."""

    event_id: str | None
    fields: dict[str, Any]
    suggestions: tuple[Suggestion, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that may report it, each once, whoever suggests it."""
        names = (each.article_id for each in self.suggestions if each.article_id is not None)
        return tuple(dict.fromkeys(names))

    @property
    def suggesters(self) -> tuple[str, ...]:
        """Its suggesters, in alphabetical order."""
        return tuple(sorted({each.suggester for each in self.suggestions}))

    @property
    def suggestion_ids(self) -> tuple[str, ...]:
        """The ids for `Project.accept_suggestions` or `refuse_suggestions`."""
        return tuple(each.id for each in self.suggestions)


class EventSuggester:
    """The search for events, as a suggester."""

    key = EVENTS
    name = Message("Events")
    version = VERSION
    kinds: frozenset[SuggestionKind] = frozenset({"event"})

    def suggest(self, view: ProjectView, report: Report) -> Iterator[Suggestion]:
        """Yield events for the articles that have none; all articles are read, to form groups."""
        yield from suggest_events(view, report=report)


def suggest_events(project: ReadableProject, *, report: Report | None = None) -> list[Suggestion]:
    """Return event suggestions for the articles that have no event yet.

    Reads the project only. `report(done, total)` counts articles; it may raise `Cancelled`.
    """
    articles = list(_event_articles(project, report))
    suggestions = []
    count = len(articles)

    def counted(done: int, _: int) -> None:
        if report is not None:
            report(count + done, 3 * count)

    for proposal in propose_events(articles, report=counted):
        suggestions += _suggestions(proposal)
    return suggestions


def open_events(project: Project) -> list[OpenEvent]:
    """Return the proposed events, those with most articles first."""
    groups: dict[tuple[str | None, str], list[Suggestion]] = defaultdict(list)
    for each in project.suggestions(kind="event"):
        groups[each.event_id, _key(each.payload)].append(each)
    found = [
        OpenEvent(event_id, dict(members[0].payload), tuple(members))
        for (event_id, _), members in groups.items()
    ]
    return sorted(found, key=lambda each: (-len(each.suggestions), str(each.fields.get("title"))))


def split_event(project: Project, proposed: OpenEvent, article_ids: Iterable[str]) -> None:
    """Make some articles of a proposed event a separate proposal, with a new description.

    Raises `InvalidAnnotationError` unless there are some and others remain.
    """
    apart = set(article_ids) & set(proposed.articles)
    if not apart or len(apart) == len(proposed.articles):
        raise InvalidAnnotationError("Choose some of the event's articles, not all of them.")
    gone = [each for each in proposed.suggestions if each.article_id in apart]
    scores: dict[str, float] = {}
    for each in gone:
        scores[each.article_id or ""] = max(each.score, scores.get(each.article_id or "", 0.0))
    articles = [project.article(name) for name in scores]
    description = describe(
        [article.text for article in articles],
        [article.info.title for article in articles],
        [article.info.date for article in articles],
        list(scores.values()),
    )
    if _key(asdict(description)) == _key(proposed.fields):
        description = replace(description, title=f"{description.title} (2)")
    proposal = EventProposal(
        tuple(article.id for article in articles),
        tuple(scores.values()),
        None,
        description,
        tuple(sorted(apart)),
    )
    _replace(project, gone, _suggestions(proposal))


def merge_proposals(project: Project, keep: OpenEvent, gone: OpenEvent) -> None:
    """Propose the second event's articles for the first event instead."""
    moved = [
        _suggestion(each.article_id or "", each.score, keep.event_id, keep.fields)
        for each in gone.suggestions
    ]
    _replace(project, gone.suggestions, moved)


def _replace(project: Project, gone: Iterable[Suggestion], coming: Iterable[Suggestion]) -> None:
    gone_by: dict[str, list[str]] = defaultdict(list)
    for each in gone:
        gone_by[each.suggester].append(each.id)
    with project.batch("add_suggestions"):
        for suggester, names in gone_by.items():
            project.withdraw_suggestions(suggester, suggestion_ids=names)
        project.add_suggestions(coming)


def _suggestions(proposal: EventProposal) -> list[Suggestion]:
    fields: dict[str, Any] = {}
    if proposal.description is not None:
        fields = {**asdict(proposal.description), "company": list(proposal.company)}
        fields["participants"] = list(proposal.description.participants)
    return [
        _suggestion(article, score, proposal.event_id, fields)
        for article, score in zip(proposal.articles, proposal.scores, strict=True)
    ]


def _suggestion(
    article: str, score: float, event_id: str | None, fields: dict[str, Any]
) -> Suggestion:
    target = event_id if event_id is not None else _key(fields)
    name = ids.suggestion_id("event", EVENTS, article, target)
    return Suggestion(
        name,
        "event",
        EVENTS,
        VERSION,
        score,
        article_id=article,
        event_id=event_id,
        payload={} if event_id is not None else fields,
    )


def _key(fields: Any) -> str:  # noqa: ANN401  (a payload)
    """Return the key that the suggestions of one new event share: the id it would get."""
    return ids.event_id(
        str(fields.get("title", "")), str(fields.get("date", "")), str(fields.get("place", ""))
    )


def _event_articles(project: ReadableProject, report: Report | None) -> Iterator[EventArticle]:
    labelled = {each.article_id: each.event_id for each in project.memberships()}
    refused: dict[str, list[Suggestion]] = defaultdict(list)
    for each in project.suggestions(state="refused", kind="event"):
        refused[each.article_id or ""].append(each)
    boilerplate = _boilerplate(project)
    total = 0 if report is None else 3 * len(project.article_ids())
    for done, article in enumerate(project.articles()):
        if report is not None:
            report(done, total)
        no = refused[article.id]
        yield EventArticle(
            article.id,
            _core(article, boilerplate.get(article.id))[:MOST_CHARACTERS],
            article.info.title,
            article.info.date,
            labelled.get(article.id),
            frozenset(each.event_id for each in no if each.event_id is not None),
            tuple(
                frozenset(map(str, each.payload.get("company", ()))) - {article.id} for each in no
            ),
        )


def _boilerplate(project: ReadableProject) -> dict[str, list[Stretch]]:
    """Return the stretches of each article that are marked or suggested as boilerplate."""
    found: dict[str, list[Stretch]] = defaultdict(list)
    for span in project.spans():
        found[span.article_id].append((span.start, span.end))
    for each in project.suggestions(kind="span"):
        if each.article_id is not None and each.start is not None and each.end is not None:
            found[each.article_id].append((each.start, each.end))
    return dict(found)


def _core(article: Article, boilerplate: list[Stretch] | None) -> str:
    """Return the text without boilerplate; if that is unknown, the likely article."""
    text = article.text
    if boilerplate is None:
        page = PageInput(article.id, text, title=article.info.title)
        return "\n".join(text[start:end] for start, end in article_stretches(page))
    parts = []
    at = 0
    for start, end in sorted(boilerplate):
        parts.append(text[at : max(at, start)])
        at = max(at, end)
    return "\n".join((*parts, text[at:]))
