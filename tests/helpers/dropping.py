"""Drops files onto the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from tests.helpers.window import PLAIN, Person


def drop(person: Person, paths: Sequence[Path]) -> None:
    """Drop files onto the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path.resolve())) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    person.window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, left, PLAIN))
    QApplication.processEvents()
