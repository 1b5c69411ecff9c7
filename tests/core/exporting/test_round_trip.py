"""Out and in again: the same annotations, for every format that can carry them."""

import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.datasets import annotations_of

from dittomark import exporting, importing
from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark.texts.segmentation import snap

# Conjuncts, য় in both spellings, emoji joined by ZWJ, CRLF, combining marks, right to left.
PIECES = [
    "ক্ষ", "ষ্ট্র", "ঙ্গে", "\u09df", "\u09af\u09bc", "ড়", "👩‍👩‍👧", "🇧🇩", "\r\n", "\n", " ", "\u00a0",
    "e\u0301", "ô\u0323", "مرحبا", "שלום", "\u200f", "\u200c", "নদী", "।", "=1+1", "\t", "'", '"', "<b>&amp;",
    "\u2028", "a", ",", "\ufeff",
]  # fmt: skip
TEXTS = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=30)
    .map("".join)
    .map(lambda text: text.lstrip("\ufeff"))
)
SPANS = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.sampled_from(["navigation", "caption"])),
    max_size=4,
)
ARTICLES = st.lists(
    st.tuples(TEXTS.filter(str.strip), SPANS), min_size=2, max_size=4, unique_by=lambda a: a[0]
)
FORMATS = ["jsonl", "doccano", "label-studio", "brat", "huggingface", "parquet"]
Marked = set[tuple[str, int, int, str]]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty project, to be copied: making one takes many steps to the disk."""
    path = tmp_path_factory.mktemp("template") / "empty.ditto"
    Project.create(path).close()
    return path


def fill(project: Project, articles: list[tuple[str, list[tuple[float, float, str]]]]) -> None:
    """Put the articles into the project, with spans and a judged pair."""
    ids = []
    for number, (text, spans) in enumerate(articles):
        (article,) = project.add_articles(
            [NewArticle(text, f"n{number}", title=f"t{number}")]
        ).added
        ids.append(article)
        for one, other, label in spans:
            low, high = sorted((int(one * len(text)), int(other * len(text))))
            start, end = snap(text, low, high)
            if start < end and text[start:end].strip():
                project.annotate_span(article, start, end, label=label, annotator="ক")
    sizes = [len(text) for text, _ in articles]
    project.add_link(
        ids[0], ids[1], a_start=0, a_end=sizes[0], b_start=0, b_end=1, kind="rewrite",
        direction="a_to_b", annotator="ক", note="টীকা",
    )  # fmt: skip
    project.judge_pair(ids[1], ids[0], relation="contains", direction="a_to_b", annotator="ক")


def marked(project: Project, *, line_feeds: bool) -> Marked:
    """Return who marked what, by text; brat's texts have LF line ends."""
    texts = {article.id: article.text for article in project.articles()}
    found: Marked = set()
    for span in project.spans():
        text = texts[span.article_id]
        start, end = span.start, span.end
        if line_feeds:
            start -= text[:start].count("\r\n")
            end -= text[:end].count("\r\n")
            text = text.replace("\r\n", "\n")
        found.add((text, start, end, span.label))
    return found


def trimmed(spans: Marked) -> Marked:
    """Return spans without white space at their ends, which brat's fragments do not keep."""
    found: Marked = set()
    for text, start, end, label in spans:
        piece = text[start:end]
        before = len(piece) - len(piece.lstrip("\n"))
        behind = len(piece) - len(piece.rstrip("\n"))
        found.add((text, start + before, end - behind, label))
    return found


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=5, deadline=None)
@given(articles=ARTICLES)
def test_annotations_survive(
    empty: Path, name: str, articles: list[tuple[str, list[tuple[float, float, str]]]]
) -> None:
    if name == "parquet" and not find_spec("pyarrow"):
        pytest.skip("pyarrow is not installed")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        out = place / f"out{exporting.FORMATS[name].ending}"
        for copy in ("one.ditto", "two.ditto"):
            shutil.copy(empty, place / copy)
        with Project.open(place / "one.ditto") as one, Project.open(place / "two.ditto") as two:
            with one.batch("fill"):
                fill(one, articles)
            exporting.export(one, format=name, out=out)
            report = importing.import_into(two, _data(out, name))
            assert [str(f) for f in report.failures if "tsv" not in f.path] == []
            before = marked(one, line_feeds=name == "brat")
            after = marked(two, line_feeds=False)
            assert after == (before if name != "brat" else after)
            assert trimmed(after) == trimmed(before)
            if name in {"jsonl", "label-studio", "huggingface", "parquet"}:
                said = [(j.pair_id, j.relation, j.direction) for j in one.judgements()]
                assert said == [(j.pair_id, j.relation, j.direction) for j in two.judgements()]
            if name in {"jsonl", "huggingface", "parquet"}:
                linked, again = (
                    [(o.id, o.a, o.b, o.a_end, o.b_end, o.kind, o.direction) for o in p.links()]
                    for p in (one, two)
                )
                assert linked == again != []
            if name == "jsonl":
                exporting.export(two, format=name, out=place / "again.jsonl")
                assert annotations_of(out) == annotations_of(place / "again.jsonl")


def _data(out: Path, name: str) -> list[Path]:
    """Return the files of an export that hold data (brat's tables hold what brat can't)."""
    if out.is_file():
        return [out]
    endings = {"label-studio": ".json", "brat": ".txt", "huggingface": ".jsonl"}
    found = sorted(out.rglob(f"*{endings.get(name, '')}"))
    return [p for p in found if p.is_file() and p.name != "dittomark-export.json"]
