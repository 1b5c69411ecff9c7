"""Where the program keeps what belongs to this user on this computer, and to no project."""

import os
from pathlib import Path
from typing import Final

from dittomark.errors import writing

PORTABLE_FOLDER: Final = "dittomark-data"


def use_portable_folder(program: Path) -> bool:
    """Keep settings and backups beside the folder `program` if there is a place made for them.

    That place is a folder `dittomark-data` which can be written to, as on a stick that goes from
    computer to computer; replacing the program's folder by a newer one leaves it alone. Sets the
    variables `DITTOMARK_DATA` and `DITTOMARK_SETTINGS` unless they are set; returns whether the
    place is used.
    """
    folder = program.parent / PORTABLE_FOLDER
    if not (folder.is_dir() and os.access(folder, os.W_OK)):
        return False
    os.environ.setdefault("DITTOMARK_DATA", str(folder))
    os.environ.setdefault("DITTOMARK_SETTINGS", str(folder / "dittomark.ini"))
    return True


def data_folder() -> Path:
    """Return the user's data folder (made if need be); `DITTOMARK_DATA` names another one.

    Raises `UserError` where it can't be made.
    """
    chosen = os.environ.get("DITTOMARK_DATA")
    if chosen:
        folder = Path(chosen)
    else:
        import platformdirs

        folder = platformdirs.user_data_path("dittomark", appauthor=False)
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
