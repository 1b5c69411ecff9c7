from collections.abc import Callable

from typing_extensions import Buffer

RULES: int

def words(text: str, kinds: Buffer, /) -> tuple[list[str], bytes, bytes] | None: ...
def sentences(
    text: str,
    traits: Buffer,
    abbreviations: frozenset[str],
    is_abbreviated: Callable[[str, int], bool],
    /,
) -> list[tuple[int, int]] | None: ...
def numbered(
    texts: tuple[str, ...],
    kinds: Buffer,
    fold: Callable[[list[str]], list[str]],
    most_known: int,
    /,
) -> tuple[tuple[tuple[list[str], bytes, bytes, bytes], ...], list[str]] | None: ...
