"""Whoever compares finds Python's cycle collector as it was before."""

import gc
from collections.abc import Iterator

import pytest

from dittomark.compare import compare
from dittomark.errors import Cancelled


@pytest.fixture(autouse=True)
def collector_at_work() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def _cancel(_done: int, _total: int) -> None:
    assert not gc.isenabled()
    raise Cancelled


def test_it_works_again_after_a_comparison() -> None:
    compare("one two three", "two three four")

    assert gc.isenabled()


def test_it_works_again_after_a_cancelled_comparison() -> None:
    with pytest.raises(Cancelled):
        compare("one two three", "two three four", report=_cancel)

    assert gc.isenabled()


def test_it_stays_off_where_somebody_turned_it_off() -> None:
    gc.disable()

    compare("one two three", "two three four")

    assert not gc.isenabled()


def test_it_works_again_after_all_layers_were_found() -> None:
    compare("one two three", "two three four").complete()

    assert gc.isenabled()
