"""Others of a team, on devices of their own, who use the command."""

from collections.abc import Callable
from pathlib import Path

from dittomark.project import Project
from dittomark.team.folder.syncing import join_team, sync


class Colleague:
    """Somebody of the team on another device."""

    def __init__(self, folder: Path, path: Path, name: str) -> None:
        self.folder, self.path, self.name = folder, path, name
        join_team(folder, path, annotator=name).close()
        self.sync()

    def sync(
        self, work: Callable[[Project], object] = lambda _project: None, *, pair: str = ""
    ) -> None:
        """Do some work, publish it, and take in what is there; `pair` is the one that stays open."""
        with Project.open(self.path, annotator=self.name) as project:
            work(project)
            sync(project, annotator=self.name, pair=pair)

    def knows(self, question: Callable[[Project], object]) -> bool:
        """Take in what is there, and ask."""
        self.sync()
        with Project.open(self.path, read_only=True) as project:
            return bool(question(project))
