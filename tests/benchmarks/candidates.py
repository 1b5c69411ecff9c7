"""Candidate pairs: recall, precision and cost, beside datasketch and rensa, in one run.

    python tests/benchmarks/candidates.py compare              10,000 pages, three engines
    python tests/benchmarks/candidates.py scale --articles 100000
    python tests/benchmarks/candidates.py grow --articles 100000   new articles against an index

The pages come from `corpus/make_corpus.py` of DITTOMARK_BENCHMARKS (default ../shared/benchmarks)
and are kept in `--data`. Times are CPU seconds of this process; memory is its highest. Options
that take something away from the pages show how much the search leans on it: `--no-source`,
`--no-line-breaks`, `--one-page-sources`.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from dittomark.corpus.candidates import Candidate, CandidateIndex, IndexedArticle, find_candidates
from dittomark.corpus.parts import OrderedTexts

MAKER = (
    Path(
        os.environ.get("DITTOMARK_BENCHMARKS", Path(__file__).parents[3] / "shared" / "benchmarks")
    )
    / "corpus"
    / "make_corpus.py"
)

Pairs = set[tuple[int, int]]
Truth = dict[tuple[int, int], str]


class Corpus:
    """A made corpus on disk, read as a stream."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        arguments.data.mkdir(parents=True, exist_ok=True)
        name = arguments.data / f"n{arguments.articles}-s{arguments.seed}"
        if not name.with_suffix(".truth.parquet").exists():
            command = [sys.executable, MAKER, str(arguments.articles), name, str(arguments.seed)]
            subprocess.run(command, check=True)
        self.pages = pq.ParquetFile(
            name.with_suffix(".pages.parquet"), pre_buffer=False, buffer_size=1 << 20
        )
        rows = pq.read_table(name.with_suffix(".truth.parquet")).to_pylist()
        self.truth: Truth = {(row["a"], row["b"]): row["cls"] for row in rows}

    def _seen(self, text: str) -> str:
        return text.replace("\n", " ") if self.arguments.no_line_breaks else text

    def __iter__(self) -> Iterator[IndexedArticle]:
        for batch in self.pages.iter_batches(1000, columns=["id", "site", "text"]):
            for page, site, text in zip(*(column.to_pylist() for column in batch), strict=True):
                source = str(page if self.arguments.one_page_sources else site)
                yield IndexedArticle(
                    str(page), "" if self.arguments.no_source else source, self._seen(text)
                )


def score(found: Pairs, truth: Truth) -> str:
    """Return recall by class and precision as text."""
    classes = sorted(set(truth.values()))
    parts = []
    for name in classes:
        pairs = [pair for pair, kind in truth.items() if kind == name]
        parts.append(f"{name} {sum(pair in found for pair in pairs) / len(pairs):.4f}")
    hits = sum(pair in truth for pair in found)
    return f"recall: {', '.join(parts)}; precision {hits / max(1, len(found)):.4f} of {len(found)}"


def pairs_of(candidates: list[Candidate]) -> Pairs:
    """Return the candidates as ordered pairs of page numbers."""
    return {
        (min(a, b), max(a, b))
        for a, b in ((int(candidate.a), int(candidate.b)) for candidate in candidates)
    }


def ours(articles: list[IndexedArticle]) -> Pairs:
    """Find pairs with this program."""
    texts = {article.id: article.text for article in articles}
    return pairs_of(find_candidates(articles, text_of=texts.__getitem__))


def shingles(text: str) -> list[str]:
    """Return what the MinHash libraries are given: five words running."""
    words = text.casefold().split()
    return list(map(" ".join, zip(*(words[start:] for start in range(5)), strict=False)))


def rensa(articles: list[IndexedArticle]) -> Pairs:
    """Find pairs with rensa: MinHash LSH over whole pages, Jaccard 0.5 and up."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    hashes: list[Any] = []
    found = set()
    for number, article in enumerate(articles):
        own = RMinHash(num_perm=128, seed=1)
        own.update(shingles(article.text))
        for other in index.query(own):
            if own.jaccard(hashes[other]) >= 0.5:
                found.add((other, number))
        index.insert(number, own)
        hashes.append(own)
    return found


def datasketch(articles: list[IndexedArticle]) -> Pairs:
    """Find pairs with datasketch: MinHash LSH over whole pages, Jaccard 0.5 and up."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=128)
    hashes: list[Any] = []
    found = set()
    for number, article in enumerate(articles):
        own = MinHash(num_perm=128)
        own.update_batch([shingle.encode() for shingle in shingles(article.text)])
        for other in index.query(own):
            if own.jaccard(hashes[other]) >= 0.5:
                found.add((other, number))
        index.insert(number, own)
        hashes.append(own)
    return found


def compare(corpus: Corpus) -> None:
    """Print all engines' results and times, the best of `--rounds` each, taken in turn."""
    articles = list(corpus)
    engines: dict[str, Callable[[list[IndexedArticle]], Pairs]] = {
        "dittomark": ours,
        "rensa": rensa,
        "datasketch": datasketch,
    }
    seconds: dict[str, float] = {}
    found: dict[str, Pairs] = {}
    for _ in range(corpus.arguments.rounds):
        for name, engine in engines.items():
            start = time.process_time()
            found[name] = engine(articles)
            spent = time.process_time() - start
            seconds[name] = min(spent, seconds.get(name, spent))
    for name, spent in seconds.items():
        each = 1000 * spent / len(articles)
        ratio = spent / seconds["rensa"]
        print(f"{name:10} {spent:6.2f} s CPU, {each:.3f} ms an article, {ratio:.2f} x rensa")
        print(f"           {score(found[name], corpus.truth)}")


def scale(corpus: Corpus) -> None:
    """Print quality, time and memory of one search over a stream."""
    start, wall = time.process_time(), time.perf_counter()
    candidates = find_candidates(
        corpus,
        text_of=OrderedTexts(corpus),
        total=corpus.arguments.articles,
        folder=corpus.arguments.data,
    )
    spent, passed = time.process_time() - start, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"{corpus.arguments.articles} articles: {spent:.1f} s CPU (reading Parquet twice included),"
    )
    print(f"{passed:.1f} s wall, {peak:.2f} GB; {score(pairs_of(candidates), corpus.truth)}")


def grow(corpus: Corpus) -> None:
    """Print what new articles cost against an index of all others."""
    articles = list(corpus)
    texts = {article.id: article.text for article in articles}
    first, later = articles[:-1200], articles[-1200:]
    with tempfile.TemporaryDirectory(dir=corpus.arguments.data) as folder:
        with CandidateIndex(Path(folder)) as index:
            found = index.add(first, text_of=texts.__getitem__)
            index.settle()
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
        start = time.perf_counter()
        with CandidateIndex(Path(folder)) as index:
            opened = time.perf_counter() - start
            milliseconds = []
            for article in later[:200]:
                start = time.process_time()
                found += index.add([article], text_of=texts.__getitem__)
                milliseconds.append(1000 * (time.process_time() - start))
                index.settle()
            start = time.process_time()
            found += index.add(later[200:], text_of=texts.__getitem__)
            spent = time.process_time() - start
    deciles = statistics.quantiles(milliseconds, n=20)
    print(f"index of {len(first)}: {size / 1e6:.0f} MB, opened in {opened:.2f} s")
    print(
        f"one new article, CPU: median {statistics.median(milliseconds):.2f} ms, 95 % {deciles[-1]:.2f} ms"
    )
    print(f"1,000 new articles: {spent:.2f} s CPU; {score(pairs_of(found), corpus.truth)}")


def main() -> None:
    """Run one of the measurements."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("what", choices=["compare", "scale", "grow"])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", type=Path, default=Path(tempfile.gettempdir(), "dittomark-bench"))
    for option in ("--no-source", "--no-line-breaks", "--one-page-sources"):
        parser.add_argument(option, action="store_true")
    arguments = parser.parse_args()
    {"compare": compare, "scale": scale, "grow": grow}[arguments.what](Corpus(arguments))


if __name__ == "__main__":
    main()
