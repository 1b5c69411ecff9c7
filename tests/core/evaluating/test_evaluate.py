"""PlagDet, links as PAN's folders out and in, and an engine measured on what people linked."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.benchmarks.align_score import score
from tests.helpers.command import run
from tests.helpers.projects import TickingClock

from dittomark import compare, exporting, importing
from dittomark.annotations import NewArticle, NewPair
from dittomark.compare import GROUPINGS
from dittomark.evaluating.plagdet import Quad, plagdet
from dittomark.project import Project

SIDE = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda one: (one[0], sum(one)))
QUADS = st.lists(st.tuples(SIDE, SIDE).map(lambda sides: (*sides[0], *sides[1])), max_size=5)
PAIRS = st.lists(st.tuples(QUADS, QUADS), min_size=1, max_size=5)
BENCHMARK = Path(__file__).parents[3].parent / "shared" / "benchmarks" / "align"


@given(PAIRS)
def test_plagdet_is_what_the_benchmark_says(pairs: list[tuple[list[Quad], list[Quad]]]) -> None:
    ours = plagdet(pairs)
    theirs = score([cases for cases, _ in pairs], [found for _, found in pairs])
    assert (ours.plagdet, ours.precision, ours.recall, ours.granularity) == pytest.approx(
        (theirs.plagdet, theirs.precision, theirs.recall, theirs.granularity)
    )


def test_what_is_found_in_two_pieces_costs_granularity() -> None:
    whole = plagdet([([(0, 100, 0, 100)], [(0, 100, 0, 100)])])
    pieces = plagdet([([(0, 100, 0, 100)], [(0, 50, 0, 50), (50, 100, 50, 100)])])
    assert (whole.plagdet, pieces.recall, pieces.granularity) == (1.0, 1.0, 2.0)
    assert pieces.plagdet == pytest.approx(0.6309, abs=1e-4)


# --- a project with gold --------------------------------------------------------------------------

SHARED = (
    "The ferry to Char Kukri left the northern landing before dawn with ninety people on board.",
    "Rescue boats searched the mouth of the river until midnight and found eleven survivors there.",
)
TEXTS = (
    f"{SHARED[0]}\r\nThe owner could not be reached yesterday.\r\n{SHARED[1]} নদী 👩‍👩‍👧",
    f"{SHARED[1]}\nWeather was bad, the harbour master says.\n{SHARED[0]}",
    "Nothing of this was told anywhere else in the whole district, as far as we know today.",
)


@pytest.fixture
def gold(tmp_path: Path) -> Iterator[Project]:
    """Three articles; two passages of the first two are linked, the third shares nothing."""
    with Project.create(tmp_path / "gold.ditto", annotator="Rina", clock=TickingClock()) as project:
        project.add_articles(
            NewArticle(text, external_id=f"n{number}") for number, text in enumerate(TEXTS)
        )
        a, b, c = project.article_ids()
        project.add_pairs([NewPair(a, b), NewPair(b, c)])
        for text, kind, direction in (
            (SHARED[0], "verbatim", "a_to_b"),
            (SHARED[1], "light_edit", "b_to_a"),
        ):
            x, y = TEXTS[0].index(text), TEXTS[1].index(text)
            project.add_link(
                a, b, a_start=x, a_end=x + len(text), b_start=y, b_end=y + len(text), kind=kind,
                annotator="Rina", direction=direction,  # type: ignore[arg-type]
            )  # fmt: skip
        yield project


def linked(project: Project) -> set[tuple[str, str, str, str, str]]:
    """Return the links as texts: source, what stands there, taker, what stands there, kind."""
    found = set()
    for link in project.links():
        sides = [
            (project.article(link.a), link.a_start, link.a_end),
            (project.article(link.b), link.b_start, link.b_end),
        ]
        if link.direction == "b_to_a":
            sides.reverse()
        (source, s0, s1), (taker, t0, t1) = sides
        found.add(
            (source.info.external_id, source.text[s0:s1], taker.info.external_id,
             taker.text[t0:t1], link.kind)
        )  # fmt: skip
    return found


def test_pan_out_and_in(gold: Project, tmp_path: Path) -> None:
    report = exporting.export(gold, format="pan", out=tmp_path / "pan")
    assert report.counts["links"] == 2
    names = {str(path.relative_to(tmp_path / "pan")) for path in report.files}
    assert {"pairs", "susp/n1.txt", "src/n0.txt", "annotations/n1-n0.xml"} <= names
    assert (tmp_path / "pan" / "susp" / "n0.txt").read_bytes().decode() == TEXTS[0]
    with Project.create(tmp_path / "again.ditto") as again:
        result = importing.import_into(again, tmp_path / "pan")
        assert result.failures == ()
        assert linked(again) == linked(gold)
        assert again.counts()["pairs"] == 2
        assert again.counts()["articles"] == 3
        assert importing.import_into(again, tmp_path / "pan").added == ()
        assert len(again.links()) == 2


def test_what_pan_has_no_place_for_is_told(gold: Project, tmp_path: Path) -> None:
    a, b, _ = gold.article_ids()
    gold.add_link(
        a, b, a_start=0, a_end=9, b_start=0, b_end=9, kind="rewrite", annotator="Shafiq"
    )  # fmt: skip
    gold.add_link(
        a, b, a_start=0, a_end=9, b_start=0, b_end=9, kind="rewrite", annotator="Rina"
    )  # fmt: skip
    gold.judge_pair(a, b, relation="unrelated", annotator="Rina")
    report = exporting.export(gold, format="pan", out=tmp_path / "pan")
    assert report.counts == {"links": 3, "pairs": 2, "articles": 3}
    lost = {loss.what: loss.count for loss in report.losses}
    assert lost == {"annotators": 2, "judgements": 1, "links": 1, "open directions": 1}
    with Project.create(tmp_path / "again.ditto") as again:
        result = importing.import_into(again, tmp_path / "pan")
        assert (result.already_there, result.repeated) == (2, 2)  # as source and as suspicious
        again_there = importing.import_into(again, tmp_path / "pan")
        assert (again_there.already_there, again_there.repeated) == (5, 0)


def test_a_link_made_both_ways_and_a_refused_passage_are_told(
    gold: Project, tmp_path: Path
) -> None:
    mine = gold.links()[0]
    a, b = mine.a, mine.b
    gold.add_link(
        a, b, a_start=mine.a_start, a_end=mine.a_end, b_start=mine.b_start, b_end=mine.b_end,
        kind=mine.kind, annotator="Shafiq",
        direction="b_to_a" if mine.direction == "a_to_b" else "a_to_b",
    )  # fmt: skip
    found = compare(*(gold.article(article).text for article in (a, b)))
    gold.refuse_passages((a, b), found.passages[:1], annotator="Rina")
    report = exporting.export(gold, format="pan", out=tmp_path / "pan")
    lost = {loss.what: loss.count for loss in report.losses}
    assert lost == {"annotators": 2, "opposite directions": 1, "refused passages": 1}
    with Project.create(tmp_path / "again.ditto") as again:
        importing.import_into(again, tmp_path / "pan")
        assert len(again.links()) == report.counts["links"] - lost["opposite directions"]


def test_a_folder_as_pan_publishes_it(tmp_path: Path) -> None:
    """Sub-corpora with lists of their own, PAN's names and words, and cases without a source."""
    corpus = tmp_path / "corpus"
    for folder, name, text in (
        ("susp", "suspicious-document00001", TEXTS[0]),
        ("src", "source-document00007", TEXTS[1]),
        ("src", "source-document00008", TEXTS[2]),
    ):
        (corpus / folder).mkdir(parents=True, exist_ok=True)
        (corpus / folder / f"{name}.txt").write_bytes(text.encode())
    x, y = TEXTS[0].index(SHARED[1]), TEXTS[1].index(SHARED[1])
    lines = {
        "01-no-plagiarism": "suspicious-document00001.txt source-document00008.txt\n",
        "03-random-obfuscation": "suspicious-document00001.txt source-document00007.txt\n",
    }
    for folder, line in lines.items():
        (corpus / folder).mkdir()
        (corpus / folder / "pairs").write_text(line)
    (corpus / "pairs").write_text("".join(lines.values()))
    (corpus / "03-random-obfuscation" / "one.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<document xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' reference="suspicious-document00001.txt">\n'
        '<feature name="md5Hash" value="0" />\n'
        '<feature name="plagiarism" obfuscation="random" obfuscation_degree="0.4"'
        f' source_length="{len(SHARED[1])}" source_offset="{y}"'
        ' source_reference="source-document00007.txt"'
        f' this_length="{len(SHARED[1])}" this_offset="{x}" type="artificial" />\n'
        '<feature name="plagiarism" this_length="5" this_offset="1" type="artificial" />\n'
        '<feature name="plagiarism" source_length="x" source_offset="0"'
        ' source_reference="source-document00007.txt" this_length="5" this_offset="1" />\n'
        "</document>\n"
    )
    with Project.create(tmp_path / "pan.ditto") as project:
        result = importing.import_into(project, corpus)
        assert [failure.line for failure in result.failures] == [6]
        [link] = project.links()
        assert (link.kind, link.note) == ("rewrite", "obfuscation: random")
        assert linked(project) == {
            ("source-document00007", SHARED[1], "suspicious-document00001", SHARED[1], "rewrite")
        }
        assert project.counts()["pairs"] == 2
        exporting.export(project, format="pan", out=tmp_path / "out")
    written = (tmp_path / "out" / "annotations").glob("*00007.xml")
    assert 'obfuscation="random"' in next(written).read_text()


def test_xml_that_is_no_corpus_of_pan(tmp_path: Path) -> None:
    (tmp_path / "one.xml").write_text('<document reference="x"><feature name="plagiarism"')
    with Project.create(tmp_path / "p.ditto") as project:
        result = importing.import_into(project, tmp_path / "one.xml")
        assert len(result.failures) == 1


def test_our_engine_is_measured_per_grouping(gold: Project) -> None:
    outcome = run("evaluate", gold.path, "--json")
    assert outcome.code == 0
    engines = outcome.json["engines"]
    assert set(engines) == set(GROUPINGS)
    assert engines["adaptive"]["recall"] > 0.95
    assert set(engines["adaptive"]["by_kind"]) == {"verbatim", "light_edit"}
    assert (outcome.json["pairs"], outcome.json["left_out"]) == (1, 1)
    whole = run("evaluate", gold.path, "--json", "--all-pairs", "--grouping", "wide").json
    assert (whole["pairs"], list(whole["engines"])) == (2, ["wide"])
    assert whole["engines"]["wide"]["empty_pairs"] == 1
    assert "PlagDet" in run("evaluate", gold.path).out


def test_other_peoples_detections_are_measured(gold: Project, tmp_path: Path) -> None:
    x, y = TEXTS[0].index(SHARED[0]), TEXTS[1].index(SHARED[0])
    found: dict[str, Any] = {"a_start": x, "a_end": x + len(SHARED[0])}
    found |= {"b_start": y, "b_end": y + len(SHARED[0])}
    lines = tmp_path / "found.jsonl"
    lines.write_text(
        json.dumps({"a_external_id": "n0", "b_external_id": "n1", **found}) + "\n"
        + json.dumps({"a": "n0", "b": "nobody", **found}) + "\n"
        + json.dumps({"a": "n0", "b": "n1", **found, "a_end": 10_000}) + "\n"
    )  # fmt: skip
    outcome = run("evaluate", gold.path, "--detections", lines, "--json")
    one = outcome.json["engines"]["found.jsonl"]
    assert (one["precision"], one["recall"], one["granularity"]) == (1.0, 0.5, 1.0)
    assert outcome.err.count("found.jsonl, line") == 2
    folder = tmp_path / "xml"
    folder.mkdir()
    (folder / "n1-n0.xml").write_text(
        '<document reference="n1.txt"><feature name="detected-plagiarism"'
        f' this_offset="{y}" this_length="{len(SHARED[0])}" source_reference="n0.txt"'
        f' source_offset="{x}" source_length="{len(SHARED[0])}"/></document>'
    )
    again = run("evaluate", gold.path, "--detections", folder, "--json").json["engines"]["xml"]
    assert again == one
    assert run("evaluate", gold.path, "--detections", tmp_path / "none.jsonl").code == 1


def test_what_was_settled_is_the_gold(gold: Project) -> None:
    a, b, _ = gold.article_ids()
    gold.decide_links(a, b, [], annotator="Lead")
    assert run("evaluate", gold.path).code == 1
    gold.undo(annotator="Lead")
    assert run("evaluate", gold.path, "--annotators", "Nobody").code == 1
    assert run("evaluate", gold.path, "--annotators", "Rina").code == 0


@pytest.mark.skipif(not BENCHMARK.is_dir(), reason="the benchmark is not on this computer")
def test_the_benchmark_brought_in_as_links_says_the_same(tmp_path: Path) -> None:
    rows = json.loads((BENCHMARK / "en_dev.json").read_text("utf-8"))[::4]
    articles, more = [], []
    for number, row in enumerate(rows):
        articles += [
            {"type": "article", "external_id": f"{number}{side}", "text": row[side], "spans": []}
            for side in "AB"
        ]
        names = {"a_external_id": f"{number}A", "b_external_id": f"{number}B"}
        more.append({"type": "pair", **names, "relation": None})
        more += [
            {"type": "link", **names, "a_start": c[0], "a_end": c[1], "b_start": c[2],
             "b_end": c[3], "kind": row["kind"]}
            for c in row["cases"]
        ]  # fmt: skip
    lines = tmp_path / "gold.jsonl"
    lines.write_text("".join(json.dumps(record) + "\n" for record in (*articles, *more)), "utf-8")
    path = tmp_path / "gold.ditto"
    assert run("new", path).code == 0
    assert run("import", path, lines, "--format", "dittomark").code == 0
    outcome = run("evaluate", path, "--grouping", "adaptive", "--all-pairs", "--json")
    ours = outcome.json["engines"]["adaptive"]
    spec = importlib.util.spec_from_file_location("score", BENCHMARK / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    found = [
        [
            (p.a.start, p.a.end, p.b.start, p.b.end)
            for p in compare(row["A"], row["B"]).passages
            if not p.weak
        ]
        for row in rows
    ]
    theirs = scorer.measure(rows, found)
    for name in ("plagdet", "precision", "recall", "granularity"):
        assert ours[name] == pytest.approx(theirs[name], abs=1e-9)
    assert outcome.json["pairs"] == len(rows)
