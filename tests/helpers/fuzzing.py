"""Project files with faults in them, and every operation a user could do on them."""

import contextlib
import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from dittomark.annotations import Event
from dittomark.errors import UserError
from dittomark.exporting import export
from dittomark.project import Project
from dittomark.store.check import find_problems
from dittomark.store.repair import repair
from dittomark.team import adjudication, consistency
from dittomark.team.agreement import agreement
from dittomark.team.merge import merge

_EVERY: Final = 4  # of so many files one has wrong rows instead of wrong bytes


def try_mutated(original: Path, seed: int) -> None:
    """Open and use a faulty copy of the project; only `UserError` may be raised.

    The program's data folder is `here` or `elsewhere`, both beside `original`: `here` knows the
    project already; for `elsewhere` the file comes from another computer.
    """
    memory = Path("/dev/shm")  # in memory: the files are deleted at once
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    choose = random.Random(seed)
    try:
        victim = Path(shutil.copy(original, folder / "victim.ditto"))
        if seed % _EVERY:
            victim.write_bytes(with_wrong_bytes(original.read_bytes(), choose))
        else:
            put_wrong_rows(victim, choose)
        # Every second copy pretends to come from this computer, so it is opened unchecked.
        place = "here" if choose.random() < 0.5 else "elsewhere"
        os.environ["DITTOMARK_DATA"] = str(original.parent / place)
        with in_one_sentence(), Project.open(victim) as project:
            for action in ACTIONS if seed % _EVERY == 0 else ACTIONS[:3]:
                with in_one_sentence():
                    action(project)
        if seed % _EVERY == 0:
            with in_one_sentence():
                merge(folder / "merged.ditto", [original, victim])
            with in_one_sentence():
                export(victim, format="jsonl", out=folder / "out.jsonl")
        if seed % 5 == 0:
            repair_somewhere(victim)
    finally:
        shutil.rmtree(folder)


@contextlib.contextmanager
def in_one_sentence() -> Iterator[None]:
    """Suppress a `UserError` of one line."""
    try:
        yield
    except UserError as error:
        if "\n" in str(error):
            raise AssertionError(f"more than one line: {error}") from error


def annotate(project: Project) -> None:
    """Mark a span and delete it."""
    for article in project.article_ids()[:1]:
        project.annotate_span(article, 0, 3, label="caption", annotator="A")
        project.undo()


def link(project: Project) -> None:
    """Link two articles, change every link, and delete one."""
    articles = project.article_ids()[:2]
    if not articles:
        return
    with in_one_sentence():
        project.add_link(
            articles[0], articles[-1], a_start=0, a_end=3, b_start=1, b_end=4, kind="verbatim",
            annotator="A",
        )  # fmt: skip
    for one in project.links():
        with in_one_sentence():
            project.edit_link(one.id, kind="rewrite")
    for one in project.links()[:1]:
        project.delete_link(one.id)


def go_back_and_forth(project: Project) -> None:
    """Undo and redo, for one annotator and for any."""
    for who in (None, "A"):
        for step in (project.undo, project.redo):
            for _ in range(4):
                with in_one_sentence():
                    step(annotator=who)


def look_at_the_queue(project: Project) -> None:
    """Read the lists that the window shows."""
    project.queue_rows(project.queue_ids(annotator="A"), annotator="A")


def compare_annotators(project: Project) -> None:
    """Read the data of the lead's pages."""
    list(adjudication.items(project))
    consistency.clusters(project)
    consistency.contradictions(project)
    agreement(project)


def settle(project: Project) -> None:
    """Settle every conflict with the other version."""
    for conflict in project.conflicts():
        project.settle_conflict(conflict, take_other=True)


def accept(project: Project) -> None:
    """Accept all suggestions."""
    project.accept_suggestions([one.id for one in project.suggestions()], annotator="B")


def judge(project: Project) -> None:
    """Judge the first pair."""
    for pair in islice(project.pairs(), 1):
        project.judge_pair(pair.a, pair.b, relation="unrelated", annotator="A")


def change_events(project: Project) -> None:
    """Rename all events, then delete them."""
    for event in project.events():
        _change(project, event)


def _change(project: Project, event: Event) -> None:
    with in_one_sentence():
        project.edit_event(event.id, title="another")
    with in_one_sentence():
        project.delete_event(event.id)


def read_everything(project: Project) -> None:
    """Read everything that a window shows."""
    for article in project.articles():
        project.spans(article.id)
        project.suggestions(article.id)
    for pair in project.pairs():
        project.judgements(pair.id)
        project.links(pair.a, pair.b)
        project.suggested_links(pair.a, pair.b, state=None)
    project.links()
    project.events()
    project.memberships()
    project.decisions()
    project.history()
    project.counts()
    find_problems(project._open.store)


def repair_somewhere(victim: Path) -> None:
    """Recover the file; the new file must be readable."""
    into = victim.with_name(f"repaired-{victim.name}")
    into.unlink(missing_ok=True)
    try:
        repair(victim, into)
        with Project.open(into) as project:
            read_everything(project)
    except UserError:
        pass
    finally:
        into.unlink(missing_ok=True)


def with_wrong_bytes(original: bytes, choose: random.Random) -> bytes:
    """Return the file with one to eight random faults."""
    content = bytearray(original)
    for _ in range(choose.choice((1, 1, 2, 8))):
        place = choose.randrange(len(content))
        match choose.randrange(7):
            case 0:
                content[place] = choose.randrange(256)
            case 1:
                content[place] ^= 1 << choose.randrange(8)
            case 2:
                content[choose.randrange(min(100, len(content)))] = choose.randrange(256)
            case 3:
                size = choose.randrange(1, 5000)
                content[place : place + size] = bytes(len(content[place : place + size]))
            case 4:
                size = choose.randrange(1, 300)
                content[place : place + size] = choose.randbytes(len(content[place : place + size]))
            case 5:
                page, other = (
                    choose.randrange(max(1, len(content) // 4096)) * 4096 for _ in range(2)
                )
                content[page : page + 4096] = content[other : other + 4096]
            case _:
                if choose.random() < 0.2:
                    del content[max(place, 1) :]
    return bytes(content)


_WRONG: Final = (
    *("", "x", "{}", "[]", "[1]", "null", '{"a":1}', '{"spans":[[0,1]]}', '{"visible":3}'),
    *(7, -1, 2**62, 1.5, float("inf"), None, b"\xff\x00", "\x00", "x" * 5000),
    *("2024-99-99", "nobody", "human", "span", "undone", "<b>", "../../etc"),
)
_JSON: Final = ("before", "after", "content", "added", "origin", "payload", "value", "imported")
_FIELDS: Final = (
    *(
        "id",
        "start",
        "end",
        "label",
        "deleted_at",
        "a",
        "b",
        "a_start",
        "b_end",
        "article_id",
        "pair_id",
        "origin",
        "parent",
    ),
    *("annotator", "created_at", "spans", "relations", "links"),
)


def put_wrong_rows(path: Path, choose: random.Random) -> None:
    """Change rows to invalid values: the file remains a sound database."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        names = connection.execute(
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
            " WHERE m.type = 'table' ORDER BY 1, 2"
        ).fetchall()
        for _ in range(choose.choice((1, 1, 2, 4))):
            table, column = choose.choice(names)
            with contextlib.suppress(sqlite3.Error):  # the table refuses it
                connection.execute(*_wrong_statement(table, column, choose))


def _wrong_statement(
    table: str, column: str, choose: random.Random
) -> tuple[str, tuple[object, ...]]:
    some = choose.choice(("", " WHERE rowid % 3 = 0"))
    if choose.random() < 0.1:
        return f"DELETE FROM {table} WHERE rowid % 2 = 0", ()
    if choose.random() < 0.15:
        other = f'SELECT "{column}" FROM {table} ORDER BY 1 LIMIT 1'
        return f'UPDATE {table} SET "{column}" = ({other})', ()
    wrong = (choose.choice(_WRONG),)
    if column in _JSON and choose.random() < 0.6:
        changed = f"json_set(\"{column}\", '$.{choose.choice(_FIELDS)}', ?)"
        return f'UPDATE {table} SET "{column}" = {changed} WHERE json_valid("{column}")', wrong
    return f'UPDATE OR IGNORE {table} SET "{column}" = ?{some}', wrong


ACTIONS: Final[tuple[Callable[[Project], object], ...]] = (
    read_everything,
    annotate,
    link,
    go_back_and_forth,
    look_at_the_queue,
    compare_annotators,
    settle,
    accept,
    judge,
    change_events,
)
