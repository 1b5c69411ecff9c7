"""Words and sentences, by compiled code where there is some, else by the same rules in Python.

The answers are equal. DITTOMARK_PURE=1 leaves the compiled code alone.
"""

import os
from typing import Final

__all__ = ["WHICH", "cut_words", "sentences"]

_which = "Python"
try:
    if os.environ.get("DITTOMARK_PURE"):
        raise ImportError  # noqa: TRY301  (as if it were not there)
    from dittomark.texts.compiled import cut_words, sentences

    _which = "compiled code"
except ImportError:  # no compiler where it was installed
    from dittomark.texts.sentence_borders import sentences
    from dittomark.texts.word_borders import cut_words

WHICH: Final = _which
"""What finds them here, as the self-test says it."""
