"""Builds the index by which Latin letters typed into a filter find names in other scripts."""

from PySide6.QtCore import QObject, Signal

from dittomark.listing import ListFilter
from dittomark_gui.background import Background, Report
from dittomark_gui.session import Session


class TitleIndex(QObject):
    """Indexes the texts of the open project once, for the first filter with Latin letters."""

    grew = Signal()  # a filter with words may now find more

    def __init__(self, parent: QObject, session: Session, background: Background) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._asked = False
        session.closed.connect(self._on_closed)

    def index_if_needed(self, wanted: ListFilter) -> None:
        """Start the indexing in the background if this filter is the first that needs it."""
        from dittomark.texts.romanise import is_latin

        if self._asked or not any(is_latin(word) for word in wanted.words):
            return
        self._asked = True
        path = self._session.project.path

        def read(report: Report) -> int:
            from dittomark.project import Project

            with Project.open(path, read_only=True) as project:
                return project.index_texts(report=report)

        self._background.start(
            read, on_done=self._on_indexed, on_failed=self._session.report_failure, priority=-1
        )

    def _on_indexed(self, added: int) -> None:
        if added:
            self.grew.emit()

    def _on_closed(self) -> None:
        self._asked = False
