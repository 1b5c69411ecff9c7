"""Where the program keeps what belongs to this user on this computer, and to no project."""

import os
import uuid
from pathlib import Path


def data_folder() -> Path:
    """Return the user's data folder (made if need be); `DITTOMARK_DATA` names another one."""
    chosen = os.environ.get("DITTOMARK_DATA")
    if chosen:
        folder = Path(chosen)
    else:
        import platformdirs

        folder = platformdirs.user_data_path("dittomark", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def machine_id() -> str:
    """Return the random id of this user's installation; empty where none can be kept.

    A project file remembers where it was last written, so that one from elsewhere is checked.
    """
    try:
        file = data_folder() / "machine-id"
        if not file.exists():
            file.write_text(str(uuid.uuid4()), encoding="ascii")
        return file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
