"""What the dialogs have in common: they open without blocking, and are freed when they close."""

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget


class Dialog(QDialog):
    """A dialog over the window; subclasses fill `body`."""

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
        height = max(self.body.totalHeightForWidth(self.width()), self.height())
        self.resize(self.width(), height)
        self.open()
        return self
