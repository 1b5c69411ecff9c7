"""`dittomark self-test` says of an installation whether it works, and what does not."""

import json
from pathlib import Path

import pytest

import dittomark_resources
from dittomark import cli


def test_a_sound_installation_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "result.txt"
    assert cli.main(["self-test", "--no-window", "--json", "--out", str(out)]) == 0
    checks = json.loads(capsys.readouterr().out)
    assert [check["name"] for check in checks] == [
        "files",
        "comparing",
        "project",
        "importing",
        "exporting",
        "report",
    ]
    assert all(check["ok"] for check in checks)
    assert out.read_text().startswith("PASSED on ")


def test_a_damaged_installation_fails_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "NotoSansBengali-Regular.ttf"
    broken.write_bytes(b"<html>")
    monkeypatch.setattr(dittomark_resources, "font_paths", lambda: (broken,))
    out = tmp_path / "result.txt"
    assert cli.main(["self-test", "--no-window", "--out", str(out)]) == 1
    assert "NotoSansBengali-Regular.ttf is not a font" in out.read_text()
    assert out.read_text().startswith("FAILED on ")
    assert "files" in capsys.readouterr().err
