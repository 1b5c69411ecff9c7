"""Which steps of the engine run as compiled code: all that have some, or none.

A step with a C file beside it is chosen here, once: where the file was compiled, and from this very
version of its source, it does what the rules of the step say in Python, in less time and with equal
answers. DITTOMARK_PURE=1 leaves the compiled code alone (docs/decisions/0028).
"""

import os
from typing import Final

# Of each C file, the number of its answers: one that was compiled from another source is not asked.
_RULES: Final = {"_chains": 1, "_derived": 2, "_likeness": 3, "_segments": 1, "_terms": 2}


def _is_compiled() -> bool:
    if os.environ.get("DITTOMARK_PURE"):
        return False
    try:
        from dittomark.compare import _chains, _derived, _likeness, _segments, _terms
    except ImportError:  # no compiler where it was installed
        return False
    modules = _chains, _derived, _likeness, _segments, _terms
    return {one.__name__.rpartition(".")[2]: one.RULES for one in modules} == _RULES


COMPILED: Final = _is_compiled()
WHICH: Final = "compiled code" if COMPILED else "Python"
"""What the steps run as here, as the self-test says it."""
