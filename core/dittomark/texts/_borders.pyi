from collections.abc import Callable

from typing_extensions import Buffer

RULES: int

def words(text: str, kinds: Buffer, /) -> tuple[list[str], bytes, bytes] | None: ...
def sentences(
    text: str, traits: Buffer, is_abbreviated: Callable[[str, int], bool], /
) -> list[tuple[int, int]] | None: ...
