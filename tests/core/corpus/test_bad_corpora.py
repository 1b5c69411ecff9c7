"""A project of odd articles goes through every search."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.news import NewsMaker

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark.suggesting.boilerplate import suggest_boilerplate
from dittomark.suggesting.candidate_pairs import propose_pairs
from dittomark.suggesting.events import suggest_events
from dittomark.suggesting.project_comparison import stock_phrases

SCRIPTS = [
    *(0x41, 0x391, 0x410, 0x531, 0x5D0, 0x627, 0x710, 0x905, 0x985, 0xA05, 0xA85, 0xB05, 0xB85),
    *(0xC05, 0xC85, 0xD05, 0xD85, 0xE01, 0xE81, 0xF40, 0x1000, 0x10A0, 0x1100, 0x1200, 0x13A0),
    *(0x1401, 0x1681, 0x16A0, 0x1780, 0x1820, 0x3041, 0x30A1, 0x3105, 0x4E00, 0x5000, 0x6000),
    *(0xA000, 0xAC00, 0x10400, 0x1F600),
]


def of_script(first: int, maker: NewsMaker) -> str:
    """Return two hundred words of letters from `first` on."""
    letters = [chr(first + number) for number in range(20)]
    words = (
        "".join(maker.random.choices(letters, k=maker.random.randint(1, 7))) for _ in range(200)
    )
    return " ".join(words)


def odd_articles() -> Iterator[NewArticle]:
    """Yield one-word, identical, multilingual, undated and far-dated articles."""
    maker = NewsMaker()
    same = maker.body(maker.some_words(120))
    for number in range(60):
        yield NewArticle(maker.some_words(1)[0], external_id=f"word{number}")
        yield NewArticle(same, external_id=f"same{number}", source="twins", date="9999-12-31")
    for number, first in enumerate(SCRIPTS):
        text = of_script(first, maker)
        yield NewArticle(text, external_id=f"script{number}", date="0001-01-01")
        yield NewArticle(text + " .", external_id=f"copy{number}", date="")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Project.create(tmp_path / "odd.ditto") as project:
        project.add_articles(odd_articles())
    return tmp_path / "odd.ditto"


def test_odd_articles_go_through_every_search(path: Path) -> None:
    assert len(SCRIPTS) == 40
    found = run("pairs", path, "--same-event", "--json").json
    assert found["compared"] == 200
    with Project.open(path, read_only=True) as project:
        names = {info.id: info.external_id for info in project.article_infos()}
        queue = {frozenset((names[pair.a], names[pair.b])) for pair in project.pairs()}
    same = sum(all(name.startswith("same") for name in pair) for pair in queue)
    assert 59 <= same <= 60 * 20  # all in one group, but not all pairs
    copies = sum(frozenset((f"script{n}", f"copy{n}")) in queue for n in range(40))
    assert copies >= 38  # signs and emoji are no words
    outcome = run("suggest", path, "--json")
    assert outcome.json["boilerplate"]["suggested"] >= 0
    assert run("compare", path, "same0", "same1", "--json").json["coverage"] == [1.0, 1.0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ক" * 3_000_000, id="one word"),
        pytest.param("ক\n" * 1_100_000, id="a letter a line"),
        pytest.param("নদীর পাড়ে আজ মেলা বসেছে। " * 110_000, id="one sentence over and over"),
    ],
)
def test_articles_of_ten_megabytes(tmp_path: Path, text: str) -> None:
    assert 4_000_000 < len(text.encode()) < 10_000_000
    with Project.create(tmp_path / "long.ditto") as project:
        project.add_articles(
            NewArticle(text + end, external_id=end, source="s", date="2024-01-01") for end in "ab"
        )
        assert len(propose_pairs(project, same_event=True).pairs) <= 1
        assert sum(len(found) for found in suggest_boilerplate(project)) >= 0
        assert len(suggest_events(project)) <= 2
    assert stock_phrases(tmp_path / "long.ditto") is not None
