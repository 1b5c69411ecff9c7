"""The proof of a split is counted from its files: a plan that leaks is found out."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.helpers.command import run

from dittomark.annotations import NewArticle
from dittomark.exporting import FORMATS, split
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.options import Selection, SplitReport, Tally
from dittomark.exporting.output import file_output, folder_output
from dittomark.exporting.read_back import Written
from dittomark.exporting.run import write_split
from dittomark.exporting.split_proof import WrittenSplit, torn_bonds
from dittomark.project import Project
from dittomark.store.snapshot import Snapshot

HALVES = {"train": 0.5, "test": 0.5}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Doubled texts, a judged copy, a group found by the program, a link, a decision, an event …"""
    with Project.create(tmp_path / "p.ditto") as project:
        texts = ["same text here", "same text here", "one", "one copied", "two", "two found"]
        texts += ["three", "three linked", "four", "four settled"]
        ids = project.add_articles(
            NewArticle(f"{text}, word by word.", f"a{n}", source=f"s{n % 2}")
            for n, text in enumerate(texts)
        ).added
        project.judge_pair(ids[2], ids[3], relation="exact_duplicate", annotator="A")
        project.add_pair(ids[4], ids[5], cluster=7)
        project.add_link(
            ids[6],
            ids[7],
            a_start=0,
            a_end=5,
            b_start=0,
            b_end=5,
            kind="same_statement",
            annotator="A",
        )
        said = project.judge_pair(ids[8], ids[9], relation="same_event", annotator="A")
        project.decide_relation(said.pair_id, relation="exact_duplicate", annotator="Lead")
        event = project.add_event(title="Ferry")
        for article in (ids[0], ids[2]):
            project.label_event(article, event.id, annotator="A")
        return project.path


@pytest.fixture
def snapshot(path: Path) -> Iterator[Snapshot]:
    with Snapshot(path) as opened:
        yield opened


def written(
    snapshot: Snapshot, plan: split.Plan, folder: Path, format_: str = "jsonl"
) -> SplitReport:
    dataset, kind = partial(Dataset, snapshot, Selection()), FORMATS[format_]
    out = folder / f"out{kind.ending}"
    with folder_output(out) if kind.folder else file_output(out) as output:
        return write_split(dataset, plan, kind, output, name="" if kind.folder else out.name)


def good_plan(snapshot: Snapshot, *keep: str) -> split.Plan:
    return split.plan(
        Dataset(snapshot, Selection(), tally=Tally()), HALVES, seed=1, keep=("duplicates", *keep)
    )


# Every format whose files say which articles they hold.
PROVED = [
    name
    for name, kind in FORMATS.items()
    if kind.read_back is not None and (name != "spacy" or find_spec("spacy"))
]
# Here two equal texts are one entry or none, stand in pairs only, or are not there at all.
WITHOUT_EQUAL_TEXTS = {"conll", "clusters", "clean-text", "web-annotation", "pair-texts", "pan"}


def test_only_a_table_of_ratings_goes_unproved() -> None:
    """Any other format says what it holds: a row of `FORMATS` without `read_back` forgot it."""
    assert [name for name, kind in FORMATS.items() if kind.read_back is None] == ["semeval"]


@pytest.mark.parametrize("format_", PROVED)
def test_a_good_plan_is_found_good(snapshot: Snapshot, tmp_path: Path, format_: str) -> None:
    assert written(snapshot, good_plan(snapshot), tmp_path, format_).torn == 0


@pytest.mark.parametrize(
    "format_",
    [name for name in PROVED if name not in WITHOUT_EQUAL_TEXTS],
)
def test_a_plan_that_forgot_equal_texts_is_found_out(
    snapshot: Snapshot, tmp_path: Path, format_: str
) -> None:
    plan = good_plan(snapshot)
    every = {a.info.external_id: a.info.id for a in Dataset(snapshot, Selection()).articles()}
    each_alone = {article: article for article in plan.groups}
    torn = {**plan.part_of, every["a0"]: "train", every["a1"]: "test"}
    broken = replace(plan, groups=each_alone, part_of=torn)
    assert written(snapshot, broken, tmp_path, format_).torn == 1, (
        f"`read_back` of {format_} does not find both of two equal articles, which nobody marked. If it "
        "has no place for such articles, it belongs to WITHOUT_EQUAL_TEXTS"
    )


@pytest.mark.parametrize(
    ("apart", "keep", "torn"),
    [
        (("a2", "a3"), (), 1),  # judged to be copies
        (("a4", "a5"), (), 1),  # found to be copies
        (("a6", "a7"), (), 1),  # linked
        (("a8", "a9"), (), 1),  # settled to be copies, whatever the annotators said
        (("a2", "a0"), ("events",), 2),  # the same text, too
        (("a0", "a4"), ("sources",), 2),  # found to be a copy of another, too
    ],
)
def test_every_bond_is_looked_at(
    snapshot: Snapshot, tmp_path: Path, apart: tuple[str, str], keep: tuple[str, ...], torn: int
) -> None:
    plan = split.plan(Dataset(snapshot, Selection(), tally=Tally()), HALVES, seed=1)
    ids = {a.info.external_id: a.info.id for a in Dataset(snapshot, Selection()).articles()}
    part_of = dict.fromkeys(plan.part_of, "train")
    part_of[ids[apart[1]]] = "test"
    broken = replace(plan, keep=("duplicates", *keep), part_of=part_of)
    assert written(snapshot, broken, tmp_path).torn == torn


def test_an_article_in_two_files_is_found_out(snapshot: Snapshot, tmp_path: Path) -> None:
    class Everywhere(dict[str, str]):
        """Says of one article that it is in whatever part is asked for: what a bug would do."""

    plan = good_plan(snapshot)
    dataset = partial(Dataset, snapshot, Selection())

    def twice(**options: object) -> Dataset:
        options.pop("parts", None)  # every part gets every article
        return dataset(**options)  # type: ignore[arg-type]

    with file_output(tmp_path / "out.jsonl") as output:
        report = write_split(twice, plan, FORMATS["jsonl"], output, name="out.jsonl")
    assert report.torn is not None
    assert report.torn >= 6


@pytest.mark.parametrize(
    "one", [Written("an id of the file's own"), Written("", "a hash of tokens")]
)
def test_what_only_the_files_know_is_looked_at_too(snapshot: Snapshot, one: Written) -> None:
    """CoNLL, say, has no texts: its documents are told apart by a hash of their tokens."""
    found = WrittenSplit()
    for part in HALVES:
        found.see(part, [one])
    dataset = Dataset(snapshot, Selection())
    assert torn_bonds(dataset, found, keep=(), relations=split.TEXT_REUSE) == 1


def test_what_the_files_do_not_say_is_not_called_proved(
    path: Path, snapshot: Snapshot, tmp_path: Path
) -> None:
    """A table of ratings names neither ids nor texts."""
    assert written(snapshot, good_plan(snapshot), tmp_path, "semeval").torn is None
    result = run(
        "export", path, "--format", "semeval", "--out", tmp_path / "s.csv",
        "--split", "train=0.5,test=0.5",
    )  # fmt: skip
    assert "do not name their articles" in result.out
