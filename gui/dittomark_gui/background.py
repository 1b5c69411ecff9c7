"""Slow work off the GUI thread: values in, values out, with progress and cancel.

A `Task` runs one function in the thread pool. Its callbacks run in the GUI thread, and only while
somebody still wants them: after `cancel()` nothing is called any more, so a late result for a pair
that is no longer shown drops on the floor.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from dittomark.errors import Cancelled
from dittomark.progress import Report

__all__ = ["Background", "Report", "Task"]


class Task(QObject):
    """One function on its way: `progressed(done, total)`, then exactly one of the other two.

    A cancelled task emits nothing.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)  # BaseException
    _reported = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, function: Callable[[Report], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._function = function
        self._cancelled = False
        self.running = True
        # Queued by hand: the worker's thread emits, and the GUI thread must receive.
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def cancelled(self) -> bool:
        """Whether nobody wants the result any more."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the function to stop at its next report, and drop whatever it still brings."""
        self._cancelled = True

    def work(self) -> None:
        """Run the function; called in a worker's thread."""
        result: object = None
        error: BaseException | None = None
        if not self._cancelled:
            try:
                result = self._function(self._report)
            except BaseException as raised:  # noqa: BLE001  (handed on to the GUI thread)
                error = raised
        self._ended.emit(result, error)

    def _report(self, done: int, total: int) -> None:
        if self._cancelled:
            raise Cancelled
        self._reported.emit(done, total)

    def _on_reported(self, done: int, total: int) -> None:
        if not self._cancelled:
            self.progressed.emit(done, total)

    def _on_ended(self, result: object, error: BaseException | None) -> None:
        self.running = False
        if not self._cancelled and not isinstance(error, Cancelled):
            if error is None:
                self.succeeded.emit(result)
            else:
                self.failed.emit(error)
        self.deleteLater()


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.work()


class Background(QObject):
    """Starts tasks and, when the window closes, sees all of them ended."""

    def __init__(
        self, parent: QObject | None = None, *, on_bug: Callable[[BaseException], None]
    ) -> None:
        """`on_bug` gets the error of a task that was given no `on_failed`."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._tasks: list[Task] = []
        self._on_bug = on_bug

    def start(
        self,
        function: Callable[[Report], Any],
        *,
        on_done: Callable[[Any], None],
        on_failed: Callable[[BaseException], None] | None = None,
        on_progress: Callable[[int, int], None] | None = None,
        priority: int = 0,
    ) -> Task:
        """Run `function(report)` in the pool and hand its value to `on_done` in the GUI thread."""
        task = Task(function, self)
        task.succeeded.connect(on_done)
        task.failed.connect(on_failed or self._on_bug)
        if on_progress is not None:
            task.progressed.connect(on_progress)
        self._tasks = [item for item in self._tasks if item.running]
        self._tasks.append(task)
        self._pool.start(_Runnable(task), priority)
        return task

    @property
    def busy(self) -> bool:
        """Whether a task that somebody still wants is running."""
        return any(task.running and not task.cancelled for task in self._tasks)

    def stop(self) -> None:
        """Cancel everything and wait until the threads are idle."""
        for task in self._tasks:
            task.cancel()
        self._pool.clear()
        self._pool.waitForDone()
        self._tasks.clear()
