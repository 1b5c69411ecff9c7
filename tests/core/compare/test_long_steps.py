"""Compiled steps that take long let other threads run meanwhile: the window must answer."""

import sys
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from dittomark.compare import steps
from dittomark.compare.comparison import SharedTerm

if not steps.COMPILED:
    pytest.skip("nothing is compiled here", allow_module_level=True)

from dittomark.compare import _derived, _terms

WORDS = 5000  # in each of two articles
SPELLINGS = 1200


@pytest.fixture
def nobody_is_interrupted() -> Iterator[None]:
    """Python never takes the lock away from a thread: another one runs when it is let go."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    yield
    sys.setswitchinterval(before)


def lets_others_run(step: Callable[[], object]) -> bool:
    """Return whether another thread ran while a step was running, in one of twenty attempts."""
    return any(turns_meanwhile(step) for _ in range(20))


def turns_meanwhile(step: Callable[[], object]) -> int:
    """Return how often another thread ran while a step was running."""
    turns, over = 0, threading.Event()

    def run() -> None:
        nonlocal turns
        while not over.is_set():
            turns += 1
            time.sleep(0)

    other = threading.Thread(target=run)
    other.start()
    before = turns
    step()
    meanwhile = turns - before
    over.set()
    other.join()
    return meanwhile


@pytest.mark.usefixtures("nobody_is_interrupted")
def test_words_in_order() -> None:
    # All words occur in both, in opposite order.
    ids, backwards = np.arange(WORDS), np.arange(WORDS)[::-1].copy()
    lexicon = (
        np.zeros(WORDS, dtype=np.int64),
        np.arange(WORDS + 1),
        np.zeros(WORDS, dtype=np.uint32),
    )
    assert lets_others_run(
        lambda: _derived.shared((ids, backwards), lexicon, 1, (4, 9, 3), 7, True)
    )


@pytest.mark.usefixtures("nobody_is_interrupted")
def test_spellings() -> None:
    # All words have the same skeleton, and none is spelt like another one.
    letters = np.arange(8 * 2 * SPELLINGS, dtype=np.uint32)
    lexicon = (
        np.full(2 * SPELLINGS, 9.0),
        np.full(2 * SPELLINGS, 2 | 1 << 4),
        8 * np.arange(2 * SPELLINGS + 1),
    )
    a, b = (
        (ids, np.arange(SPELLINGS), np.arange(SPELLINGS) + 1, "a" * (SPELLINGS + 1))
        for ids in np.split(np.arange(2 * SPELLINGS), 2)
    )
    form = SharedTerm, " ", (0, 1), False
    assert lets_others_run(
        lambda: _terms.find(a, b, (*lexicon, letters), [], (5, 4, 50, 3), (4.0, 0.75), (2, 4), form)
    )
