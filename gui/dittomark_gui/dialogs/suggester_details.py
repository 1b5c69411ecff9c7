"""The output and traceback of a failed suggester, for its author."""

from typing import TYPE_CHECKING, Self

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.work.suggesting import details_of, problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dittomark.suggesting.running import SuggesterReport
    from dittomark_gui.panels.frame import Frame


class SuggesterDetailsDialog(Dialog):
    """Shows the text, with a button that copies it."""

    help_topic = "suggestions#own"

    def __init__(self, window: "Frame", details: str) -> None:
        super().__init__(
            window, title=translate("SuggesterDetails", "What the suggester says"), width=720
        )
        lead = plain_label(
            translate(
                "SuggesterDetails",
                "This is for whoever wrote the suggester: what it printed, and where it failed. "
                "Your work is not touched by it.",
            )
        )
        lead.setWordWrap(True)
        self.text = QPlainTextEdit(details)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(translate("SuggesterDetails", "What the suggester says"))
        self.text.setMinimumHeight(240)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = box.addButton(
            translate("SuggesterDetails", "Copy"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        box.rejected.connect(self.reject)
        self.body.addWidget(lead)
        self.body.addWidget(self.text)
        self.body.addWidget(box)

    @classmethod
    def open_for(cls, window: "Frame", details: str) -> Self:
        """Create and open the dialog with a text."""
        return cls(window, details).present()


def warn_of_problems(window: "Frame", reports: "Sequence[SuggesterReport]") -> None:
    """Warn about failed suggesters, with a button that opens the details."""
    wrong = problems(reports)
    if not wrong:
        return
    details = details_of(reports)
    action = None
    if details:
        action = (
            translate("SuggesterDetails", "Details"),
            lambda: SuggesterDetailsDialog.open_for(window, details),
        )
    window.session.messages.warn("\n".join(wrong), action=action)
