"""Shares derived, shared terms and the traits of words, compiled, are what the rules in Python find."""

import copy
import dataclasses
import pickle
from random import Random

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dittomark.compare import SharedTerm, compare, derived, steps, terms, traits
from dittomark.compare.common_words import COMMON_WORDS
from dittomark.compare.settings import Settings
from dittomark.compare.tokens import information, tokenise
from dittomark.compare.traits import Keys

if not steps.COMPILED:
    pytest.skip("nothing is compiled here", allow_module_level=True)

# Articles as numbers of words, of fourteen different ones.
few = st.lists(st.integers(0, 5), max_size=40)
phrases = st.lists(
    st.sampled_from([[1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 1, 1, 2], [0] * 12, [10, 11, 12], [13, 2]]),
    max_size=14,
).map(lambda parts: [word for part in parts for word in part])
words = st.one_of(
    st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=9),
    st.sampled_from(["the", "of", "ক্ষ", "\ud800", "aaaa"]),
)


@given(st.one_of(few, phrases), st.one_of(few, phrases), st.lists(words, min_size=14, max_size=14))
@example([1] * 300, [1] * 70, ["a"] * 14)
@example([1], [2], ["a", "b", "c"])
@example([0, 1, 2] * 30, [2, 1, 0] * 30, ["\U0010ffff" * 9, "", "of"])
def test_what_two_articles_share(one: list[int], other: list[int], keys: list[str]) -> None:
    ids = np.array(one, dtype=np.int64), np.array(other, dtype=np.int64)
    by_rules = derived.shared_by_rules(ids, Keys(keys))
    assert derived.shared_by_compiled_code(ids, Keys(keys)) == by_rules


@pytest.mark.parametrize(("short", "long"), [(4, 4), (4, 3), (1, 30), (60, 2), (60, 90)])
def test_long_stretches_hold_short_ones(
    monkeypatch: pytest.MonkeyPatch, short: int, long: int
) -> None:
    monkeypatch.setattr(derived, "SHORT", short)
    monkeypatch.setattr(derived, "LONG", long)
    random = Random(short * 100 + long)
    for _ in range(20):
        letters = [random.choice("ab") for _ in range(50)]
        one = [random.randrange(50) for _ in range(40)]
        other = [*one[5:30], *(random.randrange(50) for _ in range(20)), *one[20:]]
        ids = np.array(one), np.array(other)
        by_rules = derived.shared_by_rules(ids, Keys(letters))
        assert derived.shared_by_compiled_code(ids, Keys(letters)) == by_rules


def test_articles_too_long_to_be_put_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derived, "MOST_STEPS", 5)
    one, other = [0, 1, 2, 2], [2, 1, 2]
    ids, keys = (np.array(one), np.array(other)), Keys(["red", "green", "blue"])
    by_rules = derived.shared_by_rules(ids, keys)
    assert derived.shared_by_compiled_code(ids, keys) == by_rules
    assert by_rules.ordered == 3


SPELT = [
    "শ্যামনগর",
    "শামনগর",
    "স্যামনগরে",
    "শেমনগরঅঅঅ",
    "করিম",
    "সরকার",
    "সরকারের",
    "শিবপুরের",
    "ও",
    "এবং",
    "Karim",
    "sarkar",
    "Sarkar",
    "Shibpur",
    "colour",
    "color",
    "Collins",
    "Kollins",
    "the",
    "of",
    "said",
    "Said",
    "2019",
    "২০১৯",
    "7",
    "Straße",
    "STRASSE",
    "don't",
    "x",
    "ab",
    "Gdańsk",
    "Gdansk",
    "東",
    "Ω",
    "1.5",
    "harbour",
    "Harbour",
    "harbours",
    "ferry",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
]
spelt_articles = st.lists(
    st.tuples(st.sampled_from(SPELT), st.sampled_from([" ", " ", "\n", ", ", " \u00a0 "])),
    max_size=60,
).map(lambda parts: "".join(word + space for word, space in parts))


@given(
    spelt_articles, spelt_articles, st.booleans(), st.sampled_from([1, 3, 50]), st.integers(0, 99)
)
@example("", "Karim", False, 50, 75)
@example("malekan", "malokan molekan", False, 50, 60)  # two are as much like it
@example("Karim Sarkar of Shibpur\n2019 " * 2, "করিম সরকার, শিবপুরের ২০১৯", True, 50, 75)
@example(
    "শ্যামনগর Collins colour " * 3 + "new harbour ferry 2019. ferry 2019",
    "শামনগর Kollins, color, harbour  ferry 2019! harbour ferry",
    False,
    50,
    60,
)
def test_shared_terms(one: str, other: str, turned: bool, most: int, ratio: int) -> None:
    tokens, texts = tokenise([one, other])
    ids, keys = (tokens[0].ids, tokens[1].ids), Keys(texts)
    counts = np.bincount(np.concatenate(ids), minlength=len(texts))
    asked = (one, other), (tokens[0], tokens[1]), keys, information(counts), (turned, not turned)
    chosen = Settings(most_terms=most, variant_ratio=ratio)
    found = terms.find_shared_terms(*asked, settings=chosen)
    assert found == terms.terms_by_rules(*asked, settings=chosen)
    assert repr(found) == repr(terms.terms_by_rules(*asked, settings=chosen))


def test_terms_are_the_values_that_the_class_makes() -> None:
    text = "The ferry Saraswati sank off Shibpur."
    [term, *_] = compare(text, "Yes. " + text).shared_terms
    twin = SharedTerm(term.term, term.a, term.b, term.variant, term.articles)
    assert term == twin
    assert hash(term) == hash(twin)
    assert pickle.loads(pickle.dumps(term)) == term
    assert copy.deepcopy(term) == term
    with pytest.raises(dataclasses.FrozenInstanceError):
        term.term = "boat"  # type: ignore[misc]


@given(st.lists(words, min_size=1, max_size=30), st.integers(0, 30))
@example(["", "the", "2019"], 0)
def test_traits_of_words(several: list[str], known: int) -> None:
    keys = list(dict.fromkeys(several))
    traits.traits_of(keys[:known])
    found = traits.traits_of(keys)
    letters = "".join(map(chr, found.letters.tolist()))
    at = found.at.tolist()
    assert [letters[at[k] : at[k + 1]] for k in range(len(keys))] == keys
    of_ids = found.of_ids.tolist()
    assert [bool(number & traits.COMMON) for number in of_ids] == [
        key in COMMON_WORDS for key in keys
    ]
    assert [bool(number & traits.TERM) for number in of_ids] == traits.are_terms(keys)
    assert [number >> traits.SCRIPT & 3 for number in of_ids] == traits.scripts(keys)
    by_skeleton = dict(
        zip(traits.skeletons(keys), [number >> traits.SKELETON for number in of_ids], strict=True)
    )
    assert [by_skeleton[skeleton] for skeleton in traits.skeletons(keys)] == [
        n >> traits.SKELETON for n in of_ids
    ]
    assert len(set(by_skeleton.values())) == len(by_skeleton)
    assert by_skeleton.get("", 0) == 0


def test_a_full_store_of_traits_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traits, "MOST_KNOWN", 4)
    for size in (3, 3, 5, 1):
        keys = [f"word{size}{k}" for k in range(size)]
        assert [chr(letter) for letter in traits.traits_of(keys).letters[-1:]] == [keys[-1][-1]]
