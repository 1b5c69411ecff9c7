"""The specification of one row of the table of actions."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action: its key, menu, text and shortcuts.

    `needs` names the states of the window (`project`, `pair`, `selection`, …) that must all hold.
    `section` starts a new group in the menu. The handler is in the subclasses used by
    `window/action_rows/`.
    """

    key: str
    menu: str
    text: str
    shortcuts: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset({"project"})
    section: bool = False

    @property
    def checkable(self) -> bool:
        """Whether the action has an on and an off state."""
        return False


def needs(*states: str) -> frozenset[str]:
    """Return the states that an action needs."""
    return frozenset(states)


NEEDS_NOTHING: Final = needs()
NEEDS_WRITE: Final = needs("project", "writable")
NEEDS_LEAD: Final = needs("project", "writable", "leads")
NEEDS_OTHERS: Final = needs("project", "sees_others")
NEEDS_PAIR: Final = needs("project", "pair")
NEEDS_JUDGE: Final = needs("project", "pair", "writable")
NEEDS_ARTICLE: Final = needs("project", "article")
NEEDS_MARK: Final = needs("project", "article", "writable")
