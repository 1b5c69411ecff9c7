"""Names in any script are found by Latin letters, however they are spelt."""

import pytest

from dittomark.texts.romanise import (
    is_latin,
    same_names,
    skeleton,
    sounds_like,
    words_that_sound_like,
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("putin", "ভ্লাদিমির পুতিন"),
        ("putin", "Владимир Путин"),
        ("bangladesh", "বাংলাদেশ ব্যাংক"),
        ("vladivostok", "ভ্লাদিভস্তক"),
        ("hasina", "শেখ হাসিনা"),
        ("khaleda zia", "খালেদা জিয়া"),
        ("jessore", "যশোর"),
        ("cox", "কক্সবাজার"),
        ("chatto", "চট্টগ্রাম"),
    ],
)
def test_typed_letters_find_a_name(typed: str, name: str) -> None:
    assert is_latin(typed)
    assert sounds_like(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("putin", "মোদী"), ("zia", "জয়"), ("dhaka", "খুলনা"), ("", "ঢাকা"), ("নদী", "ঢাকা")],
)
def test_other_names_are_not_found(typed: str, name: str) -> None:
    assert not sounds_like(typed, name)


@pytest.mark.parametrize(
    ("spellings", "consonants"),
    [
        ("Putin পুতিন Путин", "ptn"),
        ("Putting", "ptng"),
        ("Ahmed আহমেদ Amad", "amd"),  # a vowel at the beginning, h and doubled letters
        ("Apple aple", "apl"),
        ("Jessore যশোর", "jsr"),  # y in front is j
        ("Zia জিয়া Jia", "j"),  # … and within a word it is none
        ("Kazi কাজী qazi", "kj"),
        ("cox kaks", "ks"),
        ("cicero", "sr"),
        ("chatto satto", "st"),
        ("বাংলা bangla", "bngl"),
        ("eye", "a"),
        ("house", "s"),
        ("...", ""),
    ],
)
def test_spellings_of_a_name_share_their_consonants(spellings: str, consonants: str) -> None:
    assert {skeleton(word) for word in spellings.split()} == {consonants}


def test_names_match_words_of_another_script_with_their_endings() -> None:
    words = ["মোদী", "পুতিনের", "মেরকেলকে", "জিয়া"]
    assert same_names(["Putin"], words) == [(0, 1)]
    assert same_names(["Merkel", "Putin"], words) == [(0, 2), (1, 1)]
    assert same_names(["Putin"], ["পুতিনরা"]) == [(0, 0)]
    assert same_names(["Zia"], words) == []  # one consonant tells too little
    assert same_names(["Putin"], ["পাতান", "পেটানো"]) == []  # the consonants alone are not enough
    assert same_names(["Putin"], ["পাতান", "পুতিন"]) == [(0, 1)]
    assert same_names(["Puttin", "puutin"], ["পুতিন"]) == [(0, 0), (1, 0)]
    assert same_names([], words) == same_names(["Putin"], []) == []


def test_what_was_typed_is_shown_as_the_words_that_sound_so() -> None:
    text = "আজ পুতিন, ঢাকায় ভ্লাদিমির পুতিন"
    assert words_that_sound_like("putin dhaka putin", text) == ["পুতিন", "ঢাকায়"]
    assert words_that_sound_like("modi", text) == []
    assert sounds_like("putin dhaka", text)
    assert not sounds_like("putin khulna", text)
    assert sounds_like("put", "পুতিন")  # the word may go on


@pytest.mark.parametrize(
    ("text", "latin"), [("ab", True), ("a1", True), ("12", False), ("é", False), ("aনদী", False)]
)
def test_plain_latin_letters_are_told(text: str, *, latin: bool) -> None:
    assert is_latin(text) is latin
