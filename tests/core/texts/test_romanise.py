"""Names in any script are found by Latin letters, however they are spelt."""

import pytest

from dittomark.texts.romanise import is_latin, sounds_like


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
