"""The child process of the fault tests, to be killed or starved: `python -m … MODE PATH`.

Every action that the project acknowledged is reported on stdout, one line each, at once.
"""

import os
import random
import resource
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from dittomark.annotations import NewArticle
from dittomark.errors import ProjectFileError, UserError
from dittomark.exporting import export
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo
from dittomark.store import connection, schema
from dittomark.store.backups import back_up, restore
from dittomark.store.repair import repair
from dittomark.team.hand_out import Plan, hand_out
from dittomark.team.merge import merge, merge_into


def say(*words: object) -> None:
    """Report to the parent, bypassing all output buffers."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def annotate(path: Path) -> None:
    """Annotate, judge, undo and redo until the process is stopped."""
    choose = random.Random(os.getpid())
    with Project.open(path, annotator="A") as project:
        articles = project.article_ids()
        say("ready")
        for number in range(10**6):
            a, b = choose.sample(articles, 2)
            match choose.randrange(6):
                case 0 | 1:
                    start = choose.randrange(1000)
                    label = choose.choice(("caption", "navigation"))
                    span = project.annotate_span(
                        a, start, start + 9, label=label, annotator="A", note=str(number)
                    )
                    say("span", span.id, span.updated_at)
                case 5:
                    start = choose.randrange(1000)
                    link = project.add_link(
                        a, b, a_start=start, a_end=start + 9, b_start=start, b_end=start + 5,
                        kind="rewrite", annotator="A", note=str(number),
                    )  # fmt: skip
                    say("link", link.id, link.updated_at)
                case 2:
                    row = project.judge_pair(a, b, note=f"note {number}", annotator="A")
                    say("judgement", row.id, row.note.replace(" ", "_"))
                case 3 if project.can_undo() not in {None, "add_articles", "import"}:
                    before = project.history(limit=1)[0].id
                    project.undo()
                    say("undo", project.history(limit=1)[0].id, before)
                case _:
                    project.redo()


def imports(path: Path) -> None:
    """Import batches of articles; each is acknowledged as one."""
    with Project.open(path) as project:
        say("ready")
        for batch in range(10**6):
            project.add_articles(_batch(f"{os.getpid()}-{batch}"))
            say("batch", f"{os.getpid()}-{batch}")


def _batch(name: str) -> Iterator[NewArticle]:
    for number in range(300):
        yield NewArticle(f"article {number} of {name} " * 50, source=name)


def merges(path: Path) -> None:
    """Merge a sibling into the project repeatedly, each time with something new in it."""
    other = path.with_name("sibling.ditto")
    with Project.open(path) as project:
        say("ready")
        for number in range(10**6):
            with Project.open(other) as sibling:
                event = sibling.add_event(title=f"Event {os.getpid()} {number}")
            merge_into(project, [other])
            say("event", event.id)


def backups(path: Path) -> None:
    """Back the project up repeatedly while it changes."""
    with Project.open(path) as project:
        say("ready")
        for number in range(10**6):
            project.rename(f"name {number}")
            say("backup", back_up(path))


def team(path: Path) -> None:
    """Annotate, publish to the team's folder and take in changes until the process is stopped."""
    from dittomark.team.folder.exchange import Exchange
    from dittomark.team.folder.syncing import sync
    from dittomark.team.folder.transport import Folder

    who = path.stem
    with Project.open(path, annotator=who) as project:
        record = project.begin_team_run()
        assert record is not None
        exchange = Exchange(path, Folder(Path(record.folder)))
        article = project.article_ids()[0]
        say("ready")
        for number in range(10**6):
            start = os.getpid() * 7 % 1000
            span = project.annotate_span(
                article, start + number % 900, start + number % 900 + 5,
                label="caption", annotator=who, note=f"{os.getpid()} {number}",
            )  # fmt: skip
            say("span", span.id)
            sync(project, annotator=who, exchange=exchange)
            say("synced", number)


def exports(path: Path) -> None:
    """Export two projects alternately over one target, as a file and as a folder."""
    say("ready")
    for number in range(10**6):
        source = (path, path.with_name("other.ditto"))[number % 2]
        export(source, format="jsonl", out=path.with_name("out.jsonl"))
        export(source, format="csv", out=path.with_name("out"))
        say("export", number)


def merges_anew(path: Path) -> None:
    """Merge the project and its sibling into a new file repeatedly."""
    out = path.with_name("merged.ditto")
    say("ready")
    for number in range(10**6):
        out.unlink(missing_ok=True)
        merge(out, [path, path.with_name("sibling.ditto")])
        say("merged", number)


def restores(path: Path) -> None:
    """Restore two backups alternately."""
    say("ready")
    for number in range(10**6):
        restore(path, path.with_name(f"backup-{number % 2}.ditto"))
        say("restored", number % 2)


def migrates(path: Path) -> None:
    """Open the project with a program that has one more migration, then report its version."""
    released = schema.migrations

    def next_version(opened: sqlite3.Connection) -> None:
        opened.execute("ALTER TABLE texts ADD COLUMN letters INTEGER")
        opened.execute("UPDATE texts SET letters = length(text)")
        opened.execute("CREATE INDEX texts_letters ON texts (letters)")
        opened.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")

    schema.migrations = lambda: [*released(), next_version]
    vars(connection)["SCHEMA_VERSION"] = schema.SCHEMA_VERSION + 1
    say("ready")
    with Project.open(path) as project:
        say("version", project._open.store.value("PRAGMA user_version"))


def fill(path: Path, kilobytes: int) -> None:
    """Annotate until the disk is full; report that, then read on."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Project.open(path, annotator="A") as project:
        size = max(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + kilobytes * 1024, -1))
        articles = project.article_ids()
        spans = len(project.spans())
        try:
            for number in range(10**6):
                span = project.annotate_span(
                    articles[0], number, number + 5, label="caption", annotator="A", note="x" * 900
                )
                spans += 1
                say("span", span.id, span.updated_at)
        except ProjectFileError as error:
            say("error", error)
        say("readable", len(project.spans()) == spans)


def starve(path: Path, kilobytes: int) -> None:
    """Do every operation that writes whole files under a file size limit; report each result."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, -1))
    folder = path.parent / "starved"
    backup = path.with_name("backup.ditto")
    plan = Plan(("A", "B"))
    steps: dict[str, Callable[[], object]] = {
        "new": lambda: Project.create(folder / "new.ditto").close(),
        "demo": lambda: create_demo(folder / "demo.ditto"),
        "merge": lambda: merge(folder / "merged.ditto", [path, backup]),
        "backup": lambda: back_up(path, to=folder / "backup.ditto"),
        "restore": lambda: restore(path, backup),
        "repair": lambda: repair(path, folder / "repaired.ditto"),
        "jsonl": lambda: export(path, format="jsonl", out=folder / "out.jsonl"),
        "csv": lambda: export(path, format="csv", out=folder / "out"),
    }
    with Project.open(path, read_only=True) as project:
        steps["hand-out"] = lambda: hand_out(project, folder, plan)
        for name, step in steps.items():
            try:
                step()
            except UserError as error:
                say(name, error)


def look(path: Path) -> None:
    """Open the project as the current user, and report the permitted operations."""
    with Project.open(path) as project:
        say("read_only", project.read_only)
        say("why", project.why_read_only)
        say("articles", len(list(project.articles())))


def fuzz(path: Path, first: int, number: int) -> None:
    """Open mutated copies of a project; anything but a one-line UserError ends the process."""
    from tests.helpers.fuzzing import try_mutated

    for seed in range(first, first + number):
        say("seed", seed)
        try_mutated(path, seed)
    say("done")


MODES: Final[dict[str, Callable[..., None]]] = {
    "annotate": annotate,
    "import": imports,
    "merge": merges,
    "team": team,
    "backup": backups,
    "export": exports,
    "merge-anew": merges_anew,
    "restore": restores,
    "migrate": migrates,
    "fill": fill,
    "starve": starve,
    "look": look,
    "fuzz": fuzz,
}

if __name__ == "__main__":
    mode, path, *numbers = sys.argv[1:]
    MODES[mode](Path(path), *map(int, numbers))
