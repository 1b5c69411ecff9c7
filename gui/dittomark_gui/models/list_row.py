"""The content of a row in a list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row: `marks` are (sign, name of a theme colour), `share` (0–1) is the length of its bar.

    `second` is another title below the first. With `alike` the bar is paler: similar words, no
    shared text. `spoken` describes signs and bar, for screen readers and the tooltip.
    """

    title: str
    detail: str
    marks: tuple[tuple[str, str], ...] = ()
    share: float | None = None
    spoken: str = ""
    second: str = ""
    alike: bool = False


def describe(row: ListRow) -> str:
    """Return the row in words, on one line."""
    return " · ".join(part for part in (row.title, row.second, row.detail, row.spoken) if part)


def tip(row: ListRow) -> str:
    """Return the row in words, on several lines."""
    return "\n".join(part for part in (row.title, row.second, row.detail, row.spoken) if part)
