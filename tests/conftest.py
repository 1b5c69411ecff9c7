"""Settings that hold for every test."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Windows of tests are on no screen, unless somebody asks for one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The machine's load must not decide a test; a failing example is printed, not kept in a folder.
settings.register_profile("dittomark", deadline=None, database=None)
settings.load_profile("dittomark")


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
