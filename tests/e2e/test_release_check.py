"""`make release-check` as a maintainer calls it: a missing translation stops a release.

In a copy of the repository, with an English sentence more that nobody has translated.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COPIED = ("core", "gui", "resources", "packaging", "Makefile", "pyproject.toml", "requirements",
          "tests/conftest.py", "tests/gui/conftest.py", "tests/gui/test_translations.py",
          "tests/helpers")  # fmt: skip
SENTENCE = "Nobody has said this in another language."

pytestmark = pytest.mark.skipif(
    shutil.which("make") is None or sys.platform == "win32", reason="needs make"
)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("repository")
    for name in COPIED:
        source, target = ROOT / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    # An environment that is there: this one.
    environment = root / "environment"
    (environment / "bin").mkdir(parents=True)
    python = environment / "bin/python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    later = time.time() + 3600
    (environment / ".dev").touch()
    os.utime(environment / ".dev", (later, later))
    return root


def check(repository: Path, *target: str) -> subprocess.CompletedProcess[str]:
    """Run make in the copy; the copy's own sources are what Python finds there."""
    sources = os.pathsep.join(str(repository / name) for name in ("core", "gui", "resources", "."))
    variables = {name: value for name, value in os.environ.items() if "DITTOMARK" not in name}
    return subprocess.run(
        ["make", *target, "VENV=environment"], cwd=repository, capture_output=True, text=True,
        check=False, env={**variables, "PYTHONPATH": sources},
    )  # fmt: skip


def test_a_sentence_that_a_language_lacks_stops_a_release(repository: Path) -> None:
    page = repository / "gui/dittomark_gui/panels/start_page.py"
    page.write_text(
        page.read_text("utf-8")
        + f'\n\ndef _more() -> str:\n    return translate("StartPage", "{SENTENCE}")\n'
    )
    done = check(repository, "release-check")
    assert done.returncode != 0
    assert SENTENCE in done.stdout
    assert "test_every_text_is_translated[bn]" in done.stdout


def test_a_release_is_not_published_without_it() -> None:
    workflow = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    assert "make release-check" in workflow
    needs = re.search(r"publish:\n(?:.*\n)*?    needs: \[(.+)\]", workflow)
    assert needs
    assert "texts" in needs[1]
