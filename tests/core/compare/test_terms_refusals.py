"""What the compiled steps for terms and shares cannot take is refused with an exception."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from dittomark.compare import Settings, SharedTerm, steps
from dittomark.structures.array_types import Floats, Ints

if not steps.COMPILED:
    pytest.skip("nothing is compiled here", allow_module_level=True)

from dittomark.compare import _derived, _terms, _traits

IDS: Ints = np.array([0, 1, 0, 1])
ORDER: Ints = np.arange(4)
BITS: Floats = np.array([9.0, 9.0])
TRAITS: Ints = np.array([2, 2])
AT: Ints = np.array([0, 1, 2])
LETTERS = np.array([97, 98], dtype=np.uint32)
WORDS = (TRAITS, AT, LETTERS)
TEXT = "a b a b"
ARTICLE = (IDS, ORDER, ORDER + 1, TEXT)
FORM = (SharedTerm, " ", (0, 1), False)


def terms_of(
    a: Any = ARTICLE,  # noqa: ANN401
    lexicon: Any = (BITS, *WORDS),  # noqa: ANN401
    pairs: Any = (),  # noqa: ANN401
    sizes: Any = (5, 4, 50, 3),  # noqa: ANN401
    form: Any = FORM,  # noqa: ANN401
    skeleton: int = 4,
) -> object:
    """Return the terms of an article and the same words again."""
    return _terms.find(a, ARTICLE, lexicon, list(pairs), sizes, (4.0, 0.75), (2, skeleton), form)


# Each with the ids of one article, and what is told of the words of two.
CALLS: dict[str, Callable[[Any, Any], object]] = {
    "shared": lambda ids, _: _derived.shared((ids, IDS), WORDS, 1, (4, 9, 3), 7, True),
    "foreign": lambda ids, bits: _terms.foreign(ids, IDS, bits, TRAITS, (5, 4.0), (2, 1, 2)),
    "terms": lambda ids, bits: terms_of((ids, ORDER, ORDER, TEXT), (bits, *WORDS)),
}


@pytest.mark.parametrize("name", CALLS)
def test_what_they_can_take(name: str) -> None:
    CALLS[name](IDS, BITS)


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_words_whose_ids_have_32_bits(call: Callable[[Any, Any], object]) -> None:
    with pytest.raises(ValueError, match="bits"):
        call(np.zeros(8, dtype=np.int32), BITS)


@pytest.mark.parametrize("name", ["foreign", "terms"])
def test_bits_that_have_32_bits(name: str) -> None:
    with pytest.raises(ValueError, match="bits"):
        CALLS[name](IDS, np.zeros(8, dtype=np.float32))


def test_bits_that_are_no_numbers() -> None:
    with pytest.raises(ValueError, match="bits must be numbers"):
        terms_of(lexicon=(np.full(2, math.nan), *WORDS))


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ({"a": (IDS, ORDER[:3], ORDER[:3], TEXT)}, "a start and an end"),
        ({"a": (IDS, ORDER, ORDER.astype(np.int32), TEXT)}, "a start and an end"),
        ({"a": (IDS, ORDER, ORDER, b"a b a b")}, "str"),
        ({"a": (IDS, ORDER, [1, 2, 3, 4], TEXT)}, "bytes-like"),
        ({"lexicon": (BITS, TRAITS, AT)}, "4"),
        ({"lexicon": (BITS, TRAITS, AT, [1, 2])}, "bytes-like"),
        ({"a": (IDS, ORDER - 2, ORDER, TEXT)}, "out of range"),
        ({"a": (IDS + 1, ORDER, ORDER, TEXT)}, "out of range"),
        ({"lexicon": (BITS, np.array([2]), AT, LETTERS)}, "bits and traits"),
        ({"lexicon": (BITS, TRAITS, AT[:2], LETTERS)}, "must have letters"),
        ({"lexicon": (BITS, TRAITS, AT[::-1].copy(), LETTERS)}, "a letter is out"),
        ({"lexicon": (BITS, TRAITS, AT * 2, LETTERS)}, "a letter is out"),
        ({"lexicon": (BITS, TRAITS, AT, LETTERS.view(np.uint8)[1:-3])}, "letter"),
        ({"pairs": [(0, 2)]}, "out of range"),
        ({"pairs": [(-1, 0)]}, "out of range"),
        ({"pairs": [(0,)]}, "out of range"),
        ({"pairs": [7]}, "out of range"),
        ({"sizes": (-1, 4, 50, 3)}, "must be places"),
        ({"sizes": (5, 0, 50, 3)}, "must be places"),
        ({"sizes": (5, 4, -1, 3)}, "must be places"),
        ({"skeleton": 64}, "must be places"),
        ({"form": (int, " ", (0, 1), False)}, "no attribute"),
        ({"form": (Settings, " ", (0, 1), False)}, "__post_init__"),
        ({"form": (7, " ", (0, 1), False)}, "__post_init__"),
        ({"form": (SharedTerm, b"", (0, 1), False)}, "str"),
    ],
)
def test_terms_of_what_is_broken(broken: dict[str, Any], reason: str) -> None:
    with pytest.raises((ValueError, IndexError, TypeError, AttributeError), match=reason):
        terms_of(**broken)


def test_variants_that_are_too_long() -> None:
    ids, traits = np.array([0]), np.array([16, 16])
    at, letters = np.array([0, 65, 130]), np.zeros(130, dtype=np.uint32)
    articles = (ids, ids, ids, "a"), (ids + 1, ids, ids, "a")
    asked: Any = [], (5, 4, 50, 3), (4.0, 0.75), (2, 4), FORM
    with pytest.raises(ValueError, match="too long"):
        _terms.find(*articles, (BITS, traits, at, letters), *asked)
    at = np.array([0, 64, 128])
    [found] = _terms.find(*articles, (BITS, traits, at, letters), [(0, 1)], *asked[1:])
    assert found == SharedTerm("", ((0, 0),), ((0, 0),), "", (0, 1))


@pytest.mark.parametrize(
    "words",
    [(TRAITS, AT[:2], LETTERS), (TRAITS, AT[::-1].copy(), LETTERS), (TRAITS, AT + 1, LETTERS)],
)
def test_shares_of_words_without_letters(words: Any) -> None:  # noqa: ANN401
    with pytest.raises(ValueError, match="letter"):
        _derived.shared((IDS, IDS), words, 1, (4, 9, 3), 7, True)


def test_a_store_of_traits_takes_strings_and_numbers_alone() -> None:
    store = _traits.store()
    broken: Any
    for keys, numbers in (([b"a"], [1]), (["a"], ["1"]), (["a"], [2**70]), (["a"], [])):
        with pytest.raises((TypeError, ValueError, OverflowError)):
            _traits.learn(store, keys, numbers)  # type: ignore[arg-type]
    assert _traits.count(store) == 0
    one, other = object(), "b"
    assert _traits.of(store, [one, other]) == [one, other]  # type: ignore[list-item]
    _traits.learn(store, [other, other], [-5, 7])
    assert _traits.of(store, [other, one]) == [one]  # type: ignore[list-item]
    assert np.frombuffer(_traits.of(store, [other, other])[0], dtype=np.int64).tolist() == [-5, -5]  # type: ignore[arg-type]
    for broken in (None, {}, "store"):
        with pytest.raises((TypeError, ValueError)):
            _traits.of(broken, [])


def test_runs_longer_than_any_article() -> None:
    found = _derived.shared((IDS, IDS), WORDS, 1, (2**62,) * 3, 7, True)
    assert found == (4, (1.0, 1.0), (1.0, 1.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0))
