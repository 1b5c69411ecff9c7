"""The order of the Tab key: through the window as it is read, part by part, line by line.

Qt's own order is that of creation, but panes, chips and relations are created and deleted at any
time.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QButtonGroup, QComboBox, QRadioButton, QWidget


def in_reading_order(window: QWidget, parts: Sequence[QWidget]) -> list[QWidget]:
    """Return the widgets that Tab reaches: those of each part in turn, then the rest."""
    found = [widget for widget in window.findChildren(QWidget) if _is_reached(widget, window)]
    order: list[QWidget] = []
    for part in (*parts, window):
        inside = [widget for widget in found if widget is part or part.isAncestorOf(widget)]
        order += _line_by_line(inside, window)
        found = [widget for widget in found if widget not in inside]
    return order


def neighbour(order: Sequence[QWidget], focus: QWidget | None, *, step: int) -> QWidget:
    """Return the widget `step` places after the focus, wrapping around.

    If the focus is on a container of such widgets, it is the container's first or last one.
    """
    if focus in order:
        return order[(order.index(focus) + step) % len(order)]
    inside = [widget for widget in order if focus is not None and focus.isAncestorOf(widget)]
    return (inside or order)[0 if step > 0 else -1]


def _is_reached(widget: QWidget, window: QWidget) -> bool:
    return (
        widget.isVisibleTo(window)
        and widget.window() is window
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        and not (isinstance(widget, QRadioButton) and not _stands_for_its_group(widget))
    )


def _stands_for_its_group(button: QRadioButton) -> bool:
    """Return whether Tab goes to this button of its group: the checked one, else the first."""
    group: QButtonGroup | None = button.group()
    if group is None:
        return True
    chosen = group.checkedButton()
    return button is (chosen if chosen is not None else group.buttons()[0])


def _line_by_line(widgets: Sequence[QWidget], window: QWidget) -> list[QWidget]:
    """Sort by lines from the top, and within a line in reading direction."""
    places = {widget: QRect(widget.mapTo(window, QPoint()), widget.size()) for widget in widgets}
    for widget, place in places.items():
        if any(widget.isAncestorOf(other) for other in widgets):
            place.setHeight(1)  # a scrolled page comes before its content, in a line of its own
    mirrored = -1 if window.isRightToLeft() else 1
    lines: list[list[QWidget]] = []
    bottom = 0
    for widget in sorted(widgets, key=lambda item: places[item].top()):
        if not lines or places[widget].center().y() > bottom:
            lines.append([])
            bottom = places[widget].bottom()
        lines[-1].append(widget)
    return [
        widget
        for line in lines
        for widget in sorted(line, key=lambda item: mirrored * places[item].center().x())
    ]
