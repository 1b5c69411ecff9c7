"""Articles that tell of one event in their own words."""

import os
from pathlib import Path

import pytest
from tests.helpers.news import NewsMaker

from dittomark.corpus.same_event import DatedArticle, find_same_event

SEEDS = Path(os.environ.get("DITTOMARK_SEEDS", Path(__file__).parents[4] / "shared" / "seeds"))


def reports(maker: NewsMaker, event: int, *, count: int, date: str = "") -> list[DatedArticle]:
    """Return independent reports of one event: common words of their own, the same rare names."""
    names = [f"{maker.random.choice(maker.words)}{maker.words[event * 7 + n]}ক্ষ" for n in range(8)]
    found = []
    for number in range(count):
        words = [*maker.some_words(150), *(maker.random.choice(names) for _ in range(25))]
        maker.random.shuffle(words)
        found.append(DatedArticle(f"e{event}-{number}", "", date, maker.body(words)))
    return found


def events_of(articles: list[DatedArticle]) -> list[tuple[str, str]]:
    return [
        (candidate.a.split("-")[0], candidate.b.split("-")[0])
        for candidate in find_same_event(articles)
    ]


@pytest.mark.parametrize("events", [20, 150])  # all pairs looked at; found by rare terms
def test_reports_of_one_event_find_each_other(events: int) -> None:
    maker = NewsMaker()
    articles = [article for event in range(events) for article in reports(maker, event, count=3)]
    found = events_of(articles)
    assert sum(a == b for a, b in found) >= 0.95 * 3 * events
    assert sum(a != b for a, b in found) <= 0.05 * len(found)


def test_reports_far_apart_in_time_are_not_of_one_event() -> None:
    maker = NewsMaker()
    others = [article for event in range(2, 20) for article in reports(maker, event, count=2)]
    first, second, third = reports(maker, 1, count=3)
    dated = [
        first._replace(date="2024-03-01"),
        second._replace(date="2024-03-03T10:00:00Z"),
        third._replace(date="9999-12-31"),
    ]
    found = {(candidate.a, candidate.b) for candidate in find_same_event([*dated, *others])}
    assert ("e1-0", "e1-1") in found
    assert ("e1-0", "e1-2") not in found


def test_odd_articles_do_not_fail() -> None:
    texts = ["", "ক", "এক শব্দ", "। ।", "a" * 100_000]
    articles = [DatedArticle(str(n), "", "no date", text) for n, text in enumerate(texts)]
    assert find_same_event(articles) == []
    assert find_same_event([]) == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no seed pages in {SEEDS} (set DITTOMARK_SEEDS)")
def test_seed_pages_are_told_from_unrelated_ones() -> None:
    seeds = [
        DatedArticle(f"seed-{path.name}", "", "", path.read_text("utf-8"))
        for path in sorted(SEEDS.glob("*.txt"))
    ]
    maker = NewsMaker()
    others = [
        DatedArticle(f"other{n}-", "", "", maker.body(maker.some_words(200))) for n in range(30)
    ]
    found = events_of([*seeds, *others])
    assert found.count(("seed", "seed")) >= 9
    assert all(a == b == "seed" for a, b in found if "seed" in {a, b})
