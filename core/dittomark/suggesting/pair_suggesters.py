"""The searches for candidate pairs, as suggesters: of articles that share passages, or an event."""

from collections.abc import Callable, Iterator
from typing import Final

from dittomark.annotations import Suggestion, SuggestionKind
from dittomark.corpus.same_event import DatedArticle, EventCandidate, find_same_event
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.suggesting import protocol
from dittomark.suggesting.candidate_pairs import VERSION, Proposal, propose_pairs
from dittomark.suggesting.pair_review import learn_guess
from dittomark.suggesting.view import ProjectView
from dittomark.texts.source_names import source_of

_CUTS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


class PassagePairSuggester:
    """Pairs of articles with common passages, at least one added since the last search."""

    key = "shared-passages"
    name = Message("Candidate pairs: articles that share passages")
    version = VERSION
    kinds: frozenset[SuggestionKind] = frozenset({"pair", "relation"})

    def __init__(self) -> None:
        self._settle: Callable[[], None] | None = None

    def suggest(self, view: ProjectView, report: Report) -> Iterator[Suggestion]:
        """Yield the pairs in the order of the queue, then their guessed relations."""
        proposal = propose_pairs(view, report=report)
        self._settle = proposal.settle
        yield from _suggestions(proposal)

    def trust(self, view: ProjectView, report: Report) -> list[protocol.TrustPoint]:
        """Return precision and recall of the guess by its probability, on judged pairs held out."""
        held_out = learn_guess(view, report=report).held_out
        points = []
        for cut in _CUTS if held_out else ():
            right = [good for sure, good in held_out if sure >= cut]
            precision = sum(right) / len(right) if right else None
            points.append(protocol.TrustPoint(cut, precision, sum(right) / len(held_out)))
        return points

    def settle(self) -> None:
        """Record that the pairs are in the queue: the next search begins after them."""
        if self._settle is not None:
            self._settle()


class SameEventSuggester:
    """Pairs of articles that may report one event, without a common passage."""

    key = "same-event"
    name = Message("Candidate pairs: articles on one event")
    version = VERSION
    kinds: frozenset[SuggestionKind] = frozenset({"pair", "relation"})

    def suggest(self, view: ProjectView, report: Report) -> Iterator[Suggestion]:
        """Yield the pairs, the most likely first, and for each the suggestion of one event."""
        dated = [
            DatedArticle(article.id, source_of(article.info), article.info.date, article.text)
            for article in view.articles()
        ]
        found = sorted(find_same_event(dated, report=report), key=_rank)
        for each in found:
            yield protocol.pair(each.a, each.b, score=each.score, guess=each.guess)
        for each in found:
            yield protocol.relation(each.a, each.b, each.guess, score=each.score)


def _rank(each: EventCandidate) -> tuple[float, str, str]:
    return -each.score, each.a, each.b


def _suggestions(proposal: Proposal) -> Iterator[Suggestion]:
    for new in proposal.pairs:
        yield protocol.pair(
            new.a,
            new.b,
            score=new.score,
            guess=new.guess,
            passage=new.passage,
            cluster=new.cluster,
        )
    yield from proposal.suggestions
