"""The page with the timeline of the registry's events and their numbers of articles."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dittomark.annotations import Event
from dittomark_gui.i18n import day, translate
from dittomark_gui.look import theme
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_ROW = 54
_RAIL = 150
_DOT = 5


class TimelinePage(Page):
    """All events in the order of their dates; those without a date come last."""

    help_topic = "events#timeline"

    def __init__(self, window: "Frame", *, open_event: Callable[[str], object]) -> None:
        super().__init__(window, title=translate("Timeline", "Timeline of events"))
        self._empty = plain_label(
            translate("Timeline", "No events yet. Attach one to an article with E."), "muted"
        )
        self.body.addWidget(self._empty)
        self.timeline = Timeline()
        self.timeline.chosen.connect(open_event)
        self.body.addWidget(self.timeline)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Load the events again."""
        project = self._session.project
        counts: dict[str, set[str]] = {}
        for membership in project.memberships(seen_by=self._session.annotator):
            counts.setdefault(membership.event_id, set()).add(membership.article_id)
        events = sorted(project.events(), key=lambda event: (not event.date, event.date))
        self._empty.setVisible(not events)
        self.timeline.setVisible(bool(events))
        self.timeline.show_events([(event, len(counts.get(event.id, ()))) for event in events])


class Timeline(QWidget):
    """The drawing: a line with a dot for each event, its date before and its title after it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events: list[tuple[Event, int]] = []
        self._current = 0
        self.setAccessibleName(translate("Timeline", "Timeline of events"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changes().changed.connect(self.update)

    def show_events(self, events: list[tuple[Event, int]]) -> None:
        """Show these events, each with its number of articles."""
        self.events = events
        self._current = min(self._current, max(len(events) - 1, 0))
        self._describe_current()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size with room for all events."""
        return QSize(400, len(self.events) * _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        first = max(event.rect().top() // _ROW, 0)
        last = min(event.rect().bottom() // _ROW + 1, len(self.events))
        previous = self.events[first - 1][0].date if first else None
        for index in range(first, last):
            item, count = self.events[index]
            if index == self._current and self.hasFocus():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(look.accent_soft))
                painter.drawRoundedRect(QRect(0, index * _ROW, self.width(), _ROW - 4), 8, 8)
            self._draw_row(painter, index, item, count, same_day=item.date == previous)
            previous = item.date
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the clicked event."""
        index = round(event.position().y()) // _ROW
        if 0 <= index < len(self.events):
            self._move_to(index)
            self.chosen.emit(self.events[index][0].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Up and Down, open the event with Enter."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self.events:
            self._move_to(min(max(self._current + steps[key], 0), len(self.events) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.events:
            self.chosen.emit(self.events[self._current][0].id)
        else:
            super().keyPressEvent(event)

    def _move_to(self, index: int) -> None:
        self._current = index
        self._describe_current()
        self.update()

    def _describe_current(self) -> None:
        """Describe the current event to screen readers."""
        text = self.events[self._current][0].title if self.events else ""
        self.setAccessibleDescription(text)

    def _draw_row(
        self, painter: QPainter, index: int, item: Event, count: int, *, same_day: bool
    ) -> None:
        look, metrics = theme.current(), self.fontMetrics()
        top, line = index * _ROW, metrics.height()
        middle = top + line // 2 + 4
        rail = self._mirrored(_RAIL)
        painter.setPen(QColor(look.border))
        painter.drawLine(
            QPoint(rail, top if index else middle),
            QPoint(rail, top + _ROW if index < len(self.events) - 1 else middle),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.source if count else look.faint))
        painter.drawEllipse(QPoint(rail, middle), _DOT, _DOT)
        when = day(item.date) if item.date else translate("Timeline", "no date")
        if not same_day:
            painter.setPen(QColor(look.muted))
            flags = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
            painter.drawText(self._rect(0, top + 4, _RAIL - 16, line), flags, when)
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        width = max(self.width() - _RAIL - 24, 40)
        painter.setPen(QColor(look.text))
        title = metrics.elidedText(item.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(self._rect(_RAIL + 18, top + 4, width, line), start, title)
        details = [translate("Timeline", "%n article(s)", "", count)]
        details += [text for text in (item.place, ", ".join(item.participants)) if text]
        painter.setPen(QColor(look.muted))
        detail = metrics.elidedText(" · ".join(details), Qt.TextElideMode.ElideRight, width)
        painter.drawText(self._rect(_RAIL + 18, top + 6 + line, width, line), start, detail)

    def _mirrored(self, x: int) -> int:
        return self.width() - x if self.isRightToLeft() else x

    def _rect(self, x: int, y: int, width: int, height: int) -> QRect:
        if self.isRightToLeft():
            x = self.width() - x - width
        return QRect(x, y, width, height)
