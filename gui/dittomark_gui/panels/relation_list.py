"""The relations of the scheme as radio buttons with key hints, and the direction below."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dittomark.annotations import Direction
from dittomark.labels import Label
from dittomark_gui.i18n import percent, translate
from dittomark_gui.panels.widgets import KeyHint, plain_label
from dittomark_gui.tips import plain_tip
from dittomark_gui.words import label_meaning, label_name

_AROUND_NAME: Final = 50  # pixels of a row besides name and key
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


class _RelationButton(QRadioButton):
    """A relation's radio button. Arrow keys move the focus without checking a button."""

    left = Signal(int)  # 1: down, -1: up

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `left` for an arrow key."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.left.emit(step)


class RelationRow(QFrame):
    """One relation; a click anywhere on the row chooses it."""

    def __init__(self, label: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("relationRow")
        self.key = label.key
        self._name = label_name(label)
        self.button = _RelationButton()
        self.button.setAccessibleName(self._name)
        self.button.setToolTip(plain_tip(f"{self._name}\n{label_meaning(label)}".strip()))
        # A long name is elided; it must not push the key hints out of sight.
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # A click must not take the focus from the article: Space would press the button again.
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setAccessibleDescription(label_meaning(label))
        self._meaning = label_meaning(label)
        self.share = plain_label("", "muted")
        self.share.hide()
        self.hint = KeyHint(label.shortcut)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.addWidget(self.button, 1)
        row.addWidget(self.share)
        row.addWidget(self.hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the name for the new width."""
        super().resizeEvent(event)
        hint = self.hint.sizeHint().width() if self.hint.isVisibleTo(self) else 0
        share = self.share.sizeHint().width() if self.share.isVisibleTo(self) else 0
        room = self.width() - hint - share - _AROUND_NAME
        # Measured in bold, the font of a chosen row.
        font = self.button.font()
        font.setBold(True)
        shown = QFontMetrics(font).elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.button.setText(shown.replace("&", "&&"))

    def set_chosen(self, chosen: bool) -> None:
        """Set whether the row is highlighted as the chosen one."""
        if self.property("chosen") == chosen:
            return
        self.setProperty("chosen", chosen)
        for widget in (self, self.button):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def set_proposed(self, score: float | None) -> None:
        """Show the score with which this relation is suggested; None hides it."""
        text = (
            ""
            if score is None
            else translate("RelationList", "{percent}?").format(percent=percent(score))
        )
        self.share.setText(text)
        self.share.setVisible(score is not None)
        self.button.setAccessibleDescription(
            self._meaning
            if score is None
            else translate("RelationList", "Suggested, {percent} sure. {meaning}").format(
                percent=percent(score), meaning=self._meaning
            )
        )
        self.setProperty("proposed", score is not None)
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the relation on a click beside the text too."""
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self.button.click()
        event.accept()


class RelationList(QWidget):
    """Lets the user choose one relation, and for a directed one its direction."""

    chosen = Signal(str)
    direction_turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RelationRow] = []
        self._group = QButtonGroup(self)
        self._direction = QPushButton()
        self._direction.setObjectName("direction")
        self._direction.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._direction.clicked.connect(self.direction_turned)
        self._direction_hint = KeyHint("S")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._turn_row = QWidget()
        line = QHBoxLayout(self._turn_row)
        line.setContentsMargins(8, 2, 6, 0)
        line.addWidget(self._direction)
        line.addWidget(self._direction_hint)
        line.addStretch()
        self._column.addWidget(self._turn_row)
        self._turn_row.hide()

    def set_relations(self, relations: tuple[Label, ...]) -> None:
        """Show these relations in this order; retired ones are left out."""
        for row in self.rows:
            self._group.removeButton(row.button)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for index, label in enumerate(item for item in relations if not item.retired):
            row = RelationRow(label)
            row.button.clicked.connect(lambda _checked, key=label.key: self.chosen.emit(key))
            row.button.left.connect(lambda step, at=index: self._focus_row(at + step))
            self._group.addButton(row.button)
            self._column.insertWidget(index, row)
            self.rows.append(row)

    def show_relation(self, key: str | None) -> None:
        """Show the pair's relation; moves the focus there if another relation has it."""
        has_keyboard = any(row.button.hasFocus() for row in self.rows)
        # An exclusive button group cannot be unchecked.
        self._group.setExclusive(False)
        for row in self.rows:
            row.button.setChecked(row.key == key)
            row.set_chosen(row.key == key)
            if has_keyboard and row.key == key:
                row.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._group.setExclusive(True)

    def show_proposal(self, key: str | None, score: float) -> None:
        """Show the suggested relation with its score; None shows none."""
        for row in self.rows:
            row.set_proposed(score if row.key == key else None)

    def _focus_row(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            self.rows[place].button.setFocus(Qt.FocusReason.TabFocusReason)

    def show_direction(
        self, *, directed: bool, direction: Direction | None, contains: bool = False
    ) -> None:
        """Show the direction line if the relation is directed.

        `direction` is relative to the panes: `a_to_b` means from left to right.
        """
        self._turn_row.setVisible(directed)
        if contains:
            texts = {
                "a_to_b": translate("RelationList", "Left contains right"),
                "b_to_a": translate("RelationList", "Right contains left"),
                None: translate("RelationList", "Which contains which? Not said"),
            }
        else:
            texts = {
                "a_to_b": translate("RelationList", "Source: left → right"),
                "b_to_a": translate("RelationList", "Source: right → left"),
                None: translate("RelationList", "Source: not said"),
            }
        self._direction.setText(texts[direction])
        self._direction.setToolTip(translate("RelationList", "Turn the direction"))

    def set_direction_key(self, key: str) -> None:
        """Show the shortcut that reverses the direction."""
        self._direction_hint.set_key(key)
