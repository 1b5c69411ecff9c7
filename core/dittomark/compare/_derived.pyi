from dittomark.structures.array_types import Ints

RULES: int

Shares = tuple[float, float]

def shared(
    ids: tuple[Ints, Ints],
    keys: list[str],
    common: bytes,
    sizes: tuple[int, int, int],
    spread: int,
    in_order: bool,
    /,
) -> tuple[int, Shares, Shares, Shares, Shares, Shares]: ...
