r"""The class of each code point for word segmentation: one table, filled on demand.

Classes come from the `regex` module's Unicode properties, never from `\w`, which treats Bengali
vowel signs as gaps between words. A code point is classified once per process; after that a whole
text is classified by one numpy look-up.
"""

import unicodedata
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# Classes. Those from `IGNORED` up may occur inside a word.
UNSEEN: Final = 0
GAP: Final = 1  # white space, punctuation, symbols: what separates words
APOSTROPHE: Final = 2  # part of a word between two letters
POINT: Final = 3  # "." and ",": part of a number between two digits
IGNORED: Final = 4  # invisible: ZWJ, ZWNJ, soft hyphen, variation selectors, …
LETTER: Final = 5
MARK: Final = 6  # combining marks of scripts with spaces between words
DIGIT: Final = 7
SINGLE: Final = 8  # scripts without spaces: every character begins a word
SINGLE_MARK: Final = 9  # … and their marks belong to it

_SPACELESS = r"\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}\p{Tai_Tham}\p{Yi}"
# In order: the first pattern that matches decides.
_RULES: Final = tuple(
    (regex.compile(pattern, regex.VERSION1), kind)
    for pattern, kind in (
        ("['\u2018\u2019\u02bc\u02bb\uff07`\u00b4]", APOSTROPHE),
        (r"[.,\u066b\u066c]", POINT),
        ("[\u00ad\u034f\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", IGNORED),
        (r"\p{Variation_Selector}", IGNORED),
        (r"\p{Nd}", DIGIT),
        # AA and AM of Thai and Lao are letters by category, vowel signs by use.
        (f"[{_SPACELESS}&&\\p{{M}}]|[\u0e32\u0e33\u0eb2\u0eb3]", SINGLE_MARK),
        (f"[{_SPACELESS}&&[\\p{{L}}\\p{{N}}]]", SINGLE),
        ("\u0345", LETTER),  # folds to iota, a letter
        ("\\p{M}|[\uff9e\uff9f]", MARK),
        (r"\p{Cs}|\p{Noncharacter_Code_Point}", GAP),
        # Unassigned and private code points count as letters: newer scripts, legacy fonts.
        (r"[\p{L}\p{N}\p{Co}\p{Cn}]", LETTER),
    )
)

CODE_POINTS: Final = 0x110000

_table: "npt.NDArray[np.uint8] | None" = None


def _classify(code: int) -> int:
    character = chr(code)
    kind = next((kind for rule, kind in _RULES if rule.match(character)), GAP)
    if kind == LETTER:  # "㈠" and the like fold to a letter of a spaceless script
        folded = unicodedata.normalize("NFKC", character)
        if folded != character and any(_classify(ord(part)) == SINGLE for part in folded):
            return SINGLE
    return kind


def code_points(text: str) -> "npt.NDArray[np.uint32]":
    """Return the code points of `text` as an array; lone surrogates are code points too."""
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def table() -> "npt.NDArray[np.uint8]":
    """Return the class of every code point; `UNSEEN` for those not yet passed to `classes`."""
    import numpy as np

    global _table  # noqa: PLW0603  (a cache of constants)
    if _table is None:
        _table = np.zeros(CODE_POINTS, dtype=np.uint8)
    return _table


def classes(codes: "npt.NDArray[np.uint32]") -> "npt.NDArray[np.uint8]":
    """Return the class of every code point."""
    import numpy as np

    known = table()
    found = known.take(codes)  # far faster than known[codes] where these have 32 bits
    if not found.all():
        for code in np.unique(codes[found == UNSEEN]).tolist():
            known[code] = _classify(code)
        found = known.take(codes)
    return found
