"""The self-test: whether an installation has all its parts and they work together.

Each check is a small piece of real work on the sample. It needs no network and no user data:
projects are made in a temporary folder. Installers run it on the installed program.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import dittomark_resources as resources
from dittomark.compare import steps
from dittomark.project import Project
from dittomark.sample import articles as sample
from dittomark.sample.demo_project import create_demo
from dittomark.texts import borders

WINDOW_OPTION: Final = "--window-self-test"
_WINDOW_SECONDS: Final = 120


@dataclass(frozen=True, slots=True)
class Check:
    """The result of one check; `ok` is None if it is impossible here (and not required)."""

    name: str
    ok: bool | None
    detail: str

    def __str__(self) -> str:
        mark = {True: "ok", False: "FAILED", None: "skipped"}[self.ok]
        return f"{mark:8}{self.name}: {self.detail}"


def run_checks(*, window: bool = True) -> Iterator[Check]:
    """Run every check in order; `window=False` leaves out the one that opens Qt."""
    checks: dict[str, Callable[[Path], str]] = {
        "files": _files,
        "comparing": _comparing,
        "project": _project,
        "importing": _importing,
        "exporting": _exporting,
        "report": _report,
    }
    with tempfile.TemporaryDirectory(prefix="dittomark-") as folder, _no_user_data(Path(folder)):
        for name, check in checks.items():
            yield _checked(name, check, Path(folder))
        if window and None in map(importlib.util.find_spec, ("dittomark_gui", "PySide6")):
            yield Check("window", None, "not installed here (dittomark-core)")
        elif window:
            yield _checked("window", _window, Path(folder))


@contextmanager
def _no_user_data(folder: Path) -> Iterator[None]:
    """Keep backups and the like out of the user's own folders, for child processes too."""
    before = os.environ.get("DITTOMARK_DATA")
    os.environ["DITTOMARK_DATA"] = str(folder / "data")
    try:
        yield
    finally:
        os.environ.pop("DITTOMARK_DATA")
        if before is not None:
            os.environ["DITTOMARK_DATA"] = before


def _checked(name: str, check: Callable[[Path], str], folder: Path) -> Check:
    """Run one check; an exception in it is a result, not a crash of the self-test."""
    try:
        return Check(name, ok=True, detail=check(folder))
    except Exception as error:  # noqa: BLE001
        return Check(name, ok=False, detail=f"{type(error).__name__}: {error}")


def _expect(condition: object, message: str) -> None:
    if not condition:
        raise AssertionError(message)


def _files(_folder: Path) -> str:
    """Check that fonts and icons exist and have the format of their names."""
    fonts = resources.font_paths()
    for font in fonts:
        _expect(font.read_bytes()[:4] == b"\0\1\0\0", f"{font.name} is not a font")
    icons = list(resources.path("icons").glob("*.svg"))
    _expect(len(fonts) >= 4 and len(icons) >= 20, "fonts or icons are missing")
    return f"{len(fonts)} fonts, {len(icons)} icons"


def _comparing(folder: Path) -> str:
    """Check that the sample's rewritten report is recognised, in another process too."""
    from dittomark.suggesting.project_comparison import compare_in_project
    from dittomark.system.subprocess_call import call_in_subprocess

    texts = {item.key: item.article.text for item in sample.articles()}
    pair = sample.pairs()[0]
    both = texts[pair.a], texts[pair.b]
    found = compare_in_project(both, folder)
    in_subprocess = call_in_subprocess(
        compare_in_project, both, folder, report=lambda _done, _total: None
    )
    _expect(in_subprocess == found, "another process finds something else")
    _expect(max(found.coverage) > 0.5, "the passages of a rewritten report are not found")
    return (
        f"{max(found.coverage):.0%} of a rewritten report, words found by {borders.WHICH}, "
        f"compared by {steps.WHICH}"
    )


def _project(folder: Path) -> str:
    """Make a project, write to it, read it again, undo."""
    path = folder / "sample.ditto"
    create_demo(path)
    with Project.open(path) as project:
        article = next(project.articles())
        project.annotate_span(article.id, 0, 5, label="navigation", annotator="self-test")
    with Project.open(path) as project:
        _expect(len(list(project.spans())) == 1, "a span was not kept")
        project.undo(annotator="self-test")
        _expect(not list(project.spans()), "undo did not take a span back")
        return ", ".join(f"{count} {kind}" for kind, count in project.counts().items() if count)


def _importing(folder: Path) -> str:
    """Read a web page and a table in an old encoding."""
    from dittomark import importing
    from dittomark.annotations import NewArticle

    page = folder / "page.html"
    paragraph = "<p>The ferry across the Shiulia stopped at five in the morning.</p>"
    page.write_text(
        f"<html><head><title>Ferry</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Ferry</h1>{paragraph * 5}</article></body></html>",
        encoding="utf-8",
    )
    table = folder / "table.csv"
    table.write_text("title,text\nCafé,Le café a rouvert à midi.\n", encoding="cp1252")
    read = list(importing.read([page, table]))
    articles = [item for item in read if isinstance(item, NewArticle)]
    _expect(len(articles) == 2, f"not read: {read}")
    _expect("five in the morning" in articles[0].text, "the page lost its text")
    return f"{len(articles)} articles"


def _exporting(folder: Path) -> str:
    """Export the project made above as a dataset."""
    from dittomark import exporting

    report = exporting.export(folder / "sample.ditto", format="jsonl", out=folder / "dataset")
    _expect(report.files, "no file was written")
    return ", ".join(Path(file).name for file in report.files)


def _report(folder: Path) -> str:
    """Write a pair as a page, and as PDF if that part is installed."""
    from dittomark import reporting
    from dittomark.system import optional_parts

    kinds = ["html", *(["pdf"] if optional_parts.PDF.is_there else [])]
    with Project.open(folder / "sample.ditto") as project:
        pair = next(iter(project.pairs()))
        report = reporting.pair_report(project, pair.a, pair.b)
    for kind in kinds:
        reporting.write_report(report, folder / f"report.{kind}")
        _expect((folder / f"report.{kind}").stat().st_size > 5000, f"the {kind} is empty")
    return ", ".join(kinds)


def _window(folder: Path) -> str:
    """Open the window on the project, in a separate process: this one stays without Qt."""
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-m", "dittomark_gui"]
    environment = dict(os.environ)
    if sys.platform == "linux" and not (
        environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    ):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    report, log = folder / "window.txt", folder / "window.log"
    # Not through pipes: processes started by the window may keep them open after its end.
    with log.open("wb") as output:
        done = subprocess.run(
            [*program, WINDOW_OPTION, str(folder / "sample.ditto"), str(report)],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            timeout=_WINDOW_SECONDS,
            check=False,
        )
    found = (report if report.exists() else log).read_text(encoding="utf-8", errors="replace")
    _expect(done.returncode == 0, f"exit code {done.returncode}: {found[-500:]}")
    return found
