"""What the index of all texts finds is what somebody finds who reads every article."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from dittomark.store.text_index import TextIndex, remove

WORDS = [f"word{number}" for number in range(30)]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    chance = random.Random(5)
    weights = [1 / (place + 1) for place in range(len(WORDS))]
    return {
        f"a{number}": " ".join(chance.choices(WORDS, weights, k=chance.randrange(3, 30)))
        for number in range(60)
    }


@pytest.fixture(scope="module")
def index(texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[TextIndex]:
    with TextIndex.open(tmp_path_factory.mktemp("index") / "of.search") as index:
        index.add((name, f"Title {name}", text) for name, text in texts.items())
        yield index


@pytest.mark.parametrize("seed", range(25))
def test_all_words_are_found_and_the_last_may_go_on(
    index: TextIndex, texts: dict[str, str], seed: int
) -> None:
    chance = random.Random(seed)
    wanted = chance.sample(WORDS, chance.randrange(1, 4))
    expected = {
        name
        for name, text in texts.items()
        if all(word in text.split() for word in wanted[:-1])
        and any(word.startswith(wanted[-1]) for word in text.split())
    }
    assert set(index.find(" ".join(wanted), limit=100)) == expected
    assert len(index.find(" ".join(wanted), limit=2)) == min(2, len(expected))


@pytest.mark.parametrize("seed", range(15))
def test_words_in_quotation_marks_follow_each_other(
    index: TextIndex, texts: dict[str, str], seed: int
) -> None:
    chance = random.Random(seed)
    words = texts[chance.choice(list(texts))].split()
    at = chance.randrange(len(words) - 1)
    phrase, other = f"{words[at]} {words[at + 1]}", chance.choice(words)
    expected = {
        name
        for name, text in texts.items()
        if f" {phrase} " in f" {text} " and f" {other} " in f" {text} "
    }
    assert expected
    assert set(index.find(f'"{phrase}" "{other}"', limit=100)) == expected | {
        # the last one may go on, within quotation marks too
        name
        for name, text in texts.items()
        if f" {phrase} " in f" {text} " and f" {other}" in f" {text} "
    }
    assert set(index.find(f'{other} "{phrase}"', limit=100)) >= expected


def test_the_likest_articles_share_a_word_that_tells(
    index: TextIndex, texts: dict[str, str]
) -> None:
    number_of = {word: sum(word in text.split() for text in texts.values()) for word in WORDS}
    for name, text in texts.items():
        telling = {word for word in text.split() if 2 <= number_of[word] <= 12}  # a fifth of sixty
        expected = {
            other
            for other, theirs in texts.items()
            if other != name and telling & set(theirs.split())
        }
        found = index.alike(text, but=name, limit=100)
        assert set(found) == expected
        assert index.alike(text, but=name, limit=3) == found[:3]


def test_of_many_telling_words_the_rarest_two_dozen_count(tmp_path: Path) -> None:
    rare, frequent = [f"rare{n}" for n in range(24)], "frequent"
    articles = [("all", " ".join([*rare, frequent]))]
    articles += [(f"r{n}", word) for n, word in enumerate(rare)]
    articles += [("f1", frequent), ("f2", frequent)]
    with TextIndex.open(tmp_path / "of.search") as index:
        index.add((name, "", text) for name, text in articles)
        found = index.alike(articles[0][1], but="all", limit=100)
        assert set(found) == {f"r{n}" for n in range(24)}


def test_titles_are_found_by_their_sound(tmp_path: Path) -> None:
    titles = {"bn": "পুতিন ঢাকায়", "ru": "Путин", "en": "Putin", "other": "মোদী"}
    with TextIndex.open(tmp_path / "of.search") as index:
        index.add((name, title, "") for name, title in titles.items())
        assert set(index.sounding("putin")) == {"bn", "ru"}  # Latin ones are found as they stand
        assert index.sounding("পুতিন") == index.sounding("a") == []
        assert set(index.find("putin dhaka", limit=9)) == {"bn"}
        assert set(index.find("putin", limit=9)) == {"bn", "ru", "en"}
        assert index.find('"putin" dhaka', limit=9) == []


def test_an_article_is_taken_once_and_the_index_stays(tmp_path: Path) -> None:
    path = tmp_path / "of.search"
    with TextIndex.open(path) as index:
        assert index.missing(["b", "a"]) == ["b", "a"]
        index.add([("a", "First", "one"), ("a", "Second", "two")])
        assert index.find("second", limit=9) == []
    with TextIndex.open(path) as index:
        assert index.missing(["b", "a", "c"]) == ["b", "c"]
        assert index.find("first one", limit=9) == ["a"]
    remove(path)
    assert list(tmp_path.iterdir()) == []
