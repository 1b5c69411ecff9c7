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
from dittomark.labels import LabelScheme
from dittomark.operations.datasets import DatasetOperations
from dittomark.operations.decisions import DecisionOperations
from dittomark.operations.history import HistoryOperations
from dittomark.operations.lists import ListOperations
from dittomark.operations.merging import MergeOperations
from dittomark.operations.scheme import SchemeOperations, check_scheme
from dittomark.operations.suggestions import SuggestionOperations
from dittomark.progress import Report
from dittomark.store import backups
from dittomark.store.codecs import to_json
from dittomark.store.connection import PlainErrors
from dittomark.store.disk import remove
from dittomark.store.opening import create_store, open_store
from dittomark.store.store import Clock, utc_now


class Project(
    DatasetOperations,
    DecisionOperations,
    ListOperations,
    MergeOperations,
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
        store = create_store(place, annotator=annotator or "", clock=clock)
        try:
            project = cls(store, annotator=annotator, new_id=new_id)
            with project._edit("create", undoable=False) as edit:
                edit.set_meta("project", ids.random_id())
                edit.set_meta("name", name or place.stem)
                edit.set_meta("scheme", to_json(dataclasses.asdict(scheme)))
            # Out of the write-ahead log: until then the file's header does not say what it is, and
            # a second connection (an export's) would take it for another program's database.
            with PlainErrors(place):
                store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except BaseException:
            store.close()
            remove(place)
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
        take_over: bool = False,
        report: Report | None = None,
    ) -> Self:
        """Open a project file; `annotator` is whose steps undo takes back by default.

        A file that may not be written to, or that is open elsewhere, is opened for reading only:
        `read_only` and `why_read_only` say so. `take_over` disregards an owner on another computer
        (one that crashed). `report` is called while a file that came from elsewhere is checked.
        Raises `ProjectFileError` with one sentence for anything that is not a healthy project.
        """
        store = open_store(
            Path(path),
            read_only=read_only,
            annotator=annotator or "",
            take_over=take_over,
            clock=clock,
            report=report,
        )
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

    @property
    def can_take_over(self) -> bool:
        """Whether `open(path, take_over=True)` may help: another computer says it has the file."""
        return self.read_only and self._store.owned_elsewhere

    def heartbeat(self) -> bool:
        """Say to other computers that the file is in use; call it every minute or so.

        Returns False when the file was taken over, removed or replaced meanwhile: it is read-only
        from then on.
        """
        return self._store.heartbeat()

    def backup_is_due(self, *, just_opened: bool = False) -> bool:
        """Whether to call `dittomark.store.backups.back_up(project.path)`, in a background task.

        It is when the project changed since the last backup and that is 20 minutes ago, or when it
        was `just_opened`.
        """
        return backups.is_due(self.path, self._store.connection, just_opened=just_opened)

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
