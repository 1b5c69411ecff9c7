import numpy as np
import numpy.typing as npt

from dittomark.structures.array_types import Ints

RULES: int

Shares = tuple[float, float]

def shared(
    ids: tuple[Ints, Ints],
    lexicon: tuple[Ints, Ints, npt.NDArray[np.uint32]],
    common: int,
    sizes: tuple[int, int, int],
    spread: int,
    in_order: bool,
    /,
) -> tuple[int, Shares, Shares, Shares, Shares, Shares]: ...
