"""Options of an import that are shown only for files that need them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from dittomark_gui.i18n import translate

if TYPE_CHECKING:
    from dittomark.importing import Preview


class ImportChoices(QWidget):
    """The list of articles in a JSON file, the order of day and month, old fonts."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._records = self._box(translate("Import", "List of articles"))
        self._dates = self._box(translate("Import", "Dates such as 03/04/2024"))
        self._dates.addItem(translate("Import", "day first: 3 April"), "day-first")
        self._dates.addItem(translate("Import", "month first: 4 March"), "month-first")
        self._old_font = QCheckBox(
            translate("Import", "The letters are of an old font (Bijoy): convert them to Unicode")
        )
        self._old_font.toggled.connect(self.changed)
        self._form.addRow(self._old_font)
        self._form.setRowVisible(self._old_font, False)
        self.hide()

    def _box(self, words: str) -> QComboBox:
        box = QComboBox()
        box.addItem(translate("Import", "found by itself"), "")
        box.setAccessibleName(words)
        box.currentIndexChanged.connect(self.changed)
        self._form.addRow(words, box)
        self._form.setRowVisible(box, False)
        return box

    def records(self) -> str:
        """Return the name of the chosen list; empty for automatic."""
        return str(self._records.currentData() or "")

    def dates(self) -> str:
        """Return the chosen order of day and month; empty for automatic."""
        return str(self._dates.currentData() or "")

    def fonts(self) -> str:
        """Return the old font to convert from; empty for none."""
        return "bijoy" if self._old_font.isChecked() else ""

    def show_for(self, preview: "Preview") -> None:
        """Show the options that a file needs; choices made before are kept."""
        if self._records.count() == 1:
            self._records.blockSignals(True)
            for name in preview.lists:
                self._records.addItem(name, name)
            self._records.blockSignals(False)
        by_itself = translate("Import", "found by itself")
        if preview.dates_in_numbers and not self.dates():
            order = self._dates.itemText(2 if preview.month_first else 1)
            by_itself = translate("Import", "found by itself ({order})").format(order=order)
        self._dates.setItemText(0, by_itself)
        shown = (
            (self._records, self._records.count() > 2),
            (self._dates, preview.dates_in_numbers or bool(self.dates())),
            (self._old_font, preview.old_font),
        )
        for widget, visible in shown:
            self._form.setRowVisible(widget, visible)
        self.setVisible(any(visible for _, visible in shown))
