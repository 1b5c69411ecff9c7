"""Checks of paths: which folders may carry a team, and where project files must not be."""

from pathlib import Path
from typing import Final

from dittomark.errors import UserError
from dittomark.team.folder.transport import MEMBERS

# Files that systems put into folders by themselves; names that begin with a dot are allowed too.
_OF_SYSTEMS: Final = frozenset({"desktop.ini", "thumbs.db", "icon\r"})


def refuse_place(place: Path) -> None:
    """Raise `UserError` for a path unfit for a team: no folder, or one with other files.

    The folder itself may be missing, and is created; its parent must exist: otherwise a drive that
    is not connected would be taken for an empty one. May raise `OSError`.
    """
    if not place.exists():
        if not place.absolute().parent.is_dir():
            raise UserError("There is no folder {path}.", path=place.parent)
        return
    if not place.is_dir():
        raise UserError("{path} is a file: a team needs a folder.", path=place)
    for entry in place.iterdir():
        name = entry.name.lower()
        if name != MEMBERS and name not in _OF_SYSTEMS and not name.startswith("."):
            raise UserError(
                "{path} holds other things and no team: choose an empty folder.", path=place
            )


def refuse_file_in(place: Path, file: Path) -> None:
    """Raise `UserError` for a project file in the shared folder: its work could be lost there."""
    if file.resolve().is_relative_to(place.resolve()):
        raise UserError(
            "{file} lies in the shared folder {path}: keep project files outside of it.",
            file=file,
            path=place,
        )
