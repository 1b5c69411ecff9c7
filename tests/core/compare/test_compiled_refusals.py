"""What the compiled steps cannot take is refused with an exception: they never crash or hang."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from dittomark.compare import chains, seeds, steps
from dittomark.compare.comparison import Locus, Passage, SharedTerm, WordEdit
from dittomark.compare.settings import Settings
from dittomark.structures.array_types import Floats, Ints

if not steps.COMPILED:
    pytest.skip("nothing is compiled here", allow_module_level=True)

from dittomark.compare import _chains, _likeness, _passages, _segments

IDS: Ints = np.array([0, 1, 0, 1])
ORDER: Ints = np.arange(4)
BITS: Floats = np.array([9.0, 9.0])
SUMS: Floats = np.arange(5.0)
EVERY = np.ones(2, dtype=bool)
SIZES = (1, 8, 60, 8), (1.5, 1.5)
WEIGHTS = (5, 1, 9, 100), (4.0, 0.95, 0.01, 0.9, 0.1, 90.0, 1.0, 0.5)


def drafts(ids: Any, found: list[Any], **other: Any) -> object:  # noqa: ANN401  (whatever is refused)
    """Ask for the passages of two articles that read "a b a b"; `other` replaces arguments."""
    asked: dict[str, Any] = {
        "words": list("abab"),
        "keys": ["a", "b"],
        "sizes": (4, 64, 4, 3),
        "marks": lambda one, _: len(one) * 0,
        "apart": lambda _: True,
        "snap": lambda _, start, end: (start, end),
        "types": (Locus, WordEdit),
        **other,
    }
    starts = np.arange(4) * 2
    return _passages.drafts(
        ("a b a b", starts, starts + 1, asked["words"], ids),
        ("a b a b", starts, starts + 1, list("abab"), IDS),
        (0, 1),
        asked["keys"],
        found,
        asked["sizes"],
        (0.75, 0.75, 0.85),
        (asked["marks"], asked["marks"], asked["apart"], asked["snap"]),
        asked["types"],
    )


WHOLE = ((0, 4), (0, 4), ((0, 0, 4),), 9.0, 4)

# Each with the ids of one article, and what is told of the words of two.
CALLS: dict[str, Callable[[Any, Any], object]] = {
    "chains": lambda ids, sums: chains.chains_of(
        [ids, IDS],
        [np.ones(2, dtype=bool)] * 2,
        [seeds.Board(0, 1, BITS, sums, EVERY)],
        least=2.0,
        settings=Settings(),
    ),
    "segments": lambda ids, sums: _segments.segments(ids, IDS, sums, [], 5.0, False, *SIZES),
    "aligned": lambda ids, _: _segments.aligned(ids, IDS, 0, 1, 0, 1),
    "words of sentences": lambda ids, _: _likeness.words_of_sentences(ids, [(0, 2)]),
    "sentences": lambda ids, bits: _likeness.sentences(ids, ORDER, IDS, ORDER, bits, 36, 1, 0.2),
    "summary": lambda ids, bits: _likeness.summary(
        ids, IDS, bits, np.zeros(4, dtype=bool), *WEIGHTS, math.log2
    ),
    "board": lambda ids, _: _chains.board(IDS, ids, 2, np.arange(9.0)),
    "drafts": lambda ids, _: drafts(ids, [(WHOLE, False)]),
}


@pytest.mark.parametrize("name", CALLS)
def test_what_they_can_take(name: str) -> None:
    CALLS[name](IDS, SUMS if name in {"chains", "segments"} else BITS)


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_words_whose_ids_have_32_bits(call: Callable[[Any, Any], object]) -> None:
    with pytest.raises(ValueError, match=r"bits|two articles"):
        call(np.zeros(8, dtype=np.int32), SUMS)


@pytest.mark.parametrize("name", ["chains", "segments", "sentences", "summary"])
def test_bits_that_have_32_bits(name: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        CALLS[name](IDS, np.zeros(10 if name in {"chains", "segments"} else 8, dtype=np.float32))


def test_a_summary_that_would_be_looked_for_without_end() -> None:
    ids, short = np.array([0, 0, 7, 8, 3, 4, 6]), np.array([4])
    weights = ((5, 1, 2**30, 100), WEIGHTS[1])
    with pytest.raises(ValueError, match="too many rounds"):
        _likeness.summary(ids, short, np.full(9, 9.0), np.zeros(1, dtype=bool), *weights, math.log2)


def test_a_logarithm_that_may_change_the_articles() -> None:
    def log2(number: float) -> float:
        short[:] = 2**40
        return math.log2(number)

    ids, short = np.arange(60), np.arange(60)
    asked = ids, short, np.full(60, 9.0), np.zeros(60, dtype=bool), *WEIGHTS
    assert _likeness.summary(*asked, math.log2) is not None
    with pytest.raises(ValueError, match="built-in"):
        _likeness.summary(*asked, log2)


def test_more_articles_than_there_may_be() -> None:
    for count in (16, 17):
        ids, wanted = [IDS] * count, [np.ones(2, dtype=bool)] * count
        board = seeds.Board(0, count - 1, BITS, SUMS, EVERY)
        if count == 16:
            assert len(chains.chains_of(ids, wanted, [board], least=2.0, settings=Settings())) == 1
        else:
            with pytest.raises(ValueError, match="too many articles"):
                chains.chains_of(ids, wanted, [board], least=2.0, settings=Settings())


class Emptying:
    """A number that empties a list when it is asked what it is."""

    def __init__(self, emptied: list[Any]) -> None:
        self._emptied = emptied

    def __index__(self) -> int:
        self._emptied.clear()
        return 1


def test_lists_that_change_while_they_are_read() -> None:
    spans: list[Any] = [(0, 1), (1, 2), (2, 3)]
    spans[1] = (Emptying(spans), 2)
    with pytest.raises(IndexError):
        _likeness.words_of_sentences(IDS, spans)
    several: list[Any] = []
    several.append([(Emptying(several), 1, 1)])
    assert _segments.segments(IDS, IDS, SUMS, several, 1.0, False, *SIZES)


@pytest.mark.parametrize(
    "segment",
    [
        ((0, 5), (0, 4), ((0, 0, 4),), 9.0, 4),
        ((-1, 4), (0, 4), ((0, 0, 4),), 9.0, 4),
        ((0, 4), (2, 2), ((0, 2, 1),), 9.0, 1),
        ((0, 4), (0, 4), ((0, 0, 5),), 9.0, 5),
        ((0, 4), (0, 4), ((2, 2, 2), (0, 0, 2)), 9.0, 4),
        ((0, 4), (0, 4), ((0, 0, 2**62), (2**62, 2**62, 2**62)), 9.0, 4),
        ((0, 4), (0, 4), ((0, 0, 0),), 9.0, 0),
        ((0, 4), (0, 4), ((0, 0, 1),), 9.0, -1),
        ((0, 4), (0, 4), ("block",), 9.0, 4),
        "segment",
    ],
)
def test_segments_outside_of_an_article(segment: object) -> None:
    with pytest.raises(ValueError, match=r"segment|block"):
        drafts(IDS, [(segment, False)])


@pytest.mark.parametrize(
    "other",
    [
        {"words": list("aba")},
        {"words": [1, 2, 3, 4]},
        {"keys": ["a"]},
        {"sizes": (4, 65, 4, 3)},
        {"sizes": (4, 64, -1, 3)},
        {"marks": lambda *_: -1},
    ],
)
def test_words_and_marks_that_do_not_fit(other: dict[str, Any]) -> None:
    part = (1, 3), (1, 3), ((1, 1, 2),), 9.0, 2
    with pytest.raises(ValueError, match=r"words|out of range|marks"):
        drafts(IDS, [(part, False)], **other)


@pytest.mark.parametrize("types", [(Locus, SharedTerm), (Settings, WordEdit), (int, int), (1, 2)])
def test_classes_that_have_other_fields(types: tuple[Any, Any]) -> None:
    with pytest.raises((TypeError, AttributeError)):
        drafts(IDS, [(WHOLE, False)], types=types)


def test_what_python_answers_may_be_an_error() -> None:
    def fail(*_: object) -> Any:  # noqa: ANN401
        raise KeyError

    part = ((1, 3), (1, 3), (), 9.0, 2), True
    for name in ("marks", "apart"):
        with pytest.raises(KeyError):
            drafts(IDS, [part], **{name: fail})
    with pytest.raises(KeyError):
        drafts(IDS, [part], apart=lambda _: False, snap=fail)
    with pytest.raises(TypeError):
        drafts(IDS, [part], apart=lambda _: False, snap=lambda *_: [1, 2])


def test_drafts_that_are_no_passages() -> None:
    place = Locus(0, 1, 2)
    good: Any = (place, place, 1.0, "verbatim", False, ())
    wanted = Passage(place, place, 1.0, "verbatim", weak=False, edits=(), group=1)
    assert _passages.numbered((good,), Passage) == (wanted,)
    far = Locus(0, 1, 2**63)
    broken: Any
    for broken in (good[:5], (*good, 1), (1, *good[1:]), (far, *good[1:]), list(good)):
        with pytest.raises((TypeError, ValueError, AttributeError, OverflowError)):
            _passages.numbered((broken,), Passage)
    for other in (int, Locus):
        with pytest.raises((TypeError, AttributeError)):
            _passages.numbered((good,), other)  # type: ignore[arg-type]


def test_boards_that_are_refused() -> None:
    table = np.arange(9.0)
    assert _chains.board(IDS, None, 2, table[:2]) == 2
    for asked in ((-IDS, None, 2, table), (IDS, IDS + 1, 2, table), (IDS, None, -1, table)):
        with pytest.raises(ValueError, match=r"out of range|too many"):
            _chains.board(*asked)
    with pytest.raises(ValueError, match="64 bits"):
        _chains.board(IDS, None, 2, table.astype(np.float32))
