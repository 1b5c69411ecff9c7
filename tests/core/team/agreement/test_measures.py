"""The measures against published examples, and against other programs."""

from collections import Counter
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dittomark.structures.array_types import Floats
from dittomark.team.agreement import measures
from dittomark.team.agreement.measures import alpha, alpha_of, b_cubed, coincidences
from dittomark.team.agreement.spans import MarkedArticle, article_coincidences, span_agreement

# Krippendorff (2011), Computing Krippendorff's alpha-reliability: four observers, twelve units.
DATA = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
# Fleiss (1971) as it is worked through in many textbooks: 14 raters, 10 subjects, 5 categories.
FLEISS = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)


def counts_of(data: tuple[tuple[int | None, ...], ...], values: int) -> Floats:
    counts = np.zeros((len(data[0]), values))
    for row in data:
        for unit, value in enumerate(row):
            if value is not None:
                counts[unit, value - 1] += 1
    return counts


def test_alpha_of_krippendorffs_own_example() -> None:
    counts = counts_of(DATA, 5)
    nominal = alpha(counts)
    assert nominal.value == pytest.approx(0.743, abs=0.0005)
    assert alpha(counts, level="ordinal").value == pytest.approx(0.815, abs=0.0005)
    assert nominal.units == 11  # one unit has a single value
    assert nominal.low is not None
    assert nominal.high is not None
    assert nominal.low < 0.743 < nominal.high
    assert alpha(counts) == nominal


@given(
    st.lists(st.lists(st.integers(0, 4), min_size=4, max_size=4), min_size=2, max_size=30),
    st.sampled_from(("nominal", "ordinal")),
)
def test_alpha_is_what_its_definition_says_pair_by_pair_of_values(
    rows: list[list[int]], level: measures.Level
) -> None:
    counts = np.array(rows, dtype=float)
    counts = counts[counts.sum(axis=1) >= 2]
    if len(counts) == 0 or (counts.sum(axis=0) > 0).sum() < 2:
        return
    expected = alpha_by_enumeration(counts, level)
    own = alpha_of(coincidences(counts).sum(axis=0), level=level)
    assert float(own) == pytest.approx(expected)
    assert alpha(counts, level=level, resamples=10).value == pytest.approx(expected)


def alpha_by_enumeration(counts: Floats, level: measures.Level) -> float:
    """One minus the mean distance of two values of one unit, over that of any two values."""
    units = [np.repeat(np.arange(counts.shape[1]), row.astype(int)).tolist() for row in counts]
    everything = [value for unit in units for value in unit]
    used = Counter(everything)

    def distance(one: int, other: int) -> float:
        if level == "nominal" or one == other:
            return float(one != other)
        low, high = sorted((one, other))
        between = sum(used[value] for value in range(low, high + 1))
        return float((between - (used[low] + used[high]) / 2) ** 2)

    observed = sum(
        distance(one, other) / (len(unit) - 1)
        for unit in units
        for one, other in permutations(unit, 2)
    )
    expected = sum(distance(one, other) for one, other in permutations(everything, 2))
    return 1 - observed / len(everything) / (expected / (len(everything) * (len(everything) - 1)))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # Krippendorff (2011), B: two observers, twelve objects, nominal data with two values.
        (((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)), 0.095),
        # Krippendorff (2011), C: two observers, twelve objects, five values (a–e).
        (
            (
                (0, 0, 1, 1, 3, 2, 2, 2, 4, 3, 3, 0),
                (1, 0, 1, 1, 1, 2, 2, 2, 4, 3, 3, 3),
            ),
            0.692,
        ),
    ],
)
def test_alpha_of_the_published_examples(
    table: tuple[tuple[int, ...], ...], expected: float
) -> None:
    counts = np.array(
        [[unit.count(value) for value in range(5)] for unit in zip(*table, strict=True)]
    )
    assert alpha(counts.astype(float)).value == pytest.approx(expected, abs=0.0005)


def test_fleiss_kappa_of_his_example() -> None:
    assert measures.fleiss_kappa(np.array(FLEISS, dtype=float)) == pytest.approx(0.210, abs=0.0005)


def test_cohen_kappa_of_a_textbook_table() -> None:
    assert measures.cohen_kappa(np.array([[20.0, 5.0], [10.0, 15.0]])) == pytest.approx(0.4)
    assert measures.cohen_kappa(np.array([[7.0]])) is None


def test_where_nobody_could_disagree_alpha_is_not_defined() -> None:
    assert alpha(np.array([[3.0, 0.0], [2.0, 0.0]])).value is None
    assert alpha(np.array([[1.0, 0.0], [0.0, 1.0]])).value is None


def test_b_cubed_of_bagga_and_baldwin() -> None:
    truth = {str(item): 0 if item < 5 else 1 if item < 7 else 2 for item in range(12)}
    two_small = {item: min(cluster, 1) for item, cluster in truth.items()}
    two_large = {item: 0 if cluster == 2 else cluster for item, cluster in truth.items()}
    for answer, precision in ((two_small, 0.762), (two_large, 0.583)):
        score = b_cubed(truth, answer)
        assert score is not None
        assert score.precision == pytest.approx(precision, abs=0.0005)
        assert score.recall == 1
    assert b_cubed({}, {"a": 1}) is None


def article(length: int, **marks: list[tuple[int, int, str]]) -> MarkedArticle:
    return MarkedArticle(length, {name: frozenset(said) for name, said in marks.items()})


def test_span_f1_by_borders_and_by_characters() -> None:
    found = span_agreement(
        [
            article(
                100,
                A=[(0, 10, "caption"), (20, 40, "navigation"), (50, 60, "caption")],
                B=[(0, 10, "caption"), (20, 40, "caption"), (55, 65, "caption")],
                C=[],
            )
        ]
    )
    assert found is not None
    [ab] = [pair for pair in found.pairs if (pair.first, pair.second) == ("A", "B")]
    assert ab.exact == pytest.approx(1 / 3)
    assert ab.borders == pytest.approx(2 / 3)
    assert ab.characters == pytest.approx(2 * 15 / (40 + 40))
    assert found.per_label["caption"].characters == pytest.approx(30 / (20 + 40 + 20 + 40))
    assert found.per_annotator["C"].exact == 0
    assert found.alpha_units.value is not None


SPANS = st.lists(
    st.tuples(st.integers(0, 28), st.integers(1, 9), st.sampled_from("xyz")), max_size=4
)


@given(st.tuples(SPANS, SPANS, SPANS))
def test_unitizing_alpha_is_alpha_over_every_character(
    said: tuple[list[tuple[int, int, str]], ...],
) -> None:
    marks = {
        name: frozenset((start, min(start + size, 30), label) for start, size, label in spans)
        for name, spans in zip("ABC", said, strict=True)
    }
    counts = np.zeros((30, 4))
    for spans in marks.values():
        letters = [0] * 30
        for start, end, label in sorted(spans):
            letters[start:end] = ["_xyz".index(label)] * (end - start)
        for place, category in enumerate(letters):
            counts[place, category] += 1
    expected = coincidences(counts).sum(axis=0)
    assert article_coincidences(MarkedArticle(30, marks), "xyz") == pytest.approx(expected)


def test_nobody_to_compare_with() -> None:
    assert span_agreement([article(10, A=[(0, 3, "caption")])]) is None
