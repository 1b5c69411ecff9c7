"""Spans come in whatever key and shape a record has them; what is left over is named."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.datasets import annotations_of, small_project

from dittomark import exporting, importing
from dittomark.annotations import NewArticle
from dittomark.importing import ImportReport
from dittomark.labels import Label, LabelScheme
from dittomark.project import Project

TEXT = "The river rose two metres overnight and the lower town was cut off."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.ditto") as opened:
        yield opened


def load(project: Project, path: Path, value: Any) -> ImportReport:  # noqa: ANN401
    lines = value if isinstance(value, list) else [value]
    if path.suffix == ".json":
        path.write_text(json.dumps(value), "utf-8")
    else:
        path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return importing.import_into(project, path)


def quotes(project: Project) -> list[tuple[str, str, str]]:
    texts = {article.id: article.text for article in project.articles()}
    return [(texts[s.article_id][s.start : s.end], s.label, s.annotator) for s in project.spans()]


PRODIGY = {"text": TEXT, "spans": [{"start": 4, "end": 9, "label": "RIVER", "token_start": 1}]}


@pytest.mark.parametrize(
    ("name", "value", "annotator"),
    [
        ("p.jsonl", {**PRODIGY, "answer": "accept", "_input_hash": 1}, "import"),
        ("p.jsonl", {**PRODIGY, "answer": "accept", "_annotator_id": "rina"}, "rina"),
        ("p.jsonl", {"text": TEXT, "spans": PRODIGY["spans"]}, "import"),
        ("e.jsonl", {"text": TEXT, "entities": [[4, 9, "RIVER"]]}, "import"),
        ("d.jsonl", {"id": 0, "data": TEXT, "label": [[4, 9, "RIVER"]]}, "import"),
        ("s.json", [[TEXT, {"entities": [[4, 9, "RIVER"]]}], ["Second.", {"entities": []}]], "import"),
        (
            "min.json",
            [{"id": 1, "text": TEXT, "annotator": 1, "annotation_id": 5,
              "label": [{"start": 4, "end": 9, "text": "river", "labels": ["RIVER"]}]}],
            "user 1",
        ),
    ],
)  # fmt: skip
def test_spans_are_read(
    project: Project,
    tmp_path: Path,
    name: str,
    value: Any,  # noqa: ANN401
    annotator: str,
) -> None:
    report = load(project, tmp_path / name, value)
    assert report.failures == ()
    assert quotes(project) == [("river", "RIVER", annotator)]


def test_what_is_said_of_a_span_comes_along(project: Project, tmp_path: Path) -> None:
    span = {"start": 4, "end": 9, "label": "RIVER", "annotator": "rina", "note": "the Meghna"}
    load(project, tmp_path / "a.jsonl", {"text": TEXT, "spans": [span]})
    assert [(s.annotator, s.note) for s in project.spans()] == [("rina", "the Meghna")]


def test_the_first_lines_may_have_no_spans(project: Project, tmp_path: Path) -> None:
    lines: list[Any] = [{"text": f"Nothing here {n}.", "label": []} for n in range(3)]
    load(project, tmp_path / "d.jsonl", [*lines, {"text": TEXT, "label": [[4, 9, "RIVER"]]}])
    assert quotes(project) == [("river", "RIVER", "import")]
    assert project.counts()["articles"] == 4


def test_rejected_spans_are_left_out_and_told(project: Project, tmp_path: Path) -> None:
    report = load(project, tmp_path / "p.jsonl", {**PRODIGY, "answer": "reject"})
    assert quotes(project) == []
    assert project.counts()["articles"] == 1
    assert ["reject" in note for note in report.notes] == [True]


def test_what_was_kept_as_metadata_is_counted_and_named(project: Project, tmp_path: Path) -> None:
    rows = [{"text": f"{TEXT} {n}", "stance": "for", "marks": [{"from": 1}]} for n in range(3)]
    report = load(project, tmp_path / "a.jsonl", rows)
    assert report.kept == {"stance": 3, "marks": 3}


def test_doccanos_files_name_their_annotators(project: Project, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as opened:
        for who, (start, end) in {"admin": (0, 3), "রিনা": (4, 9), "unknown": (10, 14)}.items():
            example = {"id": 1, "text": TEXT, "label": [[start, end, "X"]], "Comments": []}
            opened.writestr(f"{who}.jsonl", json.dumps(example))
    importing.import_into(project, tmp_path / "d.zip")
    assert sorted(quotes(project)) == [
        ("The", "X", "admin"), ("river", "X", "রিনা"), ("rose", "X", "import"),
    ]  # fmt: skip


def test_predictions_keep_score_and_version(project: Project, tmp_path: Path) -> None:
    value = {"start": 4, "end": 9, "text": "river", "labels": ["RIVER"]}
    result = {"from_name": "l", "to_name": "t", "type": "labels", "value": value}
    prediction = {"model_version": "lines-3", "score": 0.83, "result": [result]}
    load(project, tmp_path / "ls.json", [{"data": {"text": TEXT}, "predictions": [prediction]}])
    (found,) = project.suggestions()
    assert (found.start, found.end, found.label) == (4, 9, "RIVER")
    assert (found.suggester, found.version, found.score) == ("lines-3", "lines-3", 0.83)


def as_label_studio_keeps_it(tasks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return tasks as an export of Label Studio has them: its own account, no keys of ours."""
    return [
        {
            "id": 40 + number,
            "data": task["data"],
            "annotations": [
                {"id": n, "completed_by": 1, "was_cancelled": False, "lead_time": None,
                 "result": annotation["result"]}
                for n, annotation in enumerate(task["annotations"])
            ],
        }
        for number, task in enumerate(tasks)
    ]  # fmt: skip


def test_everything_comes_back_from_label_studio(tmp_path: Path) -> None:
    with small_project(tmp_path / "first.ditto") as first:
        pair = next(iter(first.pairs()))
        first.judge_pair(
            pair.a, pair.b, relation="unsure", annotator="শিলা", flagged=True, done=True,
            ratings={"Overall": 3, "Time": 1}, note="B",
        )  # fmt: skip
        first.decide_relation(pair.id, relation="unsure", annotator="L", note="why")
        exporting.export(first, format="label-studio", out=tmp_path / "ls")
        exporting.export(first, format="jsonl", out=tmp_path / "before.jsonl")
    back = tmp_path / "back"
    back.mkdir()
    for name in ("articles", "pairs"):
        tasks = json.loads((tmp_path / "ls" / f"{name}.json").read_text("utf-8"))
        (back / f"{name}.json").write_text(json.dumps(as_label_studio_keeps_it(tasks)), "utf-8")
    with Project.create(tmp_path / "second.ditto") as second:
        assert importing.import_into(second, back).failures == ()
        exporting.export(second, format="jsonl", out=tmp_path / "after.jsonl")
    before, after = (
        {(r["type"], r["id"]): r for r in annotations_of(tmp_path / f"{name}.jsonl")}
        for name in ("before", "after")
    )
    for key in [key for key in before if key[0] in {"article", "pair", "decision"}]:
        assert after[key] == before[key]
    # An event that no article reports has no place in a task.
    assert {r["title"] for r in after.values() if r["type"] == "event"} == {"বাঁধ নির্মাণ"}


def test_three_judgements_by_one_account_are_three(tmp_path: Path, project: Project) -> None:
    def said(relation: str) -> dict[str, Any]:
        choice = {"from_name": "relation", "type": "choices", "value": {"choices": [relation]}}
        return {"completed_by": 1, "result": [choice]}

    task = {
        "data": {"text_a": TEXT, "text_b": "Another text."},
        "annotations": [said("unrelated"), said("same_event"), said("unrelated")],
    }
    report = load(project, tmp_path / "ls.json", [task])
    assert {j.annotator: j.relation for j in project.judgements()} == {
        "user 1": "unrelated", "user 1 (2)": "same_event", "user 1 (3)": "unrelated",
    }  # fmt: skip
    assert len(report.notes) == 1


@pytest.mark.parametrize("format_", ["label-studio", "brat", "huggingface", "parquet", "csv"])
def test_our_own_folder_adds_no_article(project: Project, tmp_path: Path, format_: str) -> None:
    project.add_articles([NewArticle(TEXT, "n1", title="River"), NewArticle("Second.", "n2")])
    project.annotate_span(project.article_ids()[0], 4, 9, label="caption", annotator="A")
    exporting.export(project, format=format_, out=tmp_path / "out")
    with Project.create(tmp_path / "q.ditto") as other:
        report = importing.import_into(other, tmp_path / "out")
        assert report.failures == ()
        assert {(i.id, i.title) for i in other.article_infos()} == {
            (i.id, i.title) for i in project.article_infos()
        }
        assert [(s.start, s.end, s.label, s.annotator) for s in other.spans()] == [
            (4, 9, "caption", "A")
        ]


def test_brat_shows_labels_of_every_script_apart(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"id": "a1", "text": "Advert here.\\n\\nMenu there."}', "utf-8"
    )
    scheme = LabelScheme(
        spans=(Label("বিজ্ঞাপন"), Label("নেভিগেশন"), Label("my label"), Label("label_1"))
    )
    with Project.create(tmp_path / "p.ditto", scheme=scheme) as project:
        importing.import_into(project, tmp_path / "a.jsonl")
        (article,) = project.article_ids()
        for start, end, label in ((0, 6, "বিজ্ঞাপন"), (14, 18, "নেভিগেশন"), (12, 14, "my label")):
            project.annotate_span(article, start, end, label=label, annotator="A")
        report = exporting.export(project, format="brat", out=tmp_path / "brat")
    assert [(loss.what, loss.count) for loss in report.losses] == [("spans", 1)]
    rows = (tmp_path / "brat" / "labels.tsv").read_text("utf-8").splitlines()[1:]
    types = {label: type_ for type_, label in (row.split("\t") for row in rows)}
    assert set(types) == {"বিজ্ঞাপন", "নেভিগেশন", "my label", "label_1"}
    assert len(set(types.values())) == 4
    assert types["label_1"] == "label_1"
    settings = (tmp_path / "brat" / "annotation.conf").read_text("utf-8")
    assert all(f"\n{name}\n" in settings for name in types.values())
    assert "<OVERLAP>" in settings
    assert f"{types['বিজ্ঞাপন']} | বিজ্ঞাপন" in (tmp_path / "brat" / "visual.conf").read_text("utf-8")
    with Project.create(tmp_path / "q.ditto") as other:
        assert importing.import_into(other, tmp_path / "brat").failures == ()
        assert {(s.start, s.label) for s in other.spans()} == {(0, "বিজ্ঞাপন"), (14, "নেভিগেশন")}
        assert len(other.article_infos()) == 1


def test_an_unmarked_project_gives_brat_its_labels(tmp_path: Path, project: Project) -> None:
    project.add_articles([NewArticle(TEXT, "n1")])
    exporting.export(project, format="brat", out=tmp_path / "brat")
    assert "\nnavigation\n" in (tmp_path / "brat" / "annotation.conf").read_text("utf-8")


def _as_older_versions_wrote(folder: Path) -> None:
    """Take out what the tables beside brat's files did not have: the ids of the articles."""
    for name, kept in (("pairs.tsv", (0, 1, 4, 5, 6, 7, 8)), ("events.tsv", (0, 2, 3, 4, 5, 6, 7))):
        table = (folder / name).read_text("utf-8").replace("a_file\tb_file\ta\tb", "a\tb\ta\tb")
        rows = [line.split("\t") for line in table.splitlines()]
        lines = ("\t".join(row[at] for at in kept) + "\n" for row in rows)
        (folder / name).write_text("".join(lines), "utf-8")


@pytest.mark.parametrize("older", [False, True])
def test_pairs_and_events_beside_brat_come_back(tmp_path: Path, older: bool) -> None:
    with small_project(tmp_path / "p.ditto") as project:
        exporting.export(project, format="brat", out=tmp_path / "brat")
        if older:
            _as_older_versions_wrote(tmp_path / "brat")
        said = {(j.annotator, j.relation) for j in project.judgements()}
    with Project.create(tmp_path / "q.ditto") as other:
        assert importing.import_into(other, tmp_path / "brat").failures == ()
        assert {(j.annotator, j.relation) for j in other.judgements()} == said
        assert {e.title for e in other.events()} == {"বাঁধ নির্মাণ"}
        assert len(other.memberships()) == 2
