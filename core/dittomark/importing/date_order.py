"""Whether the day or the month comes first in the all-number dates of a column.

`03/04/2024` may be either; `13/04/2024` in the same column proves that the day comes first,
`04/13/2024` that the month does. Without such a proof the day is first.
"""

import re
from collections.abc import Iterable
from typing import Final, Literal

from dittomark.importing.dates import ascii_digits

DateOrder = Literal["day-first", "month-first"]
ORDERS: Final = ("day-first", "month-first")
_NUMBERS: Final = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)")


def is_ambiguous(value: str) -> bool:
    """Return whether a date consists of numbers alone, so that day or month may come first."""
    return _NUMBERS.search(ascii_digits(value)) is not None


def orders_proved(values: Iterable[str]) -> set[DateOrder]:
    """Return the orders that some of the dates prove: none, one, or both in a mixed column."""
    proved: set[DateOrder] = set()
    for value in values:
        if match := _NUMBERS.search(ascii_digits(value)):
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                proved.add("day-first")
            elif second > 12 >= first:
                proved.add("month-first")
    return proved
