"""The compiled grouping of segments finds what the rules in Python find, and refuses odd arguments."""

from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dittomark.compare import chains, seeds, settled, similar_sentences, steps
from dittomark.compare.segments import Aligner
from dittomark.compare.settings import Settings
from dittomark.compare.tokenised import Read
from dittomark.compare.tokens import tokenise

if not steps.COMPILED:
    pytest.skip("nothing is compiled here", allow_module_level=True)

from dittomark.compare import _grouping

settings = st.builds(
    Settings,
    grouping=st.sampled_from(["narrow", "adaptive", "adaptive", "wide"]),
    evidence=st.sampled_from([30.0, 46.0]),
    together=st.sampled_from([60.0, 150.0]),
    touch_gap=st.sampled_from([3.0, 6.0, 20.0]),
    wide_gap=st.sampled_from([1, 12, 150]),
)


def _article(random: Random, words: int, lexicon: int) -> list[str]:
    """Return invented words, with sentences of 3 to 25 of them."""
    found: list[str] = []
    left = 0
    for _ in range(words):
        left = left - 1 if left else random.randint(3, 25)
        found.append(f"w{random.randrange(lexicon)}" + "." * (left == 0))
    return found


def _retold(random: Random, words: list[str], kept: float, step: int) -> list[str]:
    """Return stretches of an article in another order, with only some of their words."""
    stretches = [words[at : at + step] for at in range(0, len(words), step)]
    random.shuffle(stretches)
    found: list[str] = []
    for stretch in stretches[: random.randint(1, len(stretches))]:
        found += [
            word if random.random() < kept else f"x{random.randrange(90)}" for word in stretch
        ]
        found += _article(random, random.choice([0, 0, 4, 12, 40]), 500)
    return found


def _both(one: str, other: str, chosen: Settings) -> tuple[Any, Any]:
    """Return what the compiled code and the rules find in two texts, from the same segments."""
    tokens, keys = tokenise([one, other])
    a, b = Read(one, tokens[0]), Read(other, tokens[1])
    ids = [of.ids for of in tokens]
    board = seeds.Board.of(0, 1, ids=ids, words=len(keys))
    every = [np.ones(len(keys), dtype=bool)] * 2
    [found] = chains.chains_of(ids, every, [board], least=15.0, settings=chosen)
    align = Aligner(a.tokens, b.tokens, board.sums, settings=chosen)
    segments = align.segments(found, least=15.0)

    def related() -> list[similar_sentences.SentencePair]:
        return similar_sentences.pair_sentences(
            ids[0], a.sentence_of, ids[1], b.sentence_of, board.bits
        )

    asked: dict[str, Any] = {
        "sums": board.sums,
        "align": align,
        "related": related,
        "settings": chosen,
    }
    return (
        settled.settled_segments(a, b, segments, **asked),
        settled.settled_by_rules(a, b, segments, **asked),
    )


@given(
    settings,
    st.integers(0, 300),
    st.sampled_from([20, 300, 3000]),
    st.floats(0.4, 1),
    st.sampled_from([5, 9, 30, 120]),
    st.integers(),
)
@example(Settings(), 900, 3000, 0.85, 9, 1)  # more groups than are looked through one by one
@example(Settings(grouping="wide"), 900, 3000, 0.9, 9, 2)
@example(Settings(), 700, 3000, 0.6, 20, 3)
@example(Settings(), 80, 3000, 0.7, 5, 347974)  # one group alone grows, and is looked at again
def test_settled_segments(
    chosen: Settings, words: int, lexicon: int, kept: float, step: int, seed: int
) -> None:
    random = Random(seed)
    one = _article(random, words + 1, lexicon)
    other = _retold(random, one, kept, step)
    compiled, by_rules = _both(" ".join(one), " ".join(other), chosen)
    assert compiled == by_rules
    assert repr(compiled) == repr(by_rules)


def test_what_a_shuffled_rewrite_gives() -> None:
    """So that the two are not equal because nothing is found."""
    random = Random(7)
    one = _article(random, 120, 3000)
    stretches = [one[at : at + 12] for at in range(0, 120, 12)]
    random.shuffle(stretches)
    other = [word for stretch in stretches for word in stretch]
    compiled, by_rules = _both(" ".join(one), " ".join(other), Settings())
    assert compiled == by_rules
    assert any(found.pieces > 3 for found in compiled[0])


IDS = np.array([0, 1, 0, 1])
SUMS = np.arange(5.0)
FILLED = ((0, 0, 1), (1, 1, 2), (3, 3, 1))
PIECE = ((0, 4), (0, 4), ((0, 0, 4),), 50.0, 4)
NUMBERS = settled.constants_of(Settings())


def _ask(segments: list[Any], **other: Any) -> object:  # noqa: ANN401  (whatever is refused)
    """Ask for the segments of two articles of two sentences; `other` replaces arguments."""
    asked: dict[str, Any] = {
        "ids": IDS,
        "first": [0, 2, 4],
        "of": np.array([0, 0, 1, 1]),
        "sums": SUMS,
        "grouping": 1,
        "related": list,
        "least": lambda *_: 0.3,
        "numbers": NUMBERS,
        **other,
    }
    return _grouping.settled(
        (asked["ids"], asked["first"], asked["of"]),
        (IDS, [0, 4], np.zeros(4, dtype=np.int64)),
        asked["sums"],
        segments,
        asked["grouping"],
        asked["numbers"],
        (asked["related"], asked["least"], lambda density: density),
    )


def test_what_is_taken() -> None:
    assert _ask([PIECE]) == ([(PIECE, True, 50.0, 1)], [])
    assert _ask([]) == ([], [])


@pytest.mark.parametrize(
    "segment",
    [
        ((0, 5), (0, 4), ((0, 0, 4),), 50.0, 4),
        ((2, 2), (0, 4), ((2, 0, 1),), 50.0, 1),
        ((0, 4), (0, 4), ((0, 0, 5),), 50.0, 4),
        ((0, 4), (0, 4), ((2, 2, 2), (0, 0, 2)), 50.0, 4),
        ((0, 4), (0, 4), ((0, 0, -1),), 50.0, 4),
        ((0, 4), (0, 4), (), 50.0, 4),
        ((0, 4), (0, 4), ((0, 0, 4),), float("nan"), 4),
        ((0, 4), (0, 4), ((0, 0, 4),), 50.0, 0),
        ((0, 4), (0, 4), ([0, 0, 4],), 50.0, 4),
        ((0, 4), (0, 4), ((0, 0, 4.0),), 50.0, 4),
        [1],
    ],
)
def test_segments_that_are_refused(segment: object) -> None:
    with pytest.raises(ValueError, match=r"segment|block|number"):
        _ask([segment])


@pytest.mark.parametrize(
    "other",
    [
        {"ids": IDS.astype(np.int32)},
        {"sums": SUMS[:4]},
        {"sums": SUMS.astype(np.float32)},
        {"first": [0, 4]},
        {"first": [0]},
        {"first": [0, 3, 2]},
        {"first": [0, 2, 5]},
        {"of": np.array([0, 0, 1, 2])},
        {"of": np.array([0, 0, 0, 1])},
        {"of": np.array([0, -1, 1, 1])},
        {"of": np.zeros(3, dtype=np.int64)},
        {"grouping": 3},
        {"numbers": ((0, 92.0), *NUMBERS[1:])},
    ],
)
def test_articles_that_are_refused(other: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        _ask([PIECE], **other)


@pytest.mark.parametrize(
    "related", [tuple, lambda: [1], lambda: [(0, 1, 0.5, 9.0, 3)], lambda: [(-1, 0, 0.5, 9.0, 3)]]
)
def test_sentences_that_are_refused(related: Callable[[], object]) -> None:
    sparse = ((0, 4), (0, 4), ((0, 0, 1),), 90.0, 1)
    with pytest.raises(ValueError, match="sentence"):
        _ask([sparse], related=related)


def test_answers_that_are_errors() -> None:
    def fail(*_: object) -> float:
        raise KeyError

    sparse = ((0, 4), (0, 4), ((0, 0, 1),), 90.0, 1)
    with pytest.raises(KeyError):
        _ask([sparse], related=fail)
    apart = [((0, 1), (0, 1), ((0, 0, 1),), 90.0, 1), ((3, 4), (3, 4), ((3, 3, 1),), 90.0, 1)]
    assert _ask(apart) == ([(((0, 4), (0, 4), FILLED, 180.0, 4), False, 180.0, 2)], [])
    with pytest.raises(KeyError):
        _ask(apart, least=fail)
    with pytest.raises(TypeError):
        _ask(apart, least=lambda *_: "much")


def test_a_list_that_is_emptied_while_sentences_are_sought() -> None:
    sparse = ((0, 4), (0, 4), ((0, 0, 1),), 90.0, 1)
    segments = [sparse]

    def related() -> list[Any]:
        segments.clear()
        return []

    assert _ask(segments, related=related) == ([(sparse, True, 90.0, 1)], [])
