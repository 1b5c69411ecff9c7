"""Handing out: everybody gets their part, and merging brings everything together again."""

import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.helpers.command import run

from dittomark.annotations import NewArticle, NewPair, Suggestion
from dittomark.errors import ProjectFileError, UserError
from dittomark.project import Project
from dittomark.store.hybrid_clock import utc_now
from dittomark.team.hand_out import Plan, assign, hand_out
from dittomark.team.merge import merge, merge_into


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Thirteen articles of three sources, and twelve pairs in a row."""
    with Project.create(tmp_path / "lead.ditto") as project:
        project.add_articles(
            NewArticle(f"text {number}", title=f"t{number}", source="ABC"[number % 3])
            for number in range(13)
        )
        articles = project.article_ids()
        project.add_pairs(
            NewPair(a, b, cluster=number // 4)
            for number, (a, b) in enumerate(itertools.pairwise(articles))
        )
        yield project


def test_every_pair_goes_to_one_annotator_and_all_get_the_same_number(project: Project) -> None:
    given = assign(project, Plan(("A", "B", "C")))
    assert sorted(len(pairs) for pairs in given.values()) == [4, 4, 4]
    assert Counter(pair for pairs in given.values() for pair in pairs) == Counter(
        pair.id for pair in project.pairs()
    )


def test_each_pair_seen_by_two(project: Project) -> None:
    given = assign(project, Plan(("A", "B", "C"), overlap=2))
    assert set(Counter(pair for pairs in given.values() for pair in pairs).values()) == {2}
    assert {len(pairs) for pairs in given.values()} == {8}


def test_a_quarter_is_shared_and_the_seed_says_which(project: Project) -> None:
    plan = Plan(("A", "B"), overlap=2, share=0.25, seed=5)
    given = assign(project, plan)
    assert len(set(given["A"]) & set(given["B"])) == 3
    assert assign(project, plan) == given


def test_a_number_for_each(project: Project) -> None:
    given = assign(project, Plan(("A", "B"), count=3))
    assert {len(pairs) for pairs in given.values()} == {3}


@pytest.mark.parametrize("unit", ["source", "event", "cluster"])
def test_units_stay_together(project: Project, unit: str) -> None:
    articles = project.article_ids()
    event = project.add_event(title="Flood")
    for article in articles[:5]:
        project.label_event(article, event.id, annotator="lead")
    given = assign(project, Plan(("A", "B"), unit=unit))  # type: ignore[arg-type]
    owner = {pair: annotator for annotator, pairs in given.items() for pair in pairs}
    sources = {info.id: info.source for info in project.article_infos()}
    groups: dict[object, set[str]] = {}
    for pair in project.pairs():
        key = {
            "source": frozenset((sources[pair.a], sources[pair.b])),
            "event": "flood" if {pair.a, pair.b} & set(articles[:5]) else pair.id,
            "cluster": pair.cluster,
        }[unit]
        groups.setdefault(key, set()).add(owner[pair.id])
    assert all(len(owners) == 1 for owners in groups.values())


def test_plans_that_cannot_be(project: Project) -> None:
    for plan in (
        Plan(()),
        Plan(("A", "A")),
        Plan(("A",), overlap=2),
        Plan(("A",), share=1.5),
        Plan(("A",), count=0),
    ):
        with pytest.raises(UserError):
            assign(project, plan)


def test_files_hold_their_part_and_come_together_again(project: Project, tmp_path: Path) -> None:
    first, second, *_ = project.article_ids()
    project.judge_pair(first, second, relation="unsure", annotator="lead")
    own = project.annotate_span(first, 0, 4, label="caption", annotator="Rina/1")
    project.add_suggestions(
        [Suggestion("", "span", "s", "1", 0.5, article_id=first, start=0, end=2, label="caption")]
    )
    handed = hand_out(project, tmp_path / "parts", Plan(("Rina/1", "Shafiq"), overlap=2, share=0.5))
    assert sum(part.pairs for part in handed) == 18
    for part in handed:
        with Project.open(part.path, annotator=part.annotator) as file:
            assert file.counts()["pairs"] == part.pairs
            assert file.setting("annotator") == part.annotator
            assert file.judgements() == []
            for pair in file.pairs():
                file.judge_pair(pair.a, pair.b, relation="unrelated", annotator=part.annotator)
            if file.spans():
                assert [span.id for span in file.spans()] == [own.id]
        assert run("check", part.path, "--json").json["problems"] == []
    report = merge(tmp_path / "all.ditto", [project.path, *(part.path for part in handed)])
    assert report.conflicts == ()
    with Project.open(tmp_path / "all.ditto") as all_of_it:
        assert all_of_it.counts()["pairs"] == 12
        assert all_of_it.counts()["articles"] == 13
        assert len(all_of_it.judgements()) == 19
    with pytest.raises(ProjectFileError, match="exists already"):
        hand_out(project, tmp_path / "parts", Plan(("Shafiq",)))


def test_hand_out_from_a_shell(project: Project, tmp_path: Path) -> None:
    outcome = run(
        "hand-out", project.path, "--annotators", "Rina, Shafiq", "--out", tmp_path / "p", "--json"
    )
    assert [part["annotator"] for part in outcome.json] == ["Rina", "Shafiq"]
    assert run("hand-out", project.path, "--annotators", ",", "--out", tmp_path).code == 1


def test_who_works_in_a_handed_out_file_has_the_last_word_though_the_lead_s_clock_was_fast(
    tmp_path: Path,
) -> None:
    hours = timedelta(hours=2)
    with Project.create(tmp_path / "lead.ditto", clock=lambda: utc_now() + hours) as lead:
        a, b = lead.add_articles([NewArticle("One."), NewArticle("Two.")]).added
        lead.judge_pair(a, b, relation="unrelated", annotator="A")
        [given] = hand_out(lead, tmp_path / "out", Plan(("A",)))
        with Project.open(given.path) as theirs:
            theirs.judge_pair(a, b, relation="same_event", annotator="A")
        merge_into(lead, [given.path])
        [judgement] = lead.judgements()
        assert judgement.relation == "same_event"
        assert lead.conflicts() == []
