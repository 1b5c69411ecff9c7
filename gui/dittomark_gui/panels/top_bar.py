"""The top bar: project, place in the queue, progress, undo, suggestions, export, annotator."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from dittomark_gui.i18n import number, program_name, translate
from dittomark_gui.look.icons import set_themed_icon
from dittomark_gui.panels.widgets import ElidedLabel, plain_label
from dittomark_gui.tips import plain_tip

_ANNOTATOR_WIDTH: Final = 110
# Widths in pixels from which these widgets are shown.
_ROOM_FOR_ANNOTATOR: Final = 900
_ROOM_FOR_PROGRESS: Final = 1000
_ROOM_FOR_BRAND: Final = 720


class TopBar(QWidget):
    """Shows project, pair and progress; has the buttons for the most used actions."""

    help_topic = "judging-pairs#queue"

    annotator_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menu_button = QToolButton()
        set_themed_icon(self.menu_button, "menu")
        self.menu_button.setAccessibleName(translate("TopBar", "Menu"))
        self.menu_button.setToolTip(translate("TopBar", "Menu"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._project = ElidedLabel(name="muted")
        self._place = plain_label()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(190)
        self._progress.setAccessibleName(translate("TopBar", "Pairs done"))
        self._status = ElidedLabel(name="muted")
        self._annotator = QPushButton()
        self._annotator.setObjectName("quiet")
        self._annotator.clicked.connect(self.annotator_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, 12, 7)
        row.setSpacing(8)
        row.addWidget(self.menu_button)
        row.addWidget(plain_label("〃", "brandMark"))
        self._brand = plain_label(program_name(), "brand")
        row.addWidget(self._brand)
        row.addWidget(self._project, 2)
        row.addSpacing(12)
        row.addWidget(self._place)
        row.addWidget(self._progress)
        row.addWidget(self._status, 3)
        # A narrow bar hides widgets (see `_fit`), so as not to prevent a narrow window.
        self.setMinimumWidth(320)
        self._row = row
        self._tools: list[QWidget] = []
        self._shown = False
        self.show_project(None)

    def add_tools(self, undo: QAction, redo: QAction, suggestions: QMenu, export: QAction) -> None:
        """Add the buttons, made from the actions."""
        self._tools = [
            _action_button(undo, undo.text(), drawing="undo"),
            _action_button(redo, "", drawing="redo"),
            self._menu_button(translate("TopBar", "Suggestions"), suggestions),
            _action_button(export, export.text(), name="primary"),
        ]
        for button in self._tools:
            self._row.addWidget(button)
        self._row.addWidget(self._annotator)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the least important widgets if there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for widget, least in (
            (self._annotator, _ROOM_FOR_ANNOTATOR),
            (self._progress, _ROOM_FOR_PROGRESS),
            (self._brand, _ROOM_FOR_BRAND),
        ):
            belongs = widget is self._brand or self._shown
            widget.setVisible(belongs and self.width() >= least)

    def show_project(self, name: str | None) -> None:
        """Show the project's file name; with None hide everything that needs a project."""
        self._project.set_full_text(name or "")
        self._project.ensurePolished()
        # As wide as its text at most: the status beside it is longer.
        self._project.setMaximumWidth(self._project.sizeHint().width())
        self._shown = name is not None
        for widget in (self._place, self._status, *self._tools):
            widget.setVisible(self._shown)
        self._fit()

    def show_place(self, position: int | None, total: int) -> None:
        """Show the current pair's position (from 1) and the number of pairs."""
        if position is None:
            text = translate("TopBar", "%n pair(s)", "", total)
        else:
            text = translate("TopBar", "Pair {n} of {total}").format(
                n=number(position), total=number(total)
            )
        self._place.setText(text)

    def show_progress(self, *, done: int, flagged: int, total: int, rest: str, today: int) -> None:
        """Show how many pairs are done; `rest` is the estimated remaining time as text."""
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)
        text = translate("TopBar", "{done} done · {flagged} flagged").format(
            done=number(done), flagged=number(flagged)
        )
        self._status.set_full_text(text)
        tip = [translate("TopBar", "{n} done today").format(n=number(today))]
        if rest:
            tip.append(translate("TopBar", "about {time} left").format(time=rest))
        self._progress.setToolTip(" · ".join(tip))
        if rest:
            self._status.set_full_text(f"{text} · {tip[1]}")

    def show_annotator(self, name: str) -> None:
        """Show the annotator's name."""
        shown = self._annotator.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, _ANNOTATOR_WIDTH
        )
        self._annotator.setText(
            translate("TopBar", "Annotator: {name}").format(name=shown).replace("&", "&&")
        )
        self._annotator.setToolTip(plain_tip(name))

    @staticmethod
    def _menu_button(text: str, menu: QMenu) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("menuButton")
        button.setMenu(menu)
        return button


def _action_button(action: QAction, text: str, *, drawing: str = "", name: str = "") -> QPushButton:
    """Return a button that triggers an action and follows its state."""
    button = QPushButton(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if name:
        button.setObjectName(name)
    if drawing:
        set_themed_icon(button, drawing)
    button.setAccessibleName(action.text())
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        keys = action.shortcut().toString()
        button.setToolTip(f"{action.toolTip()} ({keys})" if keys else action.toolTip())

    action.changed.connect(follow)
    follow()
    return button
