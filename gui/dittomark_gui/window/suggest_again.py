"""Active learning: runs the last used suggesters again after a number of decisions.

They also run when articles are imported into a project in which they ran before, so that
suggestions are there when the next pair opens.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from dittomark.annotations import Changes
from dittomark_gui.background import Background, Task
from dittomark_gui.i18n import localized
from dittomark_gui.panels.frame import Frame
from dittomark_gui.session import Session
from dittomark_gui.work.suggesting import search_with, store_all, suggestions_summary

if TYPE_CHECKING:
    from dittomark.suggesting.running import Found

_DECISIONS: Final = frozenset(
    {
        "accept_suggestion",
        "refuse_suggestion",
        "annotate_span",
        "edit_span",
        "delete_span",
        "judge_pair",
        "label_event",
        "unlabel_event",
    }
)


class SuggestAgain(QObject):
    """Counts decisions, and runs the suggesters in the background when there are enough."""

    def __init__(self, frame: Frame, session: Session, background: Background) -> None:
        super().__init__(frame)
        self._session = session
        self._background = background
        self._decisions = 0
        self._task: Task | None = None
        session.changed.connect(self._on_changed)
        session.opened.connect(self._on_opened)
        frame.articles_imported.connect(self._on_imported)

    def _on_opened(self) -> None:
        self._decisions = 0
        self._task = None

    def _on_changed(self, changes: Changes) -> None:
        if changes.operation in _DECISIONS:
            self._decisions += 1
        after = self._session.settings.preferences.suggest_again_after
        running = self._task is not None and self._task.running
        if after and self._decisions >= after and not running and self._session.writable:
            self._decisions = 0
            self._search()

    def _on_imported(self) -> None:
        asked_before = bool(self._session.settings.preferences.suggesters)
        running = self._task is not None and self._task.running
        # Without any pair, the card in the middle offers the search.
        begun = self._session.writable and self._session.project.counts()["pairs"] > 0
        if begun and asked_before and not running:
            self._search()

    def _search(self) -> None:
        from dittomark.errors import UserError
        from dittomark.suggesting.registry import suggesters

        used = self._session.settings.preferences.suggesters
        try:
            chosen = [each for each in suggesters() if each.key in used]
        except UserError as error:
            self._session.messages.warn(localized(error))
            return
        if chosen:
            self._task = self._background.start(
                search_with(chosen, self._session.project.path),
                on_done=self._on_found,
                on_failed=self._session.report_failure,
            )

    def _on_found(self, found: "tuple[Found, ...]") -> None:
        """Replace the old suggestions by the new ones, and show their number if there are any."""
        if not self._session.writable:
            return
        reports = self._session.run(
            lambda project: store_all(project, found, lambda _done, _total: None)
        )
        if reports and any(report.found for report in reports):
            self._session.messages.show_hint(suggestions_summary(reports))
