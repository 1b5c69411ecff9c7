"""Word segmentation: the rules, in Python.

A run of characters that may occur inside a word is one (their classes: `characters`); an apostrophe
depends on its neighbours, a point on its digits, and each character of a script without spaces
begins a word. `_borders.c` implements the same.
"""

from typing import TYPE_CHECKING

from dittomark.texts import characters

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from dittomark.structures.array_types import Bools

    Offsets = npt.NDArray[np.int64]
    # Words, starts, ends and numbers of every text; the key of every number.
    NumberedWords = tuple[list[tuple[list[str], Offsets, Offsets, Offsets]], list[str]]


def cut_words(text: str) -> "tuple[list[str], Offsets, Offsets]":
    """Return the words, their starts and their ends."""
    import numpy as np

    codes = characters.code_points(text)
    starts, ends, inside = _word_borders(codes)
    if inside is None:
        places = zip(starts.tolist(), ends.tolist(), strict=True)
        return [text[start:end] for start, end in places], starts, ends
    # Gaps become spaces, and one call splits the text there: faster than word by word.
    spaced = np.where(inside, codes, np.uint32(ord(" "))).tobytes()
    return spaced.decode("utf-32-le", "surrogatepass").split(), starts, ends


def _word_borders(codes: "npt.NDArray[np.uint32]") -> "tuple[Offsets, Offsets, Bools | None]":
    """Return the starts and ends of words, and a mask of the characters inside one.

    The last is None if words touch (scripts without spaces between them).
    """
    import numpy as np

    kinds = characters.classes(codes)
    padded = np.zeros(len(kinds) + 2, dtype=bool)
    inside = padded[1:-1]
    np.greater_equal(kinds, characters.IGNORED, out=inside)
    # Apostrophes and points depend on their neighbours; they are few, so only they are examined.
    middle = kinds[1:-1]
    at = 1 + np.flatnonzero((middle == characters.APOSTROPHE) | (middle == characters.POINT))
    before, after = kinds[at - 1], kinds[at + 1]
    digits = (before == characters.DIGIT) & (after == characters.DIGIT)
    letters = _spaced(before) & _spaced(after)
    inside[at] = np.where(kinds[at] == characters.POINT, digits, letters)
    if len(kinds) and kinds.max() >= characters.SINGLE:
        return *_borders_with_singles(kinds, padded), None
    changes = np.flatnonzero(padded[1:] != padded[:-1])
    # Compiled steps take numbers that stand one after the other.
    return changes[::2].copy(), changes[1::2].copy(), inside


def _borders_with_singles(
    kinds: "npt.NDArray[np.uint8]", padded: "Bools"
) -> "tuple[Offsets, Offsets]":
    """Return the borders of words if some characters are words by themselves.

    `padded` is a mask of the characters inside words, with one outside added at either end.
    """
    import numpy as np

    inside = padded[1:-1]
    changes = padded[1:] != padded[:-1]
    begins = changes[:-1] & inside
    ends = changes[1:] & inside
    # A letter or digit after such a character begins a word too, even after marks.
    single = kinds == characters.SINGLE
    spaced = (kinds == characters.LETTER) | (kinds == characters.DIGIT)
    places = np.arange(len(kinds))
    last_base = np.maximum.accumulate(np.where(spaced | single | ~inside, places, 0))
    begins |= single
    begins[1:] |= spaced[1:] & single[last_base[:-1]]
    ends[:-1] |= begins[1:] & inside[:-1]
    return np.flatnonzero(begins), np.flatnonzero(ends) + 1


def _spaced(kinds: "npt.NDArray[np.uint8]") -> "Bools":
    """Return a mask of the characters of scripts with spaces between words."""
    return (kinds >= characters.LETTER) & (kinds <= characters.DIGIT)
