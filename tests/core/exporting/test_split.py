"""A split never tears a duplicate group, and proves it."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dittomark import exporting
from dittomark.annotations import NewArticle
from dittomark.errors import UserError
from dittomark.exporting.split import deal
from dittomark.project import Project


def corpus(path: Path, *, groups: int = 12) -> Project:
    """Return a project of duplicate triples, every other one judged, the rest found by cluster."""
    project = Project.create(path)
    for n in range(groups):
        ids = project.add_articles(
            NewArticle(f"খবর {n} সংস্করণ {m}", f"{n}-{m}", source=f"s{m}") for m in range(3)
        ).added
        for other in ids[1:]:
            if n % 2:
                project.judge_pair(ids[0], other, relation="wholly_derived", annotator="A")
            else:
                project.add_pair(ids[0], other, cluster=n)
        if n % 2 == 0:
            event = project.add_event(title=f"ঘটনা {n // 2}")
        project.label_event(ids[0], event.id, annotator="A")
    every = project.article_ids()
    project.judge_pair(every[0], every[4], relation="unrelated", annotator="A")
    return project


def parts_of(out: Path) -> dict[str, str]:
    return {
        record["external_id"]: path.suffixes[0][1:]
        for path in out.parent.glob(f"{out.stem}.*.jsonl")
        for record in map(json.loads, path.read_text("utf-8").splitlines())
        if record["type"] == "article"
    }


def test_duplicates_stay_within_one_part(tmp_path: Path) -> None:
    with corpus(tmp_path / "a.ditto") as project:
        shares = exporting.parse_split("train=0.5,validation=0.25,test=0.25")
        out = tmp_path / "set.jsonl"
        report = exporting.export(project, format="jsonl", out=out, parts=shares, seed=3)
    found = parts_of(out)
    assert len(found) == 36
    assert all(len({found[f"{n}-{m}"] for m in range(3)}) == 1 for n in range(12))
    assert report.split is not None
    assert report.split.torn == 0
    assert report.split.groups == 12
    assert {part: p.articles for part, p in report.split.parts.items()} == {
        "train": 18, "validation": 9, "test": 9,
    }  # fmt: skip
    assert {part: p.groups for part, p in report.split.parts.items()} == {
        "train": 6, "validation": 3, "test": 3,
    }  # fmt: skip
    assert report.split.kept_together == ("duplicates",)
    assert sum(p.pairs for p in report.split.parts.values()) + report.split.crossing == 25


def test_events_and_sources_can_be_kept_whole(tmp_path: Path) -> None:
    with corpus(tmp_path / "a.ditto") as project:
        out = tmp_path / "set.jsonl"
        halves = {"train": 0.5, "test": 0.5}
        exporting.export(project, format="jsonl", out=out, parts=halves, keep_together=["events"])
        found = parts_of(out)
        assert all(found[f"{n}-0"] == found[f"{n + 1}-0"] for n in range(0, 12, 2))
        with pytest.raises(UserError, match="too few"):
            exporting.export(
                project, format="jsonl", out=out, parts=halves, keep_together=["sources"]
            )


@pytest.mark.parametrize(
    "bond",
    ["linked", "settled", "exact_duplicate", "wholly_derived", "partially_derived", "contains"],
)
def test_articles_of_which_one_was_made_from_the_other_stay_within_one_part(
    tmp_path: Path, bond: str
) -> None:
    """Whether annotators said so, linked passages of them, or it was settled against them."""
    with Project.create(tmp_path / "a.ditto") as project:
        ids = project.add_articles(NewArticle(f"খবর {n} এল।", f"{n}") for n in range(24)).added
        for a, b in zip(ids[::2], ids[1::2], strict=True):
            if bond == "linked":
                project.add_link(
                    a, b, a_start=0, a_end=4, b_start=0, b_end=4, kind="quotation", annotator="A"
                )
            elif bond == "settled":
                said = project.judge_pair(a, b, relation="same_event", annotator="A")
                project.decide_relation(said.pair_id, relation="wholly_derived", annotator="Lead")
            else:
                project.judge_pair(a, b, relation=bond, annotator="A")
        out = tmp_path / "set.jsonl"
        halves = {"train": 0.5, "test": 0.5}
        report = exporting.export(project, format="jsonl", out=out, parts=halves)
    found = parts_of(out)
    assert len(found) == 24
    assert all(found[str(n)] == found[str(n + 1)] for n in range(0, 24, 2))
    assert report.split is not None
    assert (report.split.groups, report.split.torn) == (12, 0)


def test_articles_without_a_source_are_no_group(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.ditto") as project:
        sources = [""] * 7 + ["Daily", "Daily", "Weekly"]
        project.add_articles(
            NewArticle(f"খবর {n} এল।", f"{n}", source=source) for n, source in enumerate(sources)
        )
        report = exporting.export(
            project,
            format="jsonl",
            out=tmp_path / "set.jsonl",
            parts={"train": 0.5, "test": 0.5},
            keep_together=["sources"],
        )
    assert report.split is not None
    # The two of the daily are the only ones that belong together; one alone is no group.
    assert (report.split.groups, report.split.largest_group, report.split.torn) == (1, 2, 0)


def test_the_seed_decides(tmp_path: Path) -> None:
    with corpus(tmp_path / "a.ditto") as project:
        found: list[dict[str, str]] = []
        for seed in (1, 1, 2):
            out = tmp_path / f"set{len(found)}.jsonl"
            halves = {"train": 0.5, "test": 0.5}
            exporting.export(project, format="jsonl", out=out, parts=halves, seed=seed)
            found.append(parts_of(out))
    assert found[0] == found[1] != found[2]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=2, max_size=60), st.integers(0, 5))
def test_every_group_lands_in_one_part(sizes: list[int], seed: int) -> None:
    groups = {f"{g}/{n}": f"g{g}" for g, size in enumerate(sizes) for n in range(size)}
    part_of = deal(groups, {"train": 0.8, "test": 0.2}, seed=seed)
    assert part_of.keys() == groups.keys()
    for group in set(groups.values()):
        assert len({part_of[a] for a, g in groups.items() if g == group}) == 1
    share = sum(part == "train" for part in part_of.values())
    assert abs(share - 0.8 * len(groups)) <= max(sizes)
