from dittomark.structures.array_types import Bools, Floats, Ints

RULES: int

def chains(
    articles: tuple[Ints, ...],
    wanted: tuple[Bools, ...],
    boards: tuple[tuple[int, int, Floats, float, float], ...],
    sizes: tuple[int, int, int, tuple[int, int], int, int, int, int, int, int],
    costs: tuple[float, float, float, float],
    /,
) -> list[list[list[tuple[int, int, int]]]]: ...
def board(
    a: Ints, b: Ints | None, lexicon: int, table: Floats, /
) -> tuple[bytes, bytes, bytes] | int: ...
