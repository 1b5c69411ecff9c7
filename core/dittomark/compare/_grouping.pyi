from collections.abc import Callable, Sequence
from typing import Any

from dittomark.structures.array_types import Floats, Ints

RULES: int

Run = tuple[int, int, int]
Segment = tuple[tuple[int, int], tuple[int, int], tuple[Run, ...], float, int]
Article = tuple[Ints, list[int], Ints]

def settled(
    a: Article,
    b: Article,
    sums: Floats,
    segments: Sequence[Segment],
    grouping: int,
    numbers: tuple[tuple[float, ...], ...],
    asked: tuple[
        Callable[[], list[Any]], Callable[[float, float], float], Callable[[float], float]
    ],
    /,
) -> tuple[list[tuple[Segment, bool, float, int]], list[tuple[Segment, bool, int]]]: ...
