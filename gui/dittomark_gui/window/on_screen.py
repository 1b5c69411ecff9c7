"""Keeps Qt's own dialogs inside a small screen; file dialogs ignore its size."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialog


def keep_on_screen() -> None:
    """Shrink the active modal dialog to the size of its screen, and move it inside."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QDialog):
        return
    room, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    if room.contains(frame):
        return
    decoration = frame.size() - dialog.size()
    size = dialog.size().boundedTo(room.size() - decoration)
    place = _moved_into(QRect(frame.topLeft(), size + decoration), room)
    if size != dialog.size():
        dialog.resize(size)
    if place != frame.topLeft():
        dialog.move(place)


def _moved_into(frame: QRect, room: QRect) -> QPoint:
    """Return the corner for a frame that is moved into `room`; its title bar is always visible."""
    x = max(min(frame.x(), room.right() + 1 - frame.width()), room.x())
    y = max(min(frame.y(), room.bottom() + 1 - frame.height()), room.y())
    return QPoint(x, y)
