"""The form of the team's rules: dealing of the queue, and what members see."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import QCheckBox, QFormLayout, QPushButton, QSizePolicy, QSpinBox, QWidget

from dittomark.team_rules import Rules
from dittomark_gui.i18n import number, translate
from dittomark_gui.panels.widgets import inset_text

_MOST_JUDGEMENTS: Final = 20
_MOST_MINUTES: Final = 24 * 60
_MOST_DAYS: Final = 3650
_NOTHING: Final[Mapping[str, int]] = MappingProxyType({})


class RulesForm(QWidget):
    """Fields for the rules; calls `decide` with them when the button is clicked.

    `entered` holds values that were entered before and are not decided yet, by field of the rules.
    """

    def __init__(
        self,
        rules: Callable[[], Rules],
        decide: Callable[[Rules], object],
        *,
        entered: Mapping[str, int] = _NOTHING,
    ) -> None:
        super().__init__()
        self._rules, self._decide = rules, decide
        self._began = rules()
        decided = replace(self._began, **entered)  # type: ignore[arg-type]
        self.overlap = _spin(0, _MOST_JUDGEMENTS, decided.overlap)
        self.overlap.setSpecialValueText(translate("Team", "everybody"))
        self.overlap.valueChanged.connect(self._show_people)
        self._show_people()
        self.blind = QCheckBox(translate("Team", "Hide what others say until it is settled"))
        self.blind.setChecked(decided.blind)
        self.claim = _spin(1, _MOST_MINUTES, decided.claim_minutes)
        self.claim.setSuffix(translate("Team", " minutes"))
        self.keep = _spin(0, _MOST_DAYS, decided.keep_days)
        self.keep.setSuffix(translate("Team", " days"))
        self.keep.setSpecialValueText(translate("Team", "for ever"))
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in (
            (translate("Team", "Each pair is judged by"), self.overlap),
            (translate("Team", "Who opened a pair counts as being at it for"), self.claim),
            (translate("Team", "The folder keeps what a device has not fetched for"), self.keep),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        form.addRow("", self.blind)
        self.save = QPushButton(translate("Team", "Decide for all"))
        self.save.clicked.connect(self._on_decided)
        self.save.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        form.addRow("", self.save)

    def _show_people(self) -> None:
        self.overlap.setSuffix(people_after(self.overlap.value()))

    def entered(self) -> dict[str, int]:
        """Return the entered values that are not decided yet, by field of the rules."""
        return {
            name: value
            for name, value in self._values().items()
            if value != getattr(self._began, name)
        }

    def _values(self) -> dict[str, int]:
        return {
            "overlap": self.overlap.value(),
            "blind": self.blind.isChecked(),
            "claim_minutes": self.claim.value(),
            "keep_days": self.keep.value(),
        }

    def _on_decided(self) -> None:
        decided = replace(self._rules(), **self.entered())  # type: ignore[arg-type]
        self._began = decided
        self._decide(decided)


def people_after(count: int) -> str:
    """Return the unit after a number of persons in a spin box."""
    return translate("Team", "%n person(s)", "", count).removeprefix(number(count))


def _spin(least: int, most: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    inset_text(box)
    return box
