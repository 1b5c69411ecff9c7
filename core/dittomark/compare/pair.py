"""Two articles through all steps.

Rule: the pair is taken in one order whatever order it came in, and the answer turned round if need
be, so that comparing b with a mirrors comparing a with b.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dittomark.compare import grouping
from dittomark.compare.chains import CHAIN_SHARE, find_chains
from dittomark.compare.edges import is_whole, settle
from dittomark.compare.edits import Side
from dittomark.compare.evidence import Judge
from dittomark.compare.model import EditOp, Locus, Passage, SharedTerm, SimilarSentence, WordEdit
from dittomark.compare.passages import build_passage
from dittomark.compare.seeds import find_runs
from dittomark.compare.segments import Aligner, Segment
from dittomark.compare.sentences import find_similar_sentences
from dittomark.compare.settings import Settings
from dittomark.compare.stock import StockPhrases
from dittomark.compare.terms import find_shared_terms
from dittomark.compare.tokens import Floats, Tokens, information
from dittomark.text import sentences

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Read:
    """An article as the engine reads it."""

    text: str
    tokens: Tokens
    side: Side
    spans: list[tuple[int, int]]
    sentence: list[int]

    @classmethod
    def of(cls, text: str, tokens: Tokens) -> "Read":
        """Read a text whose words are known."""
        spans = sentences(text)
        starts = np.array([start for start, _ in spans], dtype=np.int64)
        sentence = np.searchsorted(starts, tokens.starts, side="right") - 1
        return cls(text, tokens, Side.of(tokens), spans, np.maximum(sentence, 0).tolist())


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
    settings: Settings,
    stock: StockPhrases | None,
) -> PairFindings:
    """Compare two articles; `numbers` are their places in the comparison."""
    turned = (len(a.text), a.text) > (len(b.text), b.text)
    first, second = (b, a) if turned else (a, b)
    findings = _compare(first, second, keys, settings, stock)
    return _placed(findings, numbers, turned=turned)


def _compare(
    a: Read, b: Read, keys: Sequence[str], settings: Settings, stock: StockPhrases | None
) -> PairFindings:
    texts, sides, tokens = (a.text, b.text), (a.side, b.side), (a.tokens, b.tokens)
    bits = information(tokens, len(keys))
    judge = Judge(a.side.ids, b.side.ids, keys, bits, settings=settings, stock=stock)
    passages = []
    taken = (np.zeros(len(a.tokens), dtype=bool), np.zeros(len(b.tokens), dtype=bool))
    for segment in _segments(a, b, bits, judge, settings):
        weak = not (
            _is_all(segment, a, b)
            or judge.is_strong(segment, whole=is_whole(segment, a.sentence, b.sentence))
        )
        passages.append(build_passage(texts, sides, keys, segment, weak=weak, settings=settings))
        if not weak:
            taken[0][slice(*segment.a)] = True
            taken[1][slice(*segment.b)] = True
    similar, terms = [], []
    if settings.similar_sentences:
        similar = find_similar_sentences(texts, tokens, bits, taken, settings=settings)
    if settings.shared_terms:
        terms = find_shared_terms(texts, sides, keys, bits, settings=settings)
    return PairFindings(passages, similar, terms, taken)


def _is_all(segment: Segment, a: Read, b: Read) -> bool:
    """Tell whether a segment is the whole of both articles, which is a passage however short."""
    return segment.words == len(a.side.ids) == len(b.side.ids)


def _segments(a: Read, b: Read, bits: Floats, judge: Judge, settings: Settings) -> list[Segment]:
    ids_a, ids_b = a.tokens.ids, b.tokens.ids
    if not len(ids_a) or not len(ids_b):
        return []
    sums = np.concatenate(([0.0], np.cumsum(bits[ids_a]))).tolist()
    if np.array_equal(ids_a, ids_b):
        return [Segment.of([(0, 0, len(ids_a))], sums[-1])]
    runs = find_runs(ids_a, ids_b, bits, max_places=settings.max_places)
    aligner = Aligner(ids_a, ids_b, sums, settings=settings)
    found: list[Segment] = []
    for chain in find_chains(runs, least=CHAIN_SHARE * settings.weak_evidence, settings=settings):
        segments = aligner.segments(runs, chain)
        found.extend(s for s in segments if judge.is_weak(s))
    found = grouping.join(grouping.select(found), settings=settings)
    return [settle(segment, a.sentence, b.sentence, sums) for segment in found]


_TURNED: dict[EditOp, EditOp] = {"insert": "delete", "delete": "insert"}


def _placed(findings: PairFindings, numbers: tuple[int, int], *, turned: bool) -> PairFindings:
    """Give the findings of articles 0 and 1 their places, and their order back."""
    if not turned and numbers == (0, 1):
        return findings

    def locus(one: Locus, other: Locus) -> tuple[Locus, Locus]:
        if turned:
            one, other = other, one
        return (
            Locus(numbers[0], one.start, one.end),
            Locus(numbers[1], other.start, other.end),
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
        terms.append(SharedTerm(name, a, b, variant, numbers))
    taken = findings.taken[::-1] if turned else findings.taken
    return PairFindings(passages, sentences, terms, (taken[0], taken[1]))
