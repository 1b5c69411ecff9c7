"""How much of an article comes from the other one: one number each way."""

import pytest
from tests.helpers.compare_samples import DESK, HARBOUR

import dittomark
from dittomark.compare import compare

REPORT = (
    "The harbour ferry stopped running on Monday after a storm tore two boats from their moorings. "
    "Engineers of the port authority said repairs would take at least nine days. Commuters were "
    "told to use the bridge, where the police expected long queues in the morning. The mayor "
    "promised free buses until the boats are back."
)
REWRITTEN = (
    "After a storm ripped two boats from their moorings, the ferry across the harbour has not run "
    "since Monday; port engineers expect repairs to take nine days at least. Free buses are "
    "promised by the mayor, and police expect long morning queues at the bridge."
)
ELSEWHERE = (
    "Visitors queued before dawn as the city museum opened its restored galleries, which had been "
    "closed for almost four years. Curators had feared that the glass roof could not be saved, but "
    "donors paid for new panes made by a workshop abroad."
)


def test_the_same_article_is_derived_in_full_and_another_not_at_all() -> None:
    assert compare(REPORT, REPORT.upper()).derived == (1.0, 1.0)
    assert max(compare(REPORT, ELSEWHERE).derived) < 0.1
    assert compare(REPORT, "").derived == (0.0, 0.0)
    assert compare("", "").derived == (0.0, 0.0)


def test_a_rewritten_report_is_derived_without_a_passage() -> None:
    found = compare(REPORT, REWRITTEN)

    assert 0.3 < found.derived[1] < 0.9
    assert found.derived[1] > max(compare(ELSEWHERE, REWRITTEN).derived) + 0.2


def test_the_share_is_of_each_article_by_itself() -> None:
    found = compare(REPORT, f"{ELSEWHERE} {REPORT} {ELSEWHERE}")

    assert found.derived[0] > 0.95
    assert 0.2 < found.derived[1] < 0.6


def test_inflected_words_and_words_written_together_count() -> None:
    words = "কৃষকেরা সময়মতো ধান কাটতে পারছেন না বলে জানিয়েছেন জেলার কর্মকর্তারা"
    others = "কৃষকদের সময় মতো ধানকাটা হচ্ছে না বলে জানালেন জেলা কর্মকর্তা"

    assert compare(words, others).derived[1] > 0.1


def test_of_three_articles_the_nearest_counts() -> None:
    three = compare(REPORT, ELSEWHERE, REWRITTEN).derived

    assert three[0] == compare(REPORT, REWRITTEN).derived[0]
    assert three[2] == compare(REPORT, REWRITTEN).derived[1]
    assert compare(REPORT).derived == (0.0,)


def test_boilerplate_is_left_out() -> None:
    menu = "Home News Sport Weather Travel Video Contact Privacy Terms Subscribe Log in "
    a, b = menu + REPORT, menu + ELSEWHERE
    spans = [[(0, len(menu))], [(0, len(menu))]]

    assert compare(a, b).derived[1] > 0.15
    assert compare(a, b, boilerplate=spans).derived == compare(REPORT, ELSEWHERE).derived


@pytest.mark.parametrize("text", ["国务院周一宣布新规定", "a", "\u200d", "১২"])
def test_short_and_odd_texts_have_shares_between_0_and_1(text: str) -> None:
    for other in (HARBOUR, DESK, text * 2):
        assert all(0 <= share <= 1 for share in dittomark.compare(text, other).derived)
