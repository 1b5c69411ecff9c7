"""The row of an action in the table: its specification and its handler."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dittomark_gui.actions.spec import ActionSpec

if TYPE_CHECKING:
    from collections.abc import Callable

    from dittomark_gui.window.window_parts import WindowParts


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow(ActionSpec):
    """An action with its handler, which is called with the window's parts."""

    run: "Callable[[WindowParts], object]"


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchRow(ActionSpec):
    """An action that is on or off; its handler gets the window's parts and the new state."""

    turn: "Callable[[WindowParts, bool], object]"

    @property
    def checkable(self) -> bool:
        """Whether the action has an on and an off state."""
        return True
