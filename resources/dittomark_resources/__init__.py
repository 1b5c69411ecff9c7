"""Icons, fonts, themes, translations, sample articles and the manual: files only, no Qt.

dittomark_resources.path("icons/undo.svg")      → the file's path
dittomark_resources.svg("undo", color="#222")   → the icon's SVG text in that colour
"""

from pathlib import Path
from typing import Final

from dittomark_resources.languages import languages

_ROOT: Final = Path(__file__).resolve().parent

# The fonts that ship, in the order in which families are tried: letters first, signs last.
SANS_FAMILIES: Final = (
    "Noto Sans",
    "Noto Sans Bengali",
    "Noto Naskh Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Math",
    "Noto Sans Symbols2",
    "Noto Sans Symbols",
    "Dittomark Signs",
)


def families(language: str) -> tuple[str, ...]:
    """Return the shipped fonts in the order in which a language's texts try them."""
    entry = languages().get(language)
    own = () if entry is None else entry.fonts
    return tuple(dict.fromkeys((*own, *SANS_FAMILIES)))


def path(name: str) -> Path:
    """Return the path of the resource `name` (such as `fonts/OFL.txt`).

    Raises FileNotFoundError if no such file or folder ships: a misspelt name is a bug.
    """
    found = _ROOT / name
    if not found.exists():
        raise FileNotFoundError(f"no resource {name}")
    return found


def text(name: str) -> str:
    """Return the text of the resource `name` (UTF-8)."""
    return path(name).read_text(encoding="utf-8")


def font_paths() -> tuple[Path, ...]:
    """Return the shipped font files, in a fixed order."""
    return tuple(sorted(path("fonts").glob("*.ttf")))


def svg(icon: str, *, color: str) -> str:
    """Return the SVG text of `icons/<icon>.svg` drawn in `color` (`#rrggbb`).

    The drawings are outlines in `currentColor`; the program's own icon keeps its colours.
    """
    return text(f"icons/{icon}.svg").replace("currentColor", color)
