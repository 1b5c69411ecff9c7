"""Reads the ids of one list: the first rows at once, the rest in the background."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject

from dittomark.listing import ListFilter
from dittomark_gui.background import Background, Report, Task
from dittomark_gui.panels.list_panel import ListPanel
from dittomark_gui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from dittomark.project import Project

    Read = Callable[[Project, ListFilter, int | None], list[str]]

FIRST_ROWS: Final = 400
# Up to this many titles can be sorted within a few hundredths of a second.
_LONG: Final = 5000


class ListLoader(QObject):
    """Fills one list: the first ids at once, all of them when a worker has read them.

    The worker starts when the list becomes visible; with `unseen` at once, as for the queue, whose
    order is needed even while it is hidden.
    """

    def __init__(
        self,
        session: Session,
        background: Background,
        panel: ListPanel,
        read: "Read",
        *,
        unseen: bool = False,
    ) -> None:
        super().__init__(panel)
        self._unseen = unseen
        self._session = session
        self._background = background
        self._panel = panel
        self._read = read
        self._task: Task | None = None
        self._rest: ListFilter | None = None  # filter to read when the list is shown
        self._reading: ListFilter | None = None  # filter that the worker reads
        self._keep: str | None = None  # id to select once it is in the list
        panel.installEventFilter(self)

    def load(self, wanted: ListFilter, *, keep: str | None, empty: str) -> None:
        """Show the ids of a filter, with `keep` as the current row and `empty` as placeholder."""
        self.stop()
        if wanted.collation is not None and self._is_long():
            # Alphabetical order needs all titles: the window must not wait for them.
            self._panel.show_ids([], keep=None, empty="")
            self._keep, long = keep, True
        else:
            ids = self._session.run(lambda project: self._read(project, wanted, FIRST_ROWS)) or []
            self._panel.show_ids(ids, keep=keep, empty=empty)
            long = len(ids) >= FIRST_ROWS
        if not long:
            return
        self._rest = wanted
        if self._unseen or self._panel.isVisible():
            self._read_rest()

    def _is_long(self) -> bool:
        counts = self._session.run(lambda project: project.counts()) or {}
        return max(counts.get("articles", 0), counts.get("pairs", 0)) > _LONG

    @property
    def is_complete(self) -> bool:
        """Whether all ids are in the list."""
        return self._rest is None and self._task is None

    def complete(self) -> None:
        """Read the missing ids now, because the user goes beyond the first ones."""
        wanted = self._rest or self._reading
        if self.is_complete or wanted is None:
            return
        self.stop()
        ids = self._session.run(lambda project: self._read(project, wanted, None))
        if ids is not None:
            self._panel.extend(ids)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read the rest of the list when it becomes visible."""
        if event.type() == QEvent.Type.Show:
            self._read_rest()
        return super().eventFilter(watched, event)

    def _read_rest(self) -> None:
        wanted, self._rest = self._rest, None
        if wanted is None:
            return
        self._reading = wanted
        path, read = self._session.project.path, self._read

        def read_all(_report: Report) -> list[str]:
            from dittomark.project import Project

            with Project.open(path, read_only=True) as project:
                return read(project, wanted, None)

        self._task = self._background.start(
            read_all, on_done=self._on_read, on_failed=self._session.report_failure
        )

    def stop(self) -> None:
        """Cancel the reading, running or planned."""
        self._rest = self._keep = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_read(self, ids: list[str]) -> None:
        self._task = None
        self._panel.extend(ids)
        if self._keep is not None:
            self._panel.select(self._keep)
            self._keep = None
