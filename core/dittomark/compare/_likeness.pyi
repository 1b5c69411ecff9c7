from collections.abc import Callable

from dittomark.structures.array_types import Bools, Floats, Ints

RULES: int

def words_of_sentences(
    starts: Ints, spans: list[tuple[int, int]], /
) -> tuple[list[int], bytes]: ...
def sentences(
    ids_a: Ints,
    sentence_a: Ints,
    ids_b: Ints,
    sentence_b: Ints,
    bits: Floats,
    most_places: int,
    least_words: int,
    least: float,
    /,
) -> list[tuple[int, int, float, float, int]]: ...
def summary(
    long: Ints,
    short: Ints,
    bits: Floats,
    copied: Bools,
    sizes: tuple[int, int, int, int],
    weights: tuple[float, float, float, float, float, float, float, float],
    log2: Callable[[float], float],
    /,
) -> tuple[tuple[int, int], tuple[int, int], float, float] | None: ...
