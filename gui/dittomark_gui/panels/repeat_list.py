"""The foldable list of an article's repeats, found by the engine."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from dittomark_gui.i18n import translate
from dittomark_gui.panels.span_list import SpanList, SpanRow


class RepeatList(QWidget):
    """Folded at first; the choice is kept while the window is open."""

    go_to_requested = Signal(object)  # SpanRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = QToolButton()
        self.switch.setObjectName("fold")
        self.switch.setCheckable(True)
        self.switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.switch.toggled.connect(self._show)
        self.list = SpanList()
        self.list.setAccessibleName(translate("RepeatList", "Repeats in this article"))
        self.list.go_to_requested.connect(self.go_to_requested)
        self._rows: Sequence[SpanRow] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.switch)
        column.addWidget(self.list)
        self._show()

    def set_rows(self, rows: Sequence[SpanRow]) -> None:
        """Show these rows; without any, hide the widget."""
        self._rows = rows
        self.switch.setText(translate("Presenter", "%n repeat(s) in this article", "", len(rows)))
        self._show()

    def _show(self) -> None:
        unfolded = self.switch.isChecked()
        self.switch.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self.list.set_rows(self._rows if unfolded else ())
        self.setVisible(bool(self._rows))
