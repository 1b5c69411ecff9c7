"""Restores a backup of the project; the replaced state can be restored by Undo."""

from pathlib import Path
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from dittomark.errors import UserError
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import decimal, moment, translate
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame


class RestoreDialog(Dialog):
    """Lists the project's backups, newest first."""

    help_topic = "when-something-goes-wrong#backups"

    def __init__(self, window: "Frame") -> None:
        from dittomark.store.backups import backups_of

        super().__init__(window, title=translate("Restore", "Restore a backup"), width=520)
        self._window = window
        self._path = window.session.project.path
        text = plain_label(
            translate(
                "Restore",
                "The project becomes what it was then. What it is now is kept, so this can be "
                "undone.",
            )
        )
        text.setWordWrap(True)
        self.body.addWidget(text)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Restore", "Backups"))
        self.list.setMinimumHeight(220)
        for backup in backups_of(self._path):
            size = translate("Restore", "{n} MB").format(n=decimal(backup.size / 1_000_000, 2))
            item = QListWidgetItem(f"{moment(backup.made_at.isoformat())} · {size}")
            item.setData(Qt.ItemDataRole.UserRole, str(backup.path))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        self.body.addWidget(self.list, 1)
        if not self.list.count():
            self.body.addWidget(
                plain_label(translate("Restore", "There are no backups yet."), "muted")
            )
        buttons = self.add_buttons(translate("Restore", "Restore"))
        buttons.buttons()[0].setEnabled(self.list.count() > 0 and window.session.writable)

    @classmethod
    def open_for(cls, window: "Frame") -> Self:
        """Create and open the dialog."""
        return cls(window).present()

    def accept(self) -> None:
        """Restore the chosen backup."""
        if not self.list.count():
            return
        item = self.list.currentItem()
        super().accept()
        before = self._restore(Path(str(item.data(Qt.ItemDataRole.UserRole))))
        if before is not None:
            self._window.session.messages.show(
                translate("Restore", "Restored: {when}").format(when=item.text()),
                action=(translate("Restore", "Undo"), lambda: self._restore(before)),
            )

    def _restore(self, backup: Path) -> Path | None:
        """Replace the project file by a backup; return the backup of the replaced state.

        Returns None if that failed.
        """
        from dittomark.store.backups import restore

        session = self._window.session
        session.flush()
        self._window.background.stop()
        session.close()
        before = None
        try:
            before = restore(self._path, backup)
        except UserError as error:
            session.messages.fail(error)
        session.open(self._path)
        return before
