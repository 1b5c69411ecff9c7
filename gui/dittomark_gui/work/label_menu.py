"""The popup menu of span labels or link kinds."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from dittomark.labels import Label
from dittomark_gui.tips import plain_tip
from dittomark_gui.words import label_meaning, label_name


class LabelMenu(QMenu):
    """A menu of labels with their colours and keys; pressing a label's key chooses it.

    `shift_is_held` returns whether Shift was held at that time.
    """

    def __init__(
        self,
        labels: Iterable[Label],
        choose: Callable[[str], object],
        parent: QWidget,
        *,
        current: str | None = None,
    ) -> None:
        super().__init__(parent)
        self._by_key: dict[str, QAction] = {}
        for label in labels:
            if label.retired:
                continue
            action = QAction(_swatch(label.color), label_name(label).replace("&", "&&"), self)
            if label.shortcut:
                action.setText(f"{action.text()}\t{label.shortcut.upper()}")
                self._by_key[label.shortcut.lower()] = action
            action.setToolTip(plain_tip(label_meaning(label)))
            action.setData(label.key)
            if label.key == current:
                font = action.font()
                font.setBold(True)
                action.setFont(font)
            action.triggered.connect(lambda _checked=False, key=label.key: choose(key))
            self.addAction(action)
        self.aboutToHide.connect(self.deleteLater)

    def open_at(self, point: QPoint) -> None:
        """Open the menu with its first row selected, so that Enter is enough."""
        actions = self.actions()
        self.popup(point, actions[0] if actions else None)
        if actions:
            self.setActiveAction(actions[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a label by its key; Qt handles all other keys."""
        action = self._by_key.get(event.text().lower())
        if action is not None:
            self.close()
            action.trigger()
            return
        super().keyPressEvent(event)


def shift_is_held() -> bool:
    """Return whether Shift was held at the last key press or click."""
    return bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)


def _swatch(color: str) -> QIcon:
    pixmap = QPixmap(12, 12)
    pixmap.fill(QColor(color or "#70706b"))
    return QIcon(pixmap)
