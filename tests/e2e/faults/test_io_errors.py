"""Failing writes and syncs, and power cuts: acknowledged work stays, other work leaves no half."""

import contextlib
import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

apsw = pytest.importorskip("apsw")

from tests.helpers.children import times  # noqa: E402
from tests.helpers.command import run  # noqa: E402
from tests.helpers.faulty_disk import FaultySqlite  # noqa: E402
from tests.helpers.projects import make_project  # noqa: E402

from dittomark.errors import ProjectFileError  # noqa: E402
from dittomark.project import Project  # noqa: E402
from dittomark.store import connection  # noqa: E402


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        return project.path


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultySqlite]:
    disk = FaultySqlite()
    monkeypatch.setattr(connection, "sqlite3", disk)
    yield disk
    disk.remove()


@pytest.mark.parametrize("error", [apsw.IOError, apsw.FullError])
def test_a_write_or_sync_that_fails(
    path: Path, disk: FaultySqlite, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    acknowledged: set[str] = set()
    failures = 0
    for step in range(14):
        with Project.open(path) as project:
            article = project.article_ids()[0]
            disk.faults.at, disk.faults.error = step, error
            with contextlib.suppress(ProjectFileError):
                for start in range(6):
                    label = ("caption", "navigation")[step % 2]
                    span = project.annotate_span(
                        article, start, start + step + 1, label=label, annotator="A"
                    )
                    acknowledged.add(span.id)
            if disk.faults.failed:
                failures += 1
                with pytest.raises(ProjectFileError, match="the last step was not kept"):
                    project.rename("while the disk fails")
            disk.faults.at = None
            assert {span.id for span in project.spans()} >= acknowledged  # reading goes on
            event = project.add_event(title=f"after {step}")  # and writing, when the disk is back
            assert project.event(event.id) == event
    assert failures >= 10
    monkeypatch.undo()
    with Project.open(path) as project:
        assert acknowledged <= {span.id for span in project.spans()}
    assert run("check", path, "--json").json["problems"] == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the power is cut in a forked process")
@pytest.mark.skipif(sys.platform == "darwin", reason="forking is not safe there")
@pytest.mark.parametrize("has_wal", [True, False], ids=["WAL", "network share"])
def test_the_power_goes(path: Path, has_wal: bool) -> None:
    """A child process annotates; at some write all files revert to their last sync and it exits."""
    acknowledged: set[str] = set()
    writes = 60 if has_wal else 400  # of a handful of edits: a rollback journal takes more
    for step in range(0, writes, writes // times(12) or 1):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            _annotate_until_the_power_goes(path, step, writing, has_wal=has_wal)
        os.close(writing)
        with os.fdopen(reading) as said:
            acknowledged |= set(said.read().split())
        os.waitpid(child, 0)
        with Project.open(path) as project:
            assert acknowledged <= {span.id for span in project.spans()}
            spans = [
                entry.changes[0].row_id for entry in project.history(operation="annotate_span")
            ]
            assert set(spans) == {span.id for span in project.spans()}
    assert acknowledged
    assert run("check", path, "--json").json["problems"] == []


def _annotate_until_the_power_goes(path: Path, step: int, writing: int, *, has_wal: bool) -> None:
    """Run in the child: report acknowledged steps; never returns."""
    try:
        disk = FaultySqlite(has_wal=has_wal)
        pytest.MonkeyPatch().setattr(connection, "sqlite3", disk)

        def cut() -> None:
            disk.faults.undo_unsynced()
            os._exit(9)

        with Project.open(path) as project:
            mode = project._open.store.value("PRAGMA journal_mode")
            assert mode == ("wal" if has_wal else "delete")
            article = project.article_ids()[0]
            disk.faults.power_cut = cut
            disk.faults.at = step
            for start in range(30):
                label = ("caption", "navigation", "most_read")[step % 3]
                span = project.annotate_span(
                    article, start, start + 2 + step % 9, label=label, annotator="A"
                )
                os.write(writing, f"{span.id}\n".encode())
    finally:
        traceback.print_exc()
        os._exit(1)
