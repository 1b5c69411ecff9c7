"""The dialog for an unexpected error: a report to copy; the program continues."""

from typing import TYPE_CHECKING, Self

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame


class FailureDialog(Dialog):
    """Says that the work is saved, and shows the report."""

    help_topic = "when-something-goes-wrong#report"

    def __init__(self, window: "Frame", report: str) -> None:
        super().__init__(window, title=translate("Failure", "Something went wrong"), width=640)
        text = plain_label(
            translate(
                "Failure",
                "This is a mistake in Dittomark, not yours. Your work is saved. You can go on; if "
                "it happens again, please send us the report below.",
            )
        )
        text.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(translate("Failure", "Report"))
        self.report.setMinimumHeight(200)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = box.addButton(
            translate("Failure", "Copy the report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        box.rejected.connect(self.reject)
        self.body.addWidget(text)
        self.body.addWidget(self.report)
        self.body.addWidget(box)

    @classmethod
    def open_for(cls, window: "Frame", report: str) -> Self:
        """Create and open the dialog with a report."""
        return cls(window, report).present()
