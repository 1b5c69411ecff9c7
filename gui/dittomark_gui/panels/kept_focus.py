"""Keeps the keyboard focus when a part of the window is rebuilt."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget


@contextmanager
def kept_focus(within: QWidget) -> Iterator[None]:
    """After the block, focus the successor of the widget in `within` that had the focus.

    The successor is the new widget of the same class and name, else the one at the same index.
    Without this the focus would move to the first control of the window.
    """
    focused = within.window().focusWidget()
    before = within.findChildren(QWidget)
    if focused not in before:
        yield
        return
    kind, name = type(focused), _name(focused)
    place = [each for each in before if type(each) is kind].index(focused)
    yield
    known = {id(each) for each in before}
    new = [each for each in within.findChildren(QWidget) if id(each) not in known]
    alike = [each for each in new if type(each) is kind and _can_have_it(each)]
    if alike:
        named = [each for each in alike if _name(each) == name]
        next_one = named[0] if named else alike[min(place, len(alike) - 1)]
        QTimer.singleShot(0, next_one, next_one.setFocus)


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QPushButton) else ""
    return widget.accessibleName() or text


def _can_have_it(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
