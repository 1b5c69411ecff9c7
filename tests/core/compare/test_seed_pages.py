"""The five pages of the seed set, where it is at hand: independent reports of one event."""

import os
from itertools import combinations
from pathlib import Path

import pytest

from dittomark.compare import compare

FOLDER = Path(os.environ.get("DITTOMARK_SEEDS", Path(__file__).parents[4] / "shared" / "seeds"))
PAGES = sorted(FOLDER.glob("00*.txt"))
pytestmark = pytest.mark.skipif(len(PAGES) != 5, reason=f"the seed pages are not in {FOLDER}")


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in PAGES]


def repeats(text: str) -> list[list[str]]:
    found = compare(text).articles[0].repeats
    return [[text[start:end] for start, end in repeat.places] for repeat in found]


def test_between_the_pages_stand_only_weak_phrases(texts: list[str]) -> None:
    for one, other in combinations(texts, 2):
        comparison = compare(one, other)
        assert all(passage.weak for passage in comparison.passages)
        assert comparison.coverage == (0.0, 0.0)


def test_the_longest_common_run_is_shown_as_weak(texts: list[str]) -> None:
    found = compare(texts[3], texts[4]).passages
    assert any("আগামী কয়েক দিনের মধ্যে রাশিয়া" in texts[3][p.a.start : p.a.end] for p in found)


def test_the_doubled_body_of_001_is_one_repeat(texts: list[str]) -> None:
    (body,) = (places for places in repeats(texts[1]) if len(places[0]) > 200)
    assert len(body) == 2
    assert all("অস্ত্র কেনা বেচা" in place and place.endswith("মিত্র চীনে।") for place in body)
    assert len(repeats(texts[1])) <= 2


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (0, "দক্ষিণ সুদানে অপুষ্টির ঝুঁকিতে ৬০ হাজার শিশু"),
        (0, "জার্সি পরেই যমুনার সামনে দায়িত্বে রমনার ডিসি মাসুদ আলম"),
        (0, "নৌ পুলিশের অভিযানে ২৭৬ জন গ্রেফতার, ১০ মরদেহ উদ্ধার"),
        (4, "পুতিনের সাথে একান্ত বৈঠক করতে পারেন কিম"),
        (4, "ঢাকায় আসছে মার্কিন প্রতিনিধি দল"),
        (4, "মণিপুর সঙ্কটের জন্য অমিত শাহের পদত্যাগের দাবি কংগ্রেসের"),
    ],
)
def test_doubled_headlines_and_captions_are_repeats(texts: list[str], page: int, line: str) -> None:
    line = line.replace("\u09df", "\u09af\u09bc")
    assert any(sum(line in place for place in places) == 2 for places in repeats(texts[page]))


def test_left_over_letters_of_a_font_encoding_still_compare(texts: list[str]) -> None:
    terms = {(t.term, t.variant) for t in compare(texts[0], texts[2]).shared_terms}
    assert any("ভøাদিমির" in (one, other) for one, other in terms)
