"""What the searches report of their progress: never more than all, and all at the end."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dittomark.progress import Report
from dittomark.project import Project
from dittomark.sample.articles import articles
from dittomark.sample.demo_project import create_demo
from dittomark.suggesting.boilerplate import learn_boilerplate, suggest_boilerplate
from dittomark.suggesting.candidate_pairs import propose_pairs
from dittomark.suggesting.events import suggest_events

Search = Callable[[Project, Report], object]
SEARCHES: dict[str, Search] = {
    "boilerplate": lambda project, report: list(suggest_boilerplate(project, report=report)),
    "learning": lambda project, report: learn_boilerplate(project, report=report),
    "events": lambda project, report: suggest_events(project, report=report),
    "pairs": lambda project, report: propose_pairs(project, rebuild=True, report=report),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The sample project with its boilerplate marked."""
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    create_demo(tmp_path / "sample.ditto")
    project = Project.open(tmp_path / "sample.ditto")
    ids = {info.external_id: info.id for info in project.article_infos()}
    for item in articles():
        for start, end, label in item.boilerplate:
            project.annotate_span(ids[item.key], start, end, label=label, annotator="A1")
    return project


@pytest.mark.parametrize("name", SEARCHES)
def test_a_search_counts_up_to_its_total(name: str, project: Project) -> None:
    told: list[tuple[int, int]] = []
    with project:
        SEARCHES[name](project, lambda done, total: told.append((done, total)))
    assert all(0 <= done <= total for done, total in told)
    assert told[-1][0] == told[-1][1]
