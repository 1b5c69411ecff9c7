"""The view state: what the window shows, held in one place beside the session.

`ViewStore` holds one frozen `ViewState`; widgets and models read it and connect to `changed`. The
choice of layers is a preference and is stored; the rest ends with the program.
"""

from dataclasses import dataclass, replace
from typing import Final, Self

from PySide6.QtCore import QObject, Signal

from dittomark_gui.session import Session


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers that are painted.

    Without `boilerplate`, spans have no hatching but keep their edges and tags: they are the
    annotator's own work. The same is true in blind mode, which hides all results of the machine.
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
        """Return the layers of blind mode: without any results of the machine."""
        return cls(**dict.fromkeys(_FOUND_BY_MACHINE, False))

    def names(self) -> tuple[str, ...]:
        """Return the names of the visible machine layers (empty in blind mode)."""
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
    """The values that several parts of the window depend on.

    `layers` are the chosen layers; `visible_layers` also respects blind mode. `pair_id` is the
    current pair of the queue, which stays while single articles are shown. `article_count` is the
    number of articles when they were last listed.
    """

    blind: bool = False
    layers: Layers = Layers()
    pair_id: str | None = None
    article_count: int = 0

    @property
    def visible_layers(self) -> Layers:
        """The chosen layers, or those of blind mode."""
        return Layers.blind() if self.blind else self.layers


class ViewStore(QObject):
    """Holds the state and emits the names of its changed fields."""

    changed = Signal(frozenset)  # names of ViewState's fields

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
        """The current state."""
        return self._state

    def set_blind(self, blind: bool) -> None:
        """Turn blind mode on or off."""
        self._set(replace(self._state, blind=blind))

    def set_layer(self, name: str, on: bool) -> None:
        """Show or hide one layer (a field of `Layers`), and store the choice."""
        layers = replace(self._state.layers, **{name: on})
        self._settings.update(layers={**self._settings.preferences.layers, name: on})
        self._set(replace(self._state, layers=layers))

    def set_pair(self, pair_id: str | None) -> None:
        """Set the current pair of the queue."""
        self._set(replace(self._state, pair_id=pair_id))

    def set_article_count(self, count: int) -> None:
        """Set the number of listed articles."""
        self._set(replace(self._state, article_count=count))

    def _on_closed(self) -> None:
        self._set(replace(self._state, pair_id=None, article_count=0))

    def _set(self, state: ViewState) -> None:
        before, self._state = self._state, state
        names = (name for name in ViewState.__dataclass_fields__)
        changed = frozenset(name for name in names if getattr(before, name) != getattr(state, name))
        if changed:
            self.changed.emit(changed)
