"""Random work on copies of a project, and the content that must not depend on the merge order."""

import functools
import itertools
import os
import sqlite3
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.annotations import Suggestion
from dittomark.labels import Label
from dittomark.project import Project
from dittomark.store.edits import ALL_CHANGES
from dittomark.store.rows import ENTITIES
from dittomark.team.merge import merge


def copies(folder: Path, *names: str) -> list[Path]:
    """Return files with the same articles and pairs, as from a hand-out."""
    lead = _lead()
    paths = [folder / f"{name}.ditto" for name in names]
    for path in paths:
        path.write_bytes(lead)
    return paths


@functools.cache
def _lead() -> bytes:
    """Return the lead's file, made once."""
    with tempfile.TemporaryDirectory() as folder:
        with make_project(Path(folder), name="lead") as project:
            a, b, c = project.article_ids()
            project.add_pair(a, b, score=0.5)
            project.add_pair(b, c, score=0.1)
        return project.path.read_bytes()


def state(path: Path) -> dict[str, Any]:
    """Return the content of a project file that must not depend on the order of merging."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    found: dict[str, Any] = {
        table: {
            row["id"]: tuple(row[name] for name in entity.columns)
            for row in connection.execute(f"SELECT * FROM {table}")
        }
        for table, entity in ENTITIES.items()
    }
    for table in ("conflicts", "bent"):
        found[table] = {tuple(row) for row in connection.execute(f"SELECT * FROM {table}")}
    found["texts"] = {row[0] for row in connection.execute("SELECT text FROM texts")}
    found["counters"] = {tuple(r) for r in connection.execute("SELECT * FROM counters WHERE value")}
    found["journal"] = {
        tuple(row)
        for row in connection.execute(
            "SELECT e.id, e.at, e.annotator, e.operation, c.entity, c.row_id, c.before, c.after"
            f" FROM edits e LEFT JOIN {ALL_CHANGES} c ON c.edit = e.seq"
            " WHERE e.operation NOT IN ('create', 'merge')"
        )
    }
    connection.close()
    with Project.open(path, read_only=True) as project:
        found["scheme"] = project.scheme
    return found


def merged(folder: Path, name: str, *paths: Path) -> Path:
    out = folder / f"{name}.ditto"
    merge(out, paths)
    assert run("check", out, "--json").json["problems"] == []
    return out


NAMES_OF_WORK = (
    "span",
    "edit",
    "delete",
    "judge",
    "event",
    "parent",
    "label",
    "undo",
    "redo",
    "title",
    "link",
    "relink",
    "unlink",
    "pair",
    "unevent",
    "unlabel",
    "suggest",
    "guidelines",
    "scheme",
)
OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(NAMES_OF_WORK),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=7,
)


def act(project: Project, operation: str, one: int, two: int, annotator: str) -> None:
    """Do one random operation of an annotator, if it is possible."""
    articles = project.article_ids() or [""]
    article, other = articles[one % len(articles)], articles[two % len(articles)]
    events = project.events()
    spans = project.spans(annotator=annotator)
    links = project.links(annotator=annotator)
    match operation:
        case "span":
            project.annotate_span(article, two, two + 3, label="caption", annotator=annotator)
        case "edit" if spans:
            project.edit_span(spans[one % len(spans)].id, note=f"note {two}")
        case "delete" if spans:
            project.delete_span(spans[one % len(spans)].id)
        case "judge":
            relation = ("same_event", "unrelated", "unsure", "exact_duplicate")[two]
            project.judge_pair(article, other, relation=relation, annotator=annotator)
        case "event":
            project.add_event(title=f"Event {one}", annotator=annotator)
        case "parent" if events:
            child, parent = events[one % len(events)], events[two % len(events)]
            project.edit_event(child.id, parent=parent.id, annotator=annotator)
        case "label" if events:
            project.label_event(article, events[two % len(events)].id, annotator=annotator)
        case "link" if len(articles) >= 3:
            project.add_link(
                article, articles[(one + 1) % 3], a_start=one, a_end=one + 3, b_start=two,
                b_end=two + 4, kind="rewrite", annotator=annotator,
            )  # fmt: skip
        case "relink" if links:
            project.edit_link(links[two % len(links)].id, note=f"note {one}", annotator=annotator)
        case "unlink" if links:
            project.delete_link(links[one % len(links)].id, annotator=annotator)
        case "undo":
            project.undo()
        case "redo":
            project.redo()
        case "title":
            project.edit_article(article, title=f"Title {two}", annotator=annotator)
        case "pair" if article != other:
            project.add_pair(article, other, score=one / 10)
        case "unevent" if events:
            project.delete_event(events[one % len(events)].id)
        case "unlabel" if members := project.memberships():
            member = members[one % len(members)]
            project.unlabel_event(member.id, annotator=annotator)
        case "suggest":
            project.add_suggestions(
                [
                    Suggestion(
                        "", "span", "rules", "1", one / 4, article_id=article, start=two,
                        end=two + 3, label="caption",
                    )
                ]
            )  # fmt: skip
        case "guidelines":
            project.set_scheme(replace(project.scheme, guidelines=f"Look {one} times. " * two))
        case "scheme":
            label = Label(f"own_{one}", name=f"Name {two}", retired=one == two)
            labels = [old for old in project.scheme.spans if old.key != label.key]
            project.set_scheme(replace(project.scheme, spans=(*labels, label)))


# Hours after the lead's last step, for each reading: the clock stops, jumps ahead and goes back.
MOMENTS = st.lists(st.sampled_from((-9000, -1, 0, 0, 1, 1, 2, 9000)), min_size=1, max_size=4)


class WrongClock:
    """A clock that repeats the same few times."""

    def __init__(self, hours: list[int]) -> None:
        self._hours = itertools.cycle(hours)

    def __call__(self) -> datetime:
        return datetime(2024, 3, 1, 10, tzinfo=UTC) + timedelta(hours=next(self._hours))


def fast_folder(factory: pytest.TempPathFactory) -> Path:
    """Return a folder in memory if there is one: a thousand files need not reach a disk."""
    memory = Path("/dev/shm")
    if memory.is_dir() and os.access(memory, os.W_OK):
        return Path(tempfile.mkdtemp(prefix="dittomark-merge-", dir=memory))
    return factory.mktemp("merge")
