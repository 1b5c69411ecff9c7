"""The sample holds one of everything that people label, and its truth is true of its text."""

import unicodedata
from itertools import pairwise

import pytest

from dittomark.labels import DEFAULT_RELATIONS, DEFAULT_SPAN_LABELS
from dittomark.sample import articles as sample

ARTICLES = {article.key: article for article in sample.articles()}


def body(key: str) -> str:
    """Return the article's text without its boilerplate, one paragraph a line."""
    text, position, kept = ARTICLES[key].article.text, 0, ""
    for start, end, _ in ARTICLES[key].boilerplate:
        kept += text[position:start]
        position = end
    return "\n".join(line for line in (kept + text[position:]).splitlines() if line)


def marked(key: str, label: str) -> str:
    """Return the article's stretch of boilerplate of that kind."""
    found = [(start, end) for start, end, kind in ARTICLES[key].boilerplate if kind == label]
    assert len(found) == 1
    return ARTICLES[key].article.text[slice(*found[0])]


def test_eight_to_twelve_articles_of_four_invented_outlets() -> None:
    assert 8 <= len(ARTICLES) <= 12
    assert len({item.article.source for item in ARTICLES.values()}) == 4
    assert {item.article.language for item in ARTICLES.values()} == {"bn", "en"}
    for item in ARTICLES.values():
        assert item.article.url.split("/")[2].endswith(".example")
        assert item.article.title in item.article.text
        assert len(item.article.date) == 10


def test_every_boilerplate_kind_and_every_relation_occurs() -> None:
    labels = {label for item in ARTICLES.values() for _, _, label in item.boilerplate}
    assert labels == {label.key for label in DEFAULT_SPAN_LABELS}
    assert {pair.relation for pair in sample.pairs()} == {item.key for item in DEFAULT_RELATIONS}


def test_marks_are_taken_out_and_spans_lie_in_order_within_the_text() -> None:
    for item in ARTICLES.values():
        assert not set("⟦⟧") & set(item.article.text)
        edges = [edge for start, end, _ in item.boilerplate for edge in (start, end)]
        assert all(before < after for before, after in pairwise([-1, *edges]))
        for start, end, _ in item.boilerplate:
            stretch = item.article.text[start:end]
            assert stretch == stretch.strip()


def test_the_exact_duplicate_differs_in_its_boilerplate_only() -> None:
    assert body("04-ferry-deltawire") == body("05-ferry-gazette")
    assert ARTICLES["04-ferry-deltawire"].article.text != ARTICLES["05-ferry-gazette"].article.text


def test_the_containment_holds_the_whole_other_article_but_its_headline() -> None:
    _, *whole = body("06-museum-gazette").splitlines()
    assert "\n".join(whole) in body("07-brief-deltawire")


def test_the_partial_copy_shares_some_sentences_and_has_others_of_its_own() -> None:
    original = unicodedata.normalize("NFC", body("01-ferry-nodibarta"))
    sentences = unicodedata.normalize("NFC", body("03-crops-shalik")).split("। ")
    copied = [sentence for sentence in sentences if sentence.rstrip("।") in original]
    assert 1 <= len(copied) < len(sentences) / 2


def test_the_independent_reports_share_no_sentence() -> None:
    first = set(body("08-bridge-nodibarta").replace("\n", " ").split("। "))
    second = set(body("09-bridge-shalik").replace("\n", " ").split("। "))
    assert not first & second


def test_one_body_stands_twice_with_a_comment_form_between() -> None:
    before, after = ARTICLES["08-bridge-nodibarta"].article.text.split(
        marked("08-bridge-nodibarta", "comment_form")
    )
    lines = [line for line in before.splitlines() if line]
    assert [line for line in lines if line in after] == lines[-3:]


@pytest.mark.parametrize("key", ["02-ferry-shalik", "03-crops-shalik", "09-bridge-shalik"])
def test_related_headlines_stand_twice(key: str) -> None:
    _, *headlines = marked(key, "related_links").splitlines()
    assert headlines[0::2] == headlines[1::2]


def test_a_caption_stands_twice_in_one_line() -> None:
    caption = marked("09-bridge-shalik", "caption")
    half = len(caption) // 2
    assert caption[:half] == caption[half + 1 :]


def test_all_pages_of_an_outlet_share_their_most_read_block() -> None:
    blocks: dict[str, set[str]] = {}
    for key, item in ARTICLES.items():
        blocks.setdefault(item.article.source, set()).add(marked(key, "most_read"))
    assert [len(block) for block in blocks.values()] == [1, 1, 1, 1]


def test_event_situations() -> None:
    events = {event.key: event for event in sample.events()}
    reported = [key for event in events.values() for key in event.articles]
    assert set(reported) <= set(ARTICLES)
    assert set(ARTICLES) - set(reported), "an article without an event"
    assert any(reported.count(key) == 2 for key in ARTICLES), "an article with two events"
    assert any(event.parent in events for event in events.values()), "an event within another"
    assert any(event.aliases for event in events.values())
    assert {event.registered for event in events.values()} == {True, False}
    languages = {ARTICLES[key].article.language for key in events["ferry"].articles}
    assert languages == {"bn", "en"}, "one event in two languages"
