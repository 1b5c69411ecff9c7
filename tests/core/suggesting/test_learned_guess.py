"""The guess about pairs learns from what people called those of the same project."""

from pathlib import Path

import pytest
from tests.helpers.news import NewsMaker

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark.suggesting.candidate_pairs import propose_pairs, put_into
from dittomark.suggesting.pair_suggesters import PassagePairSuggester
from dittomark.suggesting.view import ProjectView


def quiet(*_progress: int) -> None:
    """Nobody waits."""


def judged_project(path: Path, maker: NewsMaker, count: int) -> Project:
    """Return a project with so many near copies; all are judged to be derived in part."""
    maker.plant("near", count, length=100)
    articles = [
        NewArticle(article.text, external_id=article.id, source=article.source)
        for article in maker.articles
    ]
    project = Project.create(path / "work.ditto")
    project.add_articles(articles)
    put_into(project, propose_pairs(project))
    for pair in list(project.pairs()):
        project.judge_pair(pair.a, pair.b, relation="partially_derived", annotator="A1", done=True)
    return project


def test_the_guess_learns_what_people_call_a_copy(tmp_path: Path) -> None:
    maker = NewsMaker()
    with judged_project(tmp_path, maker, 54) as project:
        before = {pair.guess for pair in project.pairs()}
        assert before == {"wholly_derived"}
        first = len(maker.articles)
        maker.plant("near", 3, length=100)
        project.add_articles(
            NewArticle(article.text, external_id=article.id, source=article.source)
            for article in maker.articles[first:]
        )
        proposal = propose_pairs(project)
        assert {pair.guess for pair in proposal.pairs} == {"partially_derived"}
        assert proposal.guess is not None
        assert (proposal.guess.pairs, proposal.guess.shipped) == (54, 0.0)
        assert proposal.guess.taught > 0.5
        points = PassagePairSuggester().trust(ProjectView(project), quiet)
        assert points[0].precision == pytest.approx(proposal.guess.taught, abs=0.01)


def test_few_judgements_teach_nothing(tmp_path: Path) -> None:
    with judged_project(tmp_path, NewsMaker(), 12) as project:
        proposal = propose_pairs(project, rebuild=True)
        assert proposal.guess is None
        assert {pair.guess for pair in proposal.pairs} == {"wholly_derived"}
        assert PassagePairSuggester().trust(ProjectView(project), quiet) == []
