"""Agreement of a project, from Python and from a shell."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

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


def test_links_of_two_people(tmp_path: Path) -> None:
    """Each against each by PlagDet; characters, exact borders, and the kinds of those that match."""
    with make_project(tmp_path) as project:
        a, b, c = project.article_ids()

        def link(who: str, start: int, end: int, kind: str) -> None:
            project.add_link(
                a, b, a_start=start, a_end=end, b_start=start, b_end=end, kind=kind, annotator=who
            )

        link("Rina", 0, 10, "verbatim")
        link("Rina", 20, 30, "rewrite")
        link("Shafiq", 0, 10, "verbatim")
        link("Shafiq", 20, 25, "summary")
        link("Shafiq", 25, 30, "rewrite")
        project.add_link(
            b, c, a_start=0, a_end=5, b_start=0, b_end=5, kind="translation", annotator="Rina"
        )
        found = agreement(project).links
        assert found is not None
        assert (found.pairs, found.annotators) == (1, ("Rina", "Shafiq"))
        [two] = found.each
        assert (two.forward.precision, two.forward.recall) == (1.0, 1.0)
        assert two.forward.granularity == 1.5
        assert two.backward.granularity == 1.0
        assert two.characters.value == 1.0
        assert two.exact.value == pytest.approx(2 / 5)
        assert two.forward.plagdet.value is not None
        assert two.forward.plagdet.value < two.backward.plagdet.value  # type: ignore[operator]
        assert found.kinds is not None
        assert found.kinds.units == 2
        project.judge_pair(b, c, relation="same_event", annotator="Shafiq", done=True)
        again = agreement(project).links
        assert again is not None
        assert again.pairs == 2  # Shafiq finished the pair and linked nothing there
        assert again.each[0].forward.recall < 1.0
    outcome = run("agreement", project.path)
    assert "Shafiq against Rina: PlagDet" in outcome.out
