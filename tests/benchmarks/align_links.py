"""Whether `dittomark evaluate` says what the scorer of a text-alignment set says.

    python -m tests.benchmarks.align_links PAIRS.json SCORE.py

PAIRS.json holds rows `{"A", "B", "cases": [[a_start, a_end, b_start, b_end, …], …]}`; they are brought
in as articles and links, by the command. SCORE.py has `measure(pairs, detections)`. Prints both and the
largest difference, for our engine and for its detections handed in as a file.
"""

import contextlib
import io
import json
import runpy
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dittomark.cli import main as command
from dittomark.compare import compare

MEASURES = ("plagdet", "precision", "recall", "granularity")


def main() -> None:
    """Compare, and exit with 1 where they differ by more than 1e-9."""
    pairs = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    measure = runpy.run_path(sys.argv[2])["measure"]
    detections = [
        [
            [passage.a.start, passage.a.end, passage.b.start, passage.b.end]
            for passage in compare(pair["A"], pair["B"]).passages
            if not passage.weak
        ]
        for pair in pairs
    ]
    theirs = measure(pairs, detections)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = folder / "gold.ditto"
        _lines(folder / "articles.jsonl", _articles(pairs))
        _lines(folder / "links.jsonl", _links(pairs))
        _lines(folder / "found.jsonl", _found(detections))
        _run("new", project)
        _run("import", project, folder / "articles.jsonl")
        _run("annotate", project, "--from", folder / "links.jsonl", "--annotator", "gold")
        words = ("evaluate", project, "--all-pairs", "--json")
        engine = json.loads(_run(*words, "--grouping", "adaptive"))
        given = json.loads(_run(*words, "--detections", folder / "found.jsonl"))
    worst = 0.0
    for found in (engine, given):
        [(who, one)] = found["engines"].items()
        for measured in MEASURES:
            difference = abs(one[measured] - theirs[measured])
            worst = max(worst, difference)
            print(f"{who} {measured}: {one[measured]:.12f}, {theirs[measured]:.12f}")
    print(f"largest difference: {worst:.3g}")
    sys.exit(worst > 1e-9)


def _articles(pairs: Iterable[Any]) -> Iterable[dict[str, Any]]:
    for number, pair in enumerate(pairs):
        for side in ("A", "B"):
            yield {"id": f"{number}{side}", "text": pair[side]}


def _links(pairs: Iterable[Any]) -> Iterable[dict[str, Any]]:
    for number, pair in enumerate(pairs):
        sides = {"a_external_id": f"{number}A", "b_external_id": f"{number}B"}
        yield {"type": "pair", **sides, "relation": "unsure", "done": True}
        for a_start, a_end, b_start, b_end, *_ in pair["cases"]:
            offsets = {"a_start": a_start, "a_end": a_end, "b_start": b_start, "b_end": b_end}
            yield {"type": "link", **sides, **offsets, "kind": "verbatim"}


def _found(detections: Iterable[Any]) -> Iterable[dict[str, Any]]:
    for number, found in enumerate(detections):
        for a_start, a_end, b_start, b_end in found:
            offsets = {"a_start": a_start, "a_end": a_end, "b_start": b_start, "b_end": b_end}
            yield {"a": f"{number}A", "b": f"{number}B", **offsets}


def _lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def _run(*words: object) -> str:
    """Run a command of ours and return what it prints; a failure ends the program."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = command([str(word) for word in words])
    if code:
        sys.exit(f"{words[0]} failed: {printed.getvalue()}")
    return printed.getvalue()


if __name__ == "__main__":
    main()
