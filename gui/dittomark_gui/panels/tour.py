"""The first-run tour: six short steps, each about a part of the window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.i18n import QT_TRANSLATE_NOOP, number, translate
from dittomark_gui.look import theme
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_CARD_WIDTH: Final = 380
_MARGIN: Final = 14


@dataclass(frozen=True, slots=True)
class Targets:
    """The parts of the window that the steps show."""

    queue: QWidget
    articles: QWidget
    labels: QWidget
    bottom_bar: QWidget
    top_bar: QWidget
    reveal: Callable[[QWidget | None], None]  # unfold a part; None: restore


@dataclass(frozen=True, slots=True)
class Step:
    """A step's title and text (to be translated), and the part of the window that it shows."""

    title: str
    text: str
    target: Callable[[Targets], QWidget]
    offers_judge_and_go: bool = False


STEPS: Final = (
    Step(
        QT_TRANSLATE_NOOP("Tour", "Pairs to judge"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "The queue (Ctrl+1). Each row is a pair of articles; the bar shows how much they share. "
            "Filter and sort it above; the tabs lead to all articles and events.",
        ),
        lambda parts: parts.queue,
    ),
    Step(
        QT_TRANSLATE_NOOP("Tour", "Two articles, side by side"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Passages that both share have the same colour and number; ribbons join them. "
            "J and K go from one to the next.",
        ),
        lambda parts: parts.articles,
    ),
    Step(
        QT_TRANSLATE_NOOP("Tour", "Mark boilerplate"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Select text, or click in the margin to take a whole block, and press B, or the "
            "label’s own key. Dashed marks are suggestions: accept or refuse them.",
        ),
        lambda parts: parts.articles,
    ),
    Step(
        QT_TRANSLATE_NOOP("Tour", "Say how the two are related"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Choose a relation with its number. S turns the direction, E attaches an event. "
            "Space: done, next pair.",
        ),
        lambda parts: parts.labels,
        offers_judge_and_go=True,
    ),
    Step(
        QT_TRANSLATE_NOOP("Tour", "Everything is saved at once"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "There is no Save button: when it says Saved, it is on the disk. Ctrl+Z takes "
            "anything back, even tomorrow.",
        ),
        lambda parts: parts.bottom_bar,
    ),
    Step(
        QT_TRANSLATE_NOOP("Tour", "And when you are stuck"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Ctrl+K finds any command by a few letters, ? shows every key, F1 opens the manual.",
        ),
        lambda parts: parts.top_bar,
    ),
)


class Tour(QWidget):
    """A transparent layer over the window that dims everything except the step's target."""

    def __init__(self, window: "Frame", targets: Targets) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._window = window
        self._targets = targets
        self._index = 0
        self._build_card()
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self._show_step()
        self.show()
        self.raise_()
        self.next_button.setFocus()

    @property
    def step_number(self) -> int:
        """The number of the current step, from 1."""
        return self._index + 1

    def move_by(self, step: int) -> None:
        """Go forward or back; after the last step the tour ends."""
        self._index += step
        if not 0 <= self._index < len(STEPS):
            self.end()
            return
        self._show_step()
        self.next_button.setFocus()

    def end(self) -> None:
        """Close the tour; it is not shown again automatically."""
        self._window.settings.update(tour_seen=True)
        self._window.removeEventFilter(self)
        self._targets.reveal(None)
        self.close()
        self._targets.articles.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place_card()
        return False

    def event(self, event: QEvent) -> bool:
        """Accept every shortcut, so that no key acts on the window below."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name)
        """Move the focus among the tour's own buttons with the Tab key."""
        order: list[QWidget] = [
            widget
            for widget in (self.offer, self.skip_button, self.back_button, self.next_button)
            if widget.isVisible()
        ]
        if not order:  # while closing
            return super().focusNextPrevChild(next)
        now = self._window.focusWidget()
        index = order.index(now) if now in order else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        order[(index + (1 if next else -1)) % len(order)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Escape; move with the arrow keys and Enter."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.move_by(1)
        elif key == Qt.Key.Key_Left and self._index:
            self.move_by(-1)
        else:
            event.accept()  # other keys must not reach the window below

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Accept clicks, so that neither they nor the focus reach the window below."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Dim everything but the target."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outside, hole = QPainterPath(), QPainterPath()
        outside.addRect(self.rect())
        hole.addRoundedRect(self._target_rect(), 8, 8)
        painter.fillPath(outside.subtracted(hole), QColor(0, 0, 0, 130))
        painter.setPen(QPen(QColor(theme.current().focus), 2))
        painter.drawPath(hole)
        painter.end()

    def _build_card(self) -> None:
        self.card = QFrame(self)
        self.card.setObjectName("popup")
        self.card.setFixedWidth(_CARD_WIDTH)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(18, 14, 18, 14)
        self._count = plain_label("", "heading")
        self._title = plain_label("", "subtitle")
        self._text = plain_label("")
        self._text.setWordWrap(True)
        for label in (self._count, self._title, self._text):
            column.addWidget(label)
        self.offer = QCheckBox(
            translate("Preferences", "A relation’s key also goes on to the next pair")
        )
        self.offer.setChecked(self._window.settings.preferences.judge_and_go)
        self.offer.toggled.connect(lambda on: self._window.settings.update(judge_and_go=on))
        column.addWidget(self.offer)
        self.skip_button = QPushButton(translate("Tour", "Skip"))
        self.skip_button.setObjectName("quiet")
        self.skip_button.clicked.connect(self.end)
        self.back_button = QPushButton(translate("Tour", "Back"))
        self.back_button.clicked.connect(lambda: self.move_by(-1))
        self.next_button = QPushButton()
        self.next_button.setObjectName("primary")
        self.next_button.clicked.connect(lambda: self.move_by(1))
        row = QHBoxLayout()
        row.addWidget(self.skip_button)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        column.addSpacing(6)
        column.addLayout(row)

    def _show_step(self) -> None:
        step, last = STEPS[self._index], self._index == len(STEPS) - 1
        self._count.setText(
            translate("Tour", "{n} of {total}").format(
                n=number(self.step_number), total=number(len(STEPS))
            )
        )
        title, text = translate("Tour", step.title), translate("Tour", step.text)
        self._title.setText(title)
        self._text.setText(text)
        self.offer.setVisible(step.offers_judge_and_go)
        self.card.setAccessibleName(title)
        self.card.setAccessibleDescription(text)
        self.back_button.setVisible(self._index > 0)
        self.skip_button.setVisible(not last)
        self.next_button.setText(
            translate("Tour", "Start working") if last else translate("Tour", "Next")
        )
        self._targets.reveal(step.target(self._targets))
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._place_card()
        self.raise_()
        self.update()

    def _target_rect(self) -> QRect:
        target = STEPS[self._index].target(self._targets)
        if not target.isVisible():  # hidden while nothing is open
            target = self._targets.top_bar
        return QRect(target.mapTo(self._window, QPoint(0, 0)), target.size()).adjusted(3, 3, -3, -3)

    def _place_card(self) -> None:
        """Place the card beside the target if there is room, else over a part of the target."""
        self.card.adjustSize()
        target, card = self._target_rect(), self.card.size()
        below = target.bottom() + _MARGIN + card.height() < self.height()
        above = target.top() - _MARGIN - card.height() > 0
        x, y = target.center().x() - card.width() // 2, target.center().y() - card.height() // 2
        if target.right() + _MARGIN + card.width() < self.width():
            x = target.right() + _MARGIN
        elif target.left() - _MARGIN - card.width() > 0:
            x = target.left() - _MARGIN - card.width()
        elif below:
            y = target.bottom() + _MARGIN
        elif above:
            y = target.top() - _MARGIN - card.height()
        elif (
            target.left() > self.width() - target.right()
        ):  # cover as little of the target as possible
            x = _MARGIN
        elif target.left() < self.width() - target.right():
            x = self.width() - card.width() - _MARGIN
        x = min(max(x, _MARGIN), max(self.width() - card.width() - _MARGIN, 0))
        y = min(max(y, _MARGIN), max(self.height() - card.height() - _MARGIN, 0))
        self.card.move(x, y)
