"""Suggesters: the protocol that all of them follow, ours and those of other developers.

    class Longest:
        key, name, version, kinds = "longest", "Longest line", "1", frozenset({"span"})

        def suggest(self, view, report):
            for article in view.wanted_articles():
                line = max(article.text.splitlines(), key=len, default="")
                if line:
                    start = article.text.index(line)
                    yield span(article.id, start, start + len(line), "caption", score=0.3)

A suggester reads a `ProjectView` and yields `Suggestion`s; the caller (`suggesting.running`) checks
them, sets their suggester and adds them to the project.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol, runtime_checkable

from dittomark import ids
from dittomark.annotations import (
    TURNED,
    Direction,
    Suggestion,
    SuggestionKind,
)
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.suggesting.view import ProjectView


class Suggester(Protocol):
    """An object that makes suggestions.

    `key` names it in files and commands, and never changes; `name` is displayed; `version`
    identifies its state at the time of a suggestion; `kinds` are the kinds of its suggestions.
    """

    @property
    def key(self) -> str:
        """Its name in commands and files."""
        ...

    @property
    def name(self) -> str:
        """Its displayed name."""
        ...

    @property
    def version(self) -> str:
        """The version of its present state; may change in `learn`."""
        ...

    @property
    def kinds(self) -> frozenset[SuggestionKind]:
        """The kinds of its suggestions."""
        ...

    def suggest(self, view: ProjectView, report: Report) -> "Iterator[Suggestion | Rejected]":
        """Yield suggestions for the articles and pairs that `view` selects.

        `report(done, total)` reports progress, and raises `Cancelled` if the rest is not needed. A
        `UserError` is shown to the user; any other exception is reported as a fault of the
        suggester.
        """
        ...


@dataclass(frozen=True, slots=True)
class Rejected:
    """Suggestions that were not accepted: the reason, the location of the first, their number.

    A location is a line of a program's output, else the number of the suggestion, from 1.
    """

    number: int
    reason: Message
    count: int = 1


@runtime_checkable
class Learner(Protocol):
    """A suggester that learns from annotators' decisions."""

    def learn(self, view: ProjectView, report: Report) -> None:
        """Learn from the decisions in `view`; called before `suggest`."""
        ...


@dataclass(frozen=True, slots=True)
class TrustPoint:
    """The quality of the suggestions from a score on, on decided items held out from learning.

    `precision` is None if no suggestion has that score.
    """

    score: float
    precision: float | None
    recall: float


@runtime_checkable
class Trusted(Protocol):
    """A suggester that can measure the quality of its suggestions."""

    def trust(self, view: ProjectView, report: Report) -> Sequence[TrustPoint]:
        """Return precision and recall by score, from the lowest on."""
        ...


@runtime_checkable
class Settling(Protocol):
    """A suggester that records its proposals, and is notified when they are stored."""

    def settle(self) -> None:
        """Record that the last suggestions have been stored."""
        ...


@runtime_checkable
class Talking(Protocol):
    """A suggester that writes messages for users while it works, besides its suggestions."""

    @property
    def errors(self) -> str:
        """The end of its messages in the last run."""
        ...


@runtime_checkable
class Replacing(Protocol):
    """A suggester that replaces others: its suggestions replace their open ones."""

    @property
    def replaces(self) -> frozenset[tuple[str, SuggestionKind]]:
        """Their keys and kinds."""
        ...


_NEW: Final = ""  # id, suggester and version are filled in by the caller of the suggester


def span(
    article_id: str,
    start: int,
    end: int,
    label: str,
    *,
    score: float = 1.0,
    payload: Mapping[str, Any] | None = None,
) -> Suggestion:
    """Suggest a label for `[start, end)`, in code points of an article's text."""
    return Suggestion(
        _NEW,
        "span",
        _NEW,
        _NEW,
        score,
        article_id=article_id,
        start=start,
        end=end,
        label=label,
        payload=payload or {},
    )


def relation(
    a: str, b: str, label: str, *, direction: Direction | None = None, score: float = 1.0
) -> Suggestion:
    """Suggest the relation of two articles; `direction` is relative to `a` and `b` as given."""
    seen = TURNED[direction] if direction is not None and a > b else direction
    payload: dict[str, Any] = {"a": a, "b": b} if a < b else {"a": b, "b": a}
    if seen is not None:
        payload["direction"] = seen
    return Suggestion(
        _NEW,
        "relation",
        _NEW,
        _NEW,
        score,
        pair_id=ids.pair_id(a, b),
        label=label,
        payload=payload,
    )


def link(
    a: tuple[str, int, int],
    b: tuple[str, int, int],
    kind: str,
    *,
    direction: Direction | None = None,
    score: float = 1.0,
) -> Suggestion:
    """Suggest that two spans correspond: each `(article id, start, end)`, in code points.

    `kind` is one of the scheme's kinds of link; `direction` is relative to `a` and `b` as given
    here.
    """
    article, start, end = b
    payload: dict[str, Any] = {"article_id": article, "start": start, "end": end}
    if direction is not None:
        payload["direction"] = direction
    return Suggestion(
        _NEW,
        "link",
        _NEW,
        _NEW,
        score,
        article_id=a[0],
        start=a[1],
        end=a[2],
        label=kind,
        payload=payload,
    )


def event(
    article_id: str,
    *,
    event_id: str | None = None,
    title: str = "",
    date: str = "",
    place: str = "",
    participants: Sequence[str] = (),
    score: float = 1.0,
) -> Suggestion:
    """Suggest that an article reports an event: one of the registry, or a new one with that title.

    Suggestions of one new event, for several articles, have the same title, date and place.
    """
    payload: dict[str, Any] = {}
    if event_id is None:
        payload = {
            "title": title,
            "date": date,
            "place": place,
            "participants": list(participants),
        }
    return Suggestion(
        _NEW,
        "event",
        _NEW,
        _NEW,
        score,
        article_id=article_id,
        event_id=event_id,
        payload=payload,
    )


def pair(
    a: str,
    b: str,
    *,
    score: float | None,
    guess: str | None = None,
    passage: tuple[int, int, int, int] | None = None,
    cluster: int | None = None,
) -> Suggestion:
    """Propose two articles for the queue; the rest is as in `NewPair`.

    Without a `score`, a pair that is in the queue already keeps its own.
    """
    payload = {
        "a": a,
        "b": b,
        "score": score,
        "guess": guess,
        "passage": passage,
        "cluster": cluster,
    }
    name = ids.pair_id(a, b)
    return Suggestion(_NEW, "pair", _NEW, _NEW, score or 0.0, pair_id=name, payload=payload)
