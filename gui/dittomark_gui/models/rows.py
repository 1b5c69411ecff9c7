"""What a row of one of the lists shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: `marks` are (sign, name of a theme colour), `share` (0–1) makes the bar below.

    `spoken` is what a screen reader says of the signs and the bar.
    """

    title: str
    detail: str
    marks: tuple[tuple[str, str], ...] = ()
    share: float | None = None
    spoken: str = ""


def describe(row: ListRow) -> str:
    """Return the row in words."""
    return " · ".join(part for part in (row.title, row.detail, row.spoken) if part)
