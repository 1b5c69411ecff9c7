"""How the functions of this package become the methods of `Project`."""

from collections.abc import Callable
from types import MethodType
from typing import Concatenate, Generic, ParamSpec, Protocol, TypeVar, cast, overload

from dittomark.operations.open_project import OpenProject

Arguments = ParamSpec("Arguments")
Result_co = TypeVar("Result_co", covariant=True)


class HasOpenProject(Protocol):
    """A class with operations, and the open project on which they work."""

    _open: OpenProject


class operation(Generic[Arguments, Result_co]):  # noqa: N801  (used like `property`)
    """A method that hands its arguments to a function of the open project.

    `articles = operation(articles.articles)` in the body of a class: `project.articles()` calls
    `articles.articles(project._open)`. The class itself gives the plain function, so that `help`
    and reference pages show its signature and docstring.
    """

    def __init__(self, function: Callable[Concatenate[OpenProject, Arguments], Result_co]) -> None:
        self.function = function
        self.__doc__ = function.__doc__

    @overload
    def __get__(
        self, instance: None, owner: type
    ) -> Callable[Concatenate[OpenProject, Arguments], Result_co]: ...

    @overload
    def __get__(self, instance: HasOpenProject, owner: type) -> Callable[Arguments, Result_co]: ...

    def __get__(self, instance: HasOpenProject | None, owner: type) -> Callable[..., Result_co]:
        if instance is None:
            return self.function
        bound = MethodType(self.function, instance._open)  # noqa: SLF001  (its own half)
        return cast("Callable[..., Result_co]", bound)
