"""Under whose name judgements are written."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame


class AnnotatorDialog(Dialog):
    """One field: a name or initials."""

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
        """Go on under the name, if there is one."""
        if self.field.text().strip():
            self._window.session.set_annotator(self.field.text())
            super().accept()


class HandedOutDialog(Dialog):
    """Asks once whether the person whose name a file carries is the one who sits here."""

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
        """Go on under the file's name, and ask no more."""
        self._window.session.set_annotator(self._window.session.handed_out_to)
        super().accept()

    def reject(self) -> None:
        """Take no answer for a yes: the file says whose it is."""
        self.accept()

    def _on_other(self) -> None:
        super().reject()
        ask_annotator(self._window)


def ask_annotator(window: "Frame") -> AnnotatorDialog:
    """Open the dialog."""
    return AnnotatorDialog(window).present()
