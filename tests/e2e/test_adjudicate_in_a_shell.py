"""Two annotators' files become one dataset with nothing but the `dittomark` command."""

import json
import os
import subprocess
import sys
from pathlib import Path


def dittomark(folder: Path, *argv: str) -> "subprocess.CompletedProcess[str]":
    """Run the command in a subprocess, as a shell does."""
    return subprocess.run(
        [sys.executable, "-m", "dittomark_gui", *argv],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
        env={
            **os.environ,
            "DITTOMARK_DATA": str(folder / "data"),
            "PYTHONPATH": os.pathsep.join(str(Path(part).resolve()) for part in sys.path),
            "PYTHONIOENCODING": "utf-8",
        },
    )


def test_from_two_judgements_to_the_adjudicated_export(tmp_path: Path) -> None:
    assert dittomark(tmp_path, "new", "work.ditto").returncode == 0
    articles = [
        {"id": "n1", "text": "নদীতে নৌকা ডুবে তিনজন নিখোঁজ, উদ্ধারকাজ চলছে।"},
        {"id": "n2", "text": "নদীতে নৌকা ডুবে নিখোঁজ তিনজন। উদ্ধারকাজ এখনো চলছে।"},
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, articles)), "utf-8")
    assert dittomark(tmp_path, "import", "work.ditto", "articles.jsonl").returncode == 0
    for who, relation in (("Rina", "same_event"), ("Shafiq", "wholly_derived")):
        said = {"a": "n1", "b": "n2", "relation": relation, "done": True}
        (tmp_path / f"{who}.jsonl").write_text(json.dumps(said), "utf-8")
        options = ("--from", f"{who}.jsonl", "--annotator", who)
        assert dittomark(tmp_path, "annotate", "work.ditto", *options).returncode == 0
    [question] = json.loads(dittomark(tmp_path, "adjudicate", "work.ditto", "--json").stdout)
    assert question["opinions"]["Shafiq"]["relation"] == "wholly_derived"

    answer = {**question, "accept": "Shafiq", "note": "শব্দগুলো প্রায় একই"}
    (tmp_path / "decisions.jsonl").write_text(json.dumps(answer), "utf-8")
    options = ("--from", "decisions.jsonl", "--annotator", "Lead")
    done = dittomark(tmp_path, "adjudicate", "work.ditto", *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Decided 1 question.\n", "")
    refused = dittomark(
        tmp_path, "adjudicate", "work.ditto", "n1,n3", "--accept", "Rina", "--annotator", "Lead"
    )
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    out = ("--format", "jsonl", "--out", "set.jsonl", "--adjudicated")
    assert dittomark(tmp_path, "export", "work.ditto", *out).returncode == 0
    rows = [json.loads(line) for line in (tmp_path / "set.jsonl").read_text("utf-8").splitlines()]
    [pair] = (row for row in rows if row["type"] == "pair")
    assert (pair["relation"], pair["adjudicated"]) == ("wholly_derived", True)
