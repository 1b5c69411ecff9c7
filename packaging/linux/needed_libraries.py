"""Finds the libraries of the build system that the program needs, and those that it does not.

PyInstaller collects what every plugin of Qt asks for; most of those plugins are left out afterwards.
"""

import sys
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1] / "licences"))
from inventory import needed_by

# Loaded by name at run time, so that no file asks for them.
_BY_NAME: Final = {"libdbus-1.so.3"}


def is_elf(path: Path) -> bool:
    """Return whether the file is a program or library."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def unneeded(program: Path) -> list[Path]:
    """Return the libraries at the top of the program's inner folder that nothing loads."""
    inner = program / "_internal"
    libraries = {path.name: path for path in inner.glob("*.so*") if is_elf(path)}
    wanted = [name for name in libraries if name in _BY_NAME or name.startswith("libpython")]
    for path in program.rglob("*"):
        if is_elf(path) and path.name not in libraries:
            wanted += needed_by(path)
    needed: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name in libraries and name not in needed:
            needed.add(name)
            wanted += needed_by(libraries[name])
    return [path for name, path in sorted(libraries.items()) if name not in needed]
