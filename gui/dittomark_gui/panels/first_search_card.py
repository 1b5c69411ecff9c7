"""The card that offers the first search, while a project has articles but no pairs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.words import count_name

_WIDTH = 520
_STEPS = 1000
# Pixels above the card. A centred card would move when messages appear and disappear, so that a
# click could miss its button. A window below the height `_LOW` needs every line.
_ABOVE = 64
_ROUND = 16
_LOW = 560


class FirstSearchCard(QScrollArea):
    """Shows the number of articles and the next steps; emits signals for the chosen one."""

    help_topic = "suggestions#pairs"

    search_wanted = Signal(bool)  # with boilerplate and event suggestions
    cancel_wanted = Signal()
    pair_all_wanted = Signal()
    reading_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._across = QHBoxLayout()
        self.count = plain_label(name="title")
        self.text = plain_label()
        self.text.setWordWrap(True)
        self.both = QPushButton(
            translate("FirstSearch", "Find what to compare, suggest boilerplate and events")
        )
        self.both.setObjectName("primary")
        self.pairs_only = QPushButton(translate("FirstSearch", "Only find what to compare"))
        self.pair_all = QPushButton(translate("FirstSearch", "Pair all articles"))
        self.read = QPushButton(translate("FirstSearch", "Read the articles first"))
        self.cancel = QPushButton(translate("Progress", "Cancel"))
        for button in (self.pairs_only, self.read):
            button.setObjectName("quiet")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate("FirstSearch", "Searching"))
        self.both.clicked.connect(lambda: self.search_wanted.emit(True))
        self.pairs_only.clicked.connect(lambda: self.search_wanted.emit(False))
        self.pair_all.clicked.connect(self.pair_all_wanted)
        self.read.clicked.connect(self.reading_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self._build()
        self.show_offer(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave more room above the card in a high window."""
        super().resizeEvent(event)
        above = _ROUND if self.window().height() < _LOW else _ABOVE
        self._across.setContentsMargins(_ROUND, above, _ROUND, _ROUND)

    def show_offer(self, articles: int) -> None:
        """Offer a search through a number of articles."""
        self.count.setText(count_name("articles", articles))
        self.text.setText(
            translate(
                "FirstSearch",
                "Nothing to judge yet. Dittomark can look for articles that share something and "
                "for menus, captions and other boilerplate. It only proposes: you decide on each.",
            )
        )
        self._show(self.both, self.pairs_only, self.read)

    def show_running(self, text: str) -> None:
        """Show a running search with a Cancel button."""
        self.text.setText(text)
        self.progress.setRange(0, 0)
        self._show(self.progress, self.cancel)
        self.cancel.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """Show the progress; a `total` of 0 means that it is unknown."""
        self.progress.setRange(0, _STEPS if total else 0)
        if total:
            self.progress.setValue(min(done * _STEPS // total, _STEPS))

    def show_nothing_found(self, text: str, *, can_pair_all: bool) -> None:
        """Show that no pairs were found, and what can be done instead."""
        self.text.setText(text)
        self._show(*([self.pair_all] if can_pair_all else []), self.read)
        (self.pair_all if can_pair_all else self.read).setFocus()

    def _show(self, *wanted: QWidget) -> None:
        for widget in (
            self.both,
            self.pairs_only,
            self.pair_all,
            self.read,
            self.progress,
            self.cancel,
        ):
            widget.setVisible(widget in wanted)
        if self.both in wanted:
            self.setFocusProxy(self.both)

    def _build(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        for widget in (self.count, self.text, self.progress, self.both, self.pair_all):
            column.addWidget(widget)
        for button in (self.both, self.pair_all):
            button.setMinimumHeight(36)
        row = QHBoxLayout()
        for button in (self.pairs_only, self.read, self.cancel):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        across = self._across
        across.setContentsMargins(_ROUND, _ROUND, _ROUND, _ROUND)
        across.addStretch(1)
        across.addWidget(card, 100, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        body = QWidget()
        body.setObjectName("page")
        body.setLayout(across)
        self.setWidget(body)
