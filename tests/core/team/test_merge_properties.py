"""Merging in any order, any number of times, gives one and the same project."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.helpers.merging import (
    MOMENTS,
    OPERATIONS,
    WrongClock,
    act,
    copies,
    fast_folder,
    merged,
    state,
)

from dittomark.errors import UserError
from dittomark.project import Project
from dittomark.team.merge import merge

MERGES = int(os.environ.get("DITTOMARK_MERGES", "100"))  # examples; make test-faults: 2,000


def unchecked(folder: Path, name: str, *paths: Path) -> Path:
    merge(out := folder / f"{name}.ditto", paths)
    return out


@settings(max_examples=MERGES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    work=st.tuples(OPERATIONS, OPERATIONS, OPERATIONS),
    annotators=st.sampled_from((("A", "B", "C"), ("A", "A", "B"), ("A", "A", "A"))),
    moments=st.tuples(MOMENTS, MOMENTS, MOMENTS),
)
def test_order_grouping_and_repetition_change_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    work: tuple[list[tuple[str, int, int]], ...],
    annotators: tuple[str, str, str],
    moments: tuple[list[int], ...],
) -> None:
    folder = fast_folder(tmp_path_factory)
    a, b, c = copies(folder, "a", "b", "c")
    for path, operations, annotator, hours in zip(
        (a, b, c), work, annotators, moments, strict=True
    ):
        with Project.open(path, clock=WrongClock(hours)) as project:
            for operation, one, two in operations:
                try:
                    act(project, operation, one, two, annotator)
                except UserError:
                    continue
    all_at_once = state(unchecked(folder, "abc", a, b, c))
    assert state(unchecked(folder, "cba", c, b, a)) == all_at_once
    left = unchecked(folder, "ab_c", unchecked(folder, "ab", a, b), c)
    assert state(left) == all_at_once
    assert state(merged(folder, "again", c, left, b, left)) == all_at_once
    shutil.rmtree(folder)
