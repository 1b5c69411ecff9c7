"""Fields that are computed when they are first read.

Repeats, similar sentences and shared terms take as long to compute as the passages, and a caller
that needs only passages should not wait for them.
"""

import gc
from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

from dittomark.compare.collector import collector_paused

Value = TypeVar("Value")


class OnDemand(Generic[Value]):
    """A dataclass field (without slots) that is set to a value, or to a function that returns it.

    The function is called once, when the field is read; after that it is released with the objects
    it refers to. Two threads that read at the same time may both call it, and get equal values.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> "OnDemand[Value]": ...

    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...

    def __get__(self, instance: object | None, owner: type) -> "OnDemand[Value] | Value":
        if instance is None:
            raise AttributeError(self._name)  # to a dataclass this means: no default value
        value = instance.__dict__[self._name]
        if callable(value):
            if gc.isenabled():
                with collector_paused():
                    value = value()
            else:
                value = value()
            instance.__dict__[self._name] = value
        found: Value = value
        return found

    def __set__(self, instance: object, value: Value | Callable[[], Value]) -> None:
        instance.__dict__[self._name] = value


def worked_out(instance: object) -> dict[str, Any]:
    """Return all fields of an object with their values, computed if need be, for pickling."""
    return {name: getattr(instance, name) for name in instance.__dict__}
