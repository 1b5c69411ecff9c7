"""What one row of the table of actions is made of."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do.

    `needs` names the states of the window (`project`, `pair`, `selection`, …) that must all hold.
    `icon` is a file of `dittomark_resources/icons` without its ending. `section` starts a new group
    in its menu.
    """

    key: str
    menu: str
    text: str
    shortcuts: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset({"project"})
    icon: str = ""
    checkable: bool = False
    section: bool = False


def needs(*states: str) -> frozenset[str]:
    """Return the states an action needs."""
    return frozenset(states)


NEEDS_NOTHING: Final = needs()
NEEDS_WRITE: Final = needs("project", "writable")
NEEDS_PAIR: Final = needs("project", "pair")
NEEDS_JUDGE: Final = needs("project", "pair", "writable")
NEEDS_ARTICLE: Final = needs("project", "article")
NEEDS_MARK: Final = needs("project", "article", "writable")
