"""What is found beside passages is found when it is read, and then it is there."""

import pickle
from pathlib import Path

import pytest
from tests.helpers.compare_samples import DESK, HARBOUR

from dittomark.compare import Comparison, Settings, compare
from dittomark.compare.layers import Layers
from dittomark.errors import Cancelled
from dittomark.suggesting.project_comparison import compare_in_project

TWICE = HARBOUR + "\n" + HARBOUR


def _refuse(*_: object) -> None:
    raise AssertionError("the engine was asked again")


def _layers(found: Comparison) -> tuple[object, ...]:
    repeats = [article.repeats for article in found.articles]
    return repeats, found.similar_sentences, found.shared_terms


def test_what_is_read_later_is_what_complete_finds() -> None:
    later, complete = compare(TWICE, DESK), compare(TWICE, DESK).complete()

    assert later.articles[0].repeats
    assert later.shared_terms
    assert _layers(later) == _layers(complete)
    assert later == complete
    assert hash(later) == hash(complete)


def test_comparisons_that_differ_beside_the_passages_are_not_equal() -> None:
    assert compare(TWICE, DESK) != compare(TWICE, DESK, settings=Settings(repeats=False))


def test_passages_do_not_hang_on_the_layers_that_are_wanted() -> None:
    texts = "oar oar net net oar buoy tide buoy", "oar net buoy net net net oar buoy"
    passages = Settings(repeats=False, shared_terms=False, similar_sentences=False)

    assert compare(*texts).passages == compare(*texts, settings=passages).passages


def test_the_window_gets_complete_comparisons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reads them in its own thread, where nothing may take long."""
    found = compare_in_project([TWICE, DESK], tmp_path / "work.ditto")
    for name in ("repeats", "similar_sentences", "shared_terms"):
        monkeypatch.setattr(Layers, name, _refuse)

    assert found.articles[0].repeats
    assert found.shared_terms


def test_a_comparison_goes_to_another_process_with_all_it_knows() -> None:
    found = compare(TWICE, DESK)
    sent = pickle.dumps(found)
    received: Comparison = pickle.loads(sent)

    assert received == found
    assert received.articles[0].repeats == found.articles[0].repeats


def test_completing_says_how_far_it_is_and_can_be_stopped() -> None:
    steps: list[tuple[int, int]] = []

    def stop_at_the_third(done: int, total: int) -> None:
        steps.append((done, total))
        if len(steps) == 3:
            raise Cancelled

    found = compare(TWICE, DESK)
    with pytest.raises(Cancelled):
        found.complete(stop_at_the_third)

    assert steps == [(0, 3), (1, 3), (2, 3)]
    assert found.complete() == compare(TWICE, DESK)
