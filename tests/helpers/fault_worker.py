"""What the fault tests run in a child process, to be killed or starved: `python -m … MODE PATH`.

Every action that the project acknowledged is reported on stdout, one line each, at once.
"""

import os
import random
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from dittomark.annotations import NewArticle
from dittomark.errors import ProjectFileError, UserError
from dittomark.exporting import export
from dittomark.merge import merge, merge_into
from dittomark.project import Project
from dittomark.store import connection, schema
from dittomark.store.backups import back_up, restore
from dittomark.store.check import find_problems
from dittomark.store.repair import repair


def say(*words: object) -> None:
    """Report to the parent, past every buffer of this process."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def annotate(path: Path) -> None:
    """Annotate, judge, undo and redo until somebody stops it."""
    choose = random.Random(os.getpid())
    with Project.open(path, annotator="A") as project:
        articles = project.article_ids()
        say("ready")
        for number in range(10**6):
            a, b = choose.sample(articles, 2)
            match choose.randrange(5):
                case 0 | 1:
                    start = choose.randrange(1000)
                    label = choose.choice(("caption", "navigation"))
                    span = project.annotate_span(
                        a, start, start + 9, label=label, annotator="A", note=str(number)
                    )
                    say("span", span.id, span.updated_at)
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
    """Import batches of articles; each is acknowledged as a whole."""
    with Project.open(path) as project:
        say("ready")
        for batch in range(10**6):
            project.add_articles(_batch(f"{os.getpid()}-{batch}"))
            say("batch", f"{os.getpid()}-{batch}")


def _batch(name: str) -> Iterator[NewArticle]:
    for number in range(300):
        yield NewArticle(f"article {number} of {name} " * 50, source=name)


def merges(path: Path) -> None:
    """Merge a sibling into the project again and again, each time with something new in it."""
    other = path.with_name("sibling.ditto")
    with Project.open(path) as project:
        say("ready")
        for number in range(10**6):
            with Project.open(other) as sibling:
                event = sibling.add_event(title=f"Event {os.getpid()} {number}")
            merge_into(project, [other])
            say("event", event.id)


def backups(path: Path) -> None:
    """Back the project up again and again while it changes."""
    with Project.open(path) as project:
        say("ready")
        for number in range(10**6):
            project.rename(f"name {number}")
            say("backup", back_up(path))


def exports(path: Path) -> None:
    """Write two projects in turn over one export, as a file and as a folder."""
    say("ready")
    for number in range(10**6):
        source = (path, path.with_name("other.ditto"))[number % 2]
        export(source, format="jsonl", out=path.with_name("out.jsonl"))
        export(source, format="csv", out=path.with_name("out"))
        say("export", number)


def merges_anew(path: Path) -> None:
    """Merge the project and its sibling into a new file again and again."""
    out = path.with_name("merged.ditto")
    say("ready")
    for number in range(10**6):
        out.unlink(missing_ok=True)
        merge(out, [path, path.with_name("sibling.ditto")])
        say("merged", number)


def restores(path: Path) -> None:
    """Put two backups in the project's place, in turn."""
    say("ready")
    for number in range(10**6):
        restore(path, path.with_name(f"backup-{number % 2}.ditto"))
        say("restored", number % 2)


def migrates(path: Path) -> None:
    """Open the project with a program that has one migration more, then say its version."""
    from sqlite_utils import Database, Migrations  # takes long: it looks for pandas

    released = schema.migrations

    def next_migrations() -> Migrations:
        migrations = released()

        @migrations()
        def next_version(database: Database) -> None:
            database.execute("ALTER TABLE texts ADD COLUMN letters INTEGER")
            database.execute("UPDATE texts SET letters = length(text)")
            database.execute("CREATE INDEX texts_letters ON texts (letters)")
            database.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")

        return migrations

    schema.migrations = next_migrations
    vars(connection)["SCHEMA_VERSION"] = schema.SCHEMA_VERSION + 1
    say("ready")
    with Project.open(path) as project:
        say("version", project._store.value("PRAGMA user_version"))


def fill(path: Path, kilobytes: int) -> None:
    """Annotate with so little room left that the disk is soon full; then say so and read on."""
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


def look(path: Path) -> None:
    """Open the project as whoever this is, and say what may be done."""
    with Project.open(path) as project:
        say("read_only", project.read_only)
        say("why", project.why_read_only)
        say("articles", len(list(project.articles())))


def fuzz(path: Path, first: int, number: int) -> None:
    """Open mutated copies of a project; anything but one sentence ends this process."""
    original = path.read_bytes()
    memory = Path("/dev/shm")  # where the disk need not keep what is thrown away at once
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    victim = folder / "victim.ditto"
    for seed in range(first, first + number):
        say("seed", seed)
        for suffix in ("-wal", "-shm", "-journal", ".lock"):
            victim.with_name(victim.name + suffix).unlink(missing_ok=True)
        victim.write_bytes(mutated(original, random.Random(seed)))
        # Every second copy pretends to come from this computer, so it is opened unchecked.
        os.environ["DITTOMARK_DATA"] = str(path.parent / ("here" if seed % 2 else "elsewhere"))
        try:
            with Project.open(victim) as project:
                read_everything(project)
                project.annotate_span(
                    project.article_ids()[0], 0, 3, label="caption", annotator="A"
                )
                project.undo()
        except UserError as error:
            if "\n" in str(error):
                raise AssertionError(f"more than one line: {error}") from error
        if seed % 5 == 0:
            repair_somewhere(victim)
    shutil.rmtree(folder)
    say("done")


def read_everything(project: Project) -> None:
    """Read what a window would show."""
    for article in project.articles():
        project.spans(article.id)
        project.suggestions(article.id)
    for pair in project.pairs():
        project.judgements(pair.id)
    project.events()
    project.memberships()
    project.decisions()
    project.history()
    project.counts()
    find_problems(project._store)


def repair_somewhere(victim: Path) -> None:
    """Recover what can be recovered; the new file must be readable."""
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


def mutated(original: bytes, choose: random.Random) -> bytes:
    """Return the file with one to eight things wrong with it."""
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


MODES: Final[dict[str, Callable[..., None]]] = {
    "annotate": annotate,
    "import": imports,
    "merge": merges,
    "backup": backups,
    "export": exports,
    "merge-anew": merges_anew,
    "restore": restores,
    "migrate": migrates,
    "fill": fill,
    "look": look,
    "fuzz": fuzz,
}

if __name__ == "__main__":
    mode, path, *numbers = sys.argv[1:]
    MODES[mode](Path(path), *map(int, numbers))
