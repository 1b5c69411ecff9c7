"""The candidate search on Spark finds exactly what the embedded engine finds."""

import json
import shutil
from pathlib import Path

import pytest
from tests.helpers.news import NewsMaker

from dittomark.cli import main
from dittomark.corpus.candidates import IndexedArticle, find_candidates
from dittomark.corpus.mask.cores import LEAST_CORE
from dittomark.corpus.parts import read_candidates

pytest.importorskip("pyspark")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")


def odd_articles(maker: NewsMaker) -> list[IndexedArticle]:
    """Return what takes other ways through the search: no words, few words, letters as words."""
    letters = "".join(chr(0x4E00 + maker.random.randrange(400)) for _ in range(300))
    shortest = " ".join(maker.some_words(LEAST_CORE))
    twins = maker.body(maker.some_words(90))
    return [
        IndexedArticle("x1", "", ""),
        IndexedArticle("x2", "", "…"),
        IndexedArticle("x3", "", "হ্যাঁ"),
        IndexedArticle("x4", "", "হ্যাঁ!"),
        IndexedArticle("x5", "", letters),
        IndexedArticle("x6", "s", letters[40:]),
        IndexedArticle("x7", "", shortest),
        IndexedArticle("x8", "", f"{shortest}!"),
        IndexedArticle("x9", "", shortest.rpartition(" ")[0]),
        *(IndexedArticle(f"y{number:02}", "twins", twins) for number in range(40)),
    ]


def test_spark_equals_the_embedded_engine(tmp_path: Path) -> None:
    maker = NewsMaker()
    for _ in range(80):
        maker.add(maker.some_words(180))
    for kind in ("exact", "near", "moved", "wire"):
        maker.plant(kind, 8)
    articles = [*maker.articles, *odd_articles(maker)]
    texts = {article.id: article.text for article in articles}
    here = find_candidates(articles, text_of=texts.__getitem__)

    for number in range(2):
        rows = [json.dumps(article._asdict()) + "\n" for article in articles[number::2]]
        (tmp_path / f"{number}.jsonl").write_text("".join(rows), "utf-8")
    parts = [str(tmp_path / f"{number}.jsonl") for number in range(2)]
    out = str(tmp_path / "candidates.parquet")
    arguments = ["pairs", "--articles", *parts, "--out", out]
    assert main([*arguments, "--engine", "spark", "--master", "local[2]"]) == 0
    there = read_candidates(Path(out))

    pairs = {(found.a, found.b) for found in here}
    assert pairs >= {*maker.truth, ("x5", "x6"), ("x7", "x8")}
    # Fewer words than LEAST_CORE are no article: "হ্যাঁ" under two names makes no pair.
    assert not {"x1", "x2", "x3", "x4", "x9"} & {name for pair in pairs for name in pair}
    key = sorted(here, key=lambda found: (found.a, found.b))
    assert sorted(there, key=lambda found: (found.a, found.b)) == key
