"""Runs the first search of a project, and chooses the middle page: articles, card or hint."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from dittomark_gui.background import Report, Task
from dittomark_gui.dialogs.progress_dialog import run_with_progress
from dittomark_gui.i18n import translate
from dittomark_gui.panels.first_search_card import FirstSearchCard
from dittomark_gui.work.finding_pairs import FoundPairs, find_pairs, pairs_summary
from dittomark_gui.work.suggesting import problems, search_with, store_all, suggestions_summary

if TYPE_CHECKING:
    from dittomark.suggesting.running import Found
    from dittomark_gui.window.window_parts import WindowParts

_OURS: Final = ("boilerplate", "events")
_PAIRED_AT_ONCE: Final = 10  # articles: with more there are too many pairs to add without asking


class FirstSearch(QObject):
    """Shows the articles, the first-search card or the hint; runs the search of the card."""

    def __init__(self, parts: "WindowParts", card: FirstSearchCard) -> None:
        super().__init__(parts.frame)
        self._parts = parts
        self._card = card
        self._task: Task | None = None
        self._with_suggestions = False
        parts.layout.middle.addWidget(card)
        parts.workspace.shown.connect(self.refresh)
        parts.session.opened.connect(self.refresh)
        parts.session.changed.connect(self._on_changed)
        parts.session.closed.connect(self._stop)
        parts.frame.articles_imported.connect(self.refresh)
        card.search_wanted.connect(self.start)
        card.cancel_wanted.connect(self._on_cancelled)
        card.pair_all_wanted.connect(self._pair_all)
        card.reading_wanted.connect(self._read)

    def refresh(self) -> None:
        """Show the page that fits the current state."""
        parts = self._parts
        middle = parts.layout.middle
        if parts.workspace.articles:
            self._stop()
            middle.setCurrentWidget(parts.view)
        elif not parts.navigation.waits_for_pairs():
            middle.setCurrentIndex(1)
        elif self._task is None:
            self._card.show_offer(parts.session.project.counts()["articles"])
            middle.setCurrentWidget(self._card)
            self._card.setFocus()

    def _on_changed(self, _changes: object) -> None:
        if not self._parts.workspace.articles:
            self.refresh()

    def start(self, with_suggestions: bool) -> None:
        """Search for pairs, and if wanted for boilerplate and events; stores all at the end."""
        self._with_suggestions = with_suggestions
        settings = self._parts.session.settings
        if with_suggestions and not settings.preferences.suggesters:
            settings.update(suggesters=_OURS)  # later decisions and imports run them again
        path = self._parts.session.project.path
        self._card.show_running(translate("FirstSearch", "Looking for what articles share…"))
        self._run(lambda report: find_pairs(path, report), self._on_pairs)

    def _run(self, work: Callable[[Report], Any], on_done: Callable[[Any], None]) -> None:
        self._task = self._parts.background.start(
            work,
            on_done=on_done,
            on_failed=self._on_failed,
            on_progress=self._card.show_progress,
        )

    def _on_pairs(self, found: FoundPairs) -> None:
        if not self._with_suggestions:
            self._keep(found, ())
            return
        path = self._parts.session.project.path
        self._card.show_running(translate("FirstSearch", "Looking for boilerplate and events…"))
        self._run(lambda report: _suggest(path, report), lambda given: self._keep(found, given))

    def _keep(self, found: FoundPairs, given: "tuple[Found, ...]") -> None:
        """Store all results in the project and show the first pair."""
        from dittomark.suggesting.candidate_pairs import put_into

        self._task = None
        parts, session = self._parts, self._parts.session
        session.run(lambda project: put_into(project, found.proposal))
        sentences = [pairs_summary(found)]
        if given:
            reports = run_with_progress(
                parts.frame,
                translate("Suggest", "Keeping the suggestions…"),
                lambda report: store_all(session.project, given, report),
            )
            sentences.append(suggestions_summary(reports or ()))
            if wrong := problems(reports or ()):
                session.messages.warn("\n".join(wrong))
        count = session.project.counts()["articles"]
        if session.project.counts()["pairs"]:
            session.messages.show(" ".join(sentences))
            parts.frame.pairs_found.emit()
        else:
            self._card.show_nothing_found(
                " ".join(sentences)
                + " "
                + translate(
                    "FirstSearch", "Pair them yourself: select articles in the list, Ctrl+Enter."
                ),
                can_pair_all=count <= _PAIRED_AT_ONCE,
            )

    def _pair_all(self) -> None:
        self._parts.navigation.pair_articles(self._parts.session.project.article_ids())

    def _read(self) -> None:
        self._parts.navigation.show_first_article()

    def _on_cancelled(self) -> None:
        self._stop()
        self.refresh()

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        self.refresh()
        self._parts.session.report_failure(error)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None


def _suggest(path: Path, report: Report) -> "tuple[Found, ...]":
    from dittomark.suggesting.registry import suggesters

    chosen = [each for each in suggesters() if each.key in _OURS]
    return search_with(chosen, path)(report)
