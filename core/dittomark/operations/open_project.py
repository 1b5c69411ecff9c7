"""The state shared by all operations: an open project with its store, scheme, edits and listeners.

An operation is a function of this package whose first parameter is an `OpenProject`;
`dittomark.project` lists those that are public as the methods of `Project`.
"""

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
from dittomark.store.reading import from_json
from dittomark.store.rows import ARTICLES, EVENTS, PAIRS, SPANS, Entity
from dittomark.store.store import Store

Value = TypeVar("Value")
Listener = Callable[[Changes], None]


class _Keep(enum.Enum):
    KEEP = "keep"


_LONGEST_ID: Final = 100
THE_NOTE: Final = Message("The note")
KEEP: Final = _Keep.KEEP  # the default of a field that keeps its value if omitted
Keep = Literal[_Keep.KEEP]


class OpenProject:
    """An open project as used by the operations.

    `store` is its file, `annotator` the person whose steps undo reverts by default, `last_changes`
    the changes of the newest operation, `new_id` a function that returns a new id.
    """

    def __init__(
        self, store: Store, *, annotator: str | None, new_id: Callable[[], str] = random_id
    ) -> None:
        self.store = store
        self.annotator = annotator
        self.new_id = new_id
        self.last_changes = Changes("open")
        self._listeners: list[Listener] = []
        self._scheme: LabelScheme | None = None
        self._batch: Edit | None = None

    @property
    def scheme(self) -> LabelScheme:
        """The labels of this project."""
        if self._scheme is None:
            self._scheme = scheme_from_dict(from_json(self.store.meta("scheme")) or {})
        return self._scheme

    def adopt_scheme(self, scheme: LabelScheme) -> None:
        """Adopt the scheme that the edit in progress has written."""
        self._scheme = scheme

    def forget_scheme(self) -> None:
        """Discard the cached scheme, so that it is read again when needed."""
        self._scheme = None

    def listen(self, callback: Listener) -> Callable[[], None]:
        """Call `callback` with the `Changes` of every operation; returns a function to stop."""
        self._listeners.append(callback)

        def stop() -> None:
            with contextlib.suppress(ValueError):
                self._listeners.remove(callback)

        return stop

    @contextlib.contextmanager
    def edit(
        self, operation: str, *, annotator: str | None = None, undoable: bool = True
    ) -> Iterator[Edit]:
        """Run one operation: durable when the block ends; then the listeners are called.

        Undo skips an edit that is not `undoable`.
        """
        if self._batch is not None:
            with self._batch.part():
                yield self._batch
            return
        who = annotator if annotator is not None else (self.annotator or "")
        try:
            with self.store.edit(operation, annotator=who, undoable=undoable) as edit:
                yield edit
        except BaseException:
            self.forget_scheme()
            raise
        self._notify(edit.changes())

    def sign(self, edit: Edit, annotator: str, *, operation: str | None = None) -> None:
        """Set annotator and operation of an edit, if a query determines them; not in a batch."""
        if edit is not self._batch:
            edit.annotator = annotator
            edit.operation = operation or edit.operation

    @contextlib.contextmanager
    def batch(self, operation: str, *, annotator: str | None = None) -> Iterator[None]:
        """Join all operations of the block: durable together, one step of undo, one notification.

        An operation that raises inside is rolled back; if the exception leaves the block, the whole
        block is. The `Changes` returned by operations inside are not complete: use a listener, or
        read `last_changes` after the block.
        """
        with self.edit(operation, annotator=annotator) as edit:
            self._batch = edit
            try:
                yield
            finally:
                self._batch = None

    def _notify(self, changes: Changes) -> None:
        self.last_changes = changes
        if changes.scheme:
            self.forget_scheme()
        if changes:
            for listener in tuple(self._listeners):
                listener(changes)

    # --- look-ups ------------------------------------------------------------------------------

    def found(self, entity: Entity[Value], row_id: str, what: Message) -> Value:
        """Return a row; raises `NotFoundError`, whose message calls it `what`."""
        value = self.store.get(entity, row_id)
        if value is None:
            raise not_found(what, row_id)
        return value

    def article_info(self, article_id: str) -> ArticleInfo:
        """Return one article without its text; raises `NotFoundError`."""
        return self.found(ARTICLES, article_id, Message("article"))

    def pair(self, pair_id: str) -> Pair:
        """Return one pair; raises `NotFoundError`."""
        return self.found(PAIRS, pair_id, Message("pair"))

    def span(self, span_id: str) -> Span:
        """Return one span; raises `NotFoundError`."""
        return self.found(SPANS, span_id, Message("span"))

    def event(self, event_id: str) -> Event:
        """Return one event; raises `NotFoundError`."""
        return self.found(EVENTS, event_id, Message("event"))


def not_found(what: Message, row_id: str) -> NotFoundError:
    """Return the error for a row that the project does not have."""
    plain = " ".join(str(row_id).split())[:_LONGEST_ID]  # in a damaged file it may have any length
    return NotFoundError("There is no {what} {row_id} in this project.", what=what, row_id=plain)


def named(annotator: str) -> str:
    """Return the annotator's name; raises `InvalidAnnotationError` if there is none."""
    name = annotator.strip()
    if not name:
        raise InvalidAnnotationError("Say who annotates: the annotator's name is empty.")
    return name


def storable(text: str, what: Message) -> str:
    """Return the text; raises `InvalidAnnotationError` for lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InvalidAnnotationError(
            "{what} holds half a character (a lone surrogate) at offset {offset}.",
            what=what,
            offset=error.start,
        ) from None
    return text
