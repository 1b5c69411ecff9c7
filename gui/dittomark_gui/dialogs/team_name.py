"""The dialog that renames a team member, on all judgements and annotations."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame


class TeamNameDialog(Dialog):
    """One field; calls `rename(old, new)`."""

    help_topic = "team-folder#status"

    def __init__(self, window: "Frame", name: str, rename: Callable[[str, str], object]) -> None:
        super().__init__(window, title=translate("TeamName", "Another name"), width=420)
        self._name, self._rename = name, rename
        text = plain_label(
            translate(
                "TeamName",
                "All that {name} did is said under the new name, at everybody’s. {name} then chooses "
                "it too, by a click on the annotator at the top.",
            ).format(name=name),
            "muted",
        )
        text.setWordWrap(True)
        self.field = QLineEdit(name)
        self.field.setAccessibleName(translate("TeamName", "New name"))
        self.field.selectAll()
        self.body.addWidget(text)
        self.body.addWidget(self.field)
        self.add_buttons(translate("TeamName", "Rename"))

    def accept(self) -> None:
        """Rename if the name has changed."""
        new = self.field.text().strip()
        if new and new != self._name:
            self._rename(self._name, new)
            super().accept()
