"""What somebody gets who looks for candidate pairs in a corpus."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.news import NewsMaker

from dittomark.corpus.candidates import Candidate, CandidateIndex, IndexedArticle, find_candidates
from dittomark.errors import Cancelled, UserError

Found = dict[tuple[str, str], Candidate]


def find(articles: list[IndexedArticle]) -> Found:
    texts = {article.id: article.text for article in articles}
    candidates = find_candidates(articles, text_of=texts.__getitem__)
    return {(candidate.a, candidate.b): candidate for candidate in candidates}


def planted(seed: int = 1) -> NewsMaker:
    maker = NewsMaker(seed=seed)
    for _ in range(60):
        maker.add(maker.some_words(200))
    for kind in ("exact", "near", "moved", "wire"):
        maker.plant(kind, 12)
    return maker


@pytest.mark.parametrize("known_source", [True, False])
def test_every_kind_of_reuse_is_found_and_nothing_else(known_source: bool) -> None:
    maker = planted()
    articles = maker.articles
    if not known_source:
        articles = [article._replace(source="") for article in articles]
    found = find(articles)
    assert set(found) == set(maker.truth)


def test_guess_and_containment_fit_the_kind() -> None:
    maker = planted()
    guesses: dict[str, Counter[str]] = {}
    for pair, candidate in find(maker.articles).items():
        guesses.setdefault(maker.truth[pair], Counter())[candidate.guess] += 1
        assert max(candidate.a_in_b, candidate.b_in_a) == candidate.score <= 1
    assert set(guesses["exact"]) <= {"exact_duplicate", "wholly_derived"}
    assert guesses["near"].most_common(1)[0][0] == "wholly_derived"
    assert set(guesses["wire"]) == {"partially_derived"}


def test_passage_is_the_shared_text_itself() -> None:
    maker = planted(seed=2)
    texts = maker.texts()
    kinds = Counter[str]()
    for (a, b), candidate in find(maker.articles).items():
        kind = maker.truth[a, b]
        a_start, a_end, b_start, b_end = candidate.passage
        passage_a, passage_b = texts[a][a_start:a_end].split(), texts[b][b_start:b_end].split()
        if kind == "wire":
            assert 50 <= len(passage_a) <= 75
        assert len(set(passage_a) & set(passage_b)) > 0.6 * len(set(passage_a))
        kinds[kind] += 1
    assert kinds["wire"] == 12


def test_containment_is_told_from_a_mutual_copy() -> None:
    maker = NewsMaker()
    short = maker.some_words(80)
    whole = [*maker.some_words(150), *short, *maker.some_words(150)]
    articles = [
        IndexedArticle("short", "x", maker.body(short)),
        IndexedArticle("long", "y", maker.body(whole)),
    ]
    (candidate,) = find(articles).values()
    assert candidate.guess == "contains"
    assert candidate.a_in_b > 0.9 > candidate.b_in_a


def test_spelling_case_punctuation_and_digits_do_not_hide_a_copy() -> None:
    text = (
        "আজকের সভায় বলা হয়েছে, ২০২৪ সালের বাজেটে কৃষি খাতে বরাদ্দ বাড়বে এবং নতুন সড়ক তৈরি হবে। "
        "মন্ত্রী জানান, নদীর পাড়ের মানুষ আগে ঘর পাবেন; কাজ শুরু হবে আগামী মাসে।"
    )
    other = text.replace("য়", "\u09df").replace("২০২৪", "2024").replace(",", "").replace("।", " .")
    found = find([IndexedArticle("a", "x", text), IndexedArticle("b", "y", other)])
    assert found["a", "b"].guess == "exact_duplicate"


def test_texts_without_line_breaks_work() -> None:
    maker = planted(seed=3)
    flat = [article._replace(text=article.text.replace("\n", " ")) for article in maker.articles]
    found = set(find(flat))
    assert found >= set(maker.truth)
    # Where one boilerplate line ends and the next begins can't be seen: some of it gets through.
    assert len(found - set(maker.truth)) <= 0.05 * len(maker.truth)


def test_sources_with_one_page_each_work() -> None:
    maker = planted(seed=4)
    lonely = []
    for number, article in enumerate(maker.articles):
        lines = [
            " ".join(maker.some_words(len(line.split()))) if at in {0, 1} or at > 8 else line
            for at, line in enumerate(article.text.split("\n"))
        ]
        lonely.append(IndexedArticle(article.id, f"source {number}", "\n".join(lines)))
    assert set(find(lonely)) == set(maker.truth)


def test_lists_of_links_and_numbers_are_no_shared_text() -> None:
    maker = NewsMaker(sources=40)
    menu = "\n".join([*(maker.line(3) for _ in range(12)), *map(str, range(1, 31))])
    for _ in range(40):
        maker.add(maker.some_words(150))
    articles = [
        IndexedArticle(article.id, article.id, f"{menu}\n{maker.body(maker.some_words(150))}")
        for article in maker.articles
    ]
    assert find(articles) == {}


def test_a_teaser_under_some_articles_of_a_source_makes_no_pairs() -> None:
    maker = NewsMaker(sources=1)
    teaser = "\n".join(maker.line(25) + "।" for _ in range(3))
    for number in range(60):
        maker.add(maker.some_words(250))
        if number < 8:
            last = maker.articles[-1]
            maker.articles[-1] = last._replace(text=f"{last.text}\n{teaser}")
    assert find(maker.articles) == {}


@pytest.mark.parametrize("copies", [3, 12])
def test_reprints_in_one_source_are_no_boilerplate_of_it(copies: int) -> None:
    maker = NewsMaker(sources=1)
    words = maker.some_words(250)
    names = [maker.add([*words, *maker.some_words(20)]) for _ in range(copies)]
    for _ in range(40):
        maker.add(maker.some_words(250))
    found = find(maker.articles)
    assert len(found) == copies * (copies - 1) // 2
    assert set().union(*found) == set(names)


def test_pages_of_boilerplate_alone_are_no_duplicates() -> None:
    maker = NewsMaker(sources=1)
    policy = "\n".join(maker.line(25) + "।" for _ in range(4))
    articles = [IndexedArticle(f"loading{n}", "s", "Loading") for n in range(5)]
    for number in range(30):
        maker.add(maker.some_words(200))
        articles.append(IndexedArticle(f"policy{number}", "source 0", policy))
        last = maker.articles[-1]
        maker.articles[-1] = last._replace(text=f"{last.text}\n{policy}")
    assert find([*articles, *maker.articles]) == {}


@pytest.mark.parametrize("stop", ["।", " ।", "।,", "।”)", "।’”,"])
def test_a_copy_in_a_page_without_line_breaks_is_found_whatever_closes_sentences(stop: str) -> None:
    maker = NewsMaker()

    def page(words: list[str]) -> str:
        return f"{stop} ".join(" ".join(words[at : at + 14]) for at in range(0, len(words), 14))

    shared = maker.some_words(90)
    articles = [IndexedArticle(f"n{n}", "s", page(maker.some_words(300))) for n in range(20)]
    articles += [
        IndexedArticle("a", "s", page([*maker.some_words(150), *shared, *maker.some_words(90)])),
        IndexedArticle("b", "t", page([*maker.some_words(45), *shared, *maker.some_words(150)])),
    ]
    assert set(find(articles)) == {("a", "b")}


def test_sentences_without_a_space_between_are_no_list() -> None:
    maker = NewsMaker()
    shared = maker.some_words(90)

    def page(words: list[str]) -> str:
        return "।".join(" ".join(words[at : at + 14]) for at in range(0, len(words), 14))

    articles = [
        IndexedArticle(name, name, page([*maker.some_words(98), *shared, *maker.some_words(98)]))
        for name in ("a", "b")
    ]
    assert set(find(articles)) == {("a", "b")}


def test_three_versions_of_one_article_are_not_taken_for_boilerplate() -> None:
    maker = NewsMaker()
    words = maker.some_words(150)
    versions = [
        IndexedArticle(f"v{number}", "", maker.body([*maker.edited(words, 0.02)]))
        for number in range(3)
    ]
    assert set(find(versions)) == {("v0", "v1"), ("v0", "v2"), ("v1", "v2")}


def test_large_groups_of_copies_stay_connected_without_all_pairs() -> None:
    maker = NewsMaker()
    same = maker.body(maker.some_words(150))
    articles = [IndexedArticle(f"a{number:04}", "x", same) for number in range(1000)]
    found = find(articles)
    assert set(found) == {(f"a{number:04}", f"a{number + 1:04}") for number in range(999)}
    assert {candidate.guess for candidate in found.values()} == {"exact_duplicate"}


@pytest.mark.parametrize("script", ["中文新闻报道说明", "ข่าววันนี้ที่ประเทศไทย"])
def test_scripts_without_spaces(script: str) -> None:
    letters = (
        [chr(ord(script[0]) + step) for step in range(60)] if script[0] == "中" else list(script)
    )
    random = np.random.default_rng(5)

    def some(count: int) -> str:
        return "".join(random.choice(letters, count))

    shared = some(400)
    articles = [IndexedArticle(f"n{number}", f"s{number}", some(400)) for number in range(20)]
    articles += [IndexedArticle("a", "x", some(50) + shared), IndexedArticle("b", "y", shared)]
    assert set(find(articles)) == {("a", "b")}


def test_a_passage_is_whole_though_its_article_used_the_same_terms_before() -> None:
    maker = NewsMaker()
    shared = maker.some_words(44)
    before = [word for at in range(36, -1, -6) for word in [*shared[at : at + 8], *maker.words[:9]]]
    articles = [
        IndexedArticle("a", "x", maker.body([*maker.some_words(150), *shared])),
        IndexedArticle("b", "y", maker.body([*before, *maker.some_words(90), *shared])),
    ]
    (found,) = find(articles).values()
    assert found.words >= 40
    assert (
        articles[1].text[found.passage[2] : found.passage[3]].split()[-3:]
        == (articles[1].text.split()[-3:])
    )


@pytest.mark.parametrize("often", [1, 8])
def test_a_passage_whose_words_come_too_often_to_place_is_whole(often: int) -> None:
    maker = NewsMaker()
    shared = maker.some_words(46)
    again = [*shared[12:34], *maker.some_words(9)] * often
    articles = [
        IndexedArticle("a", "x", maker.body([*maker.some_words(120), *shared])),
        IndexedArticle("b", "y", maker.body([*again, *maker.some_words(9), *shared])),
    ]
    (found,) = find(articles).values()
    assert found.words >= 40


def test_a_term_that_sentences_of_a_long_paragraph_repeat_stays_in_each() -> None:
    random = np.random.default_rng(3)

    def some(count: int) -> str:
        return "".join(chr(0x4E00 + int(letter)) for letter in random.integers(0, 3000, count))

    term = some(14)
    for number in range(12):
        shared = f"{some(26)}{term}{some(18)}{term}{some(20)}。"
        own = ["".join(f"{some(30)}{term}{some(38)}。" for _ in range(6)) for _ in range(2)]
        articles = [
            IndexedArticle("a", "x", own[0] + shared),
            IndexedArticle("b", "y", own[1] + shared),
        ]
        found = find(articles)
        assert set(found) == {("a", "b")}, number
        assert found["a", "b"].words >= 85


def test_odd_articles_neither_fail_nor_match_by_chance() -> None:
    maker = NewsMaker()
    articles = [
        IndexedArticle("empty", "", ""),
        IndexedArticle("spaces", "", " \n\t "),
        IndexedArticle("stops", "", "… !!! ।।।"),
        IndexedArticle("word", "", "হ্যাঁ"),
        IndexedArticle("same word", "", "হ্যাঁ!"),
        IndexedArticle("surrogate", "", "a \ud800 b \x00 c"),
        IndexedArticle("emoji", "", "😀 " * 50),
        IndexedArticle("long", "", maker.line(30_000)),
        IndexedArticle("one long word", "", "ক" * 400_000),
        *(IndexedArticle(f"l{n}", f"s{n}", chr(0x400 + 64 * n) * 3 + " ab" * n) for n in range(40)),
    ]
    found = find(articles)
    assert ("word", "same word") not in found  # a word alone is no article
    assert all(not {"empty", "spaces", "stops"} & set(pair) for pair in found)
    assert find([]) == {}


class TestIndex:
    def test_new_articles_are_compared_with_all(self, tmp_path: Path) -> None:
        maker = planted(seed=5)
        texts = maker.texts()
        half = len(maker.articles) // 2
        with CandidateIndex(tmp_path / "index") as index:
            first = index.add(maker.articles[:half], text_of=texts.__getitem__)
            index.settle()
        with CandidateIndex(tmp_path / "index") as index:
            assert len(index) == half
            second = index.add(maker.articles[half:], text_of=texts.__getitem__)
            index.settle()
            pairs = [(candidate.a, candidate.b) for candidate in first + second]
            assert len(set(pairs)) == len(pairs)
            assert set(pairs) >= set(maker.truth)
            assert index.add([], text_of=texts.__getitem__) == []

    def test_one_at_a_time_finds_the_same_copies(self, tmp_path: Path) -> None:
        maker = planted(seed=6)
        texts = maker.texts()
        found = set()
        with CandidateIndex(tmp_path / "index") as index:
            index.add(maker.articles[:60], text_of=texts.__getitem__)
            index.settle()
            for article in maker.articles[60:]:
                for candidate in index.add([article], text_of=texts.__getitem__):
                    assert candidate.b == article.id
                    found.add((candidate.a, candidate.b))
                index.settle()
        assert found >= set(maker.truth)

    def test_what_was_not_put_away_comes_again(self, tmp_path: Path) -> None:
        maker = planted(seed=7)
        texts = maker.texts()
        with CandidateIndex(tmp_path / "index") as index:
            lost = index.add(maker.articles, text_of=texts.__getitem__)
        with CandidateIndex(tmp_path / "index") as index:
            again = index.add([], text_of=texts.__getitem__)
        assert again == lost

    def test_cancelled_reading_adds_nothing(self, tmp_path: Path) -> None:
        maker = planted()

        def stop(*_progress: int) -> None:
            raise Cancelled

        with CandidateIndex(tmp_path / "index") as index:
            with pytest.raises(Cancelled):
                index.add(maker.articles, text_of=maker.texts().__getitem__, report=stop)
            assert len(index) == 0

    @pytest.mark.parametrize(
        "damage", ["journal.jsonl", "words.u32", "part-000001.u64", "ids.jsonl"]
    )
    def test_damaged_index_starts_empty(self, tmp_path: Path, damage: str) -> None:
        maker = planted()
        with CandidateIndex(tmp_path / "index") as index:
            index.add(maker.articles, text_of=maker.texts().__getitem__)
        (tmp_path / "index" / damage).write_bytes(b"{")
        with CandidateIndex(tmp_path / "index") as index:
            assert len(index) == 0
            assert index.add(maker.articles, text_of=maker.texts().__getitem__)

    def test_second_process_is_told_to_wait(self, tmp_path: Path) -> None:
        with CandidateIndex(tmp_path / "index"), pytest.raises(UserError, match="already"):
            CandidateIndex(tmp_path / "index")
