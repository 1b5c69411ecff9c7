"""Where passages end that were told in other words, and what was left out of them."""

from itertools import pairwise

from tests.core.compare.test_properties import strong

from dittomark.compare import compare


def _words(name: str, count: int) -> list[str]:
    return [f"{name}{number}" for number in range(count)]


def _retold(words: list[str], name: str) -> list[str]:
    """Return words of which three are kept, two replaced, and so on."""
    return [word if place % 5 < 3 else f"{name}{place}other" for place, word in enumerate(words)]


def _sentences(words: list[str], size: int = 10) -> str:
    starts = [*range(0, len(words), size), len(words)]
    return " ".join(f"{' '.join(words[a:b]).capitalize()}." for a, b in pairwise(starts))


def test_a_section_that_a_retelling_leaves_out_does_not_part_it() -> None:
    opening, section, end = _words("ab", 250), _words("ce", 200), _words("du", 250)
    around = _words("fa", 900), _words("gi", 900)
    one = _sentences([*around[0], *opening, *section, *end])
    other = _sentences([*around[1], *_retold(opening, "x"), *_retold(end, "y")])

    (passage,) = strong(compare(one, other))
    assert one[passage.a.start : passage.a.end].split()[0] == "Ab0"
    assert "du247" in one[passage.a.start : passage.a.end]
    assert passage.b.end - passage.b.start < passage.a.end - passage.a.start


def test_a_longer_section_parts_two_passages() -> None:
    opening, section, end = _words("ab", 150), _words("ce", 300), _words("du", 150)
    around = _words("fa", 900), _words("gi", 900)
    one = _sentences([*around[0], *opening, *section, *end])
    other = _sentences([*around[1], *_retold(opening, "x"), *_retold(end, "y")])

    assert len(strong(compare(one, other))) == 2


def test_a_retold_sentence_is_in_the_passage_to_its_end() -> None:
    told = _words("ab", 60)
    again = [*_retold(told[:50], "x"), *told[50:57], "they", "said", "later"]
    one = _sentences([*_words("fa", 300), *told, *_words("ho", 300)])
    other = _sentences([*_words("gi", 300), *again, *_words("ju", 300)])

    (passage,) = strong(compare(one, other))
    assert one[: passage.a.end].endswith("ab59.")
    assert other[: passage.b.end].endswith("later.")


def test_a_retelling_goes_on_where_a_word_here_and_there_is_left() -> None:
    told, sparse = _words("ab", 60), _words("ce", 45)
    thinned = [word if place % 2 else f"z{place}" for place, word in enumerate(sparse)]
    one = _sentences([*_words("fa", 300), *told, *sparse, *_words("ho", 300)], size=30)
    other = _sentences(
        [*_words("gi", 300), *_retold(told, "x"), *thinned, *_words("ju", 300)], size=30
    )

    (passage,) = strong(compare(one, other))
    assert "ce43" in one[passage.a.start : passage.a.end]
    assert "ho9" not in one[passage.a.start : passage.a.end]
    assert "ju9" not in other[passage.b.start : passage.b.end]
    mirrored = strong(compare(other, one))[0]
    assert (mirrored.a.start, mirrored.a.end) == (passage.b.start, passage.b.end)
