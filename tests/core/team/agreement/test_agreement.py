"""Agreement of a project, from Python and from a shell."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.command import run

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark.team.agreement import agreement

SAID = {
    "Rina": ("same_event", "same_event", "unrelated", "unrelated", "exact_duplicate"),
    "Shafiq": ("same_event", "unrelated", "unrelated", "unrelated", "exact_duplicate"),
    "Tania": ("same_event", "same_event", "unrelated", "same_event", None),
}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(NewArticle(f"The text of article {n}", title=str(n)) for n in range(6))
        yield project


@pytest.fixture
def judged(project: Project) -> Project:
    articles = project.article_ids()
    events = [project.add_event(title=title).id for title in ("Flood", "Boat")]
    for annotator, relations in SAID.items():
        for place, relation in enumerate(relations):
            if relation is not None:
                project.judge_pair(
                    articles[place],
                    articles[place + 1],
                    relation=relation,
                    annotator=annotator,
                    done=True,
                    ratings={"Overall": 1 + place % 4},
                )
        project.annotate_span(articles[0], 0, 8, label="caption", annotator=annotator)
        project.label_event(articles[0], events[0], annotator=annotator)
        project.label_event(articles[1], events[annotator == "Tania"], annotator=annotator)
    project.annotate_span(articles[1], 0, 5, label="navigation", annotator="Rina")
    return project


def test_everything_that_two_people_did(judged: Project) -> None:
    found = agreement(judged)
    assert found.relations is not None
    assert found.relations.units == 5
    assert found.relations.labels == ("exact_duplicate", "same_event", "unrelated")
    [rina_shafiq] = [p for p in found.relations.pairs if p.second == "Shafiq"]
    assert rina_shafiq.confusion == ((1, 0, 0), (0, 1, 1), (0, 0, 2))
    assert rina_shafiq.observed == 0.8
    assert found.relations.per_label["exact_duplicate"].value == 1
    assert found.relations.per_annotator["Tania"].with_majority == pytest.approx(2 / 3)
    assert found.ratings["Overall"].value == 1
    assert found.events is not None
    assert found.events.labels == ("Boat", "Flood")
    assert found.spans is not None
    assert found.spans.articles == 2  # the second one: Rina marked, the others finished it
    assert found.clusters[0].score.f1 == 1


def test_only_some_annotators(judged: Project) -> None:
    found = agreement(judged, annotators=["Rina", "Shafiq"])
    assert found.relations is not None
    assert found.relations.annotators == ("Rina", "Shafiq")


def test_a_direction_can_count(project: Project) -> None:
    a, b, *_ = project.article_ids()
    for annotator, direction in (("A", "a_to_b"), ("B", "b_to_a")):
        project.judge_pair(a, b, relation="contains", direction=direction, annotator=annotator)  # type: ignore[arg-type]
    plain, directed = agreement(project), agreement(project, with_direction=True)
    assert plain.relations is not None
    assert directed.relations is not None
    assert (plain.relations.observed, directed.relations.observed) == (1, 0)


def test_agreement_from_a_shell(judged: Project) -> None:
    path = judged.path
    judged.close()
    found = run("agreement", path, "--json").json
    assert found["relations"]["alpha"]["units"] == 5
    assert found["spans"]["per_label"]["caption"]["exact"] == 1
    printed = run("agreement", path, "--annotators", "Rina, Shafiq").out
    assert "Rina and Shafiq: kappa" in printed


def test_nobody_did_the_same(project: Project) -> None:
    path = project.path
    project.close()
    outcome = run("agreement", path)
    assert (outcome.code, "No two annotators" in outcome.err) == (1, True)
    assert run("agreement", path, "--json").json["relations"] is None
