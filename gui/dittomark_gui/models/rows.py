"""What a row of one of the lists shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: `marks` are (sign, name of a theme colour), `share` (0–1) makes the bar below.

    `second` is another title under the first. The bar of what is only `alike` is paler than that
    of shared text. `spoken` is what a screen reader, and the tool tip, say of the signs and the bar.
    """

    title: str
    detail: str
    marks: tuple[tuple[str, str], ...] = ()
    share: float | None = None
    spoken: str = ""
    second: str = ""
    alike: bool = False


def describe(row: ListRow) -> str:
    """Return the row in words."""
    return " · ".join(part for part in (row.title, row.second, row.detail, row.spoken) if part)


def tip(row: ListRow) -> str:
    """Return the whole row, a line each."""
    return "\n".join(part for part in (row.title, row.second, row.detail, row.spoken) if part)
