"""The paths of a project's caches: next to its file, and deletable at any time."""

from pathlib import Path
from typing import Final

PHRASES: Final = "phrases.npy"
"""The counted phrases, in the folder of the candidate index."""


def index_path(project_path: Path) -> Path:
    """Return the folder of a project's candidate index."""
    return project_path.with_name(project_path.name + ".index")


def search_path(project_path: Path) -> Path:
    """Return the file of a project's full-text index."""
    return project_path.with_name(project_path.name + ".search")
