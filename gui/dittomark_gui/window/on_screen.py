"""Keeps Qt's own dialogs on a small screen: those that choose files know nothing of its size."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialog


def keep_on_screen() -> None:
    """Make the dialog that people are asked by as small as its screen, and move it there."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QDialog):
        return
    room, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    if room.contains(frame):
        return
    around = frame.size() - dialog.size()
    size = dialog.size().boundedTo(room.size() - around)
    place = _moved_into(QRect(frame.topLeft(), size + around), room)
    if size != dialog.size():
        dialog.resize(size)
    if place != frame.topLeft():
        dialog.move(place)


def _moved_into(frame: QRect, room: QRect) -> QPoint:
    """Return where the frame's corner has to be; the title is seen in any case."""
    x = max(min(frame.x(), room.right() + 1 - frame.width()), room.x())
    y = max(min(frame.y(), room.bottom() + 1 - frame.height()), room.y())
    return QPoint(x, y)
