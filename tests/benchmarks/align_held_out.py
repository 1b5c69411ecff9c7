"""Accuracy of comparing on pairs that nothing was developed on.

Usage: python -m tests.benchmarks.align_held_out [SEED …]

Made of the development sets' texts with other seeds (see `align_made`): 20 pairs a kind, language
and seed; and pairs of articles as they are, which should show nothing.
"""

import argparse

from tests.benchmarks.align import FOLDER, ours
from tests.benchmarks.align_made import HARD, MAIN, VOWELS, Made, Maker
from tests.benchmarks.align_score import score

EACH = 20
STRANGERS = 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", nargs="*", type=int, default=[101, 102, 103])
    seeds = parser.parse_args().seeds
    detect = ours("adaptive")
    for language in VOWELS:
        pairs = [pair for seed in seeds for pair in Maker(FOLDER, language, seed).pairs(EACH)]
        found = [detect(pair.a, pair.b) for pair in pairs]
        for name, kinds in [("main", MAIN), ("hard", HARD)] + [(k, (k,)) for k in MAIN + HARD]:
            _show(
                language,
                name,
                [(p, f) for p, f in zip(pairs, found, strict=True) if p.kind in kinds],
            )
        maker = Maker(FOLDER, language, seeds[0])
        false = sum(bool(detect(*maker.strangers())) for _ in range(STRANGERS))
        print(f"{language} articles as they are: {false} of {STRANGERS} pairs with a passage")


def _show(
    language: str, name: str, chosen: list[tuple[Made, list[tuple[int, int, int, int]]]]
) -> None:
    result = score([[list(case) for case in p.cases] for p, _ in chosen], [f for _, f in chosen])
    print(
        f"{language} {name:10} PlagDet {result.plagdet:.3f}  precision {result.precision:.3f}"
        f"  recall {result.recall:.3f}  granularity {result.granularity:.3f}"
        f"  false pairs {result.false_pairs}/{result.empty_pairs}"
    )


if __name__ == "__main__":
    main()
