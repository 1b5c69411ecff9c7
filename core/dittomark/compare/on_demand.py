"""Fields that are worked out when they are first read.

What a comparison finds beside passages (repeats, similar sentences, shared terms) takes as long as
the passages, and whoever wants passages alone should not wait for it.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

from dittomark.compare.collector import collector_paused

Value = TypeVar("Value")


class OnDemand(Generic[Value]):
    """A field of a dataclass (without slots) that is given a value, or a function that returns it.

    The function is called once, when the field is read; after that it is forgotten with all it
    holds. Two threads that read at once may both call it, and get equal values.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> "OnDemand[Value]": ...

    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...

    def __get__(self, instance: object | None, owner: type) -> "OnDemand[Value] | Value":
        if instance is None:
            raise AttributeError(self._name)  # a dataclass asks so whether there is a default
        value = instance.__dict__[self._name]
        if callable(value):
            with collector_paused():
                value = instance.__dict__[self._name] = value()
        found: Value = value
        return found

    def __set__(self, instance: object, value: Value | Callable[[], Value]) -> None:
        instance.__dict__[self._name] = value


def worked_out(instance: object) -> dict[str, Any]:
    """Return all fields of an object with their values: what is pickled of it."""
    return {name: getattr(instance, name) for name in instance.__dict__}
