"""A full disk, a folder that may not be written to: one sentence, nothing lost, reading goes on."""

import ctypes
import sys
from pathlib import Path

import pytest
from tests.helpers.children import last_words, worker
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.annotations import NewArticle
from dittomark.project import Project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX limits and rights")


@pytest.mark.parametrize("kilobytes", [40, 200, 700])
def test_a_full_disk(tmp_path: Path, kilobytes: int) -> None:
    with make_project(tmp_path) as project:
        path = project.path
        [long] = project.add_articles([_long_article()]).added
        project.annotate_span(long, 0, 2000, label="caption", annotator="A")
    with worker("fill", path, kilobytes) as child:
        assert child.stdout is not None
        said = [line.split(maxsplit=1) for line in child.stdout]
    words = dict(said)
    assert "the last step was not kept" in words["error"]
    assert words["readable"].strip() == "True"
    done = [rest.split()[0] for kind, rest in said if kind == "span"]
    with Project.open(path) as project:
        assert not project.read_only
        assert set(done) <= {span.id for span in project.spans()}
        project.annotate_span(long, 5, 25, label="caption", annotator="A")
    assert run("check", path, "--json").json["problems"] == []


def _long_article() -> NewArticle:
    return NewArticle("x" * 10_000)


def without_rights() -> None:
    """Take from root the right to write where nobody else may (Linux: CAP_DAC_OVERRIDE)."""
    drop_from_bounding_set, dac_override = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="root's rights are taken by prctl")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        path = project.path
    tmp_path.chmod(0o555)
    try:
        words = last_words("look", path, preexec_fn=without_rights)
    finally:
        tmp_path.chmod(0o755)
    assert words["read_only"] == "True"
    assert "reading only" in words["why"]
    assert words["articles"] == "3"
