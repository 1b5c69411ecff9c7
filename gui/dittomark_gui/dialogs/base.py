"""What the dialogs have in common: they open without blocking, and are freed when they close."""

from typing import ClassVar, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from dittomark_gui.panels.help import help_button, topic_of


class Dialog(QDialog):
    """A dialog over the window; subclasses fill `body` and name their place in the manual."""

    help_topic: ClassVar[str] = ""

    def __init__(self, parent: QWidget, *, title: str, width: int = 520) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self.resize(width, 100)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 16, 18, 14)
        self.body.setSpacing(10)

    def add_buttons(self, accept: str, *, cancel: bool = True) -> QDialogButtonBox:
        """Add the row of buttons; the first does what the dialog is for."""
        box = QDialogButtonBox()
        button = box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setObjectName("primary")
        button.setDefault(True)
        if cancel:
            box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.body.addWidget(box)
        return box

    def present(self) -> Self:
        """Show the dialog, high enough for its texts, and come back at once."""
        self._add_question_mark()
        height = max(self.body.totalHeightForWidth(self.width()), self.height())
        self.resize(self.width(), height)
        self.open()
        return self

    def _add_question_mark(self) -> None:
        """Put the way to the manual on the other side of the row of buttons."""
        box = self.findChild(QDialogButtonBox)
        if box is None or self.body.indexOf(box) < 0:
            return
        question = help_button()
        question.clicked.connect(self._show_help)
        row = QHBoxLayout()
        row.addWidget(question)
        row.addStretch(1)
        self.body.insertLayout(self.body.indexOf(box), row)
        row.addWidget(box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let F1 open the manual over the dialog: the window's own keys don't reach here."""
        if event.key() == Qt.Key.Key_F1:
            self._show_help()
        else:
            super().keyPressEvent(event)

    def _show_help(self) -> None:
        from dittomark_gui.dialogs.manual import show_manual

        show_manual(self, topic_of(self.focusWidget()) or self.help_topic)
