"""Files read by a worker thread and passed to the GUI thread, one article at a time.

The project belongs to the GUI thread, and only one connection may write; reading files (encodings,
web pages, archives) takes most of the time. So a worker reads ahead, and `items` yields the results
while the window stays responsive.
"""

from collections.abc import Iterator, Sequence
from queue import Empty, Full, Queue
from typing import TYPE_CHECKING, Final, TypedDict

from PySide6.QtCore import QCoreApplication, QEventLoop

from dittomark.errors import Cancelled
from dittomark_gui.background import Background, Report, Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from dittomark.importing import Item

_AHEAD: Final = 400
_WAIT: Final = 0.02
# Qt events are processed after this many items, even if the worker is always ahead.
_ITEMS_PER_PASS: Final = 20


class ReadOptions(TypedDict):
    """The options of `importing.read` and `preview`."""

    format: str | None
    encoding: str | None
    mapping: dict[str, str] | None
    records: str
    dates: str
    fonts: str


class ArticleStream:
    """Reads the files of `paths`; files that cannot be read become items too."""

    def __init__(
        self,
        background: Background,
        paths: Sequence[str],
        options: ReadOptions,
        on_progress: "Callable[[int, int], None]",
    ) -> None:
        self._queue: Queue[Item | BaseException | None] = Queue(_AHEAD)
        self._paths = paths
        self._options = options
        self._cancelled = False
        self._task: Task = background.start(
            self._read, on_done=lambda _result: None, on_progress=on_progress
        )

    def cancel(self) -> None:
        """Stop reading; `items` raises `Cancelled`."""
        self._cancelled = True
        self._task.cancel()

    def items(self) -> "Iterator[Item]":
        """Yield articles, annotations and failures as they are read; processes Qt events meanwhile.

        Raises `Cancelled`, or the exception that reading raised.
        """
        count = 0
        while True:
            item = self._next()
            if item is None:
                return
            if isinstance(item, BaseException):
                raise item
            yield item
            count += 1
            if count % _ITEMS_PER_PASS == 0:
                self.process_events()

    def _next(self) -> "Item | BaseException | None":
        while True:
            try:
                return self._queue.get(timeout=_WAIT)
            except Empty:
                self.process_events()

    def process_events(self) -> None:
        """Process pending Qt events; raises `Cancelled` if the reading was cancelled."""
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if self._cancelled:
            raise Cancelled

    def _read(self, report: Report) -> None:
        from dittomark.importing import Options, read_items

        options = Options(
            format=self._options["format"] or "",
            encoding=self._options["encoding"] or "",
            mapping=self._options["mapping"] or {},
            records=self._options["records"],
            dates=self._options["dates"],
            fonts=self._options["fonts"],
        )
        try:
            for item in read_items(self._paths, options, report=report):
                self._put(item)
            self._put(None)
        except Cancelled:
            raise
        except BaseException as error:  # noqa: BLE001  (raised again in `items`)
            self._put(error)

    def _put(self, item: "Item | BaseException | None") -> None:
        while True:
            if self._cancelled or self._task_is_cancelled():
                raise Cancelled
            try:
                self._queue.put(item, timeout=_WAIT)
            except Full:
                continue
            return

    def _task_is_cancelled(self) -> bool:
        # The worker may put items before the constructor has set the attribute.
        task = getattr(self, "_task", None)
        return task is not None and task.cancelled
