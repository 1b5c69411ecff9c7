"""What every group of operations shares: the store, the label scheme, edits and their listeners."""

import contextlib
import enum
from collections.abc import Callable, Iterator
from typing import Final, Literal, TypeVar

from dittomark.annotations import ArticleInfo, Changes, Event, Pair, Span
from dittomark.errors import InvalidAnnotationError, NotFoundError
from dittomark.ids import random_id
from dittomark.labels import LabelScheme, scheme_from_dict
from dittomark.messages import Message
from dittomark.store.edits import Edit
from dittomark.store.rows import ARTICLES, EVENTS, PAIRS, SPANS, Entity
from dittomark.store.store import Store, from_json

Value = TypeVar("Value")
Listener = Callable[[Changes], None]


class _Keep(enum.Enum):
    KEEP = "keep"


_LONGEST_ID: Final = 100
THE_NOTE: Final = Message("The note")
KEEP: Final = _Keep.KEEP  # the default of a field that keeps its value when it is left out
Keep = Literal[_Keep.KEEP]


class ProjectBase:
    """The open project: what the groups of operations build on."""

    annotator: str | None

    def __init__(
        self, store: Store, *, annotator: str | None, new_id: Callable[[], str] = random_id
    ) -> None:
        self.annotator = annotator
        self.last_changes = Changes("open")
        self._store = store
        self._new_id = new_id
        self._listeners: list[Listener] = []
        self._scheme: LabelScheme | None = None
        self._batch: Edit | None = None

    @property
    def scheme(self) -> LabelScheme:
        """The labels of this project."""
        if self._scheme is None:
            self._scheme = scheme_from_dict(from_json(self._store.meta("scheme")) or {})
        return self._scheme

    def listen(self, callback: Listener) -> Callable[[], None]:
        """Call `callback` with the `Changes` of every operation; returns what ends that."""
        self._listeners.append(callback)

        def stop() -> None:
            with contextlib.suppress(ValueError):
                self._listeners.remove(callback)

        return stop

    @contextlib.contextmanager
    def _edit(
        self, operation: str, *, annotator: str | None = None, undoable: bool = True
    ) -> Iterator[Edit]:
        """One operation: durable when the block ends; then the listeners hear of it.

        Undo passes by an edit that is not `undoable`.
        """
        if self._batch is not None:
            with self._batch.part():
                yield self._batch
            return
        who = annotator if annotator is not None else (self.annotator or "")
        try:
            with self._store.edit(operation, annotator=who, undoable=undoable) as edit:
                yield edit
        except BaseException:
            self._scheme = None
            raise
        self._tell(edit.changes())

    def _sign(self, edit: Edit, annotator: str, *, operation: str | None = None) -> None:
        """Say whose edit it is, and what, if only a look could tell; a batch has its own names."""
        if edit is not self._batch:
            edit.annotator = annotator
            edit.operation = operation or edit.operation

    @contextlib.contextmanager
    def batch(self, operation: str, *, annotator: str | None = None) -> Iterator[None]:
        """Make all operations of the block one: durable together, one step of undo, told once.

        An operation that raises inside leaves nothing of its own; if the block lets the error
        out, nothing of the block is kept. What operations return as `Changes` inside is not
        theirs: listen, or read `last_changes` after the block.
        """
        with self._edit(operation, annotator=annotator) as edit:
            self._batch = edit
            try:
                yield
            finally:
                self._batch = None

    def _tell(self, changes: Changes) -> None:
        self.last_changes = changes
        if changes.scheme:
            self._scheme = None
        if changes:
            for listener in tuple(self._listeners):
                listener(changes)

    # --- finding what a call names --------------------------------------------------------------

    def _found(self, entity: Entity[Value], row_id: str, what: Message) -> Value:
        value = self._store.get(entity, row_id)
        if value is None:
            raise not_found(what, row_id)
        return value

    def _article_info(self, article_id: str) -> ArticleInfo:
        return self._found(ARTICLES, article_id, Message("article"))

    def _pair(self, pair_id: str) -> Pair:
        return self._found(PAIRS, pair_id, Message("pair"))

    def _span(self, span_id: str) -> Span:
        return self._found(SPANS, span_id, Message("span"))

    def _event(self, event_id: str) -> Event:
        return self._found(EVENTS, event_id, Message("event"))


def not_found(what: Message, row_id: str) -> NotFoundError:
    """Return the error that says that the project has no such row."""
    plain = " ".join(str(row_id).split())[:_LONGEST_ID]  # in a damaged file it may be anything
    return NotFoundError("There is no {what} {row_id} in this project.", what=what, row_id=plain)


def named(annotator: str) -> str:
    """Return the annotator's name; raises `InvalidAnnotationError` if there is none."""
    name = annotator.strip()
    if not name:
        raise InvalidAnnotationError("Say who annotates: the annotator's name is empty.")
    return name


def storable(text: str, what: Message) -> str:
    """Return the text; raises `InvalidAnnotationError` for half characters (lone surrogates)."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InvalidAnnotationError(
            "{what} holds half a character (a lone surrogate) at offset {offset}.",
            what=what,
            offset=error.start,
        ) from None
    return text
