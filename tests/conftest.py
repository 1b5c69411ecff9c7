"""Settings that hold for every test."""

import gc
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Windows of tests are on no screen, unless somebody asks for one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The machine's load must not decide a test; a failing example is printed, not kept in a folder.
settings.register_profile("dittomark", deadline=None, database=None)
settings.load_profile("dittomark")


def _let_threads_import() -> None:
    """Let slipcover 1.1 look for functions in a module that another thread is just filling.

    It goes through the module's names themselves, which may then grow under it ("dictionary changed
    size during iteration"), and whatever test runs at that moment fails.
    """
    if (slipcover := sys.modules.get("slipcover.slipcover")) is None:
        return
    find = slipcover.Slipcover.find_functions

    def find_in_copy(items: Iterable[Any], visited: set[Any]) -> list[Any]:
        found: list[Any] = find(list(items), visited)
        return found

    slipcover.Slipcover.find_functions = staticmethod(find_in_copy)


_let_threads_import()


@pytest.fixture(autouse=True, scope="session")
def user_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep backups and settings of tests out of the user's own folder."""
    folder = tmp_path_factory.mktemp("user-data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DITTOMARK_DATA", str(folder))
        yield folder


def pytest_collection_finish() -> None:
    """Spare what was imported: collecting garbage need not go through it again in every test."""
    gc.collect()
    gc.freeze()
