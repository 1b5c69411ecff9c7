"""File names made from data: valid on every system, and different from each other on each."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

# Windows reserves these for devices, with any suffix and in any case.
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])")
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u2028\u2029]')
_LONGEST: Final = 200  # bytes; file systems allow 255, and suffixes are added


def is_reserved(name: str) -> bool:
    """Whether Windows treats a file of this name as a device."""
    return _RESERVED.fullmatch(name.split(".", maxsplit=1)[0].rstrip(" ")) is not None


def portable_name(text: str, *, instead: str = "_") -> str:
    """Return the text as a file name (without suffix) that is valid on every system."""
    name = _FORBIDDEN.sub(instead, unicodedata.normalize("NFC", text)).strip().rstrip(". ")
    name = name.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore") or instead
    if name.startswith("."):
        name = instead + name[1:]
    return f"{instead}{name}" if is_reserved(name) else name


def same_on_some_system(names: Iterable[str]) -> tuple[str, str] | None:
    """Return two of the names that are equal on Windows or macOS (case, accents), or None."""
    seen: dict[str, str] = {}
    for name in names:
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())
        if folded in seen:
            return seen[folded], name
        seen[folded] = name
    return None
