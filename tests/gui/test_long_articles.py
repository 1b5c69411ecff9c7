"""Long articles are compared in a subprocess, and the window stays responsive."""

import multiprocessing
from pathlib import Path

import pytest
from tests.helpers.compare_samples import HARBOUR, MORNING, ONLINE
from tests.helpers.window import Person

from dittomark.annotations import NewArticle, NewPair
from dittomark.compare import compare
from dittomark.project import Project
from dittomark.system import subprocess_call
from dittomark_gui.work import comparing


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project of two pairs whose articles count as long."""
    monkeypatch.setattr(comparing, "LONG", 0)
    path = tmp_path / "work.ditto"
    with Project.create(path, annotator="A1") as project:
        texts = (MORNING, ONLINE, HARBOUR, HARBOUR.upper())
        ids = project.add_articles(NewArticle(text) for text in texts).added
        project.add_pairs([NewPair(ids[0], ids[1], score=0.9), NewPair(ids[2], ids[3], score=0.1)])
    return path


def assert_compared(person: Person) -> None:
    """The shown passages are those of the shown articles."""
    workspace = person.window.parts.workspace
    assert workspace.comparison == compare(*(article.text for article in workspace.articles))


def test_long_articles_show_the_same_passages(person: Person, project: Path) -> None:
    person.open_project(project)
    assert_compared(person)


def test_who_goes_on_waits_for_nothing(person: Person, project: Path) -> None:
    person.window.parts.projects.open(project)
    person.do("next_pair")
    person.settle()
    assert_compared(person)
    assert multiprocessing.active_children() == []


def test_a_machine_without_other_processes_compares_all_the_same(
    person: Person, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_arguments: object, report: object) -> None:  # noqa: ARG001
        raise subprocess_call.ProcessLostError

    monkeypatch.setattr(subprocess_call, "call_in_subprocess", lost)
    person.open_project(project)
    assert_compared(person)
