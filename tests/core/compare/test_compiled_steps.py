"""What the compiled steps of the engine find is what the rules in Python find, whatever the words."""

import os
import subprocess
import sys
from random import Random

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dittomark.compare import (
    chains,
    numbers,
    passages,
    seeds,
    similar_sentences,
    steps,
    summaries,
)
from dittomark.compare.comparison import Locus
from dittomark.compare.segments import Aligner, Segment, aligner
from dittomark.compare.settings import Settings
from dittomark.compare.tokenised import Read, words_by_rules
from dittomark.compare.tokens import Tokens, tokenise
from dittomark.structures.array_types import Ints

if not steps.COMPILED:
    pytest.skip("nothing is compiled here", allow_module_level=True)

# Articles as numbers of words: few different ones, so that much is met again; phrases that come again.
few = st.lists(st.integers(0, 5), max_size=40)
phrases = st.lists(
    st.sampled_from(
        [[1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 1, 1, 2], [0] * 12, [10, 11, 12], [4], [13, 2]]
    ),
    max_size=14,
).map(lambda parts: [word for part in parts for word in part])
article = st.one_of(few, phrases, st.lists(st.integers(0, 400), max_size=60))
PHRASE = [1, 2, 3, 4, 5, 6, 7, 8]
settings = st.builds(
    Settings,
    max_gap=st.integers(1, 40),
    max_places=st.sampled_from([1, 4, 9, 36]),
    split_gap=st.integers(1, 12),
    open_cost=st.sampled_from([0.5, 1.5]),
)


def boards_of(
    several: list[list[int]], pairs: list[tuple[int, int]]
) -> tuple[list[Ints], list[Ints], list[seeds.Board]]:
    """Return the ids of articles, how often each stands in each of them, and boards."""
    ids: list[Ints] = [np.array(one, dtype=np.int64) for one in several]
    words = max([0, *(word + 1 for one in several for word in one)])
    counts: list[Ints] = [np.bincount(one, minlength=words) for one in ids]
    return ids, counts, [seeds.Board.of(*pair, ids=ids, words=words) for pair in pairs]


@given(st.lists(article, min_size=2, max_size=4), settings, st.sampled_from([2.0, 15.0, 20.0]))
@example([[], [1]], Settings(), 2.0)
@example([[3], [3]], Settings(), 2.0)
@example([[1] * 300, [1] * 200, [2, 1] * 90], Settings(), 2.0)
@example([list(range(50)) * 3, list(range(20, 60)), list(range(50))], Settings(max_gap=3), 15.0)
# At as many places as are looked at, and not one more.
@example(
    [[*PHRASE, 20, *PHRASE, 21, *PHRASE], [*PHRASE, 22, *PHRASE, 23, *PHRASE]],
    Settings(max_places=9),
    2.0,
)
# Two steps that are equally good.
@example(
    [[20, 21, 22, 10, 11, 12, 30, *PHRASE], [10, 11, 12, 20, 21, 22, 31, *PHRASE]], Settings(), 2.0
)
# A beginning in common that is just long enough, and tells less than a run must.
@example([[1] * 8 + [2] + [1] * 600, [1] * 8 + [3] * 3 + [1] * 600], Settings(), 2.0)
def test_chains_between_articles(several: list[list[int]], chosen: Settings, least: float) -> None:
    every = [(a, b) for b in range(len(several)) for a in range(b)]
    ids, counts, boards = boards_of(several, every)
    wanted = [np.add.reduce([count > 0 for count in counts]) > 1] * len(ids)
    by_rules = chains.chains_by_rules(ids, wanted, boards, least=least, settings=chosen)
    assert chains.chains_of(ids, wanted, boards, least=least, settings=chosen) == by_rules


@given(st.lists(article, min_size=1, max_size=3), settings)
@example([[1] * 7000], Settings())
@example([[1, 2] * 50, list(range(9)) * 4], Settings(max_gap=2))
def test_chains_inside_articles(several: list[list[int]], chosen: Settings) -> None:
    ids, counts, boards = boards_of(several, [(k, k) for k in range(len(several))])
    wanted = [count > 1 for count in counts]
    by_rules = chains.chains_by_rules(ids, wanted, boards, least=24.0, settings=chosen)
    assert chains.chains_of(ids, wanted, boards, least=24.0, settings=chosen) == by_rules


@pytest.mark.parametrize("broken", [[-1, 2], [2, 7_000_000_000]])
def test_words_that_no_list_has_are_refused(broken: list[int]) -> None:
    ids, counts, boards = boards_of([[1, 2], [2, 1]], [(0, 1)])
    ids[1] = np.array(broken)
    with pytest.raises(ValueError, match="out of range"):
        chains.chains_of(
            ids, [count > 0 for count in counts], boards, least=2.0, settings=Settings()
        )


def said(program: str, pure: str = "") -> str:
    """Return what a program prints that begins with a comparison's imports and two texts."""
    begin = (
        "import sys\n"
        "{}"
        "from dittomark import compare; from dittomark.compare import steps\n"
        "text = 'The ferry to the island sank in the storm near the old harbour on Monday.'\n"
        "print(steps.COMPILED, len(compare(text, 'Yes. ' + text).complete().passages))"
    )
    done = subprocess.run(
        [sys.executable, "-c", begin.format(program)],
        env={**os.environ, "DITTOMARK_PURE": pure},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("pure", ["", "1"])
def test_they_can_be_left_out(pure: str) -> None:
    assert said("", pure) == f"{not pure} 1"


def test_words_found_by_rules_are_compared_by_compiled_code() -> None:
    # As if the module that finds words were not there, or of another version.
    assert said("sys.modules['dittomark.texts._borders'] = None\n") == "True 1"


@pytest.mark.parametrize("rules", ["", "RULES = 0"])
@pytest.mark.parametrize(
    ("module", "compiled"), [("compare._terms", False), ("texts._borders", True)]
)
def test_modules_of_another_version_are_not_used(module: str, compiled: bool, rules: str) -> None:
    program = (
        "import types\n"
        f"old = sys.modules['dittomark.{module}'] = types.ModuleType('dittomark.{module}')\n"
        f"exec({rules!r}, old.__dict__)\n"
        f"import dittomark.{module.partition('.')[0]} as room\n"
        f"room.{module.partition('.')[2]} = old\n"
    )
    assert said(program) == f"{compiled} 1"


def tokens_of(ids: Ints) -> Tokens:
    return Tokens(ids, ids, [""] * len(ids), ids)


@given(article, article, settings, st.sampled_from([5.0, 20.0]))
@example([1] * 300, [2, 1] * 400, Settings(), 5.0)
# A gap that is as wide as one may be.
@example([*PHRASE, *range(20, 28), 9, *PHRASE[::-1]], [*PHRASE, 9, *PHRASE[::-1]], Settings(), 5.0)
@example([*range(100), *range(300, 900)], [*range(100), *range(880, 0, -3)], Settings(), 5.0)
def test_segments_and_alignments(
    one: list[int], other: list[int], chosen: Settings, least: float
) -> None:
    ids, counts, boards = boards_of([one, other], [(0, 1)])
    every = [np.ones(len(counts[0]), dtype=bool)] * 2
    found = chains.chains_of(ids, every, boards, least=least, settings=chosen)
    both = tokens_of(ids[0]), tokens_of(ids[1])
    by_rules = Aligner(*both, boards[0].sums, settings=chosen)
    compiled = aligner(*both, boards[0].sums, settings=chosen)
    segments = by_rules.segments(found[0], least=least)
    assert compiled.segments(found[0], least=least) == segments
    whole = (0, len(one)), (0, len(other))
    for pieces in ([], segments):
        assert compiled.fill(*whole, pieces) == by_rules.fill(*whole, pieces)


@given(article, settings)
@example([1] * 40, Settings())
@example([*range(30), *range(30), *range(25)], Settings())
def test_segments_inside_an_article(one: list[int], chosen: Settings) -> None:
    ids, counts, boards = boards_of([one], [(0, 0)])
    found = chains.chains_of(ids, [counts[0] > 1], boards, least=5.0, settings=chosen)
    both = tokens_of(ids[0]), tokens_of(ids[0])
    by_rules = Aligner(*both, boards[0].sums, settings=chosen)
    compiled = aligner(*both, boards[0].sums, settings=chosen)
    segments = by_rules.segments(found[0], least=5.0, apart=True)
    assert compiled.segments(found[0], least=5.0, apart=True) == segments


@given(st.lists(st.integers(0, 30), max_size=400), st.lists(st.integers(0, 30), max_size=400))
def test_of_several_common_subsequences_the_same_is_taken(one: list[int], other: list[int]) -> None:
    ids, _, boards = boards_of([one, other], [(0, 1)])
    both = tokens_of(ids[0]), tokens_of(ids[1])
    whole = (0, len(one)), (0, len(other))
    by_rules = Aligner(*both, boards[0].sums, settings=Settings())
    compiled = aligner(*both, boards[0].sums, settings=Settings())
    assert compiled.fill(*whole, []) == by_rules.fill(*whole, [])


@pytest.mark.parametrize("run", [(0, 0, 9), (-1, 0, 1), (0, 2, 1), (0, 0, 0), (2**62, 0, 2**62)])
def test_runs_outside_of_an_article_are_refused(run: tuple[int, int, int]) -> None:
    ids, _, boards = boards_of([[1, 2, 3], [2, 1]], [(0, 1)])
    compiled = aligner(tokens_of(ids[0]), tokens_of(ids[1]), boards[0].sums, settings=Settings())
    with pytest.raises(ValueError, match="must lie in the articles"):
        compiled.segments([[run]], least=1.0)


@given(article, article, st.integers(1, 12))
@example([], [1], 3)
@example([1] * 900, [1] * 30 + [2], 2)
@example([*range(40)] * 9, [*range(40)] * 5, 7)
@example([*range(30)] * 20, [*range(25)] * 20, 3)
def test_sentences_that_are_alike(one: list[int], other: list[int], length: int) -> None:
    ids, _, boards = boards_of([one, other], [(0, 1)])
    sentence = [np.arange(len(of_one)) // length for of_one in ids]
    asked = ids[0], sentence[0], ids[1], sentence[1], boards[0].bits
    assert similar_sentences.pair_sentences(*asked) == similar_sentences.sentences_by_rules(*asked)


@given(st.integers(100, 900), st.floats(0, 1), st.integers(0, 300), st.integers())
def test_summaries(size: int, kept: float, around: int, seed: int) -> None:
    random = Random(seed)
    long = [random.randrange(500) for _ in range(size)]
    told = [word if random.random() < kept else random.randrange(500, 900) for word in long[::7]]
    short = [random.randrange(900) for _ in range(around)] + told
    copied = np.array([random.random() < 0.1 for _ in short])
    ids, _, boards = boards_of([long, short], [(0, 1)])
    for one, other, mask in ((0, 1, copied), (1, 0, np.zeros(len(long), dtype=bool))):
        asked = ids[one], ids[other], boards[0].bits, mask
        assert summaries.find_summary(*asked) == summaries.summary_by_rules(*asked)


def test_a_summary_is_found_by_both() -> None:
    long = np.array([*range(2000, 2200), *range(300), *range(2200, 2300)])
    short = np.array([*range(600, 700), *range(0, 300, 4), *range(700, 800)])
    asked = long, short, np.full(2300, 9.0), np.zeros(len(short), dtype=bool)
    found = summaries.find_summary(*asked)
    assert found == summaries.summary_by_rules(*asked)
    assert found is not None
    assert (found.long, found.short) == ((200, 497), (100, 175))


@given(st.lists(st.sampled_from(["One word. ", "two, ", "“Three!” ", "\n", ". ", "", "হ্যাঁ। "])))
@example([])
@example([". . ."])
def test_words_of_sentences(parts: list[str]) -> None:
    read = Read("".join(parts), tokenise(["".join(parts)])[0][0])
    first, sentence, column = words_by_rules(read.tokens.starts, read.spans)
    assert (read.first_word, list(read.sentence)) == (first, sentence)
    assert read.sentence_of.tolist() == column.tolist() == sentence


@given(article, article)
@example([], [])
@example([1], [])
@example([3] * 5000, [3, 4])
def test_boards(one: list[int], other: list[int]) -> None:
    ids = [np.array(words, dtype=np.int64) for words in (one, other)]
    words = max([0, *one, *other]) + 3
    for a, b in ((0, 1), (0, 0), (1, 1)):
        found = seeds.Board.of(a, b, ids=ids, words=words)
        wanted = seeds.board_by_rules(a, b, ids=ids, words=words)
        assert (found.a, found.b) == (a, b)
        for name in ("bits", "sums", "shared"):
            assert getattr(found, name).tolist() == getattr(wanted, name).tolist()


spelt = st.sampled_from(
    [
        *("the", "The", "“THE”", "colour", "color", "১২", "12", "(x", "e\u0301a.", "হ্যাঁ।", "…”)"),
        *("\u09af\u09bc", "\u09df", "\u0301", "'", "ab", "abc", "word", "words", "swords"),
        *("aaaa" * 20, "aaaa" * 16),
    ]
)
text = st.lists(spelt, max_size=30).map(" ".join)


@given(text, text, st.data())
@example("The “color", "the “colour", None)
@example("x) y", "x) z", None)
@example(" one two ", " one two ''", None)
def test_passages_and_their_edits(one: str, other: str, data: st.DataObject | None) -> None:
    texts = one, other
    tokens, keys = tokenise(texts)
    a, b = tokens
    if not len(a) or not len(b):
        return
    found = []
    aligned = Aligner(a, b, np.zeros(len(a) + 1), settings=Settings())
    for weak in (False, True):
        sides = []
        for side in (a, b):
            first = data.draw(st.integers(0, len(side) - 1)) if data and weak else 0
            sides.append((first, len(side)))
        blocks = aligned.fill(sides[0], sides[1], [])
        found.append((Segment.between(sides[0], sides[1], blocks, 9.0), weak))
    ratio = data.draw(st.sampled_from([75.0, 40.0, 0.0, 100.0, 60.0])) if data else 75.0
    for articles in ((0, 1), (2, 1)):
        made = passages.make_drafts(texts, (a, b), articles, keys, found, variant_ratio=ratio)
        assert made == [
            passages.draft(texts, (a, b), articles, keys, segment, weak=weak, variant_ratio=ratio)
            for segment, weak in found
        ]
        assert [repr(one) for one in made] == [repr(passages.Draft(*one)) for one in made]


places = st.builds(
    lambda article, start, size: Locus(article, start, start + size),
    st.integers(0, 2),
    st.integers(0, 30),
    st.integers(0, 30),
)
drafts = st.builds(
    passages.Draft,
    places,
    places,
    st.sampled_from([0.2, 0.9, 1.0]),
    st.sampled_from(["verbatim", "rewrite", "summary"]),
    st.booleans(),
    st.just(()),
)


@given(st.lists(drafts, max_size=9))
@example([])
@example(
    [
        passages.Draft(Locus(0, 1, 9), Locus(1, 1, 9), 1.0, "verbatim", weak, ())
        for weak in (True, False)
    ]
)
def test_numbers_of_passages(found: list[passages.Draft]) -> None:
    assert numbers.number_groups(found) == numbers.number_by_rules(found)
