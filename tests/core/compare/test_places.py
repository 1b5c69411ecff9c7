"""Where passages begin and end, what number they bear, and text that stands often."""

import random

import pytest
from tests.core.compare.test_compare import BRIDGE, FERRY, MUSEUM, SCHOOL
from tests.core.compare.test_properties import strong

from dittomark.compare import compare

BEFORE = "Nothing alike stands in front of it at all."


def made_up(words: int, seed: int) -> str:
    rng = random.Random(seed)
    return " ".join(f"w{rng.randrange(5000)}" for _ in range(words))


@pytest.mark.parametrize("times", [4, 8, 16, 30])
def test_a_paragraph_that_stands_often_on_both_sides_is_found(times: int) -> None:
    paragraph = made_up(60, 1)
    one = "\n".join([paragraph] * times)
    other = "\n".join([made_up(5, 2), *[paragraph] * times, made_up(4, 3)])

    found = compare(one, other)

    assert min(found.coverage) > 0.96
    assert [len(repeat.places) for repeat in found.articles[0].repeats] == [times]


def test_a_paragraph_that_stands_once_here_and_often_there_is_found_everywhere() -> None:
    paragraph = made_up(60, 4)
    between = [made_up(40, 100 + k) for k in range(40)]
    other = "\n".join(f"{filler}. {paragraph}." for filler in between)
    found = strong(compare(f"{made_up(50, 5)}. {paragraph}. {made_up(50, 6)}", other))

    assert len(found) == 40
    assert len({passage.group for passage in found}) == 1


def test_a_text_of_two_words_that_agrees_for_long_is_found() -> None:
    fibonacci = ["a", "a b"]
    while len(fibonacci[-1].split()) < 900:
        fibonacci.append(f"{fibonacci[-1]} {fibonacci[-2]}")
    words = fibonacci[-1].split()

    assert min(compare(" ".join(words), " ".join([*words[1:], "b"])).coverage) > 0.9


@pytest.mark.parametrize(
    ("inserted", "half"), [(6, 100), (9, 100), (20, 100), (9, 30), (15, 30), (50, 100)]
)
def test_a_sentence_put_into_a_copy_does_not_split_it(inserted: int, half: int) -> None:
    first, second = made_up(half, 7), made_up(half, 8)
    (passage,) = strong(
        compare(f"{first}. {second}.", f"{first}. {made_up(inserted, 9)}. {second}.")
    )

    assert passage.kind == "near_verbatim"


def test_a_long_text_put_between_two_copies_splits_them() -> None:
    first, second = made_up(100, 7), made_up(100, 8)

    assert len(strong(compare(f"{first}. {second}.", f"{first}. {made_up(60, 9)}. {second}."))) == 2


def test_a_copy_reaches_the_sentence_border_where_its_first_or_last_word_was_changed() -> None:
    sentence = (
        "{} the water of the river stood eighty three centimetres above the danger mark at the "
        "old iron bridge near the {}."
    )
    one = f"Other words stand here. {sentence.format('Friday', 'mill')} Later more."
    other = f"{BEFORE} {sentence.format('Monday', 'harbour')} Then it ended."

    (passage,) = strong(compare(one, other))

    assert one[passage.a.start : passage.a.end] == sentence.format("Friday", "mill")
    assert other[passage.b.start : passage.b.end] == sentence.format("Monday", "harbour")


def test_different_copies_have_different_numbers_whatever_weak_phrase_they_share() -> None:
    phrase = "the old customs house by the northern pier"
    first = f"{FERRY} The crew met at {phrase} in the evening."
    second = f"Pupils walked from {phrase} to the school. {SCHOOL}"
    found = compare(f"{first} {MUSEUM} {second}", f"{second} {BRIDGE} {first}")

    numbers = [passage.group for passage in strong(found)]
    assert len(numbers) >= 2
    assert len(set(numbers)) == len(numbers)
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_a_form_that_two_articles_fill_with_their_own_words_is_weak() -> None:
    def listing(seed: int) -> str:
        rng = random.Random(seed)
        return " ".join(
            f"live on channel nine at {rng.randrange(1, 13)} o'clock: "
            f"t{rng.randrange(900)} x{rng.randrange(900)} against t{rng.randrange(900)} "
            f"y{rng.randrange(900)};"
            for _ in range(8)
        )

    found = strong(compare(f"{listing(1)} {made_up(80, 3)}", f"{listing(2)} {made_up(80, 4)}"))

    assert not [passage for passage in found if passage.similarity < 0.7]
