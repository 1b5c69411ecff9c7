"""Suggesters of installed packages: met before they run, heard when they fail, never in our way."""

from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.errors import UserError
from dittomark.project import Project
from dittomark.suggesting.registry import suggester_named

PACKAGE = """
import sys
class Suggester:
    key = "mine"; name = "My model"; version = "1"; kinds = {kinds}
    def suggest(self, view, report):
        from dittomark.suggesting.protocol import span
        print("a warning of some library")
        for article in view.wanted_articles():
            for number in range(400):
                yield span(article.id, 0, 3, "menu")
            yield span(article.id, 0, 3, "caption")
        {end}
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    user = tmp_path / "user"
    user.mkdir()
    monkeypatch.setenv("DITTOMARK_DATA", str(user))
    with make_project(tmp_path) as project:
        return project.path


def install(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    kinds: str = 'frozenset({"span"})',
    end: str = "",
) -> None:
    site = folder / "site"
    info = site / "mine-0.1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text("[dittomark.suggesters]\nmine = mine_here:Suggester\n")
    code = PACKAGE.replace("{kinds}", kinds).replace("{end}", end)
    (site / "mine_here.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(str(site))


def listed(path: Path) -> dict[str, object]:
    [row] = [
        each
        for each in run("suggest", path, "--list", "--json").json
        if each["suggester"] == "mine"
    ]
    return dict(row)


def test_the_list_says_what_a_package_is_called_and_suggests(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch)
    assert suggester_named("mine").kinds == frozenset()
    assert (listed(path)["name"], listed(path)["kinds"]) == ("My model", ["span"])
    known = suggester_named("mine")
    assert (known.name, known.kinds) == ("My model", frozenset({"span"}))
    code = tmp_path / "site" / "mine_here.py"
    code.write_text(code.read_text("utf-8").replace('"span"', '"event"'), "utf-8")
    assert listed(path)["kinds"] == ["event"]


def test_the_list_says_why_a_package_can_not_be_loaded(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch)
    (tmp_path / "site" / "mine_here.py").write_text("import no_such_library\n")
    ended = run("suggest", path, "--list")
    assert "No module named 'no_such_library'" in ended.err
    assert (ended.code, "mine\tmine\t[]\tpackage" in ended.out) == (0, True)
    failed = run("suggest", path, "--with", "mine", "--verbose")
    assert failed.code == 1
    assert "The suggester “mine” can't be loaded: ModuleNotFoundError" in failed.err
    assert "mine_here.py" in failed.err


def test_kinds_that_are_no_set_are_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, kinds='["span"]')
    with pytest.raises(UserError, match=r"are no set: write frozenset\(\{\"span\"\}\)"):
        suggester_named("mine").load()
    assert path.exists()


def test_equal_reasons_are_one_line_with_their_number(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch)
    ended = run("suggest", path, "--with", "mine")
    assert ended.out == "mine 1: 3 spans; 1,200 could not be taken.\n"
    assert ended.err == ("mine, 1 (and 1,199 more): “menu” is not a span label of this project.\n")


def test_what_a_package_prints_and_where_it_failed_is_told_when_asked_for(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, end='raise ValueError("no such column")')
    plain = run("suggest", path, "--with", "mine")
    assert plain.code == 1
    assert "mine: --verbose shows what it printed, and where it failed." in plain.err
    assert "Traceback" not in plain.err
    verbose = run("suggest", path, "--with", "mine", "--verbose")
    assert 'mine_here.py", line' in verbose.err
    assert "a warning of some library" in verbose.err
    as_json = run("suggest", path, "--with", "mine", "--json").json["mine"]
    assert "ValueError: no such column" in as_json["details"]
    assert as_json["reasons"][0]["count"] == 1200
    with Project.open(path) as project:
        assert len(project.suggestions()) == 3  # what it gave before


def test_packages_are_compared_in_a_process_of_their_own(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, end="import os; os._exit(3)")
    with Project.open(path) as project:
        from dittomark.annotations import NewArticle

        project.add_articles(NewArticle(f"Another text {number}.") for number in range(4))
        for article in project.article_ids():
            project.annotate_span(article, 0, 3, label="caption", annotator="A1")
    ended = run("suggester", "compare", path, "--kind", "span", "--with", "mine")
    assert (ended.code, ended.err) == (
        1,
        "dittomark: The suggester “mine” ended without an answer.\n",
    )
