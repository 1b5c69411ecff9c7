"""Other team members, on their own devices, who use the command."""

from collections.abc import Callable
from pathlib import Path

from dittomark.project import Project
from dittomark.team.folder.syncing import join_team, sync


class Colleague:
    """A team member on another device."""

    def __init__(self, folder: Path, path: Path, name: str) -> None:
        self.folder, self.path, self.name = folder, path, name
        join_team(folder, path, annotator=name).close()
        self.sync()

    def sync(
        self, work: Callable[[Project], object] = lambda _project: None, *, pair: str = ""
    ) -> None:
        """Do some work, publish it, and take in changes; `pair` is the pair that stays open."""
        with Project.open(self.path, annotator=self.name) as project:
            work(project)
            sync(project, annotator=self.name, pair=pair)

    def knows(self, question: Callable[[Project], object]) -> bool:
        """Take in changes, and evaluate a condition."""
        self.sync()
        with Project.open(self.path, read_only=True) as project:
            return bool(question(project))
