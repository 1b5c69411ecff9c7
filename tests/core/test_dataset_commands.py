"""`dittomark import` and `dittomark export` from a shell."""

import json
from pathlib import Path

import pytest
from tests.helpers.datasets import BANDH, small_project

from dittomark.cli import main


def run(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    code = main([str(word) for word in argv])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_import_names_what_failed_and_keeps_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(BANDH, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02")
    project = tmp_path / "p.ditto"
    run(capsys, "new", project)
    code, out, err = run(capsys, "import", project, tmp_path / "a.txt", tmp_path / "b.txt")
    assert code == 0
    assert out == "Added 1 article, 1 could not be imported.\n"
    assert err.strip().endswith("b.txt: This is not a text file.")
    code, out, _ = run(capsys, "import", project, tmp_path / "a.txt", "--json")
    assert json.loads(out)["already_there"] == 1


def test_nothing_imported_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "p.ditto"
    run(capsys, "new", project)
    code, _, err = run(capsys, "import", project, tmp_path / "gone.txt")
    assert code == 1
    assert "There is no such file." in err


def test_a_mapping_is_given_saved_and_used_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.csv").write_text("head,words\nবাঁধ,বাঁধের কথা\n", "utf-8")
    (tmp_path / "two.csv").write_text("head,words\nসেতু,সেতুর কথা\n", "utf-8")
    project = tmp_path / "p.ditto"
    saved = tmp_path / "mapping.json"
    run(capsys, "new", project)
    run(capsys, "import", project, tmp_path / "one.csv", "--map", "title=head", "text=words",
        "--save-mapping", saved)  # fmt: skip
    run(capsys, "import", project, tmp_path / "two.csv", "--mapping", saved)
    _, out, _ = run(capsys, "list", project, "articles", "--json")
    assert [record["title"] for record in json.loads(out)] == ["বাঁধ", "সেতু"]


def test_export_says_what_it_wrote_and_proves_the_split(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "p.ditto"
    small_project(project).close()
    out = tmp_path / "set.jsonl"
    code, printed, _ = run(
        capsys, "export", project, "--format", "jsonl", "--out", out,
        "--split", "train=0.5,test=0.5", "--json",
    )  # fmt: skip
    report = json.loads(printed)
    assert code == 0
    assert report["split"]["torn"] == 0
    assert {Path(file).name for file in report["files"]} == {"set.train.jsonl", "set.test.jsonl"}


def test_a_wrong_split_is_wrong_usage_or_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "p.ditto"
    small_project(project).close()
    code, _, err = run(capsys, "export", project, "--format", "jsonl", "--out", tmp_path / "o",
                       "--split", "train=0.5")  # fmt: skip
    assert code == 1
    assert err.count("\n") == 1
