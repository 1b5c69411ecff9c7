"""The shown articles: one pair, or up to four articles, and their comparison.

Comparisons run in the background and are cached; the next pairs of the queue are compared in
advance. A comparison that ends after the user has gone on is cached but not shown.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from dittomark.annotations import Article, Changes, Judgement, Pair, Span, Suggestion
from dittomark.compare.comparison import Comparison
from dittomark.errors import NotFoundError, UserError
from dittomark_gui.background import Background, Task
from dittomark_gui.session import Session
from dittomark_gui.work.comparing import compare_texts

MOST_ARTICLES: Final = 4
_COMPARISONS_KEPT: Final = 24
# A pause of more than this many seconds counts only this much: the user was away.
_IDLE: Final = 120.0

Key = tuple[str, ...]


class Stopwatch:
    """Measures the seconds a pair is looked at, without long pauses."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start; `clock` returns monotonic seconds."""
        self._clock = clock
        self._touched = clock()
        self._spent = 0.0

    def touch(self) -> None:
        """Record an action of the user."""
        now = self._clock()
        self._spent += min(now - self._touched, _IDLE)
        self._touched = now

    def take(self) -> float:
        """Return the seconds since the last call, and start again."""
        self.touch()
        spent, self._spent = self._spent, 0.0
        return spent


class Workspace(QObject):
    """Loads the articles to show and follows their changes."""

    leaving = Signal()  # the articles will be replaced: save unsaved input
    shown = Signal()  # the articles were replaced
    compared = Signal(object)  # Comparison; None while it runs or if it failed
    spans_changed = Signal(int)  # pane
    events_changed = Signal()
    judgement_changed = Signal()

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__()
        self._session = session
        self._background = background
        self.pair: Pair | None = None
        self.articles: tuple[Article, ...] = ()
        self.comparison: Comparison | None = None
        self.stopwatch = Stopwatch()
        self._kept: OrderedDict[Key, Comparison] = OrderedDict()
        self._running: dict[Key, Task] = {}
        self._stock_changed = 0
        session.changed.connect(self._on_changed)
        session.closed.connect(self.clear)
        session.offers_changed.connect(self._on_offers_changed)

    # --- articles ---------------------------------------------------------------------------------

    def show_pair(self, pair_id: str) -> None:
        """Show a pair, the older article on the left."""
        loaded = self._session.run(lambda project: self._load_pair(project.pair(pair_id)))
        if loaded is not None:
            self._show(loaded[0], loaded[1])

    def show_articles(self, article_ids: Sequence[str]) -> None:
        """Show one to four articles; two that form a pair are shown as that pair."""
        ids = list(dict.fromkeys(article_ids))[:MOST_ARTICLES]
        if not ids:
            return
        articles = self._session.run(
            lambda project: tuple(project.article(article_id) for article_id in ids)
        )
        if articles is None:
            return
        pair = None
        if len(ids) == 2:
            pair = self._session.project.find_pair(ids[0], ids[1])
        self._show(pair, articles)

    def clear(self) -> None:
        """Show no article."""
        for task in self._running.values():
            task.cancel()
        self._running.clear()
        self._kept.clear()
        self.pair, self.articles, self.comparison = None, (), None
        self.shown.emit()

    def prefetch(self, pair_ids: Sequence[str]) -> None:
        """Compare the next pairs in advance, with lower priority."""
        for pair_id in pair_ids:
            try:
                _, articles = self._load_pair(self._session.project.pair(pair_id))
            except UserError:
                continue
            self._compare(articles, priority=-1)

    # --- annotations ------------------------------------------------------------------------------

    @property
    def judgement(self) -> Judgement | None:
        """The annotator's judgement of the shown pair, or None."""
        if self.pair is None:
            return None
        return self._session.project.judgement(self.pair.id, self._session.annotator)

    @property
    def proposal(self) -> Suggestion | None:
        """The open suggestion of a relation for the shown pair with the highest score, or None."""
        if self.pair is None:
            return None
        session = self._session
        found = session.project.suggestions(
            pair_id=self.pair.id, kind="relation", open_for=session.annotator
        )
        return max(found, key=lambda each: each.score, default=None)

    def pane_of(self, article_id: str) -> int | None:
        """Return the pane of an article, or None."""
        for pane, article in enumerate(self.articles):
            if article.id == article_id:
                return pane
        return None

    def spans(self, pane: int) -> tuple[Span, ...]:
        """Return the spans of a pane's article that this annotator may see."""
        session = self._session
        return tuple(session.project.spans(self.articles[pane].id, seen_by=session.annotator))

    def suggestions(self, pane: int) -> tuple[Suggestion, ...]:
        """Return the span suggestions of a pane's article that are open for this annotator."""
        session, article = self._session, self.articles[pane].id
        return tuple(
            session.project.suggestions(article_id=article, kind="span", open_for=session.annotator)
        )

    # --- helpers ----------------------------------------------------------------------------------

    def _load_pair(self, pair: Pair) -> tuple[Pair, tuple[Article, ...]]:
        project = self._session.project
        articles = [project.article(pair.a), project.article(pair.b)]
        dates = [article.info.date for article in articles]
        if all(dates) and dates[1] < dates[0]:
            articles.reverse()
        return pair, tuple(articles)

    def _show(self, pair: Pair | None, articles: tuple[Article, ...]) -> None:
        self.leaving.emit()
        self._forget_outdated()
        wanted = _key(articles)
        for key, task in list(self._running.items()):
            if key != wanted:
                task.cancel()
                del self._running[key]
        self.pair, self.articles = pair, articles
        self.comparison = self._kept.get(wanted)
        self.stopwatch = Stopwatch()
        self._session.messages.articles_replaced.emit()
        self.shown.emit()
        self.compared.emit(self.comparison)
        if self.comparison is None and articles:
            self._compare(articles, priority=1)

    def _compare(self, articles: tuple[Article, ...], *, priority: int) -> None:
        key = _key(articles)
        if key in self._kept or key in self._running:
            return
        texts = [article.text for article in articles]
        project = self._session.project.path

        def done(comparison: Comparison) -> None:
            self._running.pop(key, None)
            self._keep(key, comparison)

        def failed(error: BaseException) -> None:
            self._running.pop(key, None)
            self._session.report_failure(error)

        self._running[key] = self._background.start(
            lambda report: compare_texts(texts, project, report),
            on_done=done,
            on_failed=failed,
            priority=priority,
        )

    def _forget_outdated(self) -> None:
        """Drop the comparisons made with an older list of stock phrases."""
        from dittomark.suggesting.project_comparison import stock_changed

        changed = stock_changed(self._session.project.path)
        if changed != self._stock_changed:
            self._stock_changed = changed
            self._kept.clear()

    def _keep(self, key: Key, comparison: Comparison) -> None:
        self._kept[key] = comparison
        while len(self._kept) > _COMPARISONS_KEPT:
            self._kept.popitem(last=False)
        if key == _key(self.articles):
            self.comparison = comparison
            self.compared.emit(comparison)

    def _on_changed(self, changes: Changes) -> None:
        if not self.articles:
            return
        if self._is_gone(changes):
            self.clear()
            return
        marked = bool(changes.spans or changes.suggestions)
        # A changed span names its article too, without a change of the article itself.
        if changes.many or (changes.articles and not marked and not changes.memberships):
            self._reload_articles()
        for pane, article in enumerate(self.articles):
            touched = marked and article.id in changes.articles
            if touched or changes.many or changes.scheme:
                self.spans_changed.emit(pane)
        if changes.memberships or changes.events or changes.suggestions:
            self.events_changed.emit()
        if changes.decisions:  # a decision may make others' annotations visible
            self._on_offers_changed()
        if changes.judgements or changes.pairs or changes.decisions:
            self.judgement_changed.emit()

    def _on_offers_changed(self) -> None:
        """Update the annotations, because others' may have become visible or hidden."""
        for pane in range(len(self.articles)):
            self.spans_changed.emit(pane)
        self.events_changed.emit()

    def _is_gone(self, changes: Changes) -> bool:
        """Return whether a shown article or pair no longer exists (an import was undone)."""
        project = self._session.project
        try:
            if changes.pairs and self.pair is not None:
                project.pair(self.pair.id)
            for article in self.articles if changes.articles else ():
                project.article_info(article.id)
        except NotFoundError:
            return True
        return False

    def _reload_articles(self) -> None:
        """Load the shown articles again after an edit of their metadata; texts never change."""
        project = self._session.project
        self.articles = tuple(project.article(article.id) for article in self.articles)
        for pane in range(len(self.articles)):
            self.spans_changed.emit(pane)


def _key(articles: Sequence[Article]) -> Key:
    return tuple(article.id for article in articles)
