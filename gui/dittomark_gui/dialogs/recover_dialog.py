"""Recovers a damaged project file: copies its readable rows into a new file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.progress_dialog import run_with_progress
from dittomark_gui.i18n import localized, number, translate
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.words import count_name

if TYPE_CHECKING:
    from dittomark.store.repair import Recovered
    from dittomark_gui.background import Report
    from dittomark_gui.panels.frame import Frame

# Tables that are counted in the result; the others hold history.
_SHOWN: Final = (
    "articles", "pairs", "spans", "links", "judgements", "events", "memberships", "suggestions",
    "decisions", "edits",
)  # fmt: skip


def ask_damaged(window: "Frame") -> None:
    """Ask for the damaged file and open the dialog."""
    path, _ = QFileDialog.getOpenFileName(
        window,
        translate("Recover", "Which file is damaged?"),
        str(window.session.projects_folder()),
        translate("Projects", "Dittomark projects (*.ditto)"),
    )
    if path:
        RecoverDialog(window, Path(path)).present()


class RecoverDialog(Dialog):
    """Shows the damaged file and the new one, and recovers."""

    help_topic = "when-something-goes-wrong#backups"

    def __init__(self, window: "Frame", damaged: Path) -> None:
        from dittomark.store.repair import repaired_path

        super().__init__(window, title=translate("Recover", "Recover a damaged file"), width=560)
        self._window = window
        self._damaged = damaged
        self._into = _unused_path(repaired_path(damaged))
        text = plain_label(
            translate(
                "Recover",
                "All that can be read in {damaged} is copied into a new file. The damaged file stays "
                "as it is. A backup, where there is one, holds more: File → Restore a backup.",
            ).format(damaged=damaged.name)
        )
        text.setWordWrap(True)
        self.body.addWidget(text)
        self.place = plain_label()
        self.place.setWordWrap(True)
        self.body.addWidget(self.place)
        choose = QPushButton(translate("Recover", "Choose the place…"))
        choose.clicked.connect(self._choose_place)
        self.body.addWidget(choose)
        self.add_buttons(translate("Recover", "Recover"))
        self._show_place()

    def _choose_place(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            translate("Recover", "Choose the place"),
            str(self._into),
            translate("Projects", "Dittomark projects (*.ditto)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # never overwrite a file
        )
        if path:
            self._into = Path(path)
            self._show_place()

    def _show_place(self) -> None:
        self.place.setText(translate("Recover", "New file: {path}").format(path=self._into))

    def accept(self) -> None:
        """Recover the project, then list the recovered and the lost rows."""
        super().accept()
        result = run_with_progress(
            self._window,
            translate("Recover", "Recovering…"),
            _recovering(self._damaged, self._into),
        )
        if result is not None:
            RecoveredDialog(self._window, self._into, result).present()


class RecoveredDialog(Dialog):
    """The result: counts of recovered rows, the lost ones, and a button to open the new file."""

    help_topic = "when-something-goes-wrong#backups"

    def __init__(self, window: "Frame", into: Path, result: "Recovered") -> None:
        super().__init__(window, title=translate("Recover", "Recovered"), width=620)
        self._window = window
        self._into = into
        recovered = ", ".join(
            count_name(kind, count)
            for kind, count in result.rows.items()
            if count and kind in _SHOWN
        )
        recovered = recovered or translate("Recover", "nothing")
        text = plain_label(translate("Recover", "Recovered: {what}.").format(what=recovered))
        text.setWordWrap(True)
        self.body.addWidget(text)
        if result.lost:
            lost = translate("Recover", "Lost or changed: {n}").format(n=number(len(result.lost)))
            self.body.addWidget(plain_label(lost))
            self.lost = QPlainTextEdit("\n".join(localized(one.message) for one in result.lost))
            self.lost.setReadOnly(True)
            self.lost.setMinimumHeight(160)
            self.lost.setAccessibleName(lost)
            self.body.addWidget(self.lost, 1)
        else:
            self.body.addWidget(plain_label(translate("Recover", "Nothing was lost.")))
        self.add_buttons(translate("Recover", "Open the new file"))

    def accept(self) -> None:
        """Open the new file."""
        super().accept()
        self._window.session.open(self._into)


def _recovering(damaged: Path, into: Path) -> Callable[["Report"], "Recovered"]:
    from dittomark.store.repair import repair

    return lambda report: repair(damaged, into, report=report)


def _unused_path(wanted: Path) -> Path:
    """Return a path that does not exist: `wanted`, or one with a number added to its name."""
    place, count = wanted, 2
    while place.exists():
        place = wanted.with_name(f"{wanted.stem}-{count}{wanted.suffix}")
        count += 1
    return place
