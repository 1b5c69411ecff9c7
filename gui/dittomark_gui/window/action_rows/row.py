"""A row of the table of actions: what a person sees of it, and what it does."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dittomark_gui.actions.spec import ActionSpec

if TYPE_CHECKING:
    from collections.abc import Callable

    from dittomark_gui.window.parts import WindowParts


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow(ActionSpec):
    """An action with its handler, which gets the parts of the window."""

    run: "Callable[[WindowParts], object]"


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchRow(ActionSpec):
    """An action that is on or off, with its handler, which gets the new state too."""

    turn: "Callable[[WindowParts, bool], object]"

    @property
    def checkable(self) -> bool:
        """Whether the action is a switch that is on or off."""
        return True
