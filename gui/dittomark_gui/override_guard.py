"""No exception leaves a method of ours that Qt calls.

Qt asks models, delegates and widgets by methods that our classes override. PySide keeps what such a
method raises and lets it out of whatever Python calls next, or hands Qt nothing where it wants an
answer: the program then breaks far from the mistake, or crashes. So every such method is wrapped when
its class is made: a failure is reported once, as any other is, and Qt gets an empty answer.

Importing this module puts the guard up, for all classes that are made afterwards.
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

# What Qt gets where the method failed, by the method's name; handlers of events give nothing.
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
# A list that is painted asks again and again: one report of a place in so many seconds is enough.
_QUIET: Final = 60.0
_reported: Final[dict[tuple[str, int], float]] = {}


def _guard_new_class(cls: type, /, **options: object) -> None:
    """Wrap what a new class overrides of Qt's."""
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
        except Exception as error:  # noqa: BLE001  (whatever it is, it must not reach Qt)
            _report(error)
            return answer()

    return guarded


def _report(error: Exception) -> None:
    """Hand a failure to who reports what nobody caught."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else ("", 0)
    now = time.monotonic()
    told = _reported.get(place)
    _reported[place] = now
    if told is None or now - told > _QUIET:
        sys.excepthook(type(error), error, error.__traceback__)


def is_guarded(method: object) -> bool:
    """Say whether a method is one that the guard has wrapped."""
    return getattr(method, "__code__", None) is _SPECIMEN.__code__


_SPECIMEN: Final = _guarded(len, int)
Shiboken.Object.__init_subclass__ = classmethod(_guard_new_class)  # type: ignore[assignment]
