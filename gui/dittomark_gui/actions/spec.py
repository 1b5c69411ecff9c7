"""What one row of the table of actions is made of."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do: its words, its place in the menus, its keys.

    `needs` names the states of the window (`project`, `pair`, `selection`, …) that must all hold.
    `icon` is a file of `dittomark_resources/icons` without its ending. `section` starts a new group
    in its menu. What it does is said by the rows of `window/action_rows/`.
    """

    key: str
    menu: str
    text: str
    shortcuts: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset({"project"})
    icon: str = ""
    section: bool = False

    @property
    def checkable(self) -> bool:
        """Whether the action is a switch that is on or off."""
        return False


def needs(*states: str) -> frozenset[str]:
    """Return the states an action needs."""
    return frozenset(states)


NEEDS_NOTHING: Final = needs()
NEEDS_WRITE: Final = needs("project", "writable")
NEEDS_LEAD: Final = needs("project", "writable", "leads")
NEEDS_OTHERS: Final = needs("project", "sees_others")
NEEDS_PAIR: Final = needs("project", "pair")
NEEDS_JUDGE: Final = needs("project", "pair", "writable")
NEEDS_ARTICLE: Final = needs("project", "article")
NEEDS_MARK: Final = needs("project", "article", "writable")
