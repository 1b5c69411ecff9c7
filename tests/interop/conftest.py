"""The small project exported in a format, for tests that read it with the real tool."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.helpers.datasets import small_project

from dittomark import exporting
from dittomark.exporting import Selection

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
