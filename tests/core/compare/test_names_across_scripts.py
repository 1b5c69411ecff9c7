"""A name in Latin letters is the same name in another script."""

import pytest

from dittomark.compare import compare

ENGLISH = (
    "Captain Karim Sarkar closed the Shibpur ferry on Saturday. Sarkar said the boats of Shibpur "
    "stay in port until the storm has passed. A sardar of the village said nothing."
)
BENGALI = "শনিবার শিবপুরের ফেরি বন্ধ করেন নৌযান কর্মকর্তা করিম সরকার। ঝড় থামলে নৌকা চলবে, বলেন সরকার।"


def names(one: str, other: str) -> dict[str, str | None]:
    return {term.term: term.variant for term in compare(one, other).shared_terms}


def test_a_name_is_found_in_the_other_script_with_its_ending() -> None:
    assert names(ENGLISH, BENGALI) == {"Sarkar": "সরকার", "Shibpur": "শিবপুরের", "Karim": "করিম"}


def test_it_is_found_whichever_article_comes_first() -> None:
    assert names(BENGALI, ENGLISH) == {"সরকার": "Sarkar", "শিবপুরের": "Shibpur", "করিম": "Karim"}


def test_its_places_are_those_of_both_texts() -> None:
    found = {term.term: term for term in compare(ENGLISH, BENGALI).shared_terms}["Shibpur"]
    assert {ENGLISH[start:end] for start, end in found.a} == {"Shibpur"}
    assert {BENGALI[start:end] for start, end in found.b} == {"শিবপুরের"}


@pytest.mark.parametrize(
    "english",
    [
        "The karim of the village said nothing at all.",  # no capital: no name
        "The men of Kim and of Ray stay away from the port.",  # two consonants tell too little
        "Kurram lies in another country, and nobody goes there.",  # other vowels
    ],
)
def test_what_is_no_name_or_another_one_is_not_found(english: str) -> None:
    assert names(english, BENGALI) == {}
