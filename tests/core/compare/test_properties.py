"""What holds for every pair of texts, in every script."""

import dataclasses

import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dittomark.compare import Comparison, Passage, compare
from dittomark.texts.fold import fold
from dittomark.texts.segmentation import words

LATIN = "the harbour ferry storm boat tore port nine days repair museum of in on to a"
OTHERS = (
    "রাষ্ট্রপতি বৈঠক ২০১৯ সালের নেতা কিম জং উন নিয়\u09bcে নি\u09dfে ধান কৃষক হাওর ও "
    "国务院 ทำงาน 東京都 Ёлка ёлка Straße STRASSE 12,000 don’t ك\u200dتاب ঠি\u200cক 👩\u200d👩\u200d👧 —"
)
WORDS = [*LATIN.split(), *OTHERS.split()]
sentences = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
texts = st.one_of(
    sentences,
    st.lists(sentences, max_size=5).map(". ".join),
    st.text(),
    st.text(alphabet="ab ক্ষ\u09dfয়\u200d\u0301é\U0001f468🇧🇩กำ中\ud800\r\n\x00’'.,1২"),
)
few = settings(max_examples=50)
PASSAGE = (
    "Engineers of the port authority said repairs to the two stranded ferries would take at least "
    "nine days and cost more than anyone had feared"
)
OTHER_WORDS = [f"filler{n}" for n in range(60)]


def strong(comparison: Comparison) -> list[Passage]:
    return [passage for passage in comparison.passages if not passage.weak]


def sides(passage: Passage) -> tuple[tuple[int, int], tuple[int, int]]:
    return (passage.a.start, passage.a.end), (passage.b.start, passage.b.end)


def mirrored(comparison: Comparison) -> set[tuple[object, ...]]:
    turn = {"insert": "delete", "delete": "insert"}
    return {
        (
            *reversed(sides(p)),
            p.similarity,
            p.kind,
            p.weak,
            tuple((turn.get(e.op, e.op), e.b, e.a) for e in p.edits),
        )
        for p in comparison.passages
    }


@few
@given(texts, texts)
def test_comparing_b_with_a_mirrors_comparing_a_with_b(a: str, b: str) -> None:
    there, back = compare(a, b), compare(b, a)
    assert mirrored(there) == {
        (*sides(p), p.similarity, p.kind, p.weak, tuple((e.op, e.a, e.b) for e in p.edits))
        for p in back.passages
    }
    assert there.coverage == back.coverage[::-1]
    assert there.derived == back.derived[::-1]
    assert there.articles == back.articles[::-1]
    assert {(s.a.start, s.b.start, s.similarity) for s in there.similar_sentences} == {
        (s.b.start, s.a.start, s.similarity) for s in back.similar_sentences
    }
    assert {(t.a, t.b) for t in there.shared_terms} == {(t.b, t.a) for t in back.shared_terms}


@few
@given(texts, texts)
@example(":000:0000000:000:000", "0:000:0000000:000:000")
def test_every_offset_is_inside_and_on_a_border(a: str, b: str) -> None:
    comparison = compare(a, b)
    borders = [{0, *(m.end() for m in regex.finditer(r"\X", text))} for text in (a, b)]
    loci = [locus for p in comparison.passages for locus in (p.a, p.b)]
    loci += [locus for s in comparison.similar_sentences for locus in (s.a, s.b)]
    for locus in loci:
        assert {locus.start, locus.end} <= borders[locus.article]
        assert locus.start < locus.end
    for article, on_border in zip(comparison.articles, borders, strict=True):
        for repeat in article.repeats:
            assert len(repeat.places) > 1
            assert all({*place} <= on_border for place in repeat.places)
    for passage in comparison.passages:
        for edit in passage.edits:
            assert passage.a.start <= edit.a[0] <= edit.a[1] <= passage.a.end
            assert passage.b.start <= edit.b[0] <= edit.b[1] <= passage.b.end
        assert 0 < passage.similarity <= 1
        assert passage.group >= 1
    assert all(0 <= share <= 1 for share in comparison.coverage)


@few
@given(texts, texts)
@example("000:000:000:000:000:000", "000:000!000:000:000:000:000:000")
def test_verbatim_means_equal_after_folding(a: str, b: str) -> None:
    for passage in compare(a, b).passages:
        (a0, a1), (b0, b1) = sides(passage)
        assert (fold(a[a0:a1]) == fold(b[b0:b1])) == (passage.kind == "verbatim")


@given(texts)
def test_identical_texts_are_one_passage(text: str) -> None:
    comparison = compare(text, text)
    if not fold(text):
        assert comparison.passages == ()
        return
    (passage,) = comparison.passages
    spans = words(text)
    assert not passage.weak
    assert (passage.kind, passage.similarity) == ("verbatim", 1.0)
    assert passage.a == dataclasses.replace(passage.b, article=0)
    assert all(passage.a.start <= s and e <= passage.a.end for s, e in spans if fold(text[s:e]))
    assert comparison.coverage == (1.0, 1.0)


@given(st.lists(st.sampled_from(LATIN.split())), st.lists(st.sampled_from(OTHER_WORDS)))
def test_texts_without_a_common_word_share_nothing(one: list[str], other: list[str]) -> None:
    comparison = compare(" ".join(one), " ".join(other))
    assert comparison.passages == ()
    assert comparison.similar_sentences == ()
    assert [term for term in comparison.shared_terms if term.variant is None] == []


@given(
    st.lists(st.sampled_from(OTHER_WORDS), max_size=40),
    st.lists(st.sampled_from(OTHER_WORDS), max_size=40),
)
def test_unrelated_text_elsewhere_does_not_lose_a_passage(
    before: list[str], after: list[str]
) -> None:
    a = f"Something else first. {PASSAGE}. The end of it."
    b = f"{' '.join(before)}. {PASSAGE}. {' '.join(after)}"
    found = [b[p.b.start : p.b.end] for p in strong(compare(a, b))]
    assert any(PASSAGE in text for text in found)


@few
@given(texts, texts, texts)
def test_three_articles_hold_what_their_pairs_hold(a: str, b: str, c: str) -> None:
    together = compare(a, b, c)
    assert {(p.a.article, p.b.article) for p in together.passages} <= {(0, 1), (0, 2), (1, 2)}
    assert sorted({p.group for p in together.passages}) == list(
        range(1, len({p.group for p in together.passages}) + 1)
    )
    assert together == compare(a, b, c)
