"""How long work will still take."""

from dittomark.progress import Estimate


def test_the_rest_takes_as_long_as_what_was_done() -> None:
    now = 100.0
    estimate = Estimate(lambda: now)
    now = 101.0
    assert estimate.seconds_left(1, 100) is None  # too early to tell
    now = 110.0
    assert estimate.seconds_left(20, 100) == 40.0
    assert estimate.seconds_left(100, 100) == 0.0
    assert estimate.seconds_left(100, 0) is None


def test_another_step_of_the_work_starts_anew() -> None:
    now = 0.0
    estimate = Estimate(lambda: now)
    now = 60.0
    assert estimate.seconds_left(50, 100) == 60.0
    assert estimate.seconds_left(1, 100) is None
    now = 70.0
    assert estimate.seconds_left(50, 100) == 10.0
