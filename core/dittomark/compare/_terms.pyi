from dittomark.structures.array_types import Floats, Ints

RULES: int

def rare(
    ids_a: Ints, ids_b: Ints, bits: Floats, most_places: int, least_bits: float, /
) -> tuple[list[int], list[int], list[int]]: ...
def exact(
    ids_a: Ints, ids_b: Ints, wanted: list[int], bits: Floats, longest: int, most: int, /
) -> list[tuple[float, list[int], list[int], int, bool]]: ...
def spans(
    starts: Ints, ends: Ints, terms: list[tuple[list[int], int]], /
) -> list[tuple[tuple[int, int], ...]]: ...
