"""The page without a project: recent projects, new project, sample project, drop zone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.i18n import LANGUAGES, interface_language, translate
from dittomark_gui.panels.recent_list import RecentList
from dittomark_gui.panels.widgets import plain_label


class StartPage(QScrollArea):
    """The first page that a user sees."""

    help_topic = "first-ten-minutes"

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    team_wanted = Signal()
    tour_wanted = Signal()
    recent_chosen = Signal(str)
    recent_removed = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        body = QWidget()
        body.setObjectName("page")
        column = QVBoxLayout(body)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(10)
        column.addLayout(self._languages())
        column.addStretch(1)
        column.addWidget(
            plain_label(translate("StartPage", "What do two articles share?"), "title")
        )
        lead = plain_label(
            translate(
                "StartPage",
                "Read articles side by side, mark boilerplate, judge what is copied and what is "
                "not. Everything stays on this computer, in one file.",
            ),
            "muted",
        )
        lead.setWordWrap(True)
        column.addWidget(lead)
        column.addSpacing(12)
        column.addLayout(self._buttons())
        column.addSpacing(16)
        self._recent_title = plain_label(
            translate("StartPage", "Recent projects").upper(), "heading"
        )
        self.recent = RecentList()
        self.recent.chosen.connect(self.recent_chosen)
        self.recent.removed.connect(self._on_removed)
        column.addWidget(self._recent_title)
        column.addWidget(self.recent)
        column.addSpacing(12)
        column.addWidget(self._drop_zone())
        column.addStretch(2)
        frame = QWidget()
        frame.setObjectName("page")
        row = QHBoxLayout(frame)
        row.addStretch(1)
        row.addWidget(body, 6)
        row.addStretch(1)
        body.setMaximumWidth(820)
        self.setWidget(frame)
        self.verticalScrollBar().rangeChanged.connect(self._show_chosen)
        self.recent.currentRowChanged.connect(self._show_chosen)

    def focus_first(self) -> None:
        """Focus the newest project, or the first button if there is none."""
        (self.recent if self.recent.select_first_existing() else self._first).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to the selected project, on a small screen too."""
        super().showEvent(event)
        self._show_chosen()

    def _show_chosen(self) -> None:
        page = self.widget()
        if page is None or self.window().focusWidget() is not self.recent:
            return
        row = self.recent.visualRect(self.recent.currentIndex())
        place = self.recent.viewport().mapTo(page, row.bottomLeft())
        self.ensureVisible(place.x(), place.y(), 0, 8)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Show the recently opened projects, newest first; missing ones are faded."""
        self.recent.show_paths(paths)
        self._show_or_hide_recent()

    def _on_removed(self, path: str) -> None:
        self._show_or_hide_recent()
        if not self.recent.count():
            self.focus_first()
        self.recent_removed.emit(path)

    def _show_or_hide_recent(self) -> None:
        for widget in (self._recent_title, self.recent):
            widget.setVisible(self.recent.count() > 0)

    def _languages(self) -> QHBoxLayout:
        """Return the language choice; each language has its own name, for all to recognise."""
        row = QHBoxLayout()
        row.addStretch()
        self.language = QComboBox()
        self.language.setAccessibleName(translate("Preferences", "Language"))
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(interface_language()))
        self.language.activated.connect(self._on_language_activated)
        row.addWidget(self.language)
        return row

    def _on_language_activated(self) -> None:
        code = str(self.language.currentData())
        if code != interface_language():
            self.language_chosen.emit(code)

    def _buttons(self) -> QVBoxLayout:
        """Return two rows of buttons, which fit every screen: projects, then team and tour."""
        rows = QVBoxLayout()
        first, below = QHBoxLayout(), QHBoxLayout()
        choices = (
            (translate("StartPage", "New project…"), "primary", self.new_wanted),
            (translate("StartPage", "Open project…"), "", self.open_wanted),
            (translate("StartPage", "Try the sample project"), "", self.sample_wanted),
            (translate("StartPage", "Join a team…"), "quiet", self.team_wanted),
            (translate("StartPage", "Show me around"), "quiet", self.tour_wanted),
        )
        for text, name, signal in choices:
            button = QPushButton(text)
            button.setMinimumHeight(34)
            if name:
                button.setObjectName(name)
            button.clicked.connect(signal)
            (below if name == "quiet" else first).addWidget(button)
            if name == "primary":
                self._first = button
        for row in (first, below):
            row.addStretch()
            rows.addLayout(row)
        return rows

    @staticmethod
    def _drop_zone() -> QFrame:
        zone = QFrame()
        zone.setObjectName("dropZone")
        inner = QVBoxLayout(zone)
        inner.setContentsMargins(16, 18, 16, 18)
        text = plain_label(
            translate(
                "StartPage",
                "Or drop files or a folder here: texts, web pages, CSV, JSONL, or a .ditto project.",
            ),
            "muted",
        )
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(text)
        return zone
