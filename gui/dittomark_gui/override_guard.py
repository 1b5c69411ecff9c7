"""Prevents exceptions from leaving Python methods that Qt calls.

Qt calls models, delegates and widgets through methods that our classes override. PySide stores an
exception raised there and raises it in an unrelated later call, or gives Qt nothing where it needs
a result: the program then fails far from the error, or crashes. So every such method is wrapped
when its class is created: the error is reported once, like any other, and Qt gets an empty result.

Importing this module activates the wrapping for all classes created afterwards.
"""

import functools
import sys
import time
from collections.abc import Callable
from types import FunctionType
from typing import Any, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from shiboken6 import Shiboken

# The result for Qt when a method has failed, by the method's name; event handlers return None.
_ANSWERS: Final[dict[str, Callable[[], object]]] = {
    **dict.fromkeys(
        ("addItem", "data", "fetchMore", "headerData", "initStyleOption", "interface_cast", "itemAt",
         "loadResource", "paint", "run", "setGeometry", "takeAt"),
        lambda: None,
    ),
    **dict.fromkeys(("childCount", "columnCount", "count", "rowCount"), int),
    **dict.fromkeys(
        ("canFetchMore", "event", "eventFilter", "focusNextPrevChild", "hasHeightForWidth"), bool
    ),
    **dict.fromkeys(("minimumSize", "minimumSizeHint", "sizeHint"), QSize),
    "heightForWidth": lambda: -1,
    "state": QAccessible.State,
}  # fmt: skip
# Seconds between reports of the same error: a list that is painted calls the same method
# repeatedly.
_QUIET: Final = 60.0
_reported: Final[dict[tuple[str, int], float]] = {}


def _guard_new_class(cls: type, /, **options: object) -> None:
    """Wrap the methods of a new class that override Qt's."""
    super(Shiboken.Object, cls).__init_subclass__(**options)  # type: ignore[misc]
    for name, method in list(vars(cls).items()):
        if isinstance(method, FunctionType) and _overrides(cls, name):
            if name in _ANSWERS:
                setattr(cls, name, _guarded(method, _ANSWERS[name]))
            elif name.endswith("Event"):
                setattr(cls, name, _guarded(method, lambda: None))


def _overrides(cls: type, name: str) -> bool:
    return any(
        name in vars(base) for base in cls.__mro__[1:] if base.__module__.startswith("PySide6.")
    )


def _guarded(method: Callable[..., Any], answer: Callable[[], object]) -> Callable[..., Any]:
    @functools.wraps(method)
    def guarded(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        try:
            return method(*arguments, **options)
        except Exception as error:  # noqa: BLE001  (no exception may reach Qt)
            _report(error)
            return answer()

    return guarded


def _report(error: Exception) -> None:
    """Pass an error to the hook for uncaught exceptions."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else ("", 0)
    now = time.monotonic()
    last = _reported.get(place)
    _reported[place] = now
    if last is None or now - last > _QUIET:
        sys.excepthook(type(error), error, error.__traceback__)


def is_guarded(method: object) -> bool:
    """Return whether a method is wrapped."""
    return getattr(method, "__code__", None) is _WRAPPED_EXAMPLE.__code__


_WRAPPED_EXAMPLE: Final = _guarded(len, int)
Shiboken.Object.__init_subclass__ = classmethod(_guard_new_class)  # type: ignore[assignment]
