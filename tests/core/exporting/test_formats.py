"""Each format carries what it can, exactly, and says what it can't."""

import csv
import json
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.datasets import BANDH, COPY, small_project

from dittomark import exporting, importing
from dittomark.errors import UserError
from dittomark.exporting import Selection
from dittomark.exporting.common import tokens
from dittomark.project import Project

MITA = Selection(annotators=("মিতা",))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with small_project(tmp_path / "small.ditto") as opened:
        yield opened


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def named(records: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(record for record in records if record["external_id"] == name)


def export(project: Project, name: str, out: Path, **options: Any) -> dict[str, int]:  # noqa: ANN401
    """Export; return what was lost."""
    losses = exporting.export(project, format=name, out=out, **options).losses
    return {f"{loss.what}: {loss.why}": loss.count for loss in losses}


def test_doccano_counts_utf16_units(project: Project, tmp_path: Path) -> None:
    lost = export(project, "doccano", tmp_path / "d.jsonl", selection=MITA)
    first = named(lines(tmp_path / "d.jsonl"), "n1")
    units = first["text"].encode("utf-16-le")
    quotes = [units[2 * start : 2 * end].decode("utf-16-le") for start, end, _ in first["label"]]
    assert quotes == ["প্রচ্ছদ | খেলা", "© ২০২৩ নদী বার্তা"]
    assert sum(count for what, count in lost.items() if what.startswith("pairs")) == 3
    assert any(what.startswith("notes") for what in lost)


def test_spans_of_several_annotators_are_merged_and_counted(
    project: Project, tmp_path: Path
) -> None:
    lost = export(project, "doccano", tmp_path / "d.jsonl")
    assert [count for what, count in lost.items() if "Several annotators" in what] == [1]
    assert len(named(lines(tmp_path / "d.jsonl"), "n1")["label"]) == 2


def test_prodigy_has_a_line_for_each_annotator(project: Project, tmp_path: Path) -> None:
    export(project, "prodigy", tmp_path / "p.jsonl")
    places = {"n1": 0, "k1": 1, "n2": 2, "j1": 3}
    tasks = sorted(
        lines(tmp_path / "p.jsonl"), key=lambda task: places[task["meta"]["external_id"]]
    )
    assert [task.get("_annotator_id") for task in tasks] == ["মিতা", "রফিক", None, None, "রফিক"]
    span = tasks[0]["spans"][1]
    assert tasks[0]["text"][span["start"] : span["end"]] == "© ২০২৩ নদী বার্তা"
    assert tasks[2]["answer"] == "ignore"


def test_brat_lines_end_in_lf_and_offsets_follow(project: Project, tmp_path: Path) -> None:
    lost = export(project, "brat", tmp_path / "brat", selection=MITA)
    text = (tmp_path / "brat" / "n1.txt").read_bytes().decode()
    assert text == BANDH.replace("\r\n", "\n")
    rows = (tmp_path / "brat" / "n1.ann").read_text("utf-8").splitlines()
    spans = [row.split("\t") for row in rows if row.startswith("T")]
    for _, place, covered in spans:
        _, start, end = place.split()
        assert text[int(start) : int(end)] == covered
    assert len(spans) == 2
    assert any(row.endswith("\t-নোট") for row in rows)
    assert any(what.startswith("line ends") for what in lost)
    assert "navigation" in (tmp_path / "brat" / "annotation.conf").read_text("utf-8")
    assert "partially_derived" in (tmp_path / "brat" / "pairs.tsv").read_text("utf-8")


def test_brat_writes_a_span_over_lines_in_fragments(tmp_path: Path) -> None:
    with small_project(tmp_path / "p.ditto") as project:
        (copy,) = project.article_ids(external_id="k1")
        project.annotate_span(copy, 0, 40, label="navigation", annotator="শিলা")
        export(project, "brat", tmp_path / "brat", selection=Selection(annotators=("শিলা",)))
    (row, _) = (tmp_path / "brat" / "k1.ann").read_text("utf-8").splitlines()
    _, places, covered = row.split("\t")
    fragments = [tuple(map(int, p.split()[-2:])) for p in places.split(";")]
    assert " ".join(COPY[start:end] for start, end in fragments) == covered
    assert "\n" not in covered
    assert (fragments[0][0], fragments[-1][1]) == (0, 40)


def test_web_annotations_select_by_position_and_quote(project: Project, tmp_path: Path) -> None:
    export(project, "web-annotation", tmp_path / "w.jsonld")
    page = json.loads((tmp_path / "w.jsonld").read_text("utf-8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    kinds = [item["motivation"] for item in page["items"]]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "classifying": 4, "identifying": 2, "linking": 5,
    }  # fmt: skip
    (bandh,) = project.article_ids(external_id="n1")
    position, quote = next(
        item["target"]["selector"]
        for item in page["items"]
        if item["target"]["id"] == f"urn:uuid:{bandh}"
    )
    assert BANDH[position["start"] : position["end"]] == quote["exact"]
    derived = next(
        item for item in page["items"] if item["body"][0]["value"] == "partially_derived"
    )
    (source,) = project.article_ids(external_id="k1")
    assert derived["target"][0]["id"] == f"urn:uuid:{source}"


def test_conll_opens_each_chunk_with_b(project: Project, tmp_path: Path) -> None:
    export(project, "conll", tmp_path / "c.conll", selection=MITA)
    text = (tmp_path / "c.conll").read_text("utf-8")
    documents = text.split("-DOCSTART- -X- O O\n")[1:]
    document = next(one for one in documents if one.split()[0] == "প্রচ্ছদ")
    rows = [line.split(" ") for line in document.splitlines() if line]
    assert len(documents) == 4
    assert "".join(row[0] for row in rows) == "".join(BANDH.split())
    tagged = [row for row in rows if row[3] != "O"]
    chunks = [list(chunk) for _, chunk in groupby(tagged, key=lambda row: row[3][2:])]
    assert ["".join(row[0] for row in chunk) for chunk in chunks] == [
        "প্রচ্ছদ|খেলা", "©২০২৩নদীবার্তা",
    ]  # fmt: skip
    assert [[row[3][0] for row in chunk] for chunk in chunks] == [list("BII"), list("BIII")]


def test_conll_says_what_it_widened_and_dropped(project: Project, tmp_path: Path) -> None:
    (bandh,) = project.article_ids(external_id="n1")
    project.annotate_span(bandh, 2, 9, label="caption", annotator="মিতা")
    project.annotate_span(bandh, 20, 24, label="caption", annotator="মিতা")
    lost = export(project, "conll", tmp_path / "c.conll", selection=MITA)
    assert [n for what, n in lost.items() if "overlap" in what] == [1]
    assert [n for what, n in lost.items() if "widened" in what] == [1]


def test_cas_offsets_are_utf16(project: Project, tmp_path: Path) -> None:
    export(project, "cas-json", tmp_path / "cas", selection=MITA)
    cas = json.loads((tmp_path / "cas" / "n1.json").read_text("utf-8"))
    sofa, document, *spans = cas["%FEATURE_STRUCTURES"]
    units = sofa["sofaString"].encode("utf-16-le")
    assert sofa["sofaString"] == BANDH
    assert document["end"] == len(units) // 2
    assert [units[2 * s["begin"] : 2 * s["end"]].decode("utf-16-le") for s in spans] == [
        "প্রচ্ছদ | খেলা", "© ২০২৩ নদী বার্তা",
    ]  # fmt: skip
    assert cas["%VIEWS"]["_InitialView"]["%MEMBERS"] == [2, 3, 4]


def test_semeval_keeps_each_annotators_ratings(project: Project, tmp_path: Path) -> None:
    lost = export(project, "semeval", tmp_path / "s.csv")
    with (tmp_path / "s.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert {row["url1_lang"], row["url2_lang"]} == {"bn", "ar"}
    assert set(row["pair_id"].split("_")) == {"n2", "j1"}
    assert (row["Overall"], row["Tone"], row["annotator"]) == ("2", "", "মিতা")
    assert [n for what, n in lost.items() if what.startswith("pairs")] == [2]


def test_clusters_hold_every_article_once(project: Project, tmp_path: Path) -> None:
    export(project, "clusters", tmp_path / "c.jsonl")
    clusters = lines(tmp_path / "c.jsonl")
    names = [[article["external_id"] for article in c["articles"]] for c in clusters]
    assert sorted(map(sorted, names)) == [["j1"], ["k1", "n1"], ["n2"]]
    assert [c["size"] for c in clusters] == [len(c["articles"]) for c in clusters]


def test_clean_text_has_no_boilerplate_and_one_copy(project: Project, tmp_path: Path) -> None:
    lost = export(project, "clean-text", tmp_path / "c.jsonl")
    kept = {record["external_id"]: record["text"] for record in lines(tmp_path / "c.jsonl")}
    assert kept.keys() == {"n1", "n2", "j1"}
    assert kept["n1"].startswith("নদীর পাড়ে নতুন বাঁধ")
    assert "©" not in kept["n1"]
    assert [n for what, n in lost.items() if what.startswith("articles")] == [1]


def test_label_studio_joins_linked_stretches_by_a_relation(
    project: Project, tmp_path: Path
) -> None:
    """Both texts are in one task, so a link is two regions and the relation between them."""
    export(project, "label-studio", tmp_path / "ls")
    tasks = json.loads((tmp_path / "ls" / "pairs.json").read_text("utf-8"))
    results = [
        result
        for task in tasks
        for annotation in task["annotations"]
        for result in annotation["result"]
    ]
    [relation] = [result for result in results if result["type"] == "relation"]
    ends = {
        result["id"]: result["value"]["text"]
        for result in results
        if "id" in result and result["type"] == "labels"
    }
    assert ends[relation["from_id"]] == ends[relation["to_id"]]
    with Project.create(tmp_path / "again.ditto") as again:
        exporting.export(project, format="jsonl", out=tmp_path / "texts.jsonl")
        lines = (tmp_path / "texts.jsonl").read_text("utf-8").splitlines()
        kept = [line for line in lines if '"type":"article"' in line]
        (tmp_path / "texts.jsonl").write_text("\n".join(kept) + "\n", "utf-8")
        importing.import_into(again, tmp_path / "texts.jsonl")
        importing.import_into(again, tmp_path / "ls" / "pairs.json")
        [link], [before] = again.links(), project.links()
        assert (link.a, link.a_start, link.b_end, link.kind, link.direction, link.annotator) == (
            before.a, before.a_start, before.b_end, before.kind, before.direction,
            before.annotator,
        )  # fmt: skip
        assert link.note == before.note


def test_label_studio_has_tasks_and_their_configuration(project: Project, tmp_path: Path) -> None:
    export(project, "label-studio", tmp_path / "ls")
    tasks = json.loads((tmp_path / "ls" / "articles.json").read_text("utf-8"))
    task = next(one for one in tasks if one["data"]["external_id"] == "n1")
    mita, rafiq = task["annotations"]
    assert (mita["annotator"], rafiq["annotator"]) == ("মিতা", "রফিক")
    for result in mita["result"][:2]:
        value = result["value"]
        assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
    assert mita["result"][2]["value"]["choices"] == ["বাঁধ নির্মাণ"]
    pairs = json.loads((tmp_path / "ls" / "pairs.json").read_text("utf-8"))
    assert {BANDH, COPY} in [{t["data"]["text_a"], t["data"]["text_b"]} for t in pairs]
    for kind in ("articles", "pairs"):
        view = ET.parse(tmp_path / "ls" / f"{kind}.xml").getroot()
        names = {element.get("name") for element in view.iter()}
        used = {
            result["from_name"]
            for task in json.loads((tmp_path / "ls" / f"{kind}.json").read_text("utf-8"))
            for annotation in task["annotations"]
            for result in annotation["result"]
            if result["type"] != "relation"
        }
        assert used <= names


@pytest.mark.parametrize("name", ["brat", "conll", "doccano", "clean-text"])
def test_formats_that_need_texts_say_so(project: Project, tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="needs the texts"):
        export(project, name, tmp_path / "x", text="hash")


@given(st.text(alphabet=" \n\r\tক্ষয়\u09bcি।,.aé👩‍👩‍👧\u200d\u00a0ب"), st.lists(st.integers(0, 40)))
def test_tokens_cover_everything_but_white_space(text: str, borders: list[int]) -> None:
    found = list(tokens(text, borders=borders))
    assert "".join(text[start:end] for start, end in found) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert not [b for b in borders for start, end in found if start < b < end]
