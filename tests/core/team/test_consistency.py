"""Relations as a graph: contradictions to look at, clusters to judge as one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark.team.consistency import clusters, contradictions, judge_cluster


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(NewArticle(f"text {n}", title=str(n)) for n in range(7))
        yield project


def judge(project: Project, pairs: dict[tuple[int, int], str], annotator: str = "A") -> None:
    articles = project.article_ids()
    for (a, b), relation in pairs.items():
        project.judge_pair(articles[a], articles[b], relation=relation, annotator=annotator)


def pair_id(project: Project, a: int, b: int) -> str:
    articles = project.article_ids()
    pair = project.find_pair(articles[a], articles[b])
    assert pair is not None
    return pair.id


def test_a_chain_of_copies_contradicts_a_difference(project: Project) -> None:
    copy = "exact_duplicate"
    judge(project, {(0, 1): copy, (1, 2): copy, (2, 3): copy, (0, 4): copy, (4, 3): copy})
    judge(project, {(0, 3): "unrelated", (0, 5): "unrelated", (1, 3): "unsure"})
    [found] = contradictions(project)
    assert (found.annotator, found.says) == ("A", "unrelated")
    assert found.pair_id == pair_id(project, 0, 3)
    assert set(found.chain) == {pair_id(project, 0, 4), pair_id(project, 4, 3)}  # the shortest way
    assert contradictions(project, annotator="B") == []


def test_two_people_may_differ(project: Project) -> None:
    judge(project, {(0, 1): "exact_duplicate", (1, 2): "exact_duplicate"})
    judge(project, {(0, 2): "unrelated"}, annotator="B")
    assert contradictions(project) == []


def test_clusters_and_judging_one_as_a_whole(project: Project) -> None:
    articles = project.article_ids()
    judge(
        project, {(0, 1): "exact_duplicate", (1, 2): "exact_duplicate", (5, 6): "exact_duplicate"}
    )
    project.add_pair(articles[0], articles[2])
    project.add_pair(articles[0], articles[5])
    large, small = clusters(project, annotator="A")
    assert set(large.articles) == {articles[0], articles[1], articles[2]}
    assert len(large.pairs) == 2
    assert large.open_pairs == (pair_id(project, 0, 2),)
    assert len(small.articles) == 2
    assert judge_cluster(project, large, relation="exact_duplicate", annotator="A") == 1
    assert clusters(project)[0].open_pairs == ()
    project.undo(annotator="A")
    assert len(clusters(project)[0].open_pairs) == 1
