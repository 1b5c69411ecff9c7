"""Proposed events: new ones for groups of articles, entries of the registry for single articles.

Decisions of annotators have priority: their events are seeds that articles join and that are never
merged with each other; an article with an event gets no other; an event refused for an article is
not proposed for it again, nor is a new event with mostly the same company.

A corpus of more than `MOST_AT_ONCE` articles is processed window by window in the order of dates,
which bounds memory (about a gigabyte); an event that straddles two windows is proposed twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dittomark.corpus.events.clusters import Group, cluster, threshold_for
from dittomark.corpus.events.describe import Description, describe
from dittomark.corpus.events.vectors import vectors
from dittomark.progress import Report

VERSION = "2"
# Number of co-proposed articles that are remembered for a refused event.
COMPANY = 20
MOST_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class EventArticle:
    """An input article: `text` without its boilerplate, `event` the id of its annotated event.

    `refused_events` are registry entries that were refused for it, `refused_company` the articles
    with which a new event was.
    """

    id: str
    text: str
    title: str = ""
    date: str = ""
    event: str | None = None
    refused_events: frozenset[str] = frozenset()
    refused_company: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class EventProposal:
    """Articles that may report one event: `event_id` of the registry, or a new one's description.

    `articles` are those to be decided, `scores` (0–1) the probability of each; `company` are the
    ids of all articles of the group.
    """

    articles: tuple[str, ...]
    scores: tuple[float, ...]
    event_id: str | None
    description: Description | None
    company: tuple[str, ...] = field(default=())


def propose_events(
    articles: Sequence[EventArticle], *, report: Report | None = None
) -> list[EventProposal]:
    """Return the events to propose; `report(done, total)` counts articles twice, may cancel."""
    proposals: list[EventProposal] = []
    before = 0
    for window in _windows(articles):

        def counted(done: int, before: int = before) -> None:
            if report is not None:
                report(before + done, 2 * len(articles))

        proposals += _propose_together(window, counted)
        counted(2 * len(window))
        before += 2 * len(window)
    return proposals


def _windows(articles: Sequence[EventArticle]) -> list[list[EventArticle]]:
    """Return the articles in windows by date, of at most `MOST_AT_ONCE`; undated ones are last."""
    if len(articles) <= MOST_AT_ONCE:
        return [list(articles)]
    ordered = sorted(articles, key=lambda each: (not each.date, each.date[:10]))
    return [ordered[first : first + MOST_AT_ONCE] for first in range(0, len(ordered), MOST_AT_ONCE)]


def _propose_together(
    articles: Sequence[EventArticle], counted: Callable[[int], None]
) -> list[EventProposal]:
    found = vectors([each.text for each in articles], report=lambda done, _: counted(done))
    groups = cluster(
        found,
        [each.date for each in articles],
        seeds=[each.event for each in articles],
        report=lambda done, _: counted(len(articles) + done),
    )
    least = threshold_for(len(articles))
    proposals = (_proposal(group, articles, least) for group in groups)
    return [each for each in proposals if each is not None]


def _proposal(group: Group, articles: Sequence[EventArticle], least: float) -> EventProposal | None:
    members = [articles[at] for at in group.members]
    company = frozenset(each.id for each in members)
    open_ones = [
        at
        for at, each in enumerate(members)
        if each.event is None and not _refused(each, group.seed, company)
    ]
    if not open_ones or (group.seed is None and len(open_ones) < 2):
        return None
    description = None
    if group.seed is None:
        description = describe(
            [each.text for each in members],
            [each.title for each in members],
            [each.date for each in members],
            group.tie,
        )
        if not description.title:
            return None
    return EventProposal(
        tuple(members[at].id for at in open_ones),
        tuple(_score(group.tie[at], least) for at in open_ones),
        group.seed,
        description,
        tuple(sorted(company)[:COMPANY]),
    )


def _refused(article: EventArticle, seed: str | None, company: frozenset[str]) -> bool:
    if seed is not None:
        return seed in article.refused_events
    return any(
        2 * len(refused & company) > len(refused) for refused in article.refused_company if refused
    )


def _score(tie: float, least: float) -> float:
    """Return a similarity as a score: a half at the threshold, towards one at twice that."""
    return round(min(0.99, tie / (tie + least)) if tie > 0 else 0.0, 3)
