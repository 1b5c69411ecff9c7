"""Whether the steps of the engine run as compiled code: all that have a C file, or none.

The decision is made once, here: compiled code is used if all C files were compiled, and from the
current version of their source. It follows the same rules as the Python code of each step, with
equal results in less time. DITTOMARK_PURE=1 disables it (docs/decisions/0028).
"""

import os
from typing import Final

# The interface version (RULES) of each C file: a module compiled from another version is not used.
_RULES: Final = {
    "_chains": 2,
    "_derived": 3,
    "_grouping": 2,
    "_likeness": 4,
    "_passages": 1,
    "_segments": 1,
    "_terms": 3,
    "_traits": 1,
}


def _is_compiled() -> bool:
    if os.environ.get("DITTOMARK_PURE"):
        return False
    try:
        from dittomark.compare import (
            _chains,
            _derived,
            _grouping,
            _likeness,
            _passages,
            _segments,
            _terms,
            _traits,
        )
    except ImportError:  # no compiler where it was installed
        return False
    modules = (_chains, _derived, _grouping, _likeness, _passages, _segments, _terms, _traits)
    found = {one.__name__.rpartition(".")[2]: getattr(one, "RULES", None) for one in modules}
    return found == _RULES


COMPILED: Final = _is_compiled()
WHICH: Final = "compiled code" if COMPILED else "Python"
"""How the steps run here, as shown by the self-test."""
