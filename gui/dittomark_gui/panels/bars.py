"""The bar at the top (project, place in the queue, progress) and the one at the bottom."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from dittomark_gui.i18n import clock_time, number, percent, translate
from dittomark_gui.panels.widgets import ElidedLabel, KeyHint, plain_label, plain_tip

# How many words of an edit the bottom bar shows of each side.
_EDIT_SHOWN = 40


class TopBar(QWidget):
    """Which project, which pair, how far; undo, suggestions, export, who."""

    annotator_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menu_button = QToolButton()
        self.menu_button.setText("☰")
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
        row.addWidget(plain_label("Dittomark", "brand"))
        row.addWidget(self._project, 2)
        row.addSpacing(12)
        row.addWidget(self._place)
        row.addWidget(self._progress)
        row.addWidget(self._status, 3)
        self._row = row

    def add_tools(self, undo: QAction, redo: QAction, suggestions: QMenu, export: QAction) -> None:
        """Put the buttons on the bar, made from the actions."""
        buttons: list[QWidget] = [
            _action_button(undo, f"↶ {undo.text()}"),
            _action_button(redo, "↷"),
            self._menu_button(translate("TopBar", "Suggestions ▾"), suggestions),
            _action_button(export, export.text(), name="primary"),
        ]
        self._tools = buttons
        for button in buttons:
            self._row.addWidget(button)
        self._row.addWidget(self._annotator)

    def show_project(self, name: str | None) -> None:
        """Show the project's file name, or nothing at all where none is open."""
        self._project.set_full_text(name or "")
        shown = name is not None
        for widget in (self._place, self._progress, self._status, self._annotator, *self._tools):
            widget.setVisible(shown)

    def show_place(self, position: int | None, total: int) -> None:
        """Show which pair of how many is on the desk (`position` counts from 1)."""
        if position is None:
            text = translate("TopBar", "%n pair(s)", "", total)
        else:
            text = translate("TopBar", "Pair {n} of {total}").format(
                n=number(position), total=number(total)
            )
        self._place.setText(text)

    def show_progress(self, *, done: int, flagged: int, total: int, rest: str, today: int) -> None:
        """Show how many pairs are done; `rest` says how long what is left may take."""
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
        """Show under whose name judgements are written."""
        self._annotator.setText(
            translate("TopBar", "Annotator: {name}").format(name=name).replace("&", "&&")
        )

    @staticmethod
    def _menu_button(text: str, menu: QMenu) -> QPushButton:
        button = QPushButton(text)
        button.setMenu(menu)
        return button


def _action_button(action: QAction, text: str, *, name: str = "") -> QPushButton:
    """Return a button that stands for the action and follows its state."""
    button = QPushButton(text)
    if name:
        button.setObjectName(name)
    button.setAccessibleName(action.text())
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        keys = action.shortcut().toString()
        button.setToolTip(f"{action.toolTip()} ({keys})" if keys else action.toolTip())

    action.changed.connect(follow)
    follow()
    return button


class BottomBar(QWidget):
    """Which passage of how many, how alike, what differs; coverage; when it was last saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._passage = plain_label()
        self._next_key = KeyHint("J")
        self._previous_key = KeyHint("K")
        self._keys = plain_label(translate("BottomBar", "next, previous"), "muted")
        self._alike = plain_label(name="alike")
        self._removed = plain_label(name="removed")
        self._arrow = plain_label("→", "muted")
        self._inserted = plain_label(name="inserted")
        self._coverage = ElidedLabel(name="muted")
        self._coverage.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(90)
        self._busy.setAccessibleName(translate("BottomBar", "Working"))
        self._saved = plain_label(name="saved")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        for widget in (self._passage, self._next_key, self._previous_key, self._keys):
            row.addWidget(widget)
        row.addSpacing(4)
        for widget in (self._alike, self._removed, self._arrow, self._inserted):
            row.addWidget(widget)
        row.addWidget(self._coverage, 1)
        row.addWidget(self._busy)
        row.addSpacing(6)
        row.addWidget(self._saved)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._busy.hide()
        self.show_passage(None, 0)
        self.show_similarity(None, ())

    def show_keys(self, next_key: str, previous_key: str) -> None:
        """Show the keys that lead to the next and previous passage."""
        self._next_key.set_key(next_key)
        self._previous_key.set_key(previous_key)

    def show_passage(self, place: int | None, total: int) -> None:
        """Show which passage the person looks at (`place` counts from 1)."""
        if not total:
            text = ""
        elif place is None:
            text = translate("BottomBar", "%n passage(s)", "", total)
        else:
            text = translate("BottomBar", "Passage {n} of {total}").format(
                n=number(place), total=number(total)
            )
        self._passage.setText(text)
        for widget in (self._next_key, self._previous_key, self._keys):
            widget.setVisible(bool(total))

    def show_text(self, text: str) -> None:
        """Show a sentence in place of the passage (comparing, nothing shared, blind mode)."""
        self.show_passage(None, 0)
        self._passage.setText(text)

    def show_similarity(self, similarity: float | None, edits: Sequence[tuple[str, str]]) -> None:
        """Show how alike the passage is, and its first edit (what stands left, what right)."""
        alike = ""
        if similarity is not None:
            alike = translate("BottomBar", "{percent} alike").format(percent=percent(similarity))
        self._alike.setText(alike)
        removed, inserted = edits[0] if edits else ("", "")
        self._removed.setText(_short(removed))
        self._inserted.setText(_short(inserted))
        self._removed.setVisible(bool(removed))
        self._inserted.setVisible(bool(inserted))
        self._arrow.setVisible(bool(edits))
        more = "\n".join(f"{left} → {right}" for left, right in edits[:30])
        for widget in (self._removed, self._arrow, self._inserted):
            widget.setToolTip(plain_tip(more))
            widget.setAccessibleDescription(more)

    def show_coverage(self, text: str) -> None:
        """Show how much of each text stands in the other."""
        self._coverage.set_full_text(text)

    def show_saved(self, moment: datetime | None) -> None:
        """Say when the newest change was on disk."""
        text = ""
        if moment is not None:
            text = translate("BottomBar", "● Saved {time}").format(time=clock_time(moment))
        self._saved.setText(text)

    def show_read_only(self) -> None:
        """Say that nothing can be written."""
        self._saved.setText(translate("BottomBar", "Read-only"))

    def show_busy(self, busy: bool, what: str = "") -> None:
        """Show that something runs in the background."""
        self._busy.setVisible(busy)
        self._busy.setToolTip(what)


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _EDIT_SHOWN else shown[: _EDIT_SHOWN - 1] + "…"
