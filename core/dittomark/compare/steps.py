"""Which steps of the engine run as compiled code: all that have some, or none.

A step with a C file beside it is chosen here, once: where the file was compiled, and from this very
version of its source, it does what the rules of the step say in Python, in less time and with equal
answers. DITTOMARK_PURE=1 leaves the compiled code alone (docs/decisions/0028).
"""

import os
from typing import Final

# Of the answers of each C file: one that was compiled from another source is not asked.
_CHAINS: Final = 1
_SEGMENTS: Final = 1
_DERIVED: Final = 2
_LIKENESS: Final = 2
_TERMS: Final = 2


def _is_compiled() -> bool:
    if os.environ.get("DITTOMARK_PURE"):
        return False
    try:
        from dittomark.compare import _chains, _derived, _likeness, _segments, _terms
    except ImportError:  # no compiler where it was installed
        return False
    modules = _chains, _segments, _derived, _likeness, _terms
    wanted = _CHAINS, _SEGMENTS, _DERIVED, _LIKENESS, _TERMS
    return tuple(module.RULES for module in modules) == wanted


COMPILED: Final = _is_compiled()
WHICH: Final = "compiled code" if COMPILED else "Python"
"""What the steps run as here, as the self-test says it."""
