"""A step costs the same at the end of a long history as at its beginning."""

from collections.abc import Callable
from pathlib import Path

from tests.helpers.projects import make_project

from dittomark.project import Project

_SLACK = 1.5  # the trees of pages grow by a level


def instructions(project: Project, step: Callable[[], object]) -> int:
    """Return how many instructions SQLite's machine runs for a step."""
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    connection = project._open.store.connection
    connection.set_progress_handler(count, 1)
    try:
        step()
    finally:
        connection.set_progress_handler(None, 1)
    return counted


def a_round(project: Project) -> dict[str, int]:
    """Mark, take back and do again; return what each costs."""
    [article, *_] = project.article_ids()
    return {
        "mark": instructions(
            project, lambda: project.annotate_span(article, 0, 3, label="caption", annotator="A1")
        ),
        "undo": instructions(project, project.undo),
        "redo": instructions(project, project.redo),
    }


def test_a_step_costs_the_same_after_hundreds(tmp_path: Path) -> None:
    with make_project(tmp_path, annotator="A1") as project:
        a_round(project)
        early = a_round(project)
        for number in range(300):
            project.add_event(title=f"{number}")
        late = a_round(project)
    for step, cost in early.items():
        assert late[step] < cost * _SLACK, step
