"""Accuracy and speed of comparing, ours and other engines', side by side in one run.

Usage: python -m tests.benchmarks.align [--quick]

Data: the folder that DITTOMARK_BENCHMARKS names (default ../shared/benchmarks), development sets.
Times are CPU times, medians, on texts not seen before; ours is the whole call with tokens, the
peers' are matching alone. What a comparison finds on demand (repeats, similar sentences, shared
terms) is timed in a row of its own.
"""

import argparse
import json
import os
import platform
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import regex
from rapidfuzz.distance import Indel
from tests.benchmarks.align_peers import GAPS, installed, merge
from tests.benchmarks.align_score import score
from tests.benchmarks.align_texts import invented_pair, long_pair

from dittomark.compare import Settings, compare
from dittomark.compare.tokens import Tokens, tokenise

FOLDER = Path(os.environ.get("DITTOMARK_BENCHMARKS", "../shared/benchmarks")) / "align"
SYNTHETIC = ("bn_dev", "en_dev", "bn_hdev", "en_hdev")
BASE = "plain regex tokens and rapidfuzz Indel"
WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")

Detector = Callable[[str, str], list[tuple[int, int, int, int]]]


def ours(grouping: str) -> Detector:
    settings = Settings(grouping=grouping)  # type: ignore[arg-type]

    def detect(a: str, b: str) -> list[tuple[int, int, int, int]]:
        found = compare(a, b, settings=settings).passages
        return [(p.a.start, p.a.end, p.b.start, p.b.end) for p in found if not p.weak]

    return detect


def peer(run: Callable[[Any, Any], Any], *, gap: int) -> Detector:
    def detect(a: str, b: str) -> list[tuple[int, int, int, int]]:
        tokens, _ = tokenise([a, b])
        found = merge(run(tokens[0].ids.tolist(), tokens[1].ids.tolist()), gap=gap)
        return [_offsets(tokens, one) for one in found]

    return detect


def _offsets(tokens: list[Tokens], one: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    (a, b), (a0, a1, b0, b1) = tokens, one
    return int(a.starts[a0]), int(a.ends[a1 - 1]), int(b.starts[b0]), int(b.ends[b1 - 1])


def accuracy(name: str, detect: Detector, sets: tuple[str, ...]) -> None:
    for one in sets:
        rows = json.loads((FOLDER / f"{one}.json").read_text(encoding="utf-8"))
        found = [detect(row["A"], row["B"]) for row in rows]
        kinds = ["all", *dict.fromkeys(row["kind"] for row in rows)]
        for kind in kinds:
            chosen = [k for k, row in enumerate(rows) if kind in ("all", row["kind"])]
            result = score([rows[k]["cases"] for k in chosen], [found[k] for k in chosen])
            print(
                f"{name:28} {one:9} {kind[:24]:24} PlagDet {result.plagdet:.3f}"
                f"  precision {result.precision:.3f}  recall {result.recall:.3f}"
                f"  granularity {result.granularity:.2f}"
                + (f"  false pairs {result.false_pairs}/{result.empty_pairs}" * (kind == "all"))
            )


def cpu_ms(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return (time.process_time() - start) * 1000


def speed(sizes: tuple[int, ...]) -> None:
    """Print the median CPU times; every round has texts of its own, seen for the first time."""
    compare("", "")
    makers: dict[str, Callable[[int, int], tuple[str, str]]] = {
        "bn": partial(long_pair, FOLDER, "bn"),
        "en": partial(long_pair, FOLDER, "en"),
        "invented words": invented_pair,
    }
    for name, make in makers.items():
        for size in sizes:
            _speed(name, [make(size, n) for n in range(max(3, min(31, 30_000 // size)))], size)


def _speed(texts: str, pairs: list[tuple[str, str]], size: int) -> None:
    rounds = [_ours_and_base(a, b) for a, b in pairs]
    times = {name: [one[name] for one in rounds] for name in rounds[0]}
    if size <= 1000:
        for name, run in installed().items():
            times[name] = [cpu_ms(partial(run, *_ids(a, b))) for a, b in pairs]
    medians = {name: sorted(each)[len(each) // 2] for name, each in times.items()}
    passages = sorted(len(compare(a, b).passages) for a, b in pairs)[len(pairs) // 2]
    print(f"{texts}, {size} words a side, {passages:,} passages")
    for name, milliseconds in medians.items():
        ratio = milliseconds / medians[BASE]
        print(f"    {name:40} {milliseconds:9.1f} ms {ratio:9.1f} x")


def _ours_and_base(a: str, b: str) -> dict[str, float]:
    return {
        "whole call": cpu_ms(partial(compare, a, b)),
        "the same again": cpu_ms(partial(compare, a, b)),
        "the call and all layers, again": cpu_ms(lambda: compare(a, b).complete()),
        BASE: cpu_ms(partial(_base, a, b, _ids(a, b))),
    }


def _ids(a: str, b: str) -> list[list[int]]:
    tokens, _ = tokenise([a, b])
    return [one.ids.tolist() for one in tokens]


def _base(a: str, b: str, ids: list[list[int]]) -> None:
    WORD.findall(a)
    WORD.findall(b)
    Indel.opcodes(*ids)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="ours alone, and no long texts")
    quick = parser.parse_args().quick
    print(f"{date.today()}, {platform.machine()}, Python {platform.python_version()}")
    accuracy("ours (adaptive)", ours("adaptive"), SYNTHETIC)
    for grouping in ("narrow", "adaptive", "wide"):
        accuracy(f"ours ({grouping})", ours(grouping), ("real_dev",))
    if not quick:
        for name, run in installed().items():
            accuracy(name, peer(run, gap=GAPS[name]), SYNTHETIC)
        accuracy(
            "difflib, gaps of 150", peer(installed()["difflib on words"], gap=150), ("real_dev",)
        )
    speed((300, 1000, 5000) if quick else (300, 1000, 5000, 50_000))


if __name__ == "__main__":
    main()
