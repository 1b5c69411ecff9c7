"""Hold the coverage of each source root to its floor, and show it folder by folder.

    python -m tests.coverage_floors build/coverage.json

Run by `make test` after the tests, of which slipcover has written the lines they ran. Which lines
count, and the floors, stand in `pyproject.toml`.
"""

import json
import sys
import tomllib
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from coverage import Coverage

ROOT: Final = Path(__file__).parents[1]


def main(executed: str) -> int:
    """Print the coverage; returns 1 where a source root is below its floor."""
    floors = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = floors["tool"]["dittomark"]["coverage-floors"]
    coverage = Coverage(data_file=None, config_file=str(ROOT / "pyproject.toml"))
    files = json.loads(Path(executed).read_text(encoding="utf-8"))["files"]
    omitted = tuple(coverage.get_option("run:omit") or ())  # type: ignore[arg-type]
    coverage.get_data().add_lines(
        {
            file: of["executed_lines"]
            for file, of in files.items()
            if not any(fnmatch(file, pattern) for pattern in omitted)
        }
    )
    lines, missed = Counter[str](), Counter[str]()
    for file in sorted(coverage.get_data().measured_files()):
        _, statements, _, missing, _ = coverage.analysis2(file)
        path = Path(file)
        inside = path.relative_to(ROOT) if path.is_absolute() else path
        for folder in {"/".join(inside.parts[:2]), "/".join(inside.parts[:-1][:3])}:
            lines[folder] += len(statements)
            missed[folder] += len(missing)
    below = []
    for folder in sorted(lines):
        share = 100 * (1 - missed[folder] / max(1, lines[folder]))
        floor = floors.get(folder)
        wanted = "" if floor is None else f"  (at least {floor})"
        print(f"{folder:38}{share:6.1f} % of {lines[folder]:6} lines{wanted}")  # noqa: T201
        if floor is not None and share < floor:
            below.append(f"{folder} is below its floor of {floor} %")
    missing = [folder for folder in floors if folder not in lines]
    below += [f"{folder} was not measured" for folder in missing]
    if below:
        print("; ".join(below), file=sys.stderr)  # noqa: T201
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
