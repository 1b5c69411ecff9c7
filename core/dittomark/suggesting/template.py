"""A template of a Python package that suggests: it has a test, and passes it."""

import keyword
import re
from pathlib import Path
from typing import Final

import dittomark_resources as resources
from dittomark.errors import UserError, writing

_NAME: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}", re.ASCII)
_FOLDER: Final = "templates/suggester"
_FILES: Final = {
    "pyproject.toml.txt": "pyproject.toml",
    "README.md.txt": "README.md",
    "package.py.txt": "src/{{module}}/__init__.py",
    "test_suggester.py.txt": "tests/test_suggester.py",
}


def write_package(folder: Path) -> str:
    """Write the package into a new folder and return the suggester's key, the folder's name.

    Raises `UserError` if the folder exists, or its name can't be a package's.
    """
    name = folder.name
    module = name.replace("-", "_")
    if not _NAME.fullmatch(name) or keyword.iskeyword(module):
        raise UserError(
            "“{name}” can't be a package's name: take small letters, digits, “_” or “-”, a letter "
            "first.",
            name=name,
        )
    if folder.exists():
        raise UserError("{path} is there already. Choose a new folder.", path=folder)
    for template, place in _FILES.items():
        target = folder / place.replace("{{module}}", module)
        text = resources.text(f"{_FOLDER}/{template}")
        with writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            filled = text.replace("{{name}}", name).replace("{{module}}", module)
            target.write_text(filled, "utf-8", newline="\n")
    return name
