"""Sentences that kept a few of their words prove, with their neighbours, that a passage was rewritten."""

import pytest

from dittomark.compare import compare

# Five sentences: their lengths, and which of their words the other article kept.
LENGTHS = (15, 11, 11, 8, 16)
KEPT = ((1, 4), (6, 7), (0, 2, 4, 6, 10), (2, 3, 5, 6), (1, 3, 6, 8, 13))


def _words(mark: str, count: int) -> list[str]:
    return [f"{mark}{7919 * (ord(mark) * 50 + n) % 10**6:06d}x" for n in range(count)]


def _text(*sentences: list[str]) -> str:
    return " ".join(" ".join(words).capitalize() + "." for words in sentences)


@pytest.mark.parametrize(("last", "weak"), [(KEPT[-1], False), ((1, 3, 6, 13), True)])
def test_like_sentences_beside_a_sparse_piece_make_it_a_passage(
    last: tuple[int, ...], *, weak: bool
) -> None:
    """With one word less it is proposed as weak: like sentences tell no more than their words."""
    before = [_words(mark, length) for mark, length in zip("ghijk", LENGTHS, strict=True)]
    after = [_words(mark, length) for mark, length in zip("lmnot", LENGTHS, strict=True)]
    for old, new, kept in zip(before, after, (*KEPT[:-1], last), strict=True):
        for place in kept:
            new[place] = old[place]
    a = _text(_words("c", 20), _words("d", 20), *before, _words("p", 40))
    [passage] = compare(a, _text(*after, _words("q", 40))).passages
    assert (passage.kind, passage.weak) == ("rewrite", weak)
