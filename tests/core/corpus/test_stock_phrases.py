"""Formulas that stand in articles week after week are no evidence; a story of one week is."""

import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.command import run
from tests.helpers.news import NewsMaker

from dittomark.annotations import NewArticle
from dittomark.corpus.prints.phrases import PhraseCounts, week_of
from dittomark.corpus.prints.word_hashes import split_words, word_hash
from dittomark.project import Project
from dittomark.suggesting.project_comparison import stock_phrases
from dittomark.system.cache_paths import index_path
from dittomark.texts.fold import fold

FORMULA = "নাম প্রকাশ না করার শর্তে মন্ত্রণালয়ের একজন জ্যেষ্ঠ কর্মকর্তা প্রথম সকালকে এসব তথ্য নিশ্চিত করেছেন"
MONDAY = date(2024, 1, 1)


def add_articles(project: Project, days: Sequence[date | None], *, first: int = 0) -> None:
    maker = NewsMaker(seed=first)
    project.add_articles(
        NewArticle(
            f"{maker.body(maker.some_words(60))} {FORMULA}। {maker.body(maker.some_words(60))}",
            external_id=f"n{number}",
            source=f"paper {number % 5}",
            date=day.isoformat() if day else "",
        )
        for number, day in enumerate(days, start=first)
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.ditto"


def formula_is_weak(path: Path) -> bool:
    found = run("compare", path, "n0", "n1", "--json").json
    (weak,) = {bool(passage["weak"]) for passage in found["passages"]}
    assert weak == (max(found["coverage"]) == 0)
    return weak


def test_a_formula_of_many_weeks_is_weak_once_the_pairs_were_looked_for(path: Path) -> None:
    with Project.create(path) as project:
        add_articles(project, [MONDAY + timedelta(weeks=n) for n in range(12)])
    assert not formula_is_weak(path)
    run("pairs", path)
    assert formula_is_weak(path)
    report = run("report", path, "n0,n1", "--out", path.with_suffix(".html"), "--json").json
    assert report["passages"] == 0

    with Project.open(path) as project:
        shutil.rmtree(index_path(project.path))
    assert not formula_is_weak(path)


@pytest.mark.parametrize("day", [MONDAY, None])
def test_a_story_that_all_papers_print_at_once_stays_evidence(path: Path, day: date | None) -> None:
    with Project.create(path) as project:
        add_articles(project, [day] * 12)
    run("pairs", path)
    assert not formula_is_weak(path)


def test_later_articles_are_counted_too(path: Path) -> None:
    with Project.create(path) as project:
        add_articles(project, [MONDAY, MONDAY + timedelta(weeks=1)])
    run("pairs", path)
    assert not formula_is_weak(path)
    with Project.open(path) as project:
        add_articles(project, [MONDAY + timedelta(weeks=n) for n in range(2, 4)], first=2)
    run("pairs", path)
    assert formula_is_weak(path)


def test_a_damaged_table_is_done_without(path: Path) -> None:
    with Project.create(path) as project:
        add_articles(project, [MONDAY + timedelta(weeks=n) for n in range(6)])
    run("pairs", path)
    (index_path(path) / "phrases.npy").write_bytes(b"\x93NUMPY")
    assert stock_phrases(path) is None
    assert not formula_is_weak(path)


def test_phrases_are_counted_by_the_week() -> None:
    texts = [f"{FORMULA} {number}" for number in range(6)]
    days = ["2024-03-04", "2024-03-06", "2024-03-11", "9999-12-31", "", "soon"]
    words = split_words(texts)
    lengths = np.array([len(text.split()) for text in texts])
    counts = PhraseCounts.for_articles(6)
    counts.add(words.hash, lengths, np.array([week_of(day) for day in days]))
    folded = fold(FORMULA).split(" ")
    for first in range(len(folded) - 2):
        assert counts.get(" ".join(folded[first : first + 3])) == 3
    assert counts["নাম প্রকাশ করার"] == 0
    assert "তথ্য নিশ্চিত" not in counts


@pytest.mark.parametrize(
    "word",
    ["হয়েছে", "হ\u09dfেছে", "Straße", "e\u0301tude", "২০২৪", "o'clock", "!", "\ud800", "😀", ""],
)
def test_a_word_alone_has_the_hash_it_has_in_a_text(word: str) -> None:
    hashed = split_words([f"এক {word} দুই"]).hash
    alone = word_hash(word)
    assert alone == (int(hashed[1]) if hashed.size == 3 else 0)
