"""Word and sentence segmentation, by compiled code if available, else by the same rules in Python.

The results are equal. DITTOMARK_PURE=1 disables the compiled code.
"""

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dittomark.texts.word_borders import NumberedWords

    Numbered = Callable[[Sequence[str], Callable[[list[str]], list[str]], int], NumberedWords]

__all__ = ["WHICH", "cut_words", "numbered", "sentences"]

_numbered: "Numbered | None" = None
_which = "Python"
try:
    if os.environ.get("DITTOMARK_PURE"):
        raise ImportError  # noqa: TRY301  (as if it were not there)
    from dittomark.texts import compiled
    from dittomark.texts.compiled import cut_words, sentences

    _numbered = compiled.numbered
    _which = "compiled code"
except ImportError:  # no compiler at installation
    from dittomark.texts.sentence_borders import sentences
    from dittomark.texts.word_borders import cut_words

numbered: Final = _numbered
"""Words as numbers (`compiled.numbered`); None if `word_numbers`, which imports this module, does
it.
"""
WHICH: Final = _which
"""The code that finds words and sentences here, in the self-test's words."""
