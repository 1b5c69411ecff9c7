"""Counts what a job costs a person: a key, a click, a drag or a string typed in one go is one action."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from tests.helpers.dropping import drop
from tests.helpers.window import PLAIN, Person


class Effort:
    """A person whose actions are counted; waiting costs nothing."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.actions = 0

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = PLAIN,
        *,
        where: QWidget | None = None,
    ) -> None:
        """Press a key, with what is held meanwhile."""
        self.actions += 1
        self.person.press(key, modifiers, where=where)
        self.person.settle()

    def text(self, text: str, *, where: QWidget) -> None:
        """Type a string in one go."""
        self.actions += 1
        self.person.write(text, where=where)
        self.person.settle()

    def drop(self, *paths: Path) -> None:
        """Drag files from a folder's window onto ours."""
        self.actions += 1
        drop(self.person, paths)
        self.person.settle()

    def say(self, what: str) -> None:
        """Show a figure to somebody who runs the tests with `-s`."""
        sys.stdout.write(f"{what}\n")
