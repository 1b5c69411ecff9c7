"""Articles read in a worker's thread and handed to the GUI thread, a few at a time.

The project belongs to the GUI thread, and only one connection may write; reading files (encodings,
web pages, archives) is what takes long. So a worker reads ahead, and `articles` yields what it
read while the window stays alive.
"""

from collections.abc import Iterator, Sequence
from queue import Empty, Full, Queue
from typing import TYPE_CHECKING, Final, TypedDict

from PySide6.QtCore import QCoreApplication, QEventLoop

from dittomark.annotations import NewArticle
from dittomark.errors import Cancelled
from dittomark_gui.background import Background, Report, Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from dittomark.importing import Failure

_AHEAD: Final = 400
_WAIT: Final = 0.02
# The window breathes after so many articles even if the worker is always ahead.
_BREATH: Final = 20


class ReadOptions(TypedDict):
    """What `importing.read` and `preview` are told."""

    format: str | None
    encoding: str | None
    mapping: dict[str, str] | None


class ArticleStream:
    """Reads `paths`; `failures` collects what can't be read. `cancel` ends it at once."""

    def __init__(
        self,
        background: Background,
        paths: Sequence[str],
        options: ReadOptions,
        on_progress: "Callable[[int, int], None]",
    ) -> None:
        self.failures: list[Failure] = []
        self._queue: Queue[NewArticle | Failure | BaseException | None] = Queue(_AHEAD)
        self._paths = paths
        self._options = options
        self._cancelled = False
        self._task: Task = background.start(
            self._read, on_done=lambda _result: None, on_progress=on_progress
        )

    def cancel(self) -> None:
        """Stop reading; `articles` raises `Cancelled`."""
        self._cancelled = True
        self._task.cancel()

    def articles(self) -> Iterator[NewArticle]:
        """Yield the articles as they are read, keeping the window alive in between.

        Raises `Cancelled`, or whatever reading raised.
        """
        count = 0
        while True:
            item = self._next()
            if item is None:
                return
            if isinstance(item, BaseException):
                raise item
            if isinstance(item, NewArticle):
                yield item
            else:
                self.failures.append(item)
            count += 1
            if count % _BREATH == 0:
                self._breathe()

    def _next(self) -> "NewArticle | Failure | BaseException | None":
        while True:
            try:
                return self._queue.get(timeout=_WAIT)
            except Empty:
                self._breathe()

    def _breathe(self) -> None:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if self._cancelled:
            raise Cancelled

    def _read(self, report: Report) -> None:
        from dittomark.importing import read

        try:
            for item in read(self._paths, report=report, **self._options):
                self._put(item)
            self._put(None)
        except Cancelled:
            raise
        except BaseException as error:  # noqa: BLE001  (raised again where it is heard)
            self._put(error)

    def _put(self, item: "NewArticle | Failure | BaseException | None") -> None:
        while True:
            if self._cancelled or self._task_is_cancelled():
                raise Cancelled
            try:
                self._queue.put(item, timeout=_WAIT)
            except Full:
                continue
            return

    def _task_is_cancelled(self) -> bool:
        # The first items may come before the constructor has kept the task.
        task = getattr(self, "_task", None)
        return task is not None and task.cancelled
