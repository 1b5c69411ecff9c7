"""Which suggesters there are: ours, packages with an entry point, programs of the user."""

import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dittomark.annotations import NewArticle
from dittomark.errors import Cancelled, NotFoundError, UserError
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo
from dittomark.suggesting.boilerplate import (
    BOILERPLATE_REPLACES,
    learn_boilerplate,
    suggest_boilerplate,
)
from dittomark.suggesting.candidate_pairs import propose_pairs, put_into
from dittomark.suggesting.events import suggest_events
from dittomark.suggesting.isolated import search_registered
from dittomark.suggesting.programs import Program, save_program
from dittomark.suggesting.registry import suggester_named, suggesters
from dittomark.suggesting.running import run_suggester, store
from dittomark.suggesting.template import write_package

OURS = ["boilerplate", "events", "shared-passages", "same-event"]


@pytest.fixture
def user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "user"
    folder.mkdir()
    monkeypatch.setenv("DITTOMARK_DATA", str(folder))
    return folder


def installed(folder: Path, name: str, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a package with an entry point on the path, as pip would."""
    info = folder / f"{name.replace('-', '_')}-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text(f"[dittomark.suggesters]\n{name} = {target}\n")
    monkeypatch.syspath_prepend(str(folder))


@pytest.mark.usefixtures("user")
def test_ours_come_first_then_programs() -> None:
    save_program(Program("mine", ("python3", "x.py"), frozenset({"span"})))
    found = suggesters()
    assert [each.key for each in found][: len(OURS)] == OURS
    assert found[-1].key == "mine"
    assert found[-1].provider == "program"


@pytest.mark.usefixtures("user")
def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match=r"no suggester “x”. There are: boilerplate, events"):
        suggester_named("x")


@pytest.mark.usefixtures("user")
def test_the_package_to_begin_with_is_found_and_suggests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert write_package(tmp_path / "my-suggester") == "my-suggester"
    installed(
        tmp_path / "my-suggester" / "src", "my-suggester", "my_suggester:Suggester", monkeypatch
    )
    text = "A boat sank in the river on Monday, three people are missing.\nMore\nMost read"
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles([NewArticle(text)])
        registered = suggester_named("my-suggester")
        with search_registered(registered, project.path, None, lambda _d, _t: None) as kept:
            store(project, kept)
        found = sorted(project.suggestions(), key=lambda each: each.start or 0)
    assert [text[each.start : each.end] for each in found] == ["More", "Most read"]
    assert {each.suggester for each in found} == {"my-suggester"}


def test_the_package_to_begin_with_passes_its_own_test(tmp_path: Path) -> None:
    write_package(tmp_path / "my-suggester")
    path = os.pathsep.join(path for path in sys.path if path)
    # Its coverage is not ours to measure.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLIPCOVER")}
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path / "my-suggester",
        env={**kept, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("raise ImportError('no torch')", "can't be loaded: ImportError: no torch"),
        ("class Suggester: pass", "is no suggester: it has no key, name, version, kinds, suggest"),
        (
            (
                "class Suggester:\n    key = 'other'; name = version = ''; kinds = frozenset()\n"
                "    def suggest(self, view, report): return iter(())"
            ),
            "calls itself “other”",
        ),
        (
            (
                "class Suggester:\n    key = 'broken'; name = version = ''; kinds = {'dance'}\n"
                "    def suggest(self, view, report): return iter(())"
            ),
            "suggests what Dittomark does not know: dance",
        ),
    ],
)
def test_a_package_that_is_broken_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, sentence: str
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "broken_one.py").write_text(code, "utf-8")
    installed(folder, "broken", "broken_one:Suggester", monkeypatch)
    with pytest.raises(UserError) as raised:
        suggester_named("broken").load()
    assert sentence in str(raised.value)
    sys.modules.pop("broken_one", None)


@pytest.mark.parametrize("name", ["My Suggester", "1st", "class", "x" * 50, "ক"])
def test_names_that_no_package_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="can't be a package's name"):
        write_package(tmp_path / name)


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(UserError, match="is there already"):
        write_package(tmp_path / "mine")


def rows(project: Project) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = {
        (each.id, each.kind, each.suggester, each.version, each.score, each.label, each.state)
        for each in project.suggestions(state=None)
    }
    queue = (
        (pair.id, pair.score, pair.guess, pair.passage, pair.cluster, pair.position, pair.origin.by)
        for pair in project.pairs()
    )
    return found | set(queue)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "one.ditto", tmp_path / "two.ditto"
    for path in paths:
        create_demo(path)
    return paths


def test_our_searches_give_the_same_through_the_protocol(two: tuple[Path, Path]) -> None:
    with Project.open(two[0]) as project:
        learned = learn_boilerplate(project).learned
        found = suggest_boilerplate(project, learned=learned)
        project.replace_suggestions(
            (one for some in found for one in some), of=BOILERPLATE_REPLACES
        )
        project.replace_suggestions(suggest_events(project), of=[("events", "event")])
        put_into(project, propose_pairs(project))
        direct = rows(project)
    with Project.open(two[1]) as project:
        for key in OURS[:3]:
            report = run_suggester(project, suggester_named(key).load())
            assert (report.failure, report.rejected_count) == (None, 0)
        assert rows(project) == direct


def test_pairs_of_one_event_come_into_the_queue(tmp_path: Path) -> None:
    create_demo(tmp_path / "demo.ditto")
    with Project.open(tmp_path / "demo.ditto") as demo:
        texts = [
            NewArticle(article.text, date=article.info.date, source=article.info.source)
            for article in demo.articles()
        ]
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(texts)
        report = run_suggester(project, suggester_named("same-event").load())
        assert report.found["pair"] == report.found["relation"] > 0
        assert {pair.origin.by for pair in project.pairs()} == {"same-event"}


HANGS = """
import time
class Suggester:
    key = name = "hangs"; version = "1"; kinds = frozenset({"span"})
    def suggest(self, view, report):
        time.sleep(600)
        yield
"""
DIES = HANGS.replace("hangs", "dies").replace("time.sleep(600)", "import os; os._exit(3)")


@pytest.mark.usefixtures("user")
def test_a_package_that_hangs_is_ended_when_somebody_cancels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "hangs_here.py").write_text(HANGS, "utf-8")
    installed(folder, "hangs", "hangs_here:Suggester", monkeypatch)
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles([NewArticle("One article.")])
        calls: list[int] = []

        def cancel(_done: int, _total: int) -> None:
            calls.append(1)
            if len(calls) > 20:
                raise Cancelled

        with pytest.raises(Cancelled):
            search_registered(suggester_named("hangs"), project.path, None, cancel)
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("user")
def test_a_package_that_dies_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "dies_here.py").write_text(DIES, "utf-8")
    installed(folder, "dies", "dies_here:Suggester", monkeypatch)
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles([NewArticle("One article.")])
        with search_registered(
            suggester_named("dies"), project.path, None, lambda _d, _t: None
        ) as found:
            report = store(project, found)
    assert report.failure == "The suggester “dies” ended without an answer."
