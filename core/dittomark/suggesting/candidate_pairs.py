"""Candidate pairs of a project: reads its articles, searches, fills its queue.

    with Project.open("work.ditto") as project:
        proposal = propose_pairs(project, order="doubtful")
        put_into(project, proposal)

The search may run in another thread with a read-only project; only `put_into` needs a writable one.
The index is a folder next to the project (`work.ditto.index`) and may be deleted.
"""

import os
import tempfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from dittomark import ids
from dittomark.annotations import Article, ArticleInfo, NewPair, Origin, Suggestion
from dittomark.corpus.candidates import Candidate, CandidateIndex, IndexedArticle
from dittomark.corpus.guessing.learn import GuessScore
from dittomark.corpus.parts import write_parts
from dittomark.corpus.queue_order import Order, groups, nearest, ordered
from dittomark.corpus.same_event import FAR_DAYS, DatedArticle, EventCandidate, find_same_event
from dittomark.labels import LabelScheme
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.suggesting.group_rest import LeftOut, keep_left_out, left_out
from dittomark.suggesting.pair_review import ReviewedPair, learn_guess, review
from dittomark.suggesting.view import ReadableProject
from dittomark.system.cache_paths import index_path
from dittomark.texts.source_names import source_of

VERSION: Final = "2"
"""The version of the search, stored in the origin of pairs and with suggestions."""
NEAREST: Final = 5
"""Pairs per article within a group of copies that are shown: a wire report in six papers is shown
completely, of 2,000 states of a live blog a tenth.
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The result of a search, to be added to the project: `pairs` in their order for `add_pairs`.

    Pairs that are already in the queue are included only to update their scores and clusters;
    `fresh` counts the others. `suggestions` are the guessed relations. `compared` is the number of
    articles that were new to the index. `left_out` are the pairs found in groups of copies beyond
    each article's nearest few, `more` their number; `rest_of_group` returns them later. `queue`
    lists all pairs in the requested order, including those already in the queue, if these are to be
    moved. `guess` is the quality of the guess on the pairs that annotators judged, if there are
    enough of them. Call `settle` once the pairs are in the project; otherwise they are proposed
    again.
    """

    pairs: tuple[NewPair, ...]
    suggestions: tuple[Suggestion, ...]
    fresh: int
    compared: int
    settle: Callable[[], None]
    left_out: tuple[LeftOut, ...] = ()
    queue: tuple[str, ...] = ()
    guess: GuessScore | None = None

    @property
    def more(self) -> int:
        """The number of pairs that were left out."""
        return len(self.left_out)


def propose_pairs(
    project: ReadableProject,
    *,
    order: Order | None = None,
    seed: int = 0,
    same_event: bool = False,
    rewritten: bool = True,
    most: int = NEAREST,
    rebuild: bool = False,
    report: Report | None = None,
) -> Proposal:
    """Search candidate pairs of the articles added since the last search (of all, if needed).

    With `rewritten`, pairs are also proposed if one article seems to be derived from the other
    without a common passage; with `same_event`, those that report one event in different words. Of
    an article's pairs in a group of copies the `most` similar are proposed (0: all). An `order` is
    that of the whole queue, including existing pairs; without one new pairs come last, the most
    similar first. `rebuild` creates the index again. `report` is called with the number of articles
    read and the total; it may raise `Cancelled`. Raises `UserError` if another search is running on
    the same project.
    """
    infos = project.article_infos()
    sources = _sources(infos)
    with _index(project) as index:
        known = index.articles()
        fits = all(sources.get(article) == source for article, source in known.items())
        anew = rebuild or not fits or index.outgrown(len(sources))
        if anew:
            index.clear()
            known = {}
        new = [article for article in sources if article not in known]
        unsettled = set(new) | set(index.unsettled())
        found = index.add(
            _articles(project, new, sources),
            text_of=lambda article: project.article(article).text,
            report=report,
            total=len(new),
        )
        size = len(index)
    alike: list[EventCandidate] = []
    if (rewritten or same_event) and unsettled:
        dated = [
            DatedArticle(info.id, sources[info.id], info.date, project.article(info.id).text)
            for info in _near(infos, set(sources) if same_event else unsettled)
        ]
        alike = find_same_event(dated, report=report)
        if not same_event:
            alike = [each for each in alike if {each.a, each.b} & unsettled]
    learned = learn_guess(project, report=report)
    reviewed = review(project, found, alike, same_event=same_event, learned=learned, report=report)
    if not rewritten:
        reviewed = [pair for pair in reviewed if not pair.rewritten]
    arranged = _arranged(
        project, reviewed, order=order, seed=seed, most=most, articles=size, anew=anew
    )
    return replace(arranged, compared=len(new), guess=learned.score)


def rest_of_group(project: ReadableProject, cluster: int | None) -> Proposal:
    """Return the pairs that searches left out of a group of copies, for `put_into`.

    `cluster` is `Pair.cluster`. Empty if nothing was left out, or if the index next to the project
    is missing.
    """
    rest = left_out(project, cluster)
    return Proposal(
        tuple(each.pair for each in rest),
        tuple(each.guess for each in rest if each.guess is not None),
        fresh=len(rest),
        compared=0,
        settle=lambda: None,
    )


def propose_candidates(
    project: ReadableProject,
    candidates: Sequence[Candidate],
    *,
    order: Order | None = None,
    seed: int = 0,
    most: int = NEAREST,
    report: Report | None = None,
) -> Proposal:
    """Order candidates found elsewhere (by Spark) for the project's queue.

    Their articles are identified by id or by external id; candidates of unknown articles are left
    out, and those whose external id several articles share.
    """
    own: dict[str, str] = {}
    infos = project.article_infos()
    times = Counter(info.external_id for info in infos)
    own.update((info.external_id, info.id) for info in infos if times[info.external_id] == 1)
    own.update((info.id, info.id) for info in infos)
    found = [
        replace(candidate, a=own[candidate.a], b=own[candidate.b])
        for candidate in candidates
        if candidate.a in own and candidate.b in own
    ]
    learned = learn_guess(project, report=report)
    reviewed = review(project, found, [], same_event=False, learned=learned, report=report)
    return _arranged(project, reviewed, order=order, seed=seed, most=most)


def _near(infos: Sequence[ArticleInfo], wanted: Set[str]) -> list[ArticleInfo]:
    """Return the wanted articles and those that may report the same event by their dates."""
    days = {info.id: _day(info.date) for info in infos}
    known = sorted({day for name, day in days.items() if name in wanted and day is not None})
    undated = any(days[name] is None for name in wanted)

    def close(day: int) -> bool:
        at = bisect_left(known, day - FAR_DAYS)
        return at < len(known) and known[at] <= day + FAR_DAYS

    return [
        info
        for info in infos
        if undated or info.id in wanted or (day := days[info.id]) is None or close(day)
    ]


def _day(text: str) -> int | None:
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return None


def write_articles(project: ReadableProject, path: Path) -> None:
    """Write the project's articles to a Parquet file as the Spark engine reads them."""
    sources = _sources(project.article_infos())
    write_parts((_indexed(article, sources) for article in project.articles()), path)


def put_into(project: Project, proposal: Proposal, *, report: Report | None = None) -> None:
    """Add the proposed pairs and suggestions to the project, as one step, and settle it."""
    with project.batch("add_pairs"):
        if proposal.pairs:
            project.add_pairs(proposal.pairs, report=report)
        if proposal.suggestions:
            project.add_suggestions(proposal.suggestions, report=report)
        if proposal.queue:
            project.order_pairs(proposal.queue)
    proposal.settle()


@dataclass(frozen=True, slots=True)
class _InQueue:
    """A pair of the queue with its sort keys."""

    a: str
    b: str
    score: float
    doubt: float


def _arranged(
    project: ReadableProject,
    reviewed: Sequence[ReviewedPair],
    *,
    order: Order | None,
    seed: int,
    most: int,
    articles: int | None = None,
    anew: bool = False,
) -> Proposal:
    """Return the pairs in order, with their suggestions and groups.

    `articles` is the number of articles in the index; with `anew` the pairs left out by earlier
    searches are found again.
    """
    queue = {(pair.a, pair.b): pair for pair in project.pairs()}
    clusters = {
        article: pair.cluster
        for pair in queue.values()
        if pair.cluster is not None
        for article in (pair.a, pair.b)
    }
    copies = [item for item in reviewed if item.passage is not None]
    group_of = groups(((item.a, item.b) for item in copies), known=clusters)
    others = [item for item in reviewed if item.passage is None]
    shown = [*(nearest(copies, most, group_of=group_of) if most else copies), *others]
    by_articles = {_sorted(item): item for item in shown}
    doubts = {
        each.pair_id: float(each.payload.get("doubt", 0.0))
        for each in project.suggestions(kind="relation", state=None)
        if each.pair_id is not None
    }
    queued = [
        _InQueue(pair.a, pair.b, pair.score or 0.0, doubts.get(pair.id, 0.0))
        for pair in queue.values()
        if (pair.a, pair.b) not in by_articles
    ]
    event_of = groups([*by_articles, *(_sorted(item) for item in queued)])
    # Pairs with only an event in common are ordered by the event: they are in no group of copies.
    rank = {**{article: -number for article, number in event_of.items()}, **group_of}
    how = order or "alike"
    ranked = ordered(list(by_articles.values()), how, group_of=rank, event_of=event_of, seed=seed)
    scheme = project.scheme
    pairs, suggestions, fresh = [], [], 0
    for item in ranked:
        new = _new(item, scheme, group_of)
        pairs.append(new)
        fresh += _sorted(item) not in queue
        if new.guess is not None:
            suggestions.append(_suggestion(item, new.guess))
    rest = []
    for item in copies:
        if _sorted(item) not in by_articles:
            new = _new(item, scheme, group_of)
            rest.append(LeftOut(new, _suggestion(item, new.guess) if new.guess else None))

    def settle() -> None:
        keep_left_out(project, rest, groups=group_of, anew=anew)
        if articles is not None:
            _settle(project, articles)

    for (a, b), pair in queue.items():
        cluster = group_of.get(a)
        if (a, b) not in by_articles and pair.cluster not in {None, cluster}:
            pairs.append(NewPair(a, b, cluster=cluster, origin=pair.origin))
    everything: list[ReviewedPair | _InQueue] = [*by_articles.values(), *queued]
    whole = (
        ordered(everything, how, group_of=rank, event_of=event_of, seed=seed)
        if order is not None and queued
        else []
    )
    return Proposal(
        tuple(pairs),
        tuple(suggestions),
        fresh,
        0,
        settle,
        tuple(rest),
        tuple(ids.pair_id(*_sorted(item)) for item in whole),
    )


def _new(item: ReviewedPair, scheme: LabelScheme, group_of: Mapping[str, int]) -> NewPair:
    label = scheme.relation(item.guess.relation)
    guess = item.guess.relation if label is not None and not label.retired else None
    origin = Origin(by=item.suggester, version=VERSION, score=item.score)
    cluster = group_of[item.a] if item.passage is not None else None
    return NewPair(item.a, item.b, item.score, guess, item.passage, cluster, origin)


def _sorted(item: ReviewedPair | _InQueue) -> tuple[str, str]:
    return (item.a, item.b) if item.a < item.b else (item.b, item.a)


def _suggestion(item: ReviewedPair, guess: str) -> Suggestion:
    """Return the guess as a suggestion; the direction is known only for a containment."""
    payload: dict[str, Any] = {
        "doubt": item.doubt,
        "probabilities": dict(item.guess.probabilities),
    }
    if guess == "contains":
        a_is_larger = item.b_in_a > item.a_in_b
        payload["direction"] = "a_to_b" if a_is_larger == (item.a < item.b) else "b_to_a"
    return Suggestion(
        id="",
        kind="relation",
        suggester=item.suggester,
        version=VERSION,
        score=item.guess.probability,
        pair_id=ids.pair_id(item.a, item.b),
        label=guess,
        payload=payload,
    )


def _articles(
    project: ReadableProject, wanted: Sequence[str], sources: Mapping[str, str]
) -> Iterator[IndexedArticle]:
    """Yield the articles to be indexed: one by one if few, in one scan if many."""
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
    """Open the project's index; a temporary one if nothing can be written next to the project."""
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
