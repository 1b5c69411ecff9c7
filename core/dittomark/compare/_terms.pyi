import numpy as np
import numpy.typing as npt

from dittomark.compare.comparison import SharedTerm
from dittomark.structures.array_types import Floats, Ints

RULES: int

def find(
    a: tuple[Ints, Ints, Ints, str],
    b: tuple[Ints, Ints, Ints, str],
    lexicon: tuple[Floats, Ints, Ints, npt.NDArray[np.uint32]],
    pairs: list[tuple[int, int]],
    sizes: tuple[int, int, int, int],
    weights: tuple[float, float],
    traits: tuple[int, int],
    form: tuple[type[SharedTerm], str, tuple[int, int], bool],
    /,
) -> list[SharedTerm]: ...
def foreign(
    ids_a: Ints,
    ids_b: Ints,
    bits: Floats,
    traits: Ints,
    least: tuple[int, float],
    script: tuple[int, int, int],
    /,
) -> tuple[list[int], list[int], list[int], list[int]] | None: ...
