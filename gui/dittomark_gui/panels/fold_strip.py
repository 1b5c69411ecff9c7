"""The strip that replaces the folded label panel in a narrow window; a click unfolds the panel."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dittomark_gui.i18n import translate
from dittomark_gui.look import theme as look
from dittomark_gui.tips import plain_tip

_WIDTH = 30


class FoldStrip(QAbstractButton):
    """A button as high as the window with vertical text; checked while the panel is unfolded."""

    help_topic = "judging-pairs#relation"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFixedWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_relation("")

    def show_relation(self, name: str) -> None:
        """Show the pair's relation; without one, what the panel contains."""
        words = name or translate("FoldStrip", "Relation, events, spans")
        self.setText(words)
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the smallest size that shows the sign."""
        return QSize(_WIDTH, 60)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the sign at the top and the text along the strip, from bottom to top."""
        theme = look.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color(theme.page))
        painter.setPen(look.color(theme.rule))
        painter.drawLine(0, 0, 0, self.height())
        if self.hasFocus():
            painter.setPen(look.color(theme.focus))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.setPen(look.color(theme.link))
        sign = "›" if self.isChecked() else "‹"
        painter.drawText(QRectF(0, 6, _WIDTH, 24), Qt.AlignmentFlag.AlignCenter, sign)
        painter.setPen(look.color(theme.text))
        painter.translate(QPointF(0, self.height()))
        painter.rotate(-90)
        room = self.height() - 46
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(8, 0, room, _WIDTH), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
