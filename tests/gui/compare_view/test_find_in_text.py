"""Search in a text."""

import pytest
from tests.helpers.compare_samples import HARBOUR, MORNING

from dittomark_gui.compare_view.find_in_text import find_all


def found(text: str, wanted: str, **options: bool) -> list[str]:
    return [text[start:end] for start, end in find_all(text, wanted, **options)]


def test_it_sees_through_case_digits_and_encodings_of_a_letter() -> None:
    assert found(HARBOUR, "FERRY") == ["ferry"]
    assert found(MORNING, "2019") == ["২০১৯"]
    assert found("পড়া আর পড়া", "পড়া") == ["পড়া", "পড়া"]


def test_words_may_be_parted_by_other_signs() -> None:
    assert found("“Port-Ellery”, Port  Ellery", "port ellery") == ["Port-Ellery", "Port  Ellery"]


def test_with_case_it_looks_for_exactly_these_characters() -> None:
    assert found("Ferry ferry", "ferry", case=True) == ["ferry"]
    assert found("Ferry ferry", "ferry") == ["Ferry", "ferry"]


@pytest.mark.parametrize("case", [True, False])
def test_whole_words_only(case: bool) -> None:
    assert found("harbour harbours", "harbour", case=case, whole_words=True) == ["harbour"]


def test_a_part_of_a_word_is_found_where_it_stands() -> None:
    assert found("The harbourside, HARBOURS", "arbour") == ["arbour", "ARBOUR"]
    assert find_all("ﬁnal ﬁsh", "fish") == [(5, 8)]
    assert find_all("x ﬁsh", "is") == [(2, 4)]  # half a ligature matches as a whole


def test_signs_can_be_found_too() -> None:
    assert found("a। b।", "।") == ["।", "।"]
    assert found("[X] x", "[X]") == ["X", "x"]
    assert found("(১) [১]", "[") == ["["]


def test_nothing_is_found_for_nothing() -> None:
    assert find_all(HARBOUR, "  ") == []
    assert find_all("", "a") == []


def test_a_hit_never_ends_inside_a_conjunct() -> None:
    hits = find_all("ক্ষমতা", "ক", case=True)
    assert hits == [(0, 3)]
