"""One edit of the open file as a `with` statement: committed at its end, rolled back on errors."""

import contextlib
import sqlite3
from types import TracebackType
from typing import TYPE_CHECKING

from dittomark.store.connection import narrow_cache
from dittomark.store.edits import Edit

if TYPE_CHECKING:
    from dittomark.store.store import Store


class Transaction:
    """The return type of `Store.edit`; not a generator, because its overhead delays every step."""

    def __init__(self, store: "Store", operation: str, annotator: str, undoable: bool) -> None:
        self._store = store
        self._what = operation, annotator, undoable

    def __enter__(self) -> Edit:
        operation, annotator, undoable = self._what
        self._edit = self._store.begin(operation, annotator=annotator, undoable=undoable)
        return self._edit

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._store.commit(self._edit)
            else:
                self._store.roll_back(error)
        finally:
            if self._edit.wide:
                with contextlib.suppress(sqlite3.Error):  # the connection of an abandoned file
                    narrow_cache(self._store.connection)
