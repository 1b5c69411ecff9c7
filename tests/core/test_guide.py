"""Every snippet of the Python guide runs, in order, as a reader would paste it."""

import re
import subprocess
import sys
import textwrap
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "python.md"


def snippets() -> list[tuple[int, str]]:
    """Return the Python blocks with the lines they begin on."""
    text = GUIDE.read_text("utf-8")
    return [
        (text.count("\n", 0, found.start()) + 2, found[1])
        for found in re.finditer(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    ]


def test_every_snippet_runs(tmp_path: Path) -> None:
    found = snippets()
    assert len(found) > 9
    # Under the guard, for the processes that the guide starts; each block keeps its line.
    program = ""
    for line, code in found:
        body = textwrap.indent(code, "    ")
        program += "\n" * (line - 2 - program.count("\n")) + f"if __name__ == '__main__':\n{body}"
    script = tmp_path / "guide.py"
    script.write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-X", "utf8", script.name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"line numbers are those of {GUIDE.name}:\n{done.stderr}"
