"""The self-test opens the real window in a subprocess, without importing Qt itself."""

import os
import subprocess
import sys
from pathlib import Path


def test_the_window_opens_on_the_sample(tmp_path: Path) -> None:
    out = tmp_path / "result.txt"
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "dittomark_gui", "self-test", "--out", str(out)],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "DITTOMARK_DATA": str(tmp_path / "data"),
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
    )
    assert done.returncode == 0, out.read_text()
    assert "window: a pair with its passages" in out.read_text()
    assert "PySide6" not in done.stderr
    assert not (tmp_path / "data").exists(), "the user's folder was written to"
