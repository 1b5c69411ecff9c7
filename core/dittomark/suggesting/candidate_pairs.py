"""Candidate pairs of a project: read its articles, look, fill its queue.

    with Project.open("work.ditto") as project:
        proposal = propose_pairs(project, order="doubtful")
        put_into(project, proposal)

The search may run in a thread of its own with a read-only project; only `put_into` needs the one
that writes. The index is a folder beside the project (`work.ditto.index`) and may be deleted.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from dittomark import ids
from dittomark.annotations import Article, ArticleInfo, NewPair, Origin, Suggestion
from dittomark.corpus.candidates import Candidate, CandidateIndex, IndexedArticle
from dittomark.corpus.parts import write_parts
from dittomark.corpus.queue_order import Order, groups, ordered
from dittomark.corpus.same_event import DatedArticle, EventCandidate, find_same_event
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.suggesting.view import ReadableProject
from dittomark.system.cache_paths import index_path
from dittomark.texts.source_names import source_of

VERSION: Final = "1"
"""Of the search; stands in the origin of pairs and with suggestions."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a search found, to be put into the project: `pairs` in their order for `add_pairs`.

    Pairs that are in the queue already stand among them only to have their scores and clusters
    brought up to date; `fresh` counts the others. `suggestions` are the guessed relations.
    `compared` is how many articles were new to the index. Call `settle` when the pairs are in the
    project; without it they are proposed again.
    """

    pairs: tuple[NewPair, ...]
    suggestions: tuple[Suggestion, ...]
    fresh: int
    compared: int
    settle: Callable[[], None]


def propose_pairs(
    project: ReadableProject,
    *,
    order: Order = "alike",
    seed: int = 0,
    same_event: bool = False,
    rebuild: bool = False,
    report: Report | None = None,
) -> Proposal:
    """Look for candidate pairs of the articles that came since the last time (of all, if needed).

    With `same_event`, articles that tell of one event without a passage in common are proposed
    too. `rebuild` starts anew. `report` is called with the articles read and how many there are;
    it may raise `Cancelled`. Raises `UserError` if another run is at work on the same project.
    """
    infos = project.article_infos()
    sources = _sources(infos)
    with _index(project) as index:
        known = index.articles()
        fits = all(sources.get(article) == source for article, source in known.items())
        if rebuild or not fits or index.outgrown(len(sources)):
            index.clear()
            known = {}
        new = [article for article in sources if article not in known]
        found = index.add(
            _articles(project, new, sources),
            text_of=lambda article: project.article(article).text,
            report=report,
            total=len(new),
        )
        size = len(index)
    events = []
    if same_event:
        dated = [
            DatedArticle(info.id, sources[info.id], info.date, project.article(info.id).text)
            for info in infos
        ]
        events = find_same_event(dated, report=report)
    pairs, suggestions, fresh = _arranged(project, found, events, order=order, seed=seed)
    return Proposal(pairs, suggestions, fresh, len(new), lambda: _settle(project, size))


def propose_candidates(
    project: ReadableProject,
    candidates: Sequence[Candidate],
    *,
    order: Order = "alike",
    seed: int = 0,
) -> Proposal:
    """Arrange candidates that were found elsewhere (by Spark) for the project's queue.

    Their articles are named by id or by external id; candidates of unknown articles are left out.
    """
    own: dict[str, str] = {}
    infos = project.article_infos()
    for info in infos:
        own.setdefault(info.external_id, info.id)
    own.update((info.id, info.id) for info in infos)
    found = [
        replace(candidate, a=own[candidate.a], b=own[candidate.b])
        for candidate in candidates
        if candidate.a in own and candidate.b in own
    ]
    pairs, suggestions, fresh = _arranged(project, found, [], order=order, seed=seed)
    return Proposal(pairs, suggestions, fresh, 0, lambda: None)


def write_articles(project: ReadableProject, path: Path) -> None:
    """Write the project's articles to a Parquet file as the Spark engine reads them."""
    sources = _sources(project.article_infos())
    write_parts((_indexed(article, sources) for article in project.articles()), path)


def put_into(project: Project, proposal: Proposal, *, report: Report | None = None) -> None:
    """Add what was proposed to the queue and the suggestions, as one step, and settle it."""
    with project.batch("add_pairs"):
        if proposal.pairs:
            project.add_pairs(proposal.pairs, report=report)
        if proposal.suggestions:
            project.add_suggestions(proposal.suggestions, report=report)
    proposal.settle()


def _arranged(
    project: ReadableProject,
    found: Sequence[Candidate],
    events: Sequence[EventCandidate],
    *,
    order: Order,
    seed: int,
) -> tuple[tuple[NewPair, ...], tuple[Suggestion, ...], int]:
    """Return the pairs in order, their suggestions, and how many are not in the queue yet."""
    queue = {(pair.a, pair.b): pair for pair in project.pairs()}
    by_articles: dict[tuple[str, str], Candidate | EventCandidate] = {}
    everything: list[Candidate | EventCandidate] = [*events, *found]
    for candidate in everything:  # a shared passage says more than a shared event
        a, b = sorted((candidate.a, candidate.b))
        by_articles[a, b] = candidate
    clusters = {
        article: pair.cluster
        for pair in queue.values()
        if pair.cluster is not None
        for article in (pair.a, pair.b)
    }
    group_of = groups(((item.a, item.b) for item in found), known=clusters)
    event_of = groups(by_articles)
    # Pairs of one event alone are ordered by the event: they are in no group of copies.
    rank = {**{article: -number for article, number in event_of.items()}, **group_of}
    ranked = ordered(list(by_articles.values()), order, group_of=rank, event_of=event_of, seed=seed)
    scheme = project.scheme
    pairs, suggestions, fresh = [], [], 0
    for item in ranked:
        label = scheme.relation(item.guess)
        guess = item.guess if label is not None and not label.retired else None
        origin = Origin(by=item.suggester, version=VERSION, score=item.score)
        passage = item.passage if isinstance(item, Candidate) else None
        cluster = group_of[item.a] if isinstance(item, Candidate) else None
        pairs.append(NewPair(item.a, item.b, item.score, guess, passage, cluster, origin))
        fresh += tuple(sorted((item.a, item.b))) not in queue
        if guess is not None:
            suggestions.append(_suggestion(item, guess))
    for (a, b), pair in queue.items():
        cluster = group_of.get(a)
        if (a, b) not in by_articles and pair.cluster not in {None, cluster}:
            pairs.append(NewPair(a, b, cluster=cluster, origin=pair.origin))
    return tuple(pairs), tuple(suggestions), fresh


def _suggestion(item: Candidate | EventCandidate, guess: str) -> Suggestion:
    """Return the guess as a suggestion; the direction is known of a containment alone."""
    payload = {}
    if isinstance(item, Candidate) and guess == "contains":
        a_is_larger = item.b_in_a > item.a_in_b
        payload["direction"] = "a_to_b" if a_is_larger == (item.a < item.b) else "b_to_a"
    return Suggestion(
        id="",
        kind="relation",
        suggester=item.suggester,
        version=VERSION,
        score=item.score,
        pair_id=ids.pair_id(item.a, item.b),
        label=guess,
        payload=payload,
    )


def _articles(
    project: ReadableProject, wanted: Sequence[str], sources: Mapping[str, str]
) -> Iterator[IndexedArticle]:
    """Yield the articles to be indexed: one by one if few, in one sweep if many."""
    if 2 * len(wanted) < len(sources):
        for article_id in wanted:
            yield _indexed(project.article(article_id), sources)
        return
    left = set(wanted)
    for article in project.articles():
        if article.id in left:
            yield _indexed(article, sources)


def _indexed(article: Article, sources: Mapping[str, str]) -> IndexedArticle:
    return IndexedArticle(article.id, sources[article.id], article.text, article.info.date)


def _sources(infos: Sequence[ArticleInfo]) -> dict[str, str]:
    """Return the source of each article."""
    return {info.id: source_of(info) for info in infos}


@contextmanager
def _index(project: ReadableProject) -> Iterator[CandidateIndex]:
    """Open the project's index; where nothing can be written beside it, a passing one."""
    if os.access(project.path.parent, os.W_OK):
        with CandidateIndex(index_path(project.path)) as index:
            yield index
        return
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        CandidateIndex(Path(folder)) as index,
    ):
        yield index


def _settle(project: ReadableProject, articles: int) -> None:
    with _index(project) as index:
        index.settle(articles)
