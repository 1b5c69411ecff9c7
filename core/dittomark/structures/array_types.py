"""Names for the types of NumPy arrays that modules exchange."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Bools: TypeAlias = npt.NDArray[np.bool_]
Ints: TypeAlias = npt.NDArray[np.integer[Any]]
Floats: TypeAlias = npt.NDArray[np.float64]
Hashes: TypeAlias = npt.NDArray[np.uint64]
Ints32: TypeAlias = npt.NDArray[np.uint32]
Words32: TypeAlias = npt.NDArray[np.uint32]
"""Words as hashes of 32 bits."""
