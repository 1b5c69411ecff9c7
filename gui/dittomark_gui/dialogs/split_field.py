"""The form field for splitting a dataset: switch, share of each part, and seed."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from dittomark.errors import UserError
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, around_percent, percent, translate
from dittomark_gui.panels.widgets import inset_text, plain_label

if TYPE_CHECKING:
    from collections.abc import Mapping

# Name of a part in the files, its translated name, and its default share in percent.
_PARTS: Final = (
    ("train", QT_TRANSLATE_NOOP("Export", "training"), 80),
    ("validation", QT_TRANSLATE_NOOP("Export", "validation"), 10),
    ("test", QT_TRANSLATE_NOOP("Export", "test"), 10),
)
_LARGEST_SEED: Final = 99_999


class SplitField(QWidget):
    """A check box, and a spin box for each part; copies of one text always stay together."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = QCheckBox(
            translate("Export", "Split into parts; copies of one text stay together")
        )
        self.shares: dict[str, QSpinBox] = {}
        self.seed = QSpinBox()
        self.seed.setRange(0, _LARGEST_SEED)
        row = QHBoxLayout()
        for key, name, share in _PARTS:
            box = QSpinBox()
            box.setRange(0, 100)
            box.setSingleStep(5)
            before, after = around_percent()
            box.setPrefix(before)
            box.setSuffix(after)
            box.setValue(share)
            self._add(row, box, translate("Export", name))
            self.shares[key] = box
        row.addStretch(1)
        below = QHBoxLayout()
        self._add(below, self.seed, translate("Export", "Seed of the split"))
        below.addStretch(1)
        self._numbers = QWidget()
        rows = QVBoxLayout(self._numbers)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(row)
        rows.addLayout(below)
        self._numbers.setEnabled(False)
        self.wanted.toggled.connect(self._numbers.setEnabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.wanted)
        column.addWidget(self._numbers)

    def parts(self) -> "Mapping[str, float] | None":
        """Return the shares of the parts that are not empty, or None for no split.

        Raises UserError if the shares do not add up to 100 %.
        """
        from dittomark.exporting import parse_split

        if not self.wanted.isChecked():
            return None
        shares = {key: box.value() for key, box in self.shares.items()}
        whole = sum(shares.values())
        if whole != 100:
            raise UserError(
                translate("Export", "The parts make {whole}: let them make 100 %.").format(
                    whole=percent(whole / 100)
                )
            )
        return parse_split(
            ",".join(f"{key}={share / 100}" for key, share in shares.items() if share)
        )

    @staticmethod
    def _add(row: QHBoxLayout, box: QSpinBox, name: str) -> None:
        inset_text(box)
        box.setAccessibleName(name)
        row.addWidget(plain_label(name))
        row.addWidget(box)
