"""Searching the texts of all articles, in core: what is found, in which order, and the cache itself."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.projects import TickingClock

from dittomark.annotations import NewArticle
from dittomark.errors import UserError
from dittomark.listing import ListFilter
from dittomark.project import Project
from dittomark.system.cache_paths import search_path

FERRY = "The ferry over the Padma stopped at noon because of a storm, said the harbour office."
PAGES = (
    NewArticle(FERRY, external_id="ferry", title="Ferry stops"),
    NewArticle(
        "Noon trains run late. The storm broke a signal near the Padma.",
        external_id="train", title="Trains late",
    ),
    NewArticle("পদ্মায় ফেরি বন্ধ।", external_id="bn", title="পুতিন ঢাকায় আসছেন"),
    NewArticle("Fresh bread, says Rahima.", external_id="bakery", title="New bakery"),
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.ditto", clock=TickingClock()) as made:
        made.add_articles(PAGES)
        made.index_texts()
        yield made


def found(project: Project, wanted: str, **more: int) -> list[str | None]:
    return [project.article_info(one).external_id for one in project.search_texts(wanted, **more)]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("padma noon", {"ferry", "train"}),  # all words, in any order
        ("padma harbour", {"ferry"}),
        ("padma bakery", set()),
        ("har", {"ferry"}),  # the last word may go on
        ("har padma", set()),  # … and no other
        ('"stopped at noon"', {"ferry"}),
        ('"noon stopped"', set()),
        ('"at noon" storm', {"ferry"}),
        ("stops", {"ferry"}),  # the title too
        ("ফেরি", {"bn"}),
        ("putin", {"bn"}),  # by its sound, in the title
        ("putin dhaka", {"bn"}),
        ('"putin"', set()),  # what is quoted is meant as it is written
        ("putin bakery", set()),
        ("পুতিন bakery", set()),
        ("!?", set()),
        ("", set()),
    ],
)
def test_what_is_searched_for_is_found(project: Project, wanted: str, ids: set[str]) -> None:
    assert set(found(project, wanted)) == ids


def test_what_says_it_oftener_comes_first_up_to_a_limit(project: Project) -> None:
    project.add_articles([NewArticle("Storm. Storm! A storm.", external_id="storms")])
    assert project.index_texts() == 1
    assert found(project, "storm")[0] == "storms"
    assert found(project, "storm", limit=1) == ["storms"]


def test_only_new_articles_are_read_and_progress_is_told(project: Project) -> None:
    assert project.index_texts() == 0
    project.add_articles(NewArticle(f"Storm number {n}.", external_id=f"s{n}") for n in range(201))
    told: list[tuple[int, int]] = []
    assert project.index_texts(report=lambda done, total: told.append((done, total))) == 201
    assert told == [(200, 201), (201, 201)]
    assert len(found(project, "storm number", limit=500)) == 201


def test_articles_that_are_gone_are_not_found(project: Project) -> None:
    project.add_articles([NewArticle("A storm at sea.", external_id="sea")])
    project.index_texts()
    assert "sea" in found(project, "storm")
    project.undo()
    assert "sea" not in found(project, "storm")


def test_the_likest_shares_rare_words_and_is_not_the_article_itself(project: Project) -> None:
    like = [
        project.article_info(one).external_id
        for one in project.articles_like(project.article_ids()[0])
    ]
    assert like == ["train"]
    assert project.articles_like(project.article_ids()[3]) == [], "no word of it stands elsewhere"
    assert len(project.articles_like(project.article_ids()[0], limit=0)) == 0


def test_words_of_a_fifth_of_all_articles_tell_nothing(project: Project) -> None:
    project.add_articles(
        NewArticle(f"Markets rose today, {'alpha' if n < 2 else 'beta'} said.", external_id=f"m{n}")
        for n in range(60)
    )
    project.index_texts()
    of = {project.article_info(one).external_id: one for one in project.article_ids()}
    assert project.articles_like(of["m0"]) == [of["m1"]]
    assert project.articles_like(of["m5"]) == [], "what it says is said in every report"


def test_a_word_of_many_articles_tells_something_where_none_is_rarer(project: Project) -> None:
    project.add_articles(
        NewArticle(f"Harbour {'gamma' if n % 5 == 1 and n > 5 else 'delta'}.", external_id=f"h{n}")
        for n in range(1600)
    )
    project.index_texts()
    of = {project.article_info(one).external_id: one for one in project.article_ids()}
    like = {project.article_info(one).external_id for one in project.articles_like(of["h11"])}
    assert len(like) == 20
    assert all(int(name[1:]) % 5 == 1 for name in like), "319 of 1,600 say gamma"
    assert project.articles_like(of["h0"]) == [], "most say delta, all of them harbour"


def test_latin_letters_filter_lists_by_the_sound_of_titles(project: Project) -> None:
    [bengali] = project.listed_article_ids(ListFilter(words=("putin",)))
    assert project.article_info(bengali).external_id == "bn"


@pytest.mark.parametrize("content", [b"no database at all" * 100, None])
def test_a_damaged_or_older_index_is_made_anew(project: Project, content: bytes | None) -> None:
    path = search_path(project.path)
    if content is None:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version = 99")
    else:
        for name in (f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)
        path.write_bytes(content)
    assert project.index_texts() == len(PAGES)
    assert found(project, "bakery") == ["bakery"]


def test_an_index_that_cannot_be_kept_is_told_and_lists_go_on(project: Project) -> None:
    path = search_path(project.path)
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
    path.mkdir()
    with pytest.raises(UserError, match=r"The index for the search can't be kept at .*\.search"):
        project.index_texts()
    assert len(project.listed_article_ids(ListFilter(words=("bakery",)))) == 1
