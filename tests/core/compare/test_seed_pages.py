"""The five pages of the seed set, where it is at hand: independent reports of one event."""

import os
from collections import Counter
from difflib import SequenceMatcher
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


def doubled_lines(text: str) -> set[str]:
    """Return the lines of five words and more that stand on a page twice."""
    lines = Counter(line.strip() for line in text.splitlines())
    return {line for line, count in lines.items() if count == 2 and len(line.split()) >= 5}


def test_between_the_pages_stand_only_weak_phrases(texts: list[str]) -> None:
    for one, other in combinations(texts, 2):
        comparison = compare(one, other)
        assert all(passage.weak for passage in comparison.passages)
        assert comparison.coverage == (0.0, 0.0)


def test_the_longest_common_run_is_shown_as_weak(texts: list[str]) -> None:
    one, other = texts[3].split(), texts[4].split()
    longest = SequenceMatcher(a=one, b=other, autojunk=False).find_longest_match()
    run = one[longest.a : longest.a + longest.size]
    found = compare(texts[3], texts[4]).passages
    assert any(" ".join(run) in texts[3][p.a.start : p.a.end] for p in found)


def test_the_doubled_body_of_001_is_one_repeat(texts: list[str]) -> None:
    (body,) = (places for places in repeats(texts[1]) if len(places[0]) > 200)
    first, second = (place.split() for place in body)
    assert SequenceMatcher(a=first, b=second, autojunk=False).ratio() > 0.95
    assert len(repeats(texts[1])) <= 2


@pytest.mark.parametrize("page", [0, 4])
def test_doubled_headlines_and_captions_are_repeats(texts: list[str], page: int) -> None:
    lines = doubled_lines(texts[page])
    assert len(lines) >= 3
    for line in lines:
        assert any(sum(line in place for place in places) == 2 for places in repeats(texts[page]))


def test_left_over_letters_of_a_font_encoding_still_compare(texts: list[str]) -> None:
    terms = [(t.term, t.variant) for t in compare(texts[0], texts[2]).shared_terms]
    assert any("ø" in term or (variant is not None and "ø" in variant) for term, variant in terms)
