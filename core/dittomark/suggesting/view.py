"""A suggester's view of a project: all data, read-only."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from dittomark.annotations import (
    Article,
    ArticleInfo,
    Event,
    EventMembership,
    Judgement,
    Link,
    Pair,
    Span,
    Suggestion,
    SuggestionKind,
    SuggestionState,
)
from dittomark.labels import LabelScheme


class ReadableProject(Protocol):
    """The reading methods of `dittomark.Project`, which a `ProjectView` has too."""

    @property
    def path(self) -> Path:
        """The project file; caches are stored next to it."""
        ...

    @property
    def name(self) -> str:
        """The project's name."""
        ...

    @property
    def scheme(self) -> LabelScheme:
        """Its labels."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written, including caches next to the file."""
        ...

    def articles(self) -> Iterator[Article]:
        """Yield the articles with their texts, in the order of their import."""
        ...

    def article(self, article_id: str) -> Article:
        """Return one article; raises `NotFoundError`."""
        ...

    def article_infos(self, article_ids: Iterable[str] | None = None) -> list[ArticleInfo]:
        """Return articles without their texts: all, or those given, in that order."""
        ...

    def article_ids(
        self, *, source: str | None = None, external_id: str | None = None
    ) -> list[str]:
        """Return the ids of all articles, of a source's, or of those with an external id."""
        ...

    def articles_of_text(self, sha256: str) -> list[str]:
        """Return the ids of the articles with this text."""
        ...

    def has_article(self, article_id: str) -> bool:
        """Return whether an article has that id."""
        ...

    def pairs(self, *, article_id: str | None = None) -> Iterator[Pair]:
        """Yield the pairs of the queue in its order, or those of one article."""
        ...

    def pair(self, pair_id: str) -> Pair:
        """Return one pair of the queue; raises `NotFoundError`."""
        ...

    def spans(self, article_id: str | None = None, *, annotator: str | None = None) -> list[Span]:
        """Return the annotated spans."""
        ...

    def links(
        self, a: str | None = None, b: str | None = None, *, annotator: str | None = None
    ) -> list[Link]:
        """Return the annotated links: all, with a side in `a`, or between `a` and `b`."""
        ...

    def judgements(
        self, pair_id: str | None = None, annotator: str | None = None
    ) -> list[Judgement]:
        """Return the judgements of pairs."""
        ...

    def events(self) -> list[Event]:
        """Return the event registry."""
        ...

    def memberships(
        self,
        article_id: str | None = None,
        event_id: str | None = None,
        *,
        annotator: str | None = None,
    ) -> list[EventMembership]:
        """Return the event labels: which article reports which event."""
        ...

    def suggestions(
        self,
        article_id: str | None = None,
        pair_id: str | None = None,
        *,
        state: SuggestionState | None = "open",
        kind: SuggestionKind | None = None,
    ) -> list[Suggestion]:
        """Return suggestions; of any state with `state=None`."""
        ...


class ProjectView:
    """A readable project, complete or with some annotations hidden.

    `selected` are the articles for which suggestions are wanted (None: all); the others are there
    for comparison. Annotations of the articles `hidden` are left out, and of pairs with one of
    them: a suggester is measured on annotations that it has not seen.
    """

    read_only = True

    def __init__(
        self,
        project: ReadableProject,
        *,
        selected: Collection[str] | None = None,
        hidden: Collection[str] = (),
    ) -> None:
        self._project = project
        self.selected = None if selected is None else frozenset(selected)
        self._hidden = frozenset(hidden)
        self._hidden_pairs: frozenset[str] | None = None if self._hidden else frozenset()

    @property
    def path(self) -> Path:
        """The project file."""
        return self._project.path

    @property
    def name(self) -> str:
        """The project's name."""
        return self._project.name

    @property
    def scheme(self) -> LabelScheme:
        """The project's labels."""
        return self._project.scheme

    def is_wanted(self, article_id: str) -> bool:
        """Return whether suggestions for this article are wanted."""
        return self.selected is None or article_id in self.selected

    def wanted_articles(self) -> Iterator[Article]:
        """Yield the articles for which suggestions are wanted, with their texts."""
        if self.selected is None:
            yield from self.articles()
        else:
            yield from map(self.article, sorted(filter(self.has_article, self.selected)))

    def wanted_pairs(self) -> Iterator[Pair]:
        """Yield the pairs of the queue with an article for which suggestions are wanted."""
        return (pair for pair in self.pairs() if self.is_wanted(pair.a) or self.is_wanted(pair.b))

    def articles(self) -> Iterator[Article]:
        """Yield the articles with their texts, in the order of their import."""
        return self._project.articles()

    def article(self, article_id: str) -> Article:
        """Return one article; raises `NotFoundError`."""
        return self._project.article(article_id)

    def article_infos(self, article_ids: Iterable[str] | None = None) -> list[ArticleInfo]:
        """Return articles without their texts: all, or those given, in that order."""
        return self._project.article_infos(article_ids)

    def article_ids(
        self, *, source: str | None = None, external_id: str | None = None
    ) -> list[str]:
        """Return the ids of all articles, of a source's, or of those with an external id."""
        return self._project.article_ids(source=source, external_id=external_id)

    def articles_of_text(self, sha256: str) -> list[str]:
        """Return the ids of the articles with this text, identified by its SHA-256."""
        return self._project.articles_of_text(sha256)

    def has_article(self, article_id: str) -> bool:
        """Return whether an article has that id."""
        return self._project.has_article(article_id)

    def pairs(self, *, article_id: str | None = None) -> Iterator[Pair]:
        """Yield the pairs of the queue in its order, or those of one article."""
        return self._project.pairs(article_id=article_id)

    def pair(self, pair_id: str) -> Pair:
        """Return one pair of the queue; raises `NotFoundError`."""
        return self._project.pair(pair_id)

    def events(self) -> list[Event]:
        """Return the event registry."""
        return self._project.events()

    def spans(self, article_id: str | None = None, *, annotator: str | None = None) -> list[Span]:
        """Return the annotated spans, except in hidden articles."""
        found = self._project.spans(article_id, annotator=annotator)
        return [span for span in found if span.article_id not in self._hidden]

    def links(
        self, a: str | None = None, b: str | None = None, *, annotator: str | None = None
    ) -> list[Link]:
        """Return the annotated links (`a`: with a side in it; and `b`: between the two).

        Links with a side in a hidden article are left out.
        """
        found = self._project.links(a, b, annotator=annotator)
        return [link for link in found if self._hidden.isdisjoint((link.a, link.b))]

    def judgements(
        self, pair_id: str | None = None, annotator: str | None = None
    ) -> list[Judgement]:
        """Return the judgements of pairs, except those with a hidden article."""
        found = self._project.judgements(pair_id, annotator)
        return [judgement for judgement in found if judgement.pair_id not in self._pairs_hidden()]

    def memberships(
        self,
        article_id: str | None = None,
        event_id: str | None = None,
        *,
        annotator: str | None = None,
    ) -> list[EventMembership]:
        """Return the event labels, except those of hidden articles."""
        found = self._project.memberships(article_id, event_id, annotator=annotator)
        return [membership for membership in found if membership.article_id not in self._hidden]

    def suggestions(
        self,
        article_id: str | None = None,
        pair_id: str | None = None,
        *,
        state: SuggestionState | None = "open",
        kind: SuggestionKind | None = None,
    ) -> list[Suggestion]:
        """Return suggestions (`state=None`: of any state), except for hidden articles and pairs."""
        found = self._project.suggestions(article_id, pair_id, state=state, kind=kind)
        return [
            each
            for each in found
            if each.article_id not in self._hidden and each.pair_id not in self._pairs_hidden()
        ]

    def _pairs_hidden(self) -> frozenset[str]:
        if self._hidden_pairs is None:
            self._hidden_pairs = frozenset(
                pair.id
                for pair in self._project.pairs()
                if pair.a in self._hidden or pair.b in self._hidden
            )
        return self._hidden_pairs
