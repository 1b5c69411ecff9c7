import itertools
import unicodedata
from collections.abc import Callable

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from dittomark.texts import segmentation, sentence_borders

# Every kind of character that has ever broken an offset, beside plain text.
ODD = "ab ক্ষয়\u09dfয়ি\u200d\u200c\u0301é\U0001f468\U0001f469🇧🇩กำ中文한글ᄀ\ud800\udc00\r\n\x00‘’'.,1২\u0600"
texts = st.one_of(st.text(), st.text(alphabet=ODD), st.text(alphabet=st.characters()))


def found_words(text: str) -> list[str]:
    return [text[start:end] for start, end in segmentation.words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("কিম জং-উন বলেন, ‘হ্যাঁ’।", ["কিম", "জং", "উন", "বলেন", "হ্যাঁ"]),
        ("এএফপি’র খবর don't 'quoted'", ["এএফপি’র", "খবর", "don't", "quoted"]),
        ("1,20,000 টাকা, ৩.৫ কোটি। 10:59", ["1,20,000", "টাকা", "৩.৫", "কোটি", "10", "59"]),
        ("ভ\u200dাষা র\u200c\u09cdযাব", ["ভ\u200dাষা", "র\u200c\u09cdযাব"]),
        ("中文 test字", ["中", "文", "test", "字"]),
        ("ทำงาน", ["ทำ", "งา", "น"]),
        ("a㈠㈡b", ["a", "㈠", "㈡", "b"]),  # they fold to letters of a spaceless script
        ("ভøাদিভোস্তকে", ["ভøাদিভোস্তকে"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert found_words(text) == expected


def test_a_sentence_ends_where_a_reader_ends_it() -> None:
    text = (
        "Mr. Kim came at 10.30 a.m. on Monday. “Why?” he asked.\nA headline\n\n"
        "উ. কোরিয়ার নেতা এলেন। ড. করিম বললেন, ‘কেন?’ কেউ জানে না… the end"
    )
    assert [text[s:e] for s, e in segmentation.sentences(text)] == [
        "Mr. Kim came at 10.30 a.m. on Monday.",
        "“Why?”",
        "he asked.",
        "A headline",
        "উ. কোরিয়ার নেতা এলেন।",
        "ড. করিম বললেন, ‘কেন?’",
        "কেউ জানে না… the end",
    ]


def test_a_wrapped_line_goes_on() -> None:
    text = "The ferry stopped because\nof the storm. It\r\nwas late."
    assert [text[s:e] for s, e in segmentation.sentences(text)] == [
        "The ferry stopped because\nof the storm.",
        "It\r\nwas late.",
    ]


@pytest.mark.parametrize("ends", ["\n", "\v", "\f", "\r", "\r\n", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("sentences", [segmentation.sentences, sentence_borders.sentences])
def test_a_line_ends_where_unicode_ends_it(
    sentences: Callable[[str], list[tuple[int, int]]], ends: str
) -> None:
    text = f"A headline{ends}The ferry stopped"
    assert [text[s:e] for s, e in sentences(text)] == ["A headline", "The ferry stopped"]


@given(texts)
def test_sentences_and_words_are_in_order_and_inside(text: str) -> None:
    for spans in (segmentation.words(text), segmentation.sentences(text)):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    shown = {i for start, end in segmentation.sentences(text) for i in range(start, end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in shown)


@given(texts, st.integers(-2, 40), st.integers(-2, 40))
def test_snap_is_the_smallest_range_on_borders(text: str, one: int, other: int) -> None:
    start, end = sorted((max(0, min(one, len(text))), max(0, min(other, len(text)))))
    borders = {0} | {last for _, last in segmentation.graphemes(text)}
    first, last = segmentation.snap(text, start, end)
    assert first == max(b for b in borders if b <= start)
    if start == end:
        assert last == first
    else:
        assert last == min(b for b in borders if b >= end)


def test_snap_does_not_read_a_long_text_through() -> None:
    text = "ক্ষ" * 300_000 + "\n" + "a\u0301" * 300_000
    assert segmentation.snap(text, 400_001, 400_002) == (399_999, 400_002)
    assert segmentation.snap(text, 1_000_000, 1_000_001)[1] - 1_000_000 <= 2


@given(texts)
def test_graphemes_cover_the_text(text: str) -> None:
    spans = segmentation.graphemes(text)
    assert "".join(text[s:e] for s, e in spans) == text
    assert len(spans) == len(regex.findall(r"\X", text))


@given(texts)
def test_offsets_go_there_and_back(text: str) -> None:
    table = segmentation.OffsetTable(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        octets = len(text[:offset].encode("utf-8", "surrogatepass"))
        assert table.to_utf16(offset) == units
        assert table.from_utf16(units) == offset
        assert table.to_utf8(offset) == octets
        assert table.from_utf8(octets) == offset


def test_offsets_inside_a_character_fall_to_its_start() -> None:
    table = segmentation.OffsetTable("a\U0001f600ক")
    assert [table.from_utf16(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
    assert [table.from_utf8(byte) for byte in range(9)] == [0, 1, 1, 1, 1, 2, 2, 2, 3]
    for wrong in (-1, 4):
        with pytest.raises(ValueError, match="outside the text"):
            table.to_utf16(wrong)
    with pytest.raises(ValueError, match="outside the text"):
        table.from_utf8(9)


@given(texts)
def test_a_word_is_made_of_letters_marks_and_digits(text: str) -> None:
    for start, end in segmentation.words(text):
        assert any(unicodedata.category(c)[0] in "LMNC" for c in text[start:end])
