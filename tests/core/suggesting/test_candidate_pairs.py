"""What somebody gets who fills a project's queue, from Python and from the shell."""

import json
import shutil
from pathlib import Path

import pytest
from tests.helpers.news import NewsMaker

from dittomark.annotations import NewArticle
from dittomark.cli import main
from dittomark.errors import Cancelled
from dittomark.project import Project
from dittomark.suggesting.candidate_pairs import propose_pairs, put_into
from dittomark.system.cache_paths import index_path


def new_articles(maker: NewsMaker, *, first: int = 0) -> list[NewArticle]:
    return [
        NewArticle(article.text, external_id=article.id, source=article.source, date="2024-03-01")
        for article in maker.articles[first:]
    ]


@pytest.fixture
def maker() -> NewsMaker:
    maker = NewsMaker()
    for _ in range(30):
        maker.add(maker.some_words(180))
    for kind in ("exact", "near", "wire"):
        maker.plant(kind, 4)
    return maker


@pytest.fixture
def project(tmp_path: Path, maker: NewsMaker) -> Project:
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(new_articles(maker))
    return Project.open(tmp_path / "work.ditto")


def queue(project: Project) -> list[frozenset[str]]:
    names = {info.id: info.external_id for info in project.article_infos()}
    return [frozenset((names[pair.a], names[pair.b])) for pair in project.pairs()]


def test_queue_holds_the_planted_pairs(project: Project, maker: NewsMaker) -> None:
    with project:
        proposal = propose_pairs(project)
        put_into(project, proposal)
        assert set(queue(project)) == {frozenset(pair) for pair in maker.truth}
        for pair in project.pairs():
            assert pair.passage is not None
            a_start, a_end, _, _ = pair.passage
            assert 0 <= a_start < a_end <= project.article_info(pair.a).length
            assert pair.origin.by == "shared-passages"
            (suggestion,) = project.suggestions(pair_id=pair.id)
            assert suggestion.label == pair.guess


def test_second_run_proposes_only_what_is_new(project: Project, maker: NewsMaker) -> None:
    with project:
        put_into(project, propose_pairs(project))
        before = queue(project)
        judged = next(iter(project.pairs()))
        project.judge_pair(judged.a, judged.b, relation="unrelated", annotator="A1")
        (refused,) = project.suggestions(pair_id=judged.id)
        project.refuse_suggestion(refused.id, annotator="A1")
        assert propose_pairs(project).pairs == ()

        known = len(maker.articles)
        maker.plant("exact", 2)
        project.add_articles(new_articles(maker, first=known))
        proposal = propose_pairs(project)
        assert (proposal.compared, proposal.fresh) == (4, 2)
        put_into(project, proposal)
        assert queue(project)[: len(before)] == before
        assert len(queue(project)) == len(before) + 2

        put_into(project, propose_pairs(project, rebuild=True))
        assert len(queue(project)) == len(before) + 2
        assert project.judgements(judged.id)[0].relation == "unrelated"
        assert project.suggestions(pair_id=judged.id) == []


def test_index_may_be_deleted(project: Project) -> None:
    with project:
        put_into(project, propose_pairs(project))
        before = queue(project)
        shutil.rmtree(index_path(project.path))
        proposal = propose_pairs(project)
        assert proposal.fresh == 0
        put_into(project, proposal)
        assert queue(project) == before


def test_pairs_not_added_are_proposed_again(project: Project) -> None:
    with project:
        first = propose_pairs(project)
        assert propose_pairs(project).pairs == first.pairs
        put_into(project, first)
        assert propose_pairs(project).pairs == ()


def test_changed_source_is_noticed(project: Project) -> None:
    with project:
        put_into(project, propose_pairs(project))
        project.edit_article(project.article_ids()[0], source="elsewhere")
        assert propose_pairs(project).compared == len(project.article_ids())


def test_groups_of_copies_share_a_number_that_survives_joining(tmp_path: Path) -> None:
    maker = NewsMaker()
    first, second = maker.some_words(120), maker.some_words(120)
    for words in (first, first, second, second):
        maker.add(words)
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(new_articles(maker))
        put_into(project, propose_pairs(project))
        assert sorted(pair.cluster or 0 for pair in project.pairs()) == [1, 2]
        maker.add(first + second)
        project.add_articles(new_articles(maker, first=4))
        put_into(project, propose_pairs(project))
        assert [pair.cluster for pair in project.pairs()] == [1] * 6


def test_cancelling_leaves_everything_as_it_was(project: Project) -> None:
    def stop(*_progress: int) -> None:
        raise Cancelled

    with project:
        with pytest.raises(Cancelled):
            propose_pairs(project, report=stop)
        assert queue(project) == []
        assert propose_pairs(project).fresh


@pytest.mark.parametrize("order", ["alike", "doubtful", "cluster", "event", "random"])
def test_command_fills_the_queue(
    project: Project, maker: NewsMaker, order: str, capsys: pytest.CaptureFixture[str]
) -> None:
    project.close()
    arguments = ["pairs", str(project.path), "--order", order, "--seed", "3", "--json"]
    assert main(arguments) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["added"] == result["found"] == result["queue"] == len(maker.truth)
    with Project.open(project.path) as filled:
        pairs = list(filled.pairs())
        count = filled.counts()["articles"]
    assert result["pairs_per_article"] == round(len(pairs) / count, 2)
    if order == "alike":
        assert pairs[0].score == max(pair.score or 0 for pair in pairs)
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out)["found"] == 0
    assert main(arguments[:-1]) == 0
    said = capsys.readouterr().out
    assert f"{len(pairs) / count:.2f} an article" in said
    assert f"in this order now: {order}" in said


def test_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pairs", str(tmp_path / "none.ditto")]) == 1
    assert "none.ditto" in capsys.readouterr().err


def test_candidates_of_files_go_into_a_project(
    project: Project, maker: NewsMaker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project.close()
    pytest.importorskip("pyarrow")
    rows = [json.dumps(article._asdict()) + "\n" for article in maker.articles]
    half = len(rows) // 2
    folder = tmp_path / "parts"
    folder.mkdir()
    (folder / "1.jsonl").write_text("".join(rows[:half]), "utf-8")
    (folder / "2.jsonl").write_text("".join(rows[half:]), "utf-8")
    out = tmp_path / "candidates.parquet"
    assert main(["pairs", "--articles", str(folder), "--out", str(out)]) == 0
    capsys.readouterr()
    assert main(["pairs", str(project.path), "--from", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["added"] == len(maker.truth)
    with Project.open(project.path) as filled:
        assert set(queue(filled)) == {frozenset(pair) for pair in maker.truth}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--articles", "none.parquet", "--out", "x"], "does not exist"),
        (["--articles", "bad.jsonl", "--out", "x"], "line 1 is not JSON"),
        (["--articles", "column.jsonl", "--out", "x"], "no column 'text'"),
        (["--articles", "bad.parquet", "--out", "x"], "can't be read"),
        (["--articles", "bad.jsonl"], "--out"),
        ([], "Name a project"),
    ],
)
def test_command_says_what_is_wrong_with_files(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.jsonl").write_text("no", "utf-8")
    Path("column.jsonl").write_text('{"id": "1"}', "utf-8")
    Path("bad.parquet").write_bytes(b"no")
    assert main(["pairs", *arguments]) == 1
    assert words in capsys.readouterr().err


def test_an_address_that_is_none_stops_no_search(tmp_path: Path) -> None:
    text = "The ferry across the Shiulia stopped at five in the morning and nobody knew why. "
    with Project.create(tmp_path / "odd.ditto") as project:
        project.add_articles(
            NewArticle(text * 5 + name, external_id=name, url="http://[broken") for name in "ab"
        )
    for command in ("pairs", "suggest"):
        assert main([command, str(tmp_path / "odd.ditto")]) == 0
    with Project.open(tmp_path / "odd.ditto", read_only=True) as project:
        assert len(list(project.pairs())) == 1
