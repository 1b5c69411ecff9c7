"""What a comparison tells of short, invented articles."""

import math
import os
import random
import subprocess
import sys

import pytest

import dittomark
from dittomark.compare import Comparison, Passage, Settings
from dittomark.compare.stock import StockPhrases
from dittomark.errors import Cancelled

FERRY = (
    "The harbour ferry stopped running on Monday after a storm tore two boats from their moorings. "
    "Engineers of the port authority said repairs would take at least nine days."
)
MUSEUM = (
    "Visitors queued before dawn as the city museum opened its restored galleries, which had been "
    "closed since a burst pipe flooded the basement three winters ago."
)
SCHOOL = (
    "Teachers welcomed the new timetable, although some parents complained that lessons now begin "
    "before the first bus of the morning reaches the village."
)
BRIDGE = (
    "সেতুটির নির্মাণকাজ শেষ হওয়ার কথা ছিল গত বছরের জুন মাসে, কিন্তু বন্যার কারণে কাজ পিছিয়ে যায়। "
    "প্রকৌশলীরা বলছেন, বাকি অংশ আগামী শীতের আগেই শেষ হবে।"
)
RICE = (
    "জেলার হাওরে এবার বোরো ধানের ফলন ভালো হলেও শ্রমিকসংকটে কৃষকেরা সময়মতো ধান কাটতে পারছেন না। "
    "কৃষি বিভাগ যন্ত্র ভাড়া দিয়ে সহায়তা করছে।"
)


def strong(comparison: Comparison) -> list[Passage]:
    return [passage for passage in comparison.passages if not passage.weak]


def shown(texts: tuple[str, ...], passage: Passage) -> tuple[str, str]:
    a, b = passage.a, passage.b
    return texts[a.article][a.start : a.end], texts[b.article][b.start : b.end]


def test_a_copied_passage_is_found_where_it_stands() -> None:
    texts = (f"{MUSEUM}\n\n{FERRY}", f"{FERRY} {SCHOOL}")
    comparison = dittomark.compare(*texts)
    (passage,) = strong(comparison)
    assert shown(texts, passage) == (FERRY, FERRY)
    assert (passage.kind, passage.similarity, passage.edits) == ("verbatim", 1.0, ())
    assert 0.4 < comparison.coverage[0] < 0.7
    assert [article.length for article in comparison.articles] == [len(text) for text in texts]


def test_order_does_not_matter() -> None:
    texts = (f"{FERRY} {BRIDGE} {MUSEUM}", f"{MUSEUM} {RICE} {FERRY}")
    assert [shown(texts, p)[0] for p in strong(dittomark.compare(*texts))] == [FERRY, MUSEUM]


def test_edits_inside_a_passage_are_told_apart() -> None:
    rewritten = (
        BRIDGE.replace("বন্যার", "ভূমিকম্পের")  # another word
        .replace("প্রকৌশলীরা", "প্রকৌশলিরা")  # another spelling
        .replace("য\u09bc", "\u09df")  # another encoding of one letter
        .replace("বাকি অংশ ", "")
    )
    texts = (BRIDGE, rewritten)
    (passage,) = strong(dittomark.compare(*texts))
    edits = {
        (edit.op, texts[0][slice(*edit.a)], texts[1][slice(*edit.b)]) for edit in passage.edits
    }
    assert passage.kind == "near_verbatim"
    assert ("replace", "বন্যার", "ভূমিকম্পের") in edits
    assert ("variant", "প্রকৌশলীরা", "প্রকৌশলিরা") in edits
    assert ("delete", "বাকি অংশ", "") in edits
    assert {op for op, one, other in edits if "\u09df" in other} == {"form"}
    assert {op for op, _, _ in edits} == {"replace", "variant", "delete", "form"}


def test_another_form_of_the_same_words_is_verbatim() -> None:
    texts = ("On 12 May 2019 “" + FERRY + "”", "On ১২ may ২০১৯ '" + FERRY.upper() + "'")
    (passage,) = strong(dittomark.compare(*texts))
    assert passage.kind == "verbatim"
    assert {edit.op for edit in passage.edits} == {"form"}


def test_a_passage_that_stands_twice_comes_out_twice_under_one_number() -> None:
    texts = (f"{FERRY} {MUSEUM}", f"{FERRY} {SCHOOL} {FERRY} {BRIDGE}")
    passages = strong(dittomark.compare(*texts))
    assert [shown(texts, p) for p in passages] == [(FERRY, FERRY), (FERRY, FERRY)]
    assert {passage.group for passage in passages} == {1}
    (repeat,) = dittomark.compare(*texts).articles[1].repeats
    assert [texts[1][slice(*place)] for place in repeat.places] == [FERRY, FERRY]


PARAGRAPH = (
    "Fishermen of the northern coast have asked the ministry for a longer closed season, because "
    "herring shoals return later every spring. Researchers at the marine institute support them and "
    "point to water that warmed by two degrees within one decade. Traders object that canneries "
    "would stand idle for another month, and that imports from abroad would fill their shelves. The "
    "minister promised a decision before the fleet sails again."
)


def test_a_shuffled_paragraph_is_one_passage_and_moved_sentences_are_several() -> None:
    words = PARAGRAPH.split()
    scraps = [" ".join(words[start : start + 9]) for start in range(0, len(words), 9)]
    shuffled = " ".join(scraps[k] for k in (3, 0, 5, 2, 7, 1, 6, 4))
    texts = (f"{MUSEUM} {PARAGRAPH} {SCHOOL}", f"{FERRY} {shuffled}. {BRIDGE}")
    (passage,) = strong(dittomark.compare(*texts))
    found = shown(texts, passage)
    assert scraps[0] in found[0]
    assert scraps[-2] in found[0]
    assert scraps[3] in found[1]
    assert scraps[4] in found[1]
    narrow = dittomark.compare(*texts, settings=Settings(grouping="narrow"))
    assert len(strong(narrow)) > 4

    sentences = PARAGRAPH.split(". ")
    moved = ". ".join(sentences[k].rstrip(".") for k in (2, 0, 3, 1))
    texts = (f"{MUSEUM} {PARAGRAPH} {SCHOOL}", f"{FERRY} {moved}. {BRIDGE}")
    assert len(strong(dittomark.compare(*texts))) == 4


def test_a_paragraph_told_in_other_words_is_one_passage() -> None:
    retold = (
        "On the northern coast, fishermen have asked the ministry to keep a longer closed season "
        "than before, saying that nowadays herring shoals arrive much too late in the year. Some "
        "scientists, among them researchers at the marine institute, agree with this and blame the "
        "sea, where in ten years water that warmed by two degrees has become normal. Shops do not "
        "like the plan: canneries would stand idle for weeks on end, they say, while customers buy "
        "goods which come as imports from abroad. We heard that the minister promised a decision."
    )
    texts = (f"{MUSEUM} {PARAGRAPH} {SCHOOL}", f"{FERRY} {retold} {BRIDGE}")
    (passage,) = strong(dittomark.compare(*texts))
    found = shown(texts, passage)
    assert "closed season" in found[0]
    assert "minister" in found[0]
    assert "closed season" in found[1]
    assert "minister" in found[1]
    quiet = Settings(repeats=False, similar_sentences=False, shared_terms=False)
    assert dittomark.compare(*texts, settings=quiet).passages == (passage,)


def test_a_copy_of_what_an_article_says_twice_comes_from_the_likelier_place() -> None:
    said = "Heavy rain flooded several quarters of the capital on Monday and stranded commuters."
    again = "Heavy rain yesterday flooded several quarters of the capital and stranded passengers."
    texts = (f"{said} {MUSEUM} {again} {SCHOOL}", f"{FERRY} {said} {BRIDGE}")
    (passage,) = strong(dittomark.compare(*texts))
    assert shown(texts, passage) == (said, said)


def test_a_line_repeated_at_once_is_one_repeat_with_all_its_places() -> None:
    line = "জেলায় হচ্ছে নতুন পাঁচটি পাঠাগার"
    other = "কাল থেকে বন্ধ থাকবে ফেরি চলাচল"
    text = f"{BRIDGE}\n{line} {line} {line}\n{other}\n{other}\n{RICE}"
    repeats = dittomark.compare(text).articles[0].repeats
    assert [[text[slice(*place)] for place in repeat.places] for repeat in repeats] == [
        [line] * 3,
        [other] * 2,
    ]


@pytest.mark.parametrize("seed", range(6))
def test_a_long_passage_full_of_everyday_words_stays_in_one_piece(seed: int) -> None:
    rng = random.Random(seed)
    everyday = "the of and to in a that is was he for it with as his on be at by i this had not are"
    rare = [f"name{n}" for n in range(400)]

    def say(words: int) -> str:
        return " ".join(
            rng.choice(everyday.split()) if rng.random() < 0.6 else rng.choice(rare)
            for _ in range(words)
        )

    before, after = say(120), say(80)
    a = f"{say(200)}. {before} harbour {after}. {say(200)}"
    b = f"{say(200)}. {before} castle {after}. {say(200)}"
    (passage,) = strong(dittomark.compare(a, b))
    text_a, text_b = shown((a, b), passage)
    assert f"{before} harbour {after}" in text_a
    assert f"{before} castle {after}" in text_b


ANNOUNCED = (
    "Repairs to the stranded ferry, engineers of the harbour authority announced, take nine days"
)
TURNED = "Nine days: that is how long, the authority announced, engineers at the harbour need for repairs to the ferry"


@pytest.mark.parametrize("swapped", [False, True])
def test_the_same_statement_in_another_order_is_a_similar_sentence(swapped: bool) -> None:
    said = [(MUSEUM, f"{ANNOUNCED}."), (SCHOOL, f"{TURNED}.")]
    one, other = reversed(said) if swapped else said
    texts = " ".join(one), " ".join(other)
    comparison = dittomark.compare(*texts)
    assert strong(comparison) == []
    (sentence,) = comparison.similar_sentences
    assert (sentence.a.article, sentence.b.article) == (0, 1)
    assert texts[0][sentence.a.start : sentence.a.end] == one[1]
    assert texts[1][sentence.b.start : sentence.b.end] == other[1]


@pytest.mark.parametrize(("copied", "similar"), [(10, 1), (30, 0)])
def test_a_similar_sentence_stands_for_the_most_part_in_no_passage(
    copied: int, similar: int
) -> None:
    """Of the sentences here the copied words are four in ten, or six."""
    clause = (
        "after two barges sank off the eastern breakwater on Tuesday while divers searched murky "
        "water beside rusting cranes for crates of medicine that villagers upstream had wanted badly"
    )
    copy = " ".join(clause.split()[:copied])
    comparison = dittomark.compare(f"{MUSEUM} {ANNOUNCED} {copy}.", f"{SCHOOL} {TURNED} {copy}.")
    assert len(strong(comparison)) == 1
    assert len(comparison.similar_sentences) == similar


def test_shared_terms_name_rare_words_and_their_spellings() -> None:
    texts = (
        f"{RICE} ভোস্টোচনি মহাকাশবন্দরে ১৩ সেপ্টেম্বর ২০২৩ তারিখে সের্গেই শোইগু এলেন।",
        f"{BRIDGE} সের্গেই শুইগু ২০২৩ সালে ভস্তোচনি গেলেন।",
    )
    terms = dittomark.compare(*texts).shared_terms
    found = {(term.term, term.variant) for term in terms}
    assert {("ভোস্টোচনি", "ভস্তোচনি"), ("শোইগু", "শুইগু"), ("২০২৩", None), ("সের্গেই", None)} <= found
    for term in terms:
        for start, end in term.a:
            assert texts[0][start:end] == term.term


def test_three_articles_share_numbers() -> None:
    texts = (f"{FERRY} {BRIDGE}", f"{SCHOOL} {FERRY}", f"{MUSEUM} {FERRY} {RICE}")
    passages = strong(dittomark.compare(*texts))
    assert [(p.a.article, p.b.article) for p in passages] == [(0, 1), (0, 2), (1, 2)]
    assert {p.group for p in passages} == {1}
    assert all(shown(texts, p) == (FERRY, FERRY) for p in passages)


def test_coverage_leaves_boilerplate_out() -> None:
    menu = "Home News Sport Weather Contact Subscribe Search Login Archive Help"
    a, b = f"{menu}\n{FERRY}", f"{FERRY} {MUSEUM}"
    with_menu = dittomark.compare(a, b)
    without = dittomark.compare(a, b, boilerplate=[[(0, len(menu))], []])
    assert with_menu.coverage[0] < 0.9
    assert without.coverage[0] == 1.0
    assert without.coverage[1] == with_menu.coverage[1]


def test_stock_phrases_are_weak() -> None:
    phrase = (
        "Subscribe to our newsletter and get the most important stories of the day in your inbox"
    )
    texts = (f"{FERRY} {phrase}.", f"{MUSEUM} {phrase}.")
    collection = StockPhrases.of(f"{n} {phrase} {n}" for n in range(50))
    assert len(strong(dittomark.compare(*texts))) == 1
    (passage,) = dittomark.compare(*texts, stock=collection).passages
    assert passage.weak
    assert dittomark.compare(*texts, stock=collection).coverage == (0.0, 0.0)


@pytest.mark.parametrize("text", ["কিম", "a b", "中", "ok!"])
def test_the_whole_of_a_tiny_article_is_a_passage(text: str) -> None:
    (passage,) = dittomark.compare(text, text).passages
    assert not passage.weak
    assert dittomark.compare(text, text).coverage == (1.0, 1.0)


@pytest.mark.parametrize("text", ["", " \n", "…!?", "\u200d", "\ud800", "\x00\x01"])
def test_texts_without_words(text: str) -> None:
    for texts in ((text, text), (text, FERRY), (FERRY, text)):
        comparison = dittomark.compare(*texts)
        assert comparison.passages == ()
        assert comparison.coverage == (0.0, 0.0)


def test_lone_surrogates_and_control_characters_do_no_harm() -> None:
    texts = (f"\ud800{FERRY}\x00\udfff", f"\x1b{FERRY}\ud800\udc00")
    (passage,) = strong(dittomark.compare(*texts))
    assert shown(texts, passage) == (FERRY, FERRY)


@pytest.mark.parametrize(
    "passage",
    [
        "国务院总理在北京会见了来访的外国代表团并就双边贸易合作交换意见",
        "เจ้าหน้าที่ตำรวจเข้าตรวจสอบโกดังสินค้าริมแม่น้ำเมื่อคืนวันศุกร์ที่ผ่านมา",
        "東京都は来年度から公立学校の給食費を無償化する方針を固めた",
    ],
)
def test_scripts_without_spaces(passage: str) -> None:
    texts = (f"这是另一篇文章。{passage}。", f"การประชุม 全く別の記事。{passage}。")
    found = strong(dittomark.compare(*texts))
    assert len(found) == 1
    assert passage in shown(texts, found[0])[0]


def test_work_is_reported_and_can_be_cancelled() -> None:
    seen: list[tuple[int, int]] = []
    dittomark.compare(FERRY, MUSEUM, SCHOOL, report=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1]
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        dittomark.compare(FERRY, MUSEUM, report=cancel)


def test_classes_can_be_switched_off() -> None:
    quiet = Settings(repeats=False, similar_sentences=False, shared_terms=False)
    comparison = dittomark.compare(f"{FERRY} {FERRY}", f"{FERRY} ferry", settings=quiet)
    assert comparison.articles[0].repeats == ()
    assert (comparison.similar_sentences, comparison.shared_terms) == ((), ())
    assert len(strong(comparison)) == 2


def test_settings_limit_repeats_and_terms() -> None:
    texts = (f"{FERRY} {FERRY} {MUSEUM}", f"{MUSEUM} {FERRY}")
    assert dittomark.compare(*texts).articles[0].repeats
    long = dittomark.compare(*texts, settings=Settings(repeat_words=60))
    assert long.articles[0].repeats == ()
    assert len(dittomark.compare(*texts).shared_terms) > 2
    assert len(dittomark.compare(*texts, settings=Settings(most_terms=2)).shared_terms) == 2


def test_min_words_makes_shorter_passages_weak() -> None:
    texts = (f"{MUSEUM} {FERRY}", f"{FERRY} {SCHOOL}")
    (passage,) = dittomark.compare(*texts, settings=Settings(min_words=100)).passages
    assert passage.weak


@pytest.mark.parametrize(
    "wrong",
    [
        {"min_words": 0},
        {"grouping": "huge"},
        {"evidence": -1.0},
        {"similar": 0.1},
        {"repeat_words": 0},
        {"wide_gap": 0},
        {"evidence": math.nan},
        {"touch_gap": math.nan},
        {"open_cost": -1.0},
        {"max_gap": 10**9},
        {"max_places": 2**70},
        {"wide_gap": 7.5},
        {"most_terms": math.inf},
        {"min_words": 6.5},
    ],
)
def test_settings_have_guard_rails(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Settings(**wrong)  # type: ignore[arg-type]


def test_the_number_of_texts_is_checked() -> None:
    with pytest.raises(ValueError, match="one to 4"):
        dittomark.compare(*[FERRY] * 5)
    with pytest.raises(ValueError, match="one to 4"):
        dittomark.compare()


def test_importing_dittomark_imports_nothing_heavy() -> None:
    code = (
        "import sys, dittomark, dittomark.compare.comparison;"
        "heavy = {'numpy', 'rapidfuzz', 'regex', 'pandas'} & set(sys.modules);"
        "assert not heavy, heavy;"
        "assert dittomark.compare('a b', 'a b').passages;"
        "from dittomark.compare import compare; assert compare('x', 'x').passages"
    )
    path = os.pathsep.join(filter(None, sys.path))
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | {"PYTHONPATH": path})
