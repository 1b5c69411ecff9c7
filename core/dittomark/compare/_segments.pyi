from collections.abc import Sequence

from dittomark.structures.array_types import Floats, Ints

RULES: int

Run = tuple[int, int, int]

def segments(
    a: Ints,
    b: Ints,
    sums: Floats,
    chains: Sequence[Sequence[Run]],
    least: float,
    apart: bool,
    sizes: tuple[int, int, int, int],
    costs: tuple[float, float],
    /,
) -> list[tuple[tuple[int, int], tuple[int, int], tuple[Run, ...], float, int]]: ...
def aligned(a: Ints, b: Ints, a0: int, a1: int, b0: int, b1: int, /) -> list[Run]: ...
