"""An article's metadata and text as exported by a press archive."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class PressArticle:
    """An article as an archive gives it; dates and languages are not yet normalised."""

    text: str = ""
    title: str = ""
    source: str = ""
    date: str = ""
    author: str = ""
    language: str = ""
    url: str = ""
    id: str = ""
    more: dict[str, str] = field(default_factory=dict)


def tidied(lines: list[str]) -> str:
    """Return lines as a text: stripped, and no two empty ones in a row."""
    kept: list[str] = []
    for line in (one.strip() for one in lines):
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip("\n")
