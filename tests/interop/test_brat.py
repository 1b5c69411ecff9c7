"""brat's own verifier looks at the folder that we write, with brat's own settings beside it."""

import os
import subprocess
from pathlib import Path

import pytest
from tests.interop.conftest import SERVERS, Exported

# brat opens files in a mode that Python knows no more since 3.11.
PROGRAM = """
import codecs, runpy
open_ = codecs.open
codecs.open = lambda name, mode="r", *a, **more: open_(name, mode.replace("U", ""), *a, **more)
runpy.run_module("verify_annotations", run_name="__main__")
"""


def verified(folder: Path, work: Path) -> list[str]:
    """Return what the verifier says of a folder's files."""
    python = SERVERS / "brat" / "bin" / "python"
    if not python.exists():
        pytest.skip("brat is not installed: make test-interop does it")
    (brat,) = (SERVERS / "brat" / "lib").glob("python3*/site-packages/brat")
    work.mkdir(exist_ok=True)
    (work / "config.py").write_text(
        f"ADMIN_CONTACT_EMAIL = 'a@b.example'\nBASE_DIR = DATA_DIR = WORK_DIR = BACKUP_DIR = {str(folder.parent)!r}\n"
        "USER_PASSWORD = {}\nDEBUG = False\nLOG_LEVEL = 30\nPERFORM_VERIFICATION = True\n",
        "utf-8",
    )
    path = os.pathsep.join([str(work), str(brat / "server" / "src"), str(brat / "server" / "lib")])
    files = sorted(str(file) for file in folder.glob("*.ann"))
    assert files
    run = subprocess.run(
        [python, "-c", PROGRAM, "-v", *files],
        env={**os.environ, "PYTHONPATH": path}, cwd=work, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Check complete." in run.stderr, run.stderr
    assert "Failed check" not in run.stderr
    return run.stdout.splitlines()


@pytest.mark.tool("brat", "brat 1.3, its own verifier")
def test_brats_verifier_finds_no_fault(exported: Exported, tmp_path: Path) -> None:
    out = exported("brat")
    assert verified(out, tmp_path / "work") == []
    (out / "n2.ann").write_text("T1\tno_such_label 0 5\tসেতুর\n", "utf-8")
    assert len(verified(out, tmp_path / "work")) == 1  # it does look
