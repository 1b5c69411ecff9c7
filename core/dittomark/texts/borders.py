"""Words and sentences, by compiled code where there is some, else by the same rules in Python.

The answers are equal. DITTOMARK_PURE=1 leaves the compiled code alone.
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
except ImportError:  # no compiler where it was installed
    from dittomark.texts.sentence_borders import sentences
    from dittomark.texts.word_borders import cut_words

numbered: Final = _numbered
"""Words as numbers (`compiled.numbered`); None where `word_numbers` does it, which stands above this."""
WHICH: Final = _which
"""What finds words and sentences here, as the self-test says it."""
