"""Runs slow work in worker threads: values in, values out, with progress and cancelling.

A `Task` runs one function in the thread pool. Its callbacks run in the GUI thread, and only until
`cancel()` is called: a late result, for instance for a pair that is no longer shown, is dropped.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from dittomark.errors import Cancelled
from dittomark.progress import Report

__all__ = ["Background", "Report", "Task"]


class Task(QObject):
    """One function call in a worker thread: emits `progressed`, then `succeeded` or `failed` once.

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
        # Explicitly queued: the worker thread emits, the GUI thread receives.
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled

    def cancel(self) -> None:
        """Make the function raise `Cancelled` at its next report, and drop its result."""
        self._cancelled = True

    def work(self) -> None:
        """Run the function; called in a worker thread."""
        result: object = None
        error: BaseException | None = None
        if not self._cancelled:
            try:
                result = self._function(self._report)
            except BaseException as raised:  # noqa: BLE001  (passed to the GUI thread)
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
    """Starts tasks, and ends all of them when the window closes."""

    def __init__(
        self, parent: QObject | None = None, *, on_bug: Callable[[BaseException], None]
    ) -> None:
        """`on_bug` is called with the error of a task without `on_failed`."""
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
        """Run `function(report)` in the pool; `on_done` gets its result in the GUI thread."""
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
        """Whether any task is running that was not cancelled."""
        return any(task.running and not task.cancelled for task in self._tasks)

    def stop(self) -> None:
        """Cancel all tasks and wait until the threads are idle."""
        for task in self._tasks:
            task.cancel()
        self._pool.clear()
        self._pool.waitForDone()
        self._tasks.clear()
