from collections.abc import Callable, Sequence
from typing import Any

from dittomark.compare.comparison import Locus, Passage, PassageKind, WordEdit
from dittomark.structures.array_types import Ints

RULES: int

Article = tuple[str, Ints, Ints, list[str], Ints]
Draft = tuple[Locus, Locus, float, PassageKind, bool, tuple[WordEdit, ...]]

def drafts(
    a: Article,
    b: Article,
    numbers: tuple[int, int],
    keys: Sequence[str],
    found: Sequence[tuple[Any, bool]],
    sizes: tuple[int, int, int, int],
    weights: tuple[float, float, float],
    asked: tuple[
        Callable[[str, str], int],
        Callable[[str, str], int],
        Callable[[str], bool],
        Callable[[str, int, int], tuple[int, int]],
    ],
    types: tuple[type[Locus], type[WordEdit]],
    /,
) -> list[Draft]: ...
def numbered(drafts: tuple[Draft, ...], passage: type[Passage], /) -> tuple[Passage, ...]: ...
