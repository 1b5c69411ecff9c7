"""Two articles from their chains to what is shown.

Rule: the pair comes in one order, whatever order it was asked for, and the answer is turned round
if need be, so that comparing b with a mirrors comparing a with b.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

import numpy as np
import numpy.typing as npt

from dittomark.compare import grouping
from dittomark.compare.arrays import Ints
from dittomark.compare.edges import is_fragment, is_whole, settle
from dittomark.compare.edits import Side
from dittomark.compare.evidence import Judge
from dittomark.compare.model import EditOp, Locus, Passage, SharedTerm, SimilarSentence, WordEdit
from dittomark.compare.overlaps import select, split_echoes
from dittomark.compare.passages import build_passage
from dittomark.compare.seeds import Board, Run
from dittomark.compare.segments import Aligner, Range, Segment
from dittomark.compare.sentences import SentencePair, pair_sentences
from dittomark.compare.settings import Settings
from dittomark.compare.stock import StockPhrases
from dittomark.compare.terms import find_shared_terms
from dittomark.compare.tokens import Tokens
from dittomark.text import sentences, snap

Mask = npt.NDArray[np.bool_]

# Bits of the smallest piece that is looked at. What is too small for a passage lengthens a wide one.
LEAST_PIECE: Final = {"narrow": 20.0, "adaptive": 20.0, "wide": 15.0}
SENTENCE_BITS: Final = 20.0  # what a pair of like sentences tells as a piece, times its likeness


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """An article as the engine reads it: its words and sentences.

    `spans` are the sentences; `sentence_of` holds the number of the sentence of every word (as a
    list: `sentence`), `first_word` the first word of every sentence.
    """

    text: str
    tokens: Tokens
    side: Side
    spans: list[tuple[int, int]]
    sentence_of: Ints
    sentence: list[int]
    first_word: list[int]

    @classmethod
    def of(cls, text: str, tokens: Tokens) -> "Read":
        """Read a text whose words are known."""
        spans = sentences(text)
        starts = np.array([start for start, _ in spans], dtype=np.int64)
        sentence = np.maximum(np.searchsorted(starts, tokens.starts, side="right") - 1, 0)
        first = np.searchsorted(sentence, np.arange(len(spans) + 1)).tolist()
        return cls(text, tokens, Side.of(tokens), spans, sentence, sentence.tolist(), first)

    def words_of(self, sentence: int) -> Range:
        """Return the words of one sentence."""
        return self.first_word[sentence], self.first_word[sentence + 1]


@dataclass(frozen=True, slots=True, eq=False)
class PairFindings:
    """What two articles share; `taken` tells, for each, which words stand in a strong passage."""

    passages: list[Passage]
    sentences: list[SimilarSentence]
    terms: list[SharedTerm]
    taken: tuple[Mask, Mask]


def compare_pair(
    a: Read,
    b: Read,
    numbers: tuple[int, int],
    keys: Sequence[str],
    *,
    board: Board,
    chains: Sequence[Sequence[Run]],
    settings: Settings,
    stock: StockPhrases | None,
) -> PairFindings:
    """Compare two articles; `numbers` are their places in the comparison, in either order.

    `chains` are those of their board.
    """
    findings = _compare(a, b, keys, board=board, chains=chains, settings=settings, stock=stock)
    return _placed(findings, numbers)


def _compare(
    a: Read,
    b: Read,
    keys: Sequence[str],
    *,
    board: Board,
    chains: Sequence[Sequence[Run]],
    settings: Settings,
    stock: StockPhrases | None,
) -> PairFindings:
    texts, sides, ids = (a.text, b.text), (a.side, b.side), (a.tokens.ids, b.tokens.ids)
    judge = Judge(a.side.ids, b.side.ids, keys, board.bits, settings=settings, stock=stock)

    @cache
    def pairs() -> list[SentencePair]:
        return pair_sentences(ids[0], a.sentence_of, ids[1], b.sentence_of, board.bits)

    passages = []
    taken = (np.zeros(len(a.tokens), dtype=bool), np.zeros(len(b.tokens), dtype=bool))
    for segment, weak in _passages(
        a, b, pairs, judge, board=board, chains=chains, settings=settings
    ):
        passages.append(build_passage(texts, sides, keys, segment, weak=weak, settings=settings))
        if not weak:
            taken[0][slice(*segment.a)] = True
            taken[1][slice(*segment.b)] = True
    similar, terms = [], []
    if settings.similar_sentences:
        similar = _similar_sentences(a, b, pairs(), taken, settings)
    if settings.shared_terms:
        terms = find_shared_terms(texts, sides, ids, keys, board.bits, settings=settings)
    return PairFindings(passages, similar, terms, taken)


def _passages(
    a: Read,
    b: Read,
    pairs: Callable[[], Sequence[SentencePair]],
    judge: Judge,
    *,
    board: Board,
    chains: Sequence[Sequence[Run]],
    settings: Settings,
) -> Iterator[tuple[Segment, bool]]:
    """Yield the passages of two articles as segments, and whether they are weak."""
    ids_a, ids_b = a.side.ids, b.side.ids
    if not ids_a or not ids_b:
        return
    sums = board.sums.tolist()
    if ids_a == ids_b:
        yield Segment.of([(0, 0, len(ids_a))], sums[-1]), False
        return
    aligner = Aligner(ids_a, ids_b, sums, settings=settings)
    pieces: list[Segment] = []
    for chain in chains:
        pieces.extend(aligner.segments(chain, least=LEAST_PIECE[settings.grouping]))
    related = _as_pieces(pairs, a, b)
    cut = partial(is_fragment, a=a.sentence, b=b.sentence)
    own, echoes = split_echoes(select(pieces), len(ids_a), len(ids_b), evidence=settings.evidence)
    for group in grouping.group(own, related, is_fragment=cut, settings=settings):
        segment, together = group.pieces[0], False
        if len(group.pieces) > 1:
            blocks = aligner.fill(group.a, group.b, group.pieces)
            segment = Segment(group.a, group.b, blocks, group.bits)
            together = judge.is_passage(group)
        settled = settle(segment, a.sentence, b.sentence, sums)
        whole = is_whole(settled, a.sentence, b.sentence)
        if together or judge.is_strong(settled, whole=whole):
            yield settled, False
        elif judge.is_weak(settled):
            yield settled, True
    for echo in echoes:
        settled = settle(echo, a.sentence, b.sentence, sums)
        whole = is_whole(settled, a.sentence, b.sentence)
        if judge.is_weak(settled):
            yield settled, not (whole and judge.is_strong(settled, whole=whole))


def _as_pieces(pairs: Callable[[], Sequence[SentencePair]], a: Read, b: Read) -> Iterator[Segment]:
    """Yield like sentences as pieces; they are not looked for before they are wanted."""
    for pair in pairs():
        bits = SENTENCE_BITS * pair.likeness
        yield Segment(a.words_of(pair.a), b.words_of(pair.b), (), bits)


def _similar_sentences(
    a: Read,
    b: Read,
    pairs: Sequence[SentencePair],
    taken: tuple[Mask, Mask],
    settings: Settings,
) -> list[SimilarSentence]:
    """Return the pairs that say nearly the same and stand in no passage."""
    found = []
    before_a, before_b = ([0, *np.cumsum(mask).tolist()] for mask in taken)
    for pair in pairs:
        if pair.likeness < settings.similar:
            break
        if (
            pair.bits >= settings.weak_evidence
            and _is_free(a.words_of(pair.a), before_a)
            and _is_free(b.words_of(pair.b), before_b)
        ):
            span_a, span_b = snap(a.text, *a.spans[pair.a]), snap(b.text, *b.spans[pair.b])
            found.append(
                SimilarSentence(Locus(0, *span_a), Locus(1, *span_b), round(pair.likeness, 4))
            )
    return found


def _is_free(words: Range, taken_before: Sequence[int]) -> bool:
    """Tell whether most of a sentence stands in no passage."""
    first, last = words
    return 2 * (taken_before[last] - taken_before[first]) < last - first


_TURNED: dict[EditOp, EditOp] = {"insert": "delete", "delete": "insert"}


def _placed(findings: PairFindings, numbers: tuple[int, int]) -> PairFindings:
    """Give the findings of articles 0 and 1 their places in the comparison, and their order there."""
    if numbers == (0, 1):
        return findings
    turned = numbers[0] > numbers[1]
    first, second = sorted(numbers)

    def locus(one: Locus, other: Locus) -> tuple[Locus, Locus]:
        if turned:
            one, other = other, one
        return (
            Locus(first, one.start, one.end),
            Locus(second, other.start, other.end),
        )

    def edit(one: WordEdit) -> WordEdit:
        return WordEdit(_TURNED.get(one.op, one.op), one.b, one.a) if turned else one

    passages = [
        Passage(*locus(p.a, p.b), p.similarity, p.kind, p.weak, tuple(map(edit, p.edits)), p.group)
        for p in findings.passages
    ]
    sentences = [SimilarSentence(*locus(s.a, s.b), s.similarity) for s in findings.sentences]
    terms = []
    for term in findings.terms:
        name, a, b, variant = term.term, term.a, term.b, term.variant
        if turned:
            a, b = b, a
            if variant is not None:
                name, variant = variant, name
        terms.append(SharedTerm(name, a, b, variant, (first, second)))
    taken = findings.taken[::-1] if turned else findings.taken
    return PairFindings(passages, sentences, terms, (taken[0], taken[1]))
