"""Two of a team settle the same suggestion, neither knowing of the other: each one's word stands."""

import dataclasses
from pathlib import Path

import pytest
from tests.helpers.projects import new_articles
from tests.helpers.team import Colleague

from dittomark.annotations import Suggestion
from dittomark.project import Project
from dittomark.team.folder.syncing import create_team, sync
from dittomark.team_rules import Rules

FIRST, SECOND = "রিনা", "A2"


class _Two:
    """Two annotators on devices of their own, and one suggestion."""

    def __init__(self, tmp_path: Path, *, blind: bool) -> None:
        folder = tmp_path / "shared"
        with Project.create(tmp_path / "lead.ditto", annotator="Lead") as project:
            (self.article, *_) = project.add_articles(new_articles()[:1]).added
            create_team(project, folder, annotator="Lead", rules=Rules(blind=blind))
            each = Suggestion("", "span", "ours", "1", 0.9, self.article, start=5, end=8)
            project.add_suggestions([dataclasses.replace(each, label="caption")])
            sync(project, annotator="Lead")
        self.first = Colleague(folder, tmp_path / "first.ditto", FIRST)
        self.second = Colleague(folder, tmp_path / "second.ditto", SECOND)

    def exchange(self) -> None:
        for who in (self.first, self.second, self.first):
            who.sync()

    def accept(self, project: Project, name: str) -> None:
        for each in project.suggestions(open_for=name):
            project.accept_suggestion(each.id, annotator=name)

    def both_accept(self) -> None:
        """Accept on both devices before either hears of the other."""
        with Project.open(self.first.path, annotator=FIRST) as project:
            self.accept(project, FIRST)
        with Project.open(self.second.path, annotator=SECOND) as project:
            self.accept(project, SECOND)
        self.exchange()

    def marked(self, colleague: Colleague) -> int:
        with Project.open(colleague.path, read_only=True) as project:
            return len(project.spans(self.article, annotator=colleague.name))

    def is_open(self, colleague: Colleague) -> bool:
        with Project.open(colleague.path, read_only=True) as project:
            (listed,) = {
                len(project.suggestions(self.article, open_for=colleague.name)),
                len(project.listed_suggestion_ids(open_for=colleague.name)),
                project.count_suggestions(open_for=colleague.name),
                sum(count for *_, count in project.open_suggesters(open_for=colleague.name)),
            }
            return bool(listed)

    def state(self, colleague: Colleague) -> str:
        with Project.open(colleague.path, read_only=True) as project:
            (suggestion,) = project.suggestions(self.article, state=None)
            return suggestion.state


@pytest.fixture(params=[True, False], ids=["blind", "seeing"])
def two(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Two:
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    return _Two(tmp_path, blind=request.param)


def test_what_the_first_takes_back_stays_settled_for_the_second(two: _Two) -> None:
    two.both_accept()
    two.first.sync(lambda project: project.undo(annotator=FIRST))
    two.exchange()
    assert (two.marked(two.first), two.marked(two.second)) == (0, 1)
    assert not two.is_open(two.second)
    assert two.is_open(two.first)
    assert two.state(two.first) == two.state(two.second) == "open"


def test_both_take_back_one_after_the_other(two: _Two) -> None:
    two.both_accept()
    two.first.sync(lambda project: project.undo(annotator=FIRST))
    two.exchange()
    two.second.sync(lambda project: project.undo(annotator=SECOND))
    two.exchange()
    for each in (two.first, two.second):
        assert two.marked(each) == 0
        assert two.is_open(each)
        assert two.state(each) == "open"


def test_both_take_back_neither_knowing_of_the_other(two: _Two) -> None:
    two.both_accept()
    for each in (two.first, two.second):
        with Project.open(each.path, annotator=each.name) as project:
            project.undo(annotator=each.name)
    two.exchange()
    for each in (two.first, two.second):
        assert two.marked(each) == 0
        assert two.is_open(each)


def test_what_was_taken_back_can_be_done_again(two: _Two) -> None:
    two.both_accept()
    for each in (two.first, two.second):
        each.sync(lambda project, name=each.name: project.undo(annotator=name))  # type: ignore[misc]
        two.exchange()
    for each in (two.second, two.first):
        each.sync(lambda project, name=each.name: project.redo(annotator=name))  # type: ignore[misc]
        two.exchange()
    for each in (two.first, two.second):
        assert two.marked(each) == 1
        assert not two.is_open(each)
        assert two.state(each) == "accepted"
    two.first.sync(lambda project: project.undo(annotator=FIRST))
    two.exchange()
    assert (two.marked(two.first), two.marked(two.second)) == (0, 1)
    assert not two.is_open(two.second)


def test_one_accepts_and_the_other_refuses(two: _Two) -> None:
    def refuse(project: Project) -> None:
        for each in project.suggestions(open_for=SECOND):
            project.refuse_suggestion(each.id, annotator=SECOND)

    with Project.open(two.first.path, annotator=FIRST) as project:
        two.accept(project, FIRST)
    with Project.open(two.second.path, annotator=SECOND) as project:
        refuse(project)
    two.exchange()
    two.first.sync(lambda project: project.undo(annotator=FIRST))
    two.exchange()
    assert (two.marked(two.first), two.marked(two.second)) == (0, 0)
    assert two.is_open(two.first)
    assert not two.is_open(two.second)
    two.second.sync(lambda project: project.undo(annotator=SECOND))
    assert two.is_open(two.second)
