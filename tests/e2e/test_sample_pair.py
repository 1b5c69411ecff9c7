"""An annotator judges one pair of the sample project, from opening to reopening."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.helpers.window import Person

from dittomark.project import Project
from dittomark.sample.demo_project import create_demo


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.ditto"
    create_demo(path)
    return path


def longest_line(text: str) -> str:
    return max(text.splitlines(), key=len).strip()


def test_a_pair_is_read_marked_judged_and_kept(person: Person, sample: Path) -> None:
    person.open_project(sample)
    assert person.window.parts.workspace.comparison is not None
    line = longest_line(person.text())

    span = person.mark_boilerplate(line[:12], Qt.Key.Key_N)
    assert (span.label, span.annotator) == ("navigation", "A1")
    assert person.text()[span.start : span.end] == line[:12]

    person.choose_relation("partially_derived")
    assert person.judgement().direction is not None
    person.finish_pair()
    person.app.session.close()

    with Project.open(sample) as project:
        assert [row.label for row in project.spans()] == ["navigation"]
        judgement = next(iter(project.judgements()))
        assert (judgement.relation, judgement.done) == ("partially_derived", True)
        assert judgement.seconds > 0
        assert "passages" in judgement.origin.visible


def test_every_pair_of_the_sample_can_be_read_to_its_end(person: Person, sample: Path) -> None:
    person.open_project(sample)
    for pair_id in list(person.window.parts.lists.pairs.model.ids()):
        person.window.parts.navigation.show_pair(pair_id)
        person.settle()
        for pane in range(2):
            person.window.parts.view.go_to_offset(pane, len(person.text(pane)))
            assert not person.window.grab().isNull()
