"""Which faults never come as far as a test, because mypy refuses them.

`make test` runs mypy before the tests. It reads all faults at once, as each is a function of its own.
"""

import ast
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
# mutmut writes each function many times over, with its comments: that alone causes these.
_OF_THE_COPIES: Final = ("no-redef", "has-type", "unused-ignore", "ignore-without-code")


def refused(folder: Path) -> set[str]:
    """Return the names of the faults that mypy refuses; `folder` holds the package with all of them.

    With the settings of this repository. What it says of the sound function too does not count.
    """
    run = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--config-file", ROOT / "pyproject.toml"),
            *("--cache-dir", folder.parent / "mypy", "--output", "json", "dittomark"),
        ],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    by_file = defaultdict[str, list[tuple[int, str]]](list)
    for line in run.stdout.splitlines():
        said = json.loads(line)
        if said["severity"] == "error" and said["code"] not in _OF_THE_COPIES:
            by_file[said["file"]].append((said["line"], said["message"]))
    if not by_file:
        raise RuntimeError(f"mypy found nothing: {run.stderr or run.stdout}")
    return {name for file, errors in by_file.items() for name in _refused_in(folder, file, errors)}


def _refused_in(folder: Path, file: str, errors: list[tuple[int, str]]) -> set[str]:
    tree = ast.parse((folder / file).read_text("utf-8"))
    said = {
        node.name: {text for line, text in errors if node.lineno <= line <= (node.end_lineno or 0)}
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and "__mutmut_" in node.name
    }
    module = file.removesuffix(".py").replace("\\", "/").replace("/", ".")
    return {
        f"{module}.{name}"
        for name, texts in said.items()
        if texts - said.get(f"{name.rpartition('__mutmut_')[0]}__mutmut_orig", set())
    }
