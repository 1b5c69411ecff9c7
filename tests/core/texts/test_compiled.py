"""The compiled words and sentences are those of the rules in Python, whatever the text."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dittomark.texts import fold, sentence_borders, word_borders
from dittomark.texts.memo import MOST_KNOWN
from dittomark.texts.word_numbers import number_by_rules

try:
    from dittomark.texts import compiled
except ImportError:
    pytest.skip("nothing is compiled here", allow_module_level=True)

# Every kind of character that either set of rules asks about, often beside each other.
ODD = (
    "ab cD Zz9 Mr.Dr.prof, ß İ ﬁ ǅ ª ⓐ Éé ক্ষ য়\u09df১২।॥ ড.মোঃ ॐ кот Ωσς عربي۔؟ ٣٫٤٬٥ עברית न\u093c "
    "中文字、。！？｡ かナﾞ ทำำ \u0e33ລ\u0eb3 ខ្មែរ မြန်မာ བོད 한글ᄀ ㈠①½ \u0301\u0345\u200d\u200c\u00ad\u2060\ufe0f\ufeff "
    "\U0001f468\u200d\U0001f469🇧🇩 \ud800\udc00\udfff \ue000\u0378\ufffe\U000e0100\U0010ffff "
    ".…!?\n\r\v\f\x85\u2028\u2029\x1c\x1f\t\xa0\u3000\x00 \"'“”‘’«»()[]{}ʼʻ´`＇—-"
)
PIECES = [
    *"\n.…!?।\"' ”“aA1",
    "word",
    "Kareem",
    "Dr.",
    "মোঃ.",
    "ড.",
    "ক্ষি.",
    "\n" * 41,
    "'" * 41,
    "中.",
]
texts = st.one_of(
    st.text(),
    st.text(alphabet=st.characters()),
    st.text(alphabet=ODD, max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)


@given(texts)
@example("")
@example("এএফপি’র a\u0301'b 1'\u0301 2.\u0301")
@example("中a中\u0301b.1,2 ,3'a' a'b")
def test_compiled_words_are_those_of_the_rules(text: str) -> None:
    words, starts, ends = compiled.cut_words(text)
    by_rules = word_borders.cut_words(text)
    assert (words, starts.tolist(), ends.tolist()) == (
        by_rules[0],
        by_rules[1].tolist(),
        by_rules[2].tolist(),
    )


@given(st.lists(texts, max_size=4))
@example(["1,000 Caf\u00e9 cafe\u0301 CAF\u00c9", "", "১০০০ \u200d caf\u00e9"])
def test_compiled_numbers_of_words_are_those_of_the_rules(several: list[str]) -> None:
    compared = compiled.numbered(several, fold.keys, MOST_KNOWN), number_by_rules(several)
    plain = [
        ([(w, s.tolist(), e.tolist(), ids.tolist()) for w, s, e, ids in cut], keys)
        for cut, keys in compared
    ]
    assert plain[0] == plain[1]


def test_words_that_were_forgotten_get_the_same_numbers() -> None:
    several = ["one two Three", "three two four" * 50, " ".join(map(str, range(3000)))]
    for most_known in (0, 10, 5000, 0):
        cut, keys = compiled.numbered(several, fold.keys, most_known)
        by_rules, by_rules_keys = number_by_rules(several)
        assert keys == by_rules_keys
        for one, other in zip(cut, by_rules, strict=True):
            assert one[0] == other[0]
            assert one[3].tolist() == other[3].tolist()


def test_threads_that_learn_and_forget_at_once_number_alike() -> None:
    several = [[f"{name} {n} common {n % 7} words" for n in range(60)] for name in "abcd"]
    expected = [number_by_rules(one)[1] for one in several]

    def slowly(words: list[str]) -> list[str]:
        time.sleep(0)  # another thread comes in here
        return fold.keys(words)

    def work(k: int) -> bool:
        return all(compiled.numbered(several[k], slowly, 50)[1] == expected[k] for _ in range(50))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(work, range(4)))


def test_what_goes_wrong_in_folding_is_told_and_nothing_is_half_learnt() -> None:
    def fails(_words: list[str]) -> list[str]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        compiled.numbered(["neverseenbefore twice"], fails, MOST_KNOWN)
    with pytest.raises(TypeError):
        compiled.numbered(["neverseenbefore twice"], lambda _words: [], MOST_KNOWN)
    cut, keys = compiled.numbered(["neverseenbefore twice"], fold.keys, MOST_KNOWN)
    assert (cut[0][0], keys) == (["neverseenbefore", "twice"], ["neverseenbefore", "twice"])


@given(texts)
@example("Mr. Kim came, prof. Lee did not. He said “no.” \n\nand\x85that was it")
@example("." + '"' * 45 + " A")
@example("a." + "\n" * 45 + "A")
def test_compiled_sentences_are_those_of_the_rules(text: str) -> None:
    assert compiled.sentences(text) == sentence_borders.sentences(text)


def test_characters_of_every_kind_are_read_alike() -> None:
    """All scripts in use, and every hundredth character of the rest."""
    some = "".join(map(chr, (*range(0x3400), *range(0x3400, 0x110000, 101))))
    spaced = "a" + "1a".join(some) + "a. A"
    assert compiled.cut_words(spaced)[0] == word_borders.cut_words(spaced)[0]
    for text in (some, ". ".join(some), ".".join(some)):
        assert compiled.sentences(text) == sentence_borders.sentences(text)


def test_no_abbreviation_is_as_long_as_the_words_that_are_not_looked_up() -> None:
    sure = "abcdef"
    assert not sentence_borders.is_abbreviated(f"{sure}.", len(sure))
    assert len(sure) > sentence_borders.LONGEST_ABBREVIATION


@pytest.mark.parametrize("pure", ["", "1"])
def test_it_can_be_left_out(pure: str) -> None:
    program = (
        "from dittomark.texts import borders, segmentation\n"
        "print(borders.WHICH, segmentation.sentences('One here. Two.'), len(segmentation.words('a b')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "DITTOMARK_PURE": pure},
        capture_output=True,
        text=True,
        check=True,
    )
    which = "Python" if pure else "compiled code"
    assert done.stdout.strip() == f"{which} [(0, 9), (10, 14)] 2"
