"""What is shown right now, held in one place beside the session.

`ViewStore` keeps one frozen `ViewState`; panels and models read it and follow `changed`. Which
layers are on is a preference of the person and is remembered; the rest ends with the program.
"""

from dataclasses import dataclass, replace
from typing import Final, Self

from PySide6.QtCore import QObject, Signal

from dittomark_gui.session import Session


@dataclass(frozen=True, slots=True)
class Layers:
    """Which layers are painted.

    Where `boilerplate` is off, spans keep their edge and their tag but not the hatching: they are
    the annotator's own work and stay reachable. The same holds in blind mode, which hides all that
    the machine found.
    """

    passages: bool = True
    edits: bool = True
    similar_sentences: bool = False
    shared_terms: bool = False
    weak: bool = False
    repeats: bool = True
    boilerplate: bool = True
    suggestions: bool = True
    search: bool = True

    @classmethod
    def blind(cls) -> Self:
        """Return the layers with everything off that the machine found."""
        return cls(**dict.fromkeys(_FOUND_BY_MACHINE, False))

    def names(self) -> tuple[str, ...]:
        """Return the names of the machine's layers that are on (empty in blind mode)."""
        return tuple(name for name in _FOUND_BY_MACHINE if getattr(self, name))


_FOUND_BY_MACHINE: Final = (
    "passages",
    "edits",
    "similar_sentences",
    "shared_terms",
    "weak",
    "repeats",
    "suggestions",
)


@dataclass(frozen=True, slots=True)
class ViewState:
    """Values that several parts of the window show.

    `layers` are those the person chose; `visible_layers` those that may show. `pair_id` is the
    place in the queue, which stays while single articles are looked at. `article_count` is how
    many articles the project had when they were last listed.
    """

    blind: bool = False
    layers: Layers = Layers()
    pair_id: str | None = None
    article_count: int = 0

    @property
    def visible_layers(self) -> Layers:
        """The layers as far as blind mode lets anything show."""
        return Layers.blind() if self.blind else self.layers


class ViewStore(QObject):
    """Holds the state and tells which of its fields changed."""

    changed = Signal(frozenset)  # names of fields of ViewState

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._settings = session.settings
        known = set(Layers.__dataclass_fields__)
        chosen = self._settings.preferences.layers
        layers = Layers(**{name: on for name, on in chosen.items() if name in known})
        self._state = ViewState(layers=layers)
        session.closed.connect(self._on_closed)

    @property
    def state(self) -> ViewState:
        """The state now."""
        return self._state

    def set_blind(self, blind: bool) -> None:
        """Hide everything the machine found, or show it again."""
        self._set(replace(self._state, blind=blind))

    def set_layer(self, name: str, on: bool) -> None:
        """Show or hide one layer (a field of `Layers`); the choice is remembered."""
        layers = replace(self._state.layers, **{name: on})
        self._settings.update(layers={**self._settings.preferences.layers, name: on})
        self._set(replace(self._state, layers=layers))

    def set_pair(self, pair_id: str | None) -> None:
        """Move the place in the queue."""
        self._set(replace(self._state, pair_id=pair_id))

    def set_article_count(self, count: int) -> None:
        """Keep how many articles were just listed."""
        self._set(replace(self._state, article_count=count))

    def _on_closed(self) -> None:
        self._set(replace(self._state, pair_id=None, article_count=0))

    def _set(self, state: ViewState) -> None:
        before, self._state = self._state, state
        names = (name for name in ViewState.__dataclass_fields__)
        changed = frozenset(name for name in names if getattr(before, name) != getattr(state, name))
        if changed:
            self.changed.emit(changed)
