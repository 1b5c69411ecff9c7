"""The project: one `.ditto` file with articles and everything people say of them.

Every operation is on disk when it returns. Listeners hear what changed.
"""

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from dittomark import ids
from dittomark.errors import ProjectFileError
from dittomark.history import HistoryOperations
from dittomark.labels import LabelScheme
from dittomark.operations.datasets import DatasetOperations
from dittomark.operations.lists import ListOperations
from dittomark.operations.scheme import SchemeOperations, check_scheme
from dittomark.operations.suggestions import SuggestionOperations
from dittomark.store.connection import check_header, plain_errors, prepare_schema
from dittomark.store.rows import to_json
from dittomark.store.schema import migrate
from dittomark.store.store import Clock, Store, utc_now


class Project(
    DatasetOperations,
    ListOperations,
    SuggestionOperations,
    SchemeOperations,
    HistoryOperations,
):
    """An open project file. Belongs to the thread that opened it; close it, or use `with`."""

    @classmethod
    def create(
        cls,
        path: str | os.PathLike[str],
        *,
        name: str | None = None,
        scheme: LabelScheme | None = None,
        annotator: str | None = None,
        clock: Clock = utc_now,
        new_id: Callable[[], str] = ids.random_id,
    ) -> Self:
        """Make a new project file and open it; raises `ProjectFileError` if the path is taken."""
        place = Path(path)
        scheme = scheme or LabelScheme()
        check_scheme(scheme)
        _claim(place)
        store = Store(place, clock=clock)
        try:
            with plain_errors(place):
                migrate(store.connection)
            project = cls(store, annotator=annotator, new_id=new_id)
            with project._edit("create") as edit:
                edit.state = "record"
                edit.set_meta("project", ids.random_id())
                edit.set_meta("name", name or place.stem)
                edit.set_meta("scheme", to_json(dataclasses.asdict(scheme)))
            # Out of the write-ahead log: until then the file's header does not say what it is, and
            # a second connection (an export's) would take it for another program's database.
            store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except BaseException:
            store.close()
            place.unlink(missing_ok=True)
            raise
        return project

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        read_only: bool = False,
        annotator: str | None = None,
        clock: Clock = utc_now,
        new_id: Callable[[], str] = ids.random_id,
    ) -> Self:
        """Open a project file; `annotator` is whose steps undo takes back by default.

        A file that may not be written to is opened for reading only (`project.read_only`).
        Raises `ProjectFileError` with one sentence for anything that is not a healthy project.
        """
        place = Path(path)
        check_header(place)
        store = Store(place, read_only=read_only or not _writable(place), clock=clock)
        try:
            with plain_errors(place):
                prepare_schema(store.connection, place, read_only=store.read_only)
        except BaseException:
            store.close()
            raise
        return cls(store, annotator=annotator, new_id=new_id)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed; `why_read_only` says why."""
        return self._store.read_only

    @property
    def why_read_only(self) -> str:
        """One sentence for the user; meaningful when `read_only`."""
        return self._store.why_read_only if self.read_only else ""

    def close(self) -> None:
        """Close the file. Everything was saved before."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _claim(path: Path) -> None:
    """Create the empty file, so that nobody's file is ever overwritten."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        raise ProjectFileError(f"{path} exists already: choose another name.") from None
    except FileNotFoundError:
        raise ProjectFileError(f"There is no folder {path.parent}.") from None
    except OSError as error:
        raise ProjectFileError(f"{path} can't be made: {error.strerror or error}.") from None


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)
