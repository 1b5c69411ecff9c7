"""The base dialog of long searches over the project, and the search for pairs."""

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, Generic, Self, TypeVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QProgressBar

from dittomark.progress import Estimate
from dittomark_gui.background import Report, Task
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, translate
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.work.finding_pairs import FoundPairs, find_pairs, pairs_summary

if TYPE_CHECKING:
    from pathlib import Path

    from dittomark.corpus.queue_order import Order
    from dittomark_gui.panels.frame import Frame

_STEPS: Final = 1000

Found = TypeVar("Found")


class SearchDialog(Dialog, Generic[Found]):
    """Runs `search(report)` in the background; subclasses add options and store the result."""

    def __init__(self, window: "Frame", *, title: str, text: str, accept: str) -> None:
        super().__init__(window, title=title, width=500)
        self._window = window
        self._session = window.session
        self._task: Task | None = None
        lead = plain_label(text)
        lead.setWordWrap(True)
        self.body.addWidget(lead)
        self.form = QFormLayout()
        self.body.addLayout(self.form)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(title)
        self.progress.hide()
        self.body.addWidget(self.progress)
        self.left = plain_label("", name="muted")
        self.left.hide()
        self.body.addWidget(self.left)
        self._estimate = Estimate()
        self.buttons = self.add_buttons(accept)

    @classmethod
    def open_for(cls, window: "Frame") -> Self:
        """Create and open the dialog."""
        return cls(window).present()  # type: ignore[call-arg]

    @abstractmethod
    def search(self) -> Callable[[Report], Found]:
        """Return the function for the worker thread, with the current options."""

    @abstractmethod
    def take(self, result: Found) -> None:
        """Store the result in the project; called in the GUI thread."""

    def accept(self) -> None:
        """Start the search; the dialog stays open until it ends or is cancelled."""
        if self._task is not None:
            return
        self._set_running(running=True)
        self._task = self._window.background.start(
            self.search(),
            on_done=self._on_done,
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )

    def reject(self) -> None:
        """Cancel the search; none of its results are stored."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _set_running(self, *, running: bool) -> None:
        for row in range(self.form.rowCount()):
            item = self.form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            if item is not None and (field := item.widget()) is not None:
                field.setEnabled(not running)
        self.buttons.buttons()[0].setEnabled(not running)
        self.progress.setRange(0, 0)
        self.progress.setVisible(running)
        self._estimate = Estimate()
        self.left.setText("")
        self.left.setVisible(running)

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, _STEPS if total else 0)
        if total:
            self.progress.setValue(min(done * _STEPS // total, _STEPS))
        seconds = self._estimate.seconds_left(done, total)
        if seconds is not None:
            self.left.setText(_time_left(seconds))

    def _on_done(self, result: Found) -> None:
        self._task = None
        self.take(result)
        super().accept()

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        self._set_running(running=False)
        self._session.report_failure(error)


def _time_left(seconds: float) -> str:
    """Return the remaining time in words."""
    minutes = round(seconds / 60)
    if not minutes:
        return translate("SearchDialog", "Less than a minute left")
    return translate("SearchDialog", "About %n minute(s) left", "", minutes)


_ORDERS: Final = (
    ("alike", QT_TRANSLATE_NOOP("FindPairs", "Most alike first")),
    ("doubtful", QT_TRANSLATE_NOOP("FindPairs", "Most doubtful first")),
    ("cluster", QT_TRANSLATE_NOOP("FindPairs", "Groups of copies together")),
    ("event", QT_TRANSLATE_NOOP("FindPairs", "Event by event")),
    ("random", QT_TRANSLATE_NOOP("FindPairs", "A fair random sample")),
)


class FindPairsDialog(SearchDialog[FoundPairs]):
    """Searches for pairs with shared text and adds them to the queue."""

    help_topic = "suggestions#pairs"

    def __init__(self, window: "Frame") -> None:
        super().__init__(
            window,
            title=translate("FindPairs", "Find pairs to compare"),
            text=translate(
                "FindPairs",
                "Looks through all articles for copies, rewrites and shared passages and puts "
                "them into the queue. Only articles that came since the last time are compared.",
            ),
            accept=translate("FindPairs", "Find pairs"),
        )
        self.order = QComboBox()
        for key, text in _ORDERS:
            self.order.addItem(translate("FindPairs", text), key)
        name = translate("FindPairs", "Order of the queue")
        self.order.setAccessibleName(name)
        self.form.addRow(name, self.order)
        self.same_event = QCheckBox(
            translate("FindPairs", "Also reports of one event that share no passage")
        )
        self.form.addRow("", self.same_event)

    def search(self) -> Callable[[Report], FoundPairs]:
        """Return the search; it opens the project file itself."""
        path = self._session.project.path
        order, same_event = self.order.currentData(), self.same_event.isChecked()
        return partial(_find, path, order, same_event=same_event)

    def take(self, result: FoundPairs) -> None:
        """Add the pairs to the queue and show how many are new."""
        from dittomark.suggesting.candidate_pairs import put_into

        self._session.run(lambda project: put_into(project, result.proposal))
        order = self.order.currentData()
        self._window.queue_ordered.emit(order)
        said = pairs_summary(result)
        if order != "alike" and self._session.project.counts()["pairs"]:
            sorted_by = translate("FindPairs", "The queue is sorted: {order}.")
            said += " " + sorted_by.format(order=self.order.currentText())
        if result.proposal.fresh:
            self._session.messages.show(said)
            self._window.pairs_found.emit()
            return
        wider = (
            translate("FindPairs", "Also reports of one event"),
            partial(_find_wider, self._window, order),
        )
        searched_all = result.widened or self.same_event.isChecked()
        self._session.messages.show(said, action=None if searched_all else wider)


def _find(path: "Path", order: "Order", report: Report, *, same_event: bool) -> FoundPairs:
    return find_pairs(path, report, order=order, same_event=same_event)


def _find_wider(window: "Frame", order: "Order") -> None:
    """Search again in the same order, including reports of one event."""
    dialog = FindPairsDialog.open_for(window)
    dialog.order.setCurrentIndex(dialog.order.findData(order))
    dialog.same_event.setChecked(True)
    dialog.accept()
