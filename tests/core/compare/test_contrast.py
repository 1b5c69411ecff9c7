"""Scraps that two reports share are one passage where they are an island in other text, or many."""

import pytest

from dittomark.compare import compare
from dittomark.compare.contrast import ENOUGH, ISLAND, LEAST, MOST, WHOLE, least_density

# Six sentences of twelve words, each with the places of the words that both reports have.
LENGTH = 12
KEPT = ((0, 1, 4, 5, 9), (3, 4, 9, 10), (0, 6, 7, 11), (1, 2, 8, 9), (2, 3, 4, 10), (5, 6, 10, 11))


def _words(mark: str, count: int) -> list[str]:
    return [f"{mark}{7919 * (ord(mark) * 50 + n) % 10**6:06d}x" for n in range(count)]


def _text(*sentences: list[str]) -> str:
    return " ".join(" ".join(words).capitalize() + "." for words in sentences)


def _around(mark: str, words: int) -> list[list[str]]:
    """Return sentences of 20 words that the other report does not have."""
    every = [f"{mark}{n:05d}y" for n in range(words)]
    return [every[first : first + 20] for first in range(0, words, 20)]


def _reports(other: int) -> tuple[str, str]:
    """Return two reports that share scraps, with that many other words around them."""
    before = [_words(mark, LENGTH) for mark in "ghijkl"]
    after = [_words(mark, LENGTH) for mark in "mnopqr"]
    for old, new, kept in zip(before, after, KEPT, strict=True):
        for place in kept:
            new[place] = old[place]
    a = _text(*_around("c", other // 2), *before, *_around("d", other // 2))
    b = _text(*_around("e", other // 2), *after, *_around("f", other // 2))
    return a, b


def _longest(texts: tuple[str, str]) -> int:
    """Return the words of the longest strong passage, on its longer side."""
    found = [one for one in compare(*texts).passages if not one.weak]
    return max(
        (
            max(
                len(texts[0][p.a.start : p.a.end].split()),
                len(texts[1][p.b.start : p.b.end].split()),
            )
            for p in found
        ),
        default=0,
    )


@pytest.mark.parametrize(("other", "one"), [(320, False), (1000, True)])
def test_few_scraps_are_a_passage_only_where_all_else_differs(other: int, *, one: bool) -> None:
    assert (_longest(_reports(other)) >= 40) == one


@pytest.mark.parametrize(
    ("field", "bits", "density"),
    [
        (ISLAND, ENOUGH, LEAST),
        (ISLAND, ENOUGH / 3**0.5, MOST),  # counts as three times as large a field
        (ISLAND / 4, ENOUGH / 2, LEAST),
        (ISLAND, 1.0, MOST),  # little evidence alone asks for no more than this …
        (1.0, 1.0, least_density(1.0, ENOUGH)),  # … unless the field does
        (WHOLE, ENOUGH, MOST),
    ],
)
def test_little_evidence_must_be_a_smaller_island(
    field: float, bits: float, density: float
) -> None:
    assert least_density(field, bits) == pytest.approx(density)


def test_a_phrase_said_over_and_over_does_not_join_paragraphs_that_changed_places() -> None:
    phrase = _words("z", 5)
    told = [_words("x", 40), _words("y", 40)]
    a: list[list[str]] = []
    b: list[list[str]] = []
    for at, words in enumerate(told):
        again = [_words("gh"[at], 10) + phrase + _words("qr"[at], 10)]
        a += [*_around(f"c{at}", 30), words + phrase, *again]
        again = [_words("kl"[at], 10) + phrase + _words("st"[at], 10)]
        b[:0] = [*_around(f"d{at}", 30), phrase + words, *again]
    found = [one for one in compare(_text(*a), _text(*b)).passages if not one.weak]
    assert [one.similarity > 0.85 for one in found] == [True, True]
