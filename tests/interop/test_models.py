"""A first model of anybody's, on what we write: twenty lines of scikit-learn for lines and for pairs."""

import json
from pathlib import Path
from typing import Any

import pytest

from dittomark import exporting
from dittomark.annotations import NewArticle
from dittomark.project import Project

MENU = "Home | Politics | Sport | Weather {n}"
BODY = "The ferry number {n} stopped at noon because of a storm near the {n}th bridge."
FEW = 24


@pytest.fixture
def project(tmp_path: Path) -> Any:  # noqa: ANN401
    """Pages with a menu, and pairs of which every other one is a copy."""
    with Project.create(tmp_path / "p.ditto") as opened:
        texts = [f"{MENU.format(n=n)}\n{BODY.format(n=n)}" for n in range(FEW)]
        texts += [f"{BODY.format(n=n)} Said again." for n in range(FEW)]
        added = opened.add_articles(NewArticle(text) for text in texts).added
        for n in range(FEW):
            opened.annotate_span(
                added[n], start=0, end=len(MENU.format(n=n)), label="navigation", annotator="A"
            )
            other, relation = (n, "partially_derived") if n % 2 else ((n + 5) % FEW, "unrelated")
            opened.judge_pair(added[n], added[FEW + other], annotator="A", relation=relation)
        yield opened


def rows(project: Project, name: str, out: Path) -> list[dict[str, Any]]:
    exporting.export(project, format=name, out=out)
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


@pytest.mark.tool("prodigy", "scikit-learn, boilerplate lines")
def test_a_classifier_of_lines_learns_from_the_spans(project: Project, tmp_path: Path) -> None:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    lines: list[str] = []
    labels: list[int] = []
    for row in rows(project, "prodigy", tmp_path / "o.jsonl"):
        at = 0
        for line in row["text"].split("\n"):
            inside = any(s["start"] <= at and at + len(line) <= s["end"] for s in row["spans"])
            lines.append(line)
            labels.append(int(inside))
            at += len(line) + 1
    model = make_pipeline(TfidfVectorizer(), LogisticRegression()).fit(lines[::2], labels[::2])
    assert sum(labels) == FEW
    assert model.score(lines[1::2], labels[1::2]) > 0.9


@pytest.mark.tool("pair-texts", "scikit-learn, pairs")
def test_a_classifier_of_pairs_learns_from_both_texts(project: Project, tmp_path: Path) -> None:
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    found = rows(project, "pair-texts", tmp_path / "o.jsonl")
    assert len(found) == FEW
    both = [row["text_a"] + row["text_b"] for row in found]
    words = CountVectorizer(token_pattern=r"\w+", binary=True).fit(both)
    left, right = (words.transform([row[f"text_{side}"] for row in found]) for side in "ab")
    shared = [[float(n)] for n in left.multiply(right).sum(axis=1).A1]
    said = [row["label"] for row in found]
    assert len(set(said)) == 2
    assert LogisticRegression().fit(shared, said).score(shared, said) > 0.9
