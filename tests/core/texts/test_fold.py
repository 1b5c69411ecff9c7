import sys
import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dittomark.texts.fold import fold, fold_with_map, key

ODD = "آأؤئيىكةهـَُّٔہۃھאָשׁॅक़ँं़оёеoàòauỳ\u0308abßIİς ক্ষয়\u09dfয়ি\u200d\u200c\u0301é½①⑴ຳກໜﾞกำ中ｱﾞバ\u0345Ά,.’'1২٣\u00ad\n"
texts = st.one_of(st.text(), st.text(alphabet=ODD))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("২০১৯", "2019"),
        ("\u09af\u09bc", "\u09df"),
        ("\u09a1\u09bc", "\u09dc"),
        ("ক\u200d্ষ", "ক্ষ"),
        ("র\u200c্যাব", "র্যাব"),
        ("STRASSE", "straße"),
        ("don’t", "don't"),
        ("১,২০,০০০", "120000"),
        ("12,000", "12000"),
        ("ｆｕｌｌ", "full"),
        ("cafe\u0301", "CAF\u00c9"),
        ("ﬁnal ﬀ", "final ff"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("كتابي", "کتابی"),
        ("على", "علی"),
        ("مدرسة", "مدرسه"),
        ("إسلام آباد", "اسلام اباد"),
        ("أحمد", "احمد"),
        ("مُحَمَّدٌ", "محمد"),
        ("مـــحـــمد", "محمد"),
        ("ﻻ ﷲ", "لا الله"),
        ("کئی", "کیی"),
        ("مسؤول", "مسوول"),
        ("ہمارا", "همارا"),
        ("قاعدۀ", "قاعده"),
        ("שָׁלוֹם", "שלום"),
        ("ज़िला", "जिला"),
        ("क़लम", "\u0958लम"),
        ("चाँद", "चांद"),
        ("hoà thuỷ khoẻ", "hòa thủy khỏe"),
        ("HOÀ", "hòa"),
        ("ёлка", "елка"),
        ("TÜRKİYE", "türkiye"),
    ],
)
def test_the_same_word_in_another_form_has_the_same_key(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.5", "35"),
        ("3,5", "35"),
        ("½", "12"),
        ("কর", "কার"),
        ("তাঁর", "তার"),
        ("ড়", "ড"),
        ("بھائی", "بہائی"),
    ],
)
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_fold_leaves_out_what_does_not_count() -> None:
    assert fold("  Kim Jong-un’s “X” —\n২০১৯ সালে…") == "kim jong uns x 2019 সালে"
    assert fold("\u200d — \u00ad") == ""


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("U.S.", "us"),
        ("u.s.", "us"),
        ("a,b", "ab"),
        ("3.5", "3.5"),
        ("৩.৫", "3.5"),
        ("1,000", "1000"),
        ("১,০০০", "1000"),
        ("5.", "5"),
        ("ক.খ", "কখ"),
    ],
)
def test_a_point_counts_within_a_number_alone(word: str, expected: str) -> None:
    assert key(word) == expected


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_bengali_word_has_one_key_in_every_encoding() -> None:
    what_encodings_differ_in = "কযড\u09bc\u09dc\u09df\u09c7\u09be\u09d7\u09cb\u09cc\u09cd\u09fe২"
    for letters in product(what_encodings_differ_in, repeat=3):
        word = "কা" + "".join(letters)
        one = key(word)
        assert one == key(unicodedata.normalize("NFC", word)) == key(one)
        assert one == key(unicodedata.normalize("NFD", word))
        assert unicodedata.is_normalized("NFC", one)


def test_every_letter_mark_and_number_folds_once() -> None:
    uniform = range(0x3400, 0xD800), range(0x17000, 0x18D00), range(0x20000, sys.maxunicode + 1)
    everything = [
        chr(code)
        for code in range(sys.maxunicode + 1)
        if not any(code in block for block in uniform)
        and unicodedata.category(chr(code))[0] in "LMN"
    ]
    once = fold(" ".join(everything))
    assert fold(once) == once


@given(texts)
def test_the_map_leads_back(text: str) -> None:
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    for i in range(len(folded.text)):
        start, end = folded.original(i, i + 1)
        assert 0 <= start <= end <= len(text)
        assert start < end or folded.text[i] == " "  # words without a gap between them


def test_the_map_finds_the_place_of_a_letter_of_two_code_points() -> None:
    text = "এই নিয়মে, ২০১৯"
    folded = fold_with_map(text)
    at = folded.text.index("নি")
    assert text[slice(*folded.original(at, folded.text.index("ম") + 1))] == "নিয়ম"
    assert text[slice(*folded.original(folded.text.index("2019"), len(folded.text)))] == "২০১৯"
