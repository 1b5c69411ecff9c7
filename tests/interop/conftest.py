"""The small project exported in a format, for tests that read it with the real tool."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.datasets import small_project

from dittomark import exporting
from dittomark.exporting import Selection

ROOT = Path(__file__).resolve().parents[2]
# Where the tools are that have an environment of their own.
SERVERS = Path(os.environ.get("INTEROP_SERVERS", ROOT / "build" / "interop-servers"))
Exported = Callable[..., Path]


@pytest.fixture
def exported(tmp_path: Path) -> Exported:
    """Return a function that exports the small project and says where."""

    def run(name: str, *, annotator: str = "", split: str = "") -> Path:
        out = tmp_path / f"out{exporting.FORMATS[name].ending}"
        with small_project(tmp_path / "small.ditto") as project:
            exporting.export(
                project,
                format=name,
                out=out,
                selection=Selection(annotators=(annotator,) if annotator else ()),
                parts=exporting.parse_split(split) if split else None,
                licence="cc-by-4.0",
            )
        return out

    return run


# --- the table of verdicts in docs/formats.md -----------------------------------------------------

_PAGE = ROOT / "docs" / "formats.md"
_BEGIN, _END = "<!-- interop: begin -->\n", "<!-- interop: end -->\n"
_VERDICTS = {"passed": "right", "failed": "WRONG", "skipped": "not tried"}
_found: dict[tuple[str, str], str] = {}


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:  # noqa: ANN401
    """Remember what came of each format with each tool; one failure is enough."""
    outcome = yield
    report = outcome.get_result()
    marker = item.get_closest_marker("tool")
    if marker is None or (report.when != "call" and report.outcome == "passed"):
        return
    format_, tool = marker.args
    if _found.get((format_, tool)) != "failed":
        _found[format_, tool] = report.outcome


def pytest_sessionfinish() -> None:
    """Write the table; what was not run this time keeps its row."""
    page = _PAGE.read_text("utf-8")
    if not _found or _BEGIN not in page:
        return
    before, rest = page.split(_BEGIN)
    written, after = rest.split(_END)
    verdicts = {
        (format_, tool): verdict
        for format_, tool, verdict in re.findall(r"\| `(.+?)` \| (.+?) \| (.+?) \|\n", written)
    }
    for name, verdict in _found.items():
        if verdict != "skipped" or name not in verdicts:
            verdicts[name] = _VERDICTS[verdict]
    rows = "".join(
        f"| `{format_}` | {tool} | {verdict} |\n"
        for (format_, tool), verdict in sorted(verdicts.items())
    )
    table = f"| format | tool | verdict |\n|---|---|---|\n{rows}"
    _PAGE.write_text(f"{before}{_BEGIN}{table}{_END}{after}", "utf-8")
