"""An exception in a method that Qt calls is reported, and the window keeps working."""
# ruff: noqa: ARG002, N802  (methods as Qt calls them)

import importlib
import pkgutil
import sys
from pathlib import Path
from types import FunctionType, TracebackType

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

import dittomark_gui
from dittomark_gui.failures import Failures
from dittomark_gui.override_guard import is_guarded

# Python calls these itself as well: their caller handles their exceptions.
OUR_OWN_CALLS = {"accept", "createHandle", "done", "find", "reject", "setVisible"}


class Broken(QAbstractListModel):
    """A model with rows whose data raises an error."""

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 3

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return int("②")
        return None


class Clumsy(QWidget):
    """Raises an error in every method."""

    def paintEvent(self, event: QPaintEvent) -> None:
        raise ValueError("paint")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        raise ValueError("key")


@pytest.fixture
def caught(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """The errors that reach the hook for uncaught exceptions."""
    found: list[BaseException] = []

    def hook(_kind: type, error: BaseException, _trace: TracebackType | None) -> None:
        found.append(error)

    monkeypatch.setattr(sys, "excepthook", hook)
    return found


def test_a_model_that_raises_is_reported_once_and_its_list_goes_on(
    qtbot: QtBot, caught: list[BaseException]
) -> None:
    view, model = QListView(), Broken()
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    assert model.index(1, 0).data() is None  # nothing comes out of a call of ours either
    assert [str(error) for error in caught] == ["invalid literal for int() with base 10: '②'"]


def test_handlers_of_events_that_raise_are_reported(
    qtbot: QtBot, caught: list[BaseException]
) -> None:
    widget = Clumsy()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.grab()
    QTest.keyClick(widget, Qt.Key.Key_A)
    assert sorted({str(error) for error in caught}) == ["key", "paint"]
    assert len(caught) == 2


def test_what_a_list_fails_in_is_told_and_logged(qtbot: QtBot, tmp_path: Path) -> None:
    class AlsoBroken(Broken):
        def data(
            self,
            index: QModelIndex | QPersistentModelIndex,
            role: int = Qt.ItemDataRole.DisplayRole,
        ) -> object:
            return [][index.row()]

    failures = Failures()
    failures.install(tmp_path)
    try:
        with qtbot.waitSignal(failures.happened) as told:
            assert AlsoBroken().index(0, 0).data() is None
    finally:
        failures.uninstall()
    assert told.args
    assert "IndexError" in told.args[0]
    assert "IndexError" in (tmp_path / "dittomark.log").read_text("utf-8")


def test_whatever_qt_calls_of_ours_is_guarded() -> None:
    for module in pkgutil.walk_packages(dittomark_gui.__path__, "dittomark_gui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    open_to_qt = [
        f"{cls.__module__}.{cls.__name__}.{name}"
        for cls in subclasses(Shiboken.Object)
        if cls.__module__.startswith("dittomark_gui.")
        for name, method in vars(cls).items()
        if isinstance(method, FunctionType)
        and not name.startswith("__")
        and any(
            name in vars(base) for base in cls.__mro__ if base.__module__.startswith("PySide6.")
        )
        and not is_guarded(method)
        and name not in OUR_OWN_CALLS
    ]
    assert open_to_qt == []


def subclasses(of: type) -> set[type]:
    found = {of}
    below: list[type] = type.__subclasses__(of)
    for one in below:
        found |= subclasses(one)
    return found
