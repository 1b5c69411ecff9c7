"""Variables of other programs do not lead this one astray, nor ours them."""

import sys
from pathlib import Path

import pytest

from dittomark.system.environment import for_other_programs, leave_out_foreign_parts
from dittomark.system.line_process import LineProcess

SHOW = "import os; print(os.environ.get('LD_LIBRARY_PATH'), os.environ.get('QT_PLUGIN_PATH'))"


def test_another_pythons_and_another_qts_parts_are_left_out() -> None:
    variables = {
        "PYTHONHOME": "/opt/other",
        "PYTHONPATH": "/home/anna/modules",
        "QT_PLUGIN_PATH": "/opt/anaconda/plugins",
        "QT_QPA_PLATFORM_PLUGIN_PATH": "/opt/anaconda/plugins/platforms",
        "QT_STYLE_OVERRIDE": "kvantum",
        "QT_QPA_PLATFORM": "wayland",
        "QT_SCALE_FACTOR": "2",
        "HOME": "/home/anna",
    }
    leave_out_foreign_parts(variables)
    assert variables == {"QT_QPA_PLATFORM": "wayland", "QT_SCALE_FACTOR": "2", "HOME": "/home/anna"}


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> str:
    """The variables as the installed program's starter sets them."""
    home = str(Path(sys.executable).parent)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", f"{home}/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    monkeypatch.setenv("QT_PLUGIN_PATH", f"{home}/_internal/PySide6/Qt/plugins")
    monkeypatch.setenv("_PYI_APPLICATION_HOME_DIR", f"{home}/_internal")
    return home


def test_other_programs_get_the_systems_libraries(installed: str) -> None:
    assert installed
    theirs = for_other_programs()
    assert not {"LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "_PYI_APPLICATION_HOME_DIR"} & theirs.keys()
    assert theirs["PATH"]


def test_a_search_path_of_the_users_own_comes_back(
    installed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", f"{installed}/_internal:/opt/theirs")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/theirs")
    assert for_other_programs()["LD_LIBRARY_PATH"] == "/opt/theirs"


def test_a_program_that_suggests_is_started_with_them(installed: str) -> None:
    assert installed
    process = LineProcess([sys.executable, "-c", SHOW], [], name="shows")
    try:
        lines = [line for line in process.lines(patience=60, beat=1) if line is not None]
    finally:
        process.close()
    assert lines == [(1, "None None")]
