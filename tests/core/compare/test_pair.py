"""Where a pair's passages begin to count: what is just enough, and what is just not.

The words are invented: each stands once, so what a stretch tells is exactly known.
"""

import pytest

from dittomark.compare import Comparison, Settings, compare
from dittomark.compare.settings import Grouping

# Said once more, not imported: who moves a threshold should see what moves with it.
LONG, QUOTE, QUOTES = 100, 30, 0.4


def _words(mark: str, count: int) -> list[str]:
    return [f"{mark}{number:04d}x" for number in range(count)]


def _compared(a: list[str], b: list[str], settings: Settings | None = None) -> Comparison:
    return compare(f"{' '.join(a)}.", f"{' '.join(b)}.", settings=settings or Settings())


def _summary_of(long: list[str], count: int) -> list[str]:
    """Return some of the words in an order of their own: nothing of it stands in a row."""
    return [long[37 * number % len(long)] for number in range(count)]


def _told(long: list[str], short: list[str]) -> str | None:
    """Return the text of the summary in an article that says more besides, or None."""
    other = [*_words("o", 250), *short, *_words("p", 250)]
    text = f"{' '.join(other)}."
    found = [p for p in _compared(long, other).passages if p.kind == "summary"]
    return text[found[0].b.start : found[0].b.end] if found else None


@pytest.mark.parametrize(("length", "told"), [(LONG, True), (LONG - 1, False)])
def test_an_article_of_few_words_is_not_told_in_short(length: int, *, told: bool) -> None:
    long = _words("k", length)
    assert (_told(long, _summary_of(long, 30)) is not None) is told


@pytest.mark.parametrize(("quoted", "part"), [(QUOTE - 1, True), (QUOTE, False)])
def test_a_short_quote_is_part_of_a_summary_a_long_one_is_a_copy(
    quoted: int, *, part: bool
) -> None:
    long = _words("k", 300)
    quote = long[200 : 200 + quoted]
    told = _told(long, _summary_of(long, 45) + quote)
    assert told is not None
    assert (quote[-1] in told) is part


@pytest.mark.parametrize(("own", "summary"), [(60, True), (59, False)])
def test_what_is_quoted_for_the_most_part_is_no_summary(own: int, *, summary: bool) -> None:
    """Forty words of a hundred may stand in quotes."""
    long = _words("k", 300)
    short = [*long[100:120], *_summary_of(long, own), *long[200:220]]
    assert summary is (QUOTES * len(short) >= 40)
    assert (_told(long, short) is not None) is summary


@pytest.mark.parametrize(("between", "kinds"), [(1, ["summary", "rewrite"]), (2, ["summary"])])
def test_what_a_summary_keeps_in_a_row_by_chance_is_no_passage(
    between: int, kinds: list[str]
) -> None:
    """With two new words after each two, less than six in ten are equal."""
    long = _words("k", 300)
    row = [
        word
        for first in range(200, 230, 3)
        for word in (*long[first : first + 2], *_words(f"z{first}", between))
    ]
    told = _summary_of(long, 60)
    short = [*_words("o", 250), *told[:30], *row, *told[30:], *_words("p", 250)]
    assert [passage.kind for passage in _compared(long, short).passages] == kinds


@pytest.mark.parametrize(("own", "explained"), [(60, False), (30, True)])
def test_a_rewrite_that_has_half_of_a_summary_is_what_it_is(own: int, *, explained: bool) -> None:
    long = _words("k", 300)
    row = [
        word
        for first in range(200, 230, 3)
        for word in (*long[first : first + 2], *_words(f"z{first}", 3))
    ]
    told = _summary_of(long, own)
    short = [*told[: own // 2], *row, *told[own // 2 :]]
    assert (_told(long, short) is None) is explained


@pytest.mark.parametrize("grouping", ["narrow", "adaptive"])
@pytest.mark.parametrize(("length", "found"), [(1030, 1), (1015, 0)])
def test_a_piece_is_looked_at_from_twenty_bits(grouping: Grouping, length: int, found: int) -> None:
    """Two words of 2,048 tell twice ten bits."""
    settings = Settings(min_words=2, grouping=grouping, evidence=1, weak_evidence=1)
    pair = _words("s", 2)
    a = [*_words("a", length - 32), *pair, *_words("b", 30)]
    b = [*_words("c", length - 32), *pair, *_words("d", 30)]
    assert len(_compared(a, b, settings).passages) == found


@pytest.mark.parametrize(("more", "found"), [(3, 1), (4, 0)])
def test_wide_looks_at_pieces_from_fifteen_bits(more: int, found: int) -> None:
    """Words that stand five times among a thousand tell 7.6 bits each, six times 7.4."""
    settings = Settings(min_words=2, grouping="wide", evidence=1, weak_evidence=1)
    pair = _words("s", 2)
    apart = [
        word for number in range(more) for word in (pair[0], f"e{number}", pair[1], f"f{number}")
    ]
    a = [*_words("a", 30), *pair, *_words("b", 30)]
    b = [*_words("c", 30), *pair, *_words("d", 30), *apart]
    assert len(_compared(a, b, settings).passages) == found
