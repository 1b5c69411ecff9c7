"""The dialogs for the annotator's name."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame


class AnnotatorDialog(Dialog):
    """Asks for a name or initials in one field."""

    help_topic = "privacy#names"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Annotator", "Who is annotating?"), width=420)
        self._window = window
        text = plain_label(
            translate(
                "Annotator",
                "Your judgements are kept under this name, so that several people’s work can be "
                "brought together. Initials are enough.",
            ),
            "muted",
        )
        text.setWordWrap(True)
        self.field = QLineEdit(window.session.annotator)
        self.field.setAccessibleName(translate("Annotator", "Name or initials"))
        self.field.selectAll()
        self.body.addWidget(text)
        self.body.addWidget(self.field)
        self.add_buttons(translate("Annotator", "Go on as this annotator"))

    def accept(self) -> None:
        """Set the annotator's name, if there is one."""
        if self.field.text().strip():
            self._window.session.set_annotator(self.field.text())
            super().accept()


class HandedOutDialog(Dialog):
    """Asks once whether the user is the annotator that the file was handed out to."""

    help_topic = "working-in-a-team#hand-out"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Annotator", "Who is annotating?"), width=460)
        self._window = window
        name = window.session.handed_out_to
        text = plain_label(
            translate(
                "Annotator",
                "This file was handed out to {name}. What you do in it is kept under that name, "
                "so that it can be joined with the others’ work.",
            ).format(name=name)
        )
        text.setWordWrap(True)
        self.body.addWidget(text)
        box = self.add_buttons(
            translate("Annotator", "I am {name}").format(name=name), cancel=False
        )
        self.other = box.addButton(
            translate("Annotator", "I am somebody else…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.other.clicked.connect(self._on_other)

    def accept(self) -> None:
        """Set the file's annotator as the user's name; the question is not asked again."""
        self._window.session.set_annotator(self._window.session.handed_out_to)
        super().accept()

    def reject(self) -> None:
        """Treat closing without an answer as yes: the file names its annotator."""
        self.accept()

    def _on_other(self) -> None:
        super().reject()
        ask_annotator(self._window)


def ask_annotator(window: "Frame") -> AnnotatorDialog:
    """Create and open the dialog for the annotator's name."""
    return AnnotatorDialog(window).present()
