"""The available suggesters: ours, those of installed packages, and programs of this user.

A package declares a suggester as an entry point of the group `dittomark.suggesters`: the name is
its key, the object a class or function that returns a `Suggester`. It is imported on use; its name
and kinds are known afterwards, or after `meeting.meet_packages`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Literal, cast

from dittomark.annotations import SuggestionKind
from dittomark.errors import NotFoundError, UserError
from dittomark.messages import Message
from dittomark.suggesting.packages import entries, known_facts
from dittomark.suggesting.programs import ProgramSuggester, load_programs
from dittomark.suggesting.protocol import Suggester

Provider = Literal["built-in", "package", "program"]
_KINDS: Final = frozenset({"span", "relation", "event", "pair", "link"})


@dataclass(frozen=True, slots=True)
class Registered:
    """An available suggester; `load` creates it, and raises `UserError` on failure.

    `kinds` and `name` are empty if they are not known before it is loaded.
    """

    key: str
    name: str
    provider: Provider
    kinds: frozenset[SuggestionKind]
    load: Callable[[], Suggester]


# Key, name, kinds, and the path of the class, which is imported on use.
_BUILT_IN: Final[tuple[tuple[str, Message, frozenset[SuggestionKind], str], ...]] = (
    (
        "boilerplate",
        Message("Boilerplate"),
        frozenset({"span"}),
        "dittomark.suggesting.boilerplate:BoilerplateSuggester",
    ),
    (
        "events",
        Message("Events"),
        frozenset({"event"}),
        "dittomark.suggesting.events:EventSuggester",
    ),
    (
        "shared-passages",
        Message("Candidate pairs: articles that share passages"),
        frozenset({"pair", "relation"}),
        "dittomark.suggesting.pair_suggesters:PassagePairSuggester",
    ),
    (
        "same-event",
        Message("Candidate pairs: articles on one event"),
        frozenset({"pair", "relation"}),
        "dittomark.suggesting.pair_suggesters:SameEventSuggester",
    ),
)


def suggesters() -> list[Registered]:
    """Return every suggester, ours first; of two with one key the first counts.

    Raises `UserError` if the list of this user's programs can't be read.
    """
    found: dict[str, Registered] = {}
    for each in (*_built_in(), *_packages(), *_programs()):
        found.setdefault(each.key, each)
    return list(found.values())


def suggester_named(key: str) -> Registered:
    """Return a suggester by its key; raises `NotFoundError` with the available keys."""
    everything = suggesters()
    for each in everything:
        if each.key == key:
            return each
    raise NotFoundError(
        "There is no suggester “{name}”. There are: {names}.",
        name=key,
        names=", ".join(each.key for each in everything),
    )


def refuse_taken(name: str) -> None:
    """Raise `UserError` if a built-in suggester or a package has that name, and so priority."""
    for each in (*_built_in(), *_packages()):
        if each.key == name:
            raise UserError("There is a suggester “{name}” already: take another name.", name=name)


def _built_in() -> Iterable[Registered]:
    for key, name, kinds, place in _BUILT_IN:
        module, _, attribute = place.partition(":")

        def load(module: str = module, attribute: str = attribute) -> Suggester:
            return cast("Suggester", getattr(import_module(module), attribute)())

        yield Registered(key, name, "built-in", kinds, load)


def _packages() -> Iterable[Registered]:
    points = entries()
    facts = known_facts(points)
    for point in points:

        def load(point=point) -> Suggester:  # type: ignore[no-untyped-def]  # noqa: ANN001
            try:
                suggester = point.load()()
            except Exception as error:
                raise UserError(
                    "The suggester “{name}” can't be loaded: {kind}: {reason}",
                    name=point.name,
                    kind=type(error).__name__,
                    reason=str(error),
                ) from error
            return _checked(point.name, suggester)

        known = facts.get(point.name)
        kinds: frozenset[SuggestionKind] = frozenset() if known is None else known.kinds
        name = point.name if known is None else known.name
        yield Registered(point.name, name, "package", kinds, load)


def _programs() -> Iterable[Registered]:
    for program in load_programs():

        def load(program=program) -> Suggester:  # type: ignore[no-untyped-def]  # noqa: ANN001
            return ProgramSuggester(program)

        yield Registered(program.name, program.name, "program", program.kinds, load)


def _checked(key: str, suggester: object) -> Suggester:
    """Return a package's object if it is a suggester with that key; raises `UserError`."""
    missing = [
        name
        for name in ("key", "name", "version", "kinds", "suggest")
        if not hasattr(suggester, name)
    ]
    if missing:
        raise UserError(
            "“{name}” is no suggester: it has no {missing}.",
            name=key,
            missing=", ".join(missing),
        )
    found = cast("Suggester", suggester)
    if found.key != key:
        raise UserError(
            "The suggester announced as “{name}” calls itself “{key}”.",
            name=key,
            key=str(found.key),
        )
    if not isinstance(found.kinds, frozenset | set):
        raise UserError(
            "The “kinds” of “{name}” are no set: write frozenset({example}).",
            name=key,
            example='{"span"}',
        )
    if not found.kinds <= _KINDS:
        raise UserError(
            "“{name}” suggests what Dittomark does not know: {kinds}.",
            name=key,
            kinds=", ".join(sorted(found.kinds - _KINDS)),
        )
    return found
