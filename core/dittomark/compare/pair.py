"""The comparison of two articles: from chains to passages, similar sentences and shared terms.

Rule: the two articles are always compared in one canonical order and the result is mirrored if need
be, so that comparing b with a mirrors comparing a with b.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from dittomark.compare.comparison import Locus, SharedTerm, SimilarSentence
from dittomark.compare.edges import reach
from dittomark.compare.evidence import Judge
from dittomark.compare.names import is_name, is_quotation
from dittomark.compare.onward import REWRITE, go_on
from dittomark.compare.passages import Draft, draft_of_summary, make_drafts
from dittomark.compare.rewrites import join_sections
from dittomark.compare.seeds import Board, Run
from dittomark.compare.segments import Range, Segment, aligner
from dittomark.compare.settings import Settings
from dittomark.compare.settled import settled_segments
from dittomark.compare.similar_sentences import SentencePair, pair_sentences
from dittomark.compare.stock import StockPhrases
from dittomark.compare.summaries import find_summary, whole_summary
from dittomark.compare.terms import find_shared_terms
from dittomark.compare.tokenised import Read
from dittomark.compare.traits import Keys
from dittomark.structures.array_types import Bools
from dittomark.texts.segmentation import snap

# Bits of the smallest piece that is considered. Smaller pieces than a passage can extend a wide
# one.
LEAST_PIECE: Final = {"narrow": 20.0, "adaptive": 20.0, "wide": 15.0}
LEAST_LONG: Final = 100  # words of the shortest article that another one may summarise
DENSE: Final = 0.6  # density from which a passage inside a summary is shown separately
QUOTED: Final = 30  # words; a shorter copy counts as a quotation in a summary
QUOTES: Final = 0.4  # share of a summary's words that may be in dense passages
EXPLAINS: Final = 0.3  # density from which a passage over half of a summary replaces it


class _SummarySpan(NamedTuple):
    """A summary: its word ranges in a and b, and the share of its rare words that both contain."""

    ranges: tuple[Range, Range]
    kept: float


class Pair:
    """Two articles; `numbers` are their indices in the comparison, in either order."""

    def __init__(
        self,
        a: Read,
        b: Read,
        numbers: tuple[int, int],
        keys: Sequence[str],
        *,
        board: Board,
        settings: Settings,
    ) -> None:
        self._a = a
        self._b = b
        self._numbers = numbers
        self._keys = keys
        self._board = board
        self._settings = settings
        self._texts = a.text, b.text
        self._taken = np.zeros(len(a.tokens), dtype=bool), np.zeros(len(b.tokens), dtype=bool)

    def taken(self, number: int) -> Bools | None:
        """Return a mask of an article's words in strong passages; None if it is not in the pair."""
        return self._taken[self._numbers.index(number)] if number in self._numbers else None

    def find_passages(
        self, chains: Sequence[Sequence[Run]] | None, stock: StockPhrases | None
    ) -> list[Draft]:
        """Return the passages, as drafts.

        `chains` are those of the board of the two articles, None if their words are identical.
        """
        segments = self._with_whole_rewrites(list(self._segments(chains, stock)))
        summaries = self._summaries([one for one, weak in segments if not weak])
        segments = self._gone_on(segments, summaries)
        for segment, weak in segments:
            if not weak:
                self._taken[0][slice(*segment.a)] = True
                self._taken[1][slice(*segment.b)] = True
        tokens = self._a.tokens, self._b.tokens
        drafts = make_drafts(
            self._texts,
            tokens,
            self._numbers,
            self._keys,
            segments,
            variant_ratio=self._settings.variant_ratio,
        )
        return drafts + [
            draft_of_summary(self._texts, tokens, self._numbers, one.ranges, one.kept)
            for one in summaries
        ]

    def _gone_on(
        self, segments: Sequence[tuple[Segment, bool]], summaries: Sequence[_SummarySpan]
    ) -> list[tuple[Segment, bool]]:
        """Return the segments with rewrites extended, without chance matches inside summaries."""
        left = [
            (segment, weak)
            for segment, weak in segments
            if not any(_is_scrap(segment, *summary.ranges) for summary in summaries)
        ]
        if all(weak or segment.density >= REWRITE for segment, weak in left):
            return left
        ids, bits = (self._a.tokens.numbers, self._b.tokens.numbers), self._board.bits
        strong = [segment for segment, weak in left if not weak]
        found = []
        at = -1
        for segment, weak in left:
            at += not weak
            if weak or segment.density >= REWRITE or _overlaps_a_summary(segment, summaries):
                found.append((segment, weak))
                continue
            strong[at] = go_on(segment, strong[:at] + strong[at + 1 :], ids, bits)
            found.append((strong[at], False))
        return found

    def _summaries(self, strong: Sequence[Segment]) -> list[_SummarySpan]:
        """Return the summaries in either direction, except those that strong passages explain."""
        sides = self._a, self._b
        found = []
        for long, short in ((0, 1), (1, 0)):
            ids = sides[long].tokens.ids, sides[short].tokens.ids
            if len(ids[0]) < LEAST_LONG:
                continue
            copies = [(one.b, one.a)[long] for one in strong if one.density >= DENSE]
            copied = np.zeros(len(ids[1]), dtype=bool)
            for first, last in copies:
                copied[first:last] = last - first >= QUOTED
            asked = *ids, self._board.bits, copied
            summary = find_summary(*asked) or whole_summary(*asked)
            if summary is None:
                continue
            size = _size(summary.short)
            if any(
                one.density >= EXPLAINS and 2 * _common((one.b, one.a)[long], summary.short) >= size
                for one in strong
            ) or size * QUOTES < sum(max(_common(one, summary.short), 0) for one in copies):
                continue
            told = sides[short].whole_sentences(summary.short)
            ranges = (summary.long, told) if long == 0 else (told, summary.long)
            found.append(_SummarySpan(ranges, summary.kept))
        return found

    def _segments(
        self, chains: Sequence[Sequence[Run]] | None, stock: StockPhrases | None
    ) -> Iterator[tuple[Segment, bool]]:
        """Yield the passages as segments, each with a flag: whether it is weak."""
        ids_a, ids_b = self._a.tokens.ids, self._b.tokens.ids
        if not len(ids_a) or not len(ids_b):
            return
        settings, sums = self._settings, self._board.sums
        if chains is None:
            yield Segment.of([(0, 0, len(ids_a))], sums.item(len(ids_a))), False
            return
        if not chains:
            return
        align = aligner(self._a.tokens, self._b.tokens, sums, settings=settings)
        pieces = align.segments(chains, least=LEAST_PIECE[settings.grouping])
        judge = Judge(
            self._a.tokens,
            self._b.tokens,
            self._keys,
            self._board.bits,
            settings=settings,
            stock=stock,
        )
        settled, echoes = settled_segments(
            self._a,
            self._b,
            pieces,
            sums=sums,
            align=align,
            related=lambda: self._related,
            settings=settings,
        )
        for segment, whole, bits, count in settled:
            strong = judge.is_passage(count, bits) or judge.is_strong(segment, whole=whole)
            if strong and (whole or not (self._is_name(segment) or judge.is_template(segment))):
                yield segment, False
            elif judge.is_weak(segment):
                yield segment, True
        for before, segment, whole in echoes:
            if judge.is_weak(before) and judge.is_weak(segment):
                yield segment, not (whole and judge.is_strong(segment, whole=whole))

    def _with_whole_rewrites(
        self, segments: Sequence[tuple[Segment, bool]]
    ) -> list[tuple[Segment, bool]]:
        """Return the segments after joining strong rewrites and completing their end sentences."""
        strong = [segment for segment, weak in segments if not weak]
        if self._settings.grouping != "narrow":
            strong = join_sections(strong, len(self._a.tokens) * len(self._b.tokens))
        found = []
        for segment in strong:
            whole = reach(segment, self._a, self._b)
            if whole is not segment and any(
                one is not segment and _meets_anew(segment, whole, one) for one in strong
            ):
                whole = segment
            found.append((whole, False))
        return found + [(segment, weak) for segment, weak in segments if weak]

    def _is_name(self, segment: Segment) -> bool:
        least = self._settings.min_words
        sides = (self._a, segment.a), (self._b, segment.b)
        return all(
            is_name(one.tokens.words, stretch, min_words=least) for one, stretch in sides
        ) and not all(
            is_quotation(one.tokens.words[slice(*stretch)], one.text, one.tokens.span(*stretch))
            for one, stretch in sides
        )

    @cached_property
    def _related(self) -> list[SentencePair]:
        a, b = self._a, self._b
        return pair_sentences(
            a.tokens.ids, a.sentence_of, b.tokens.ids, b.sentence_of, self._board.bits
        )

    def similar_sentences(self) -> list[SimilarSentence]:
        """Return the pairs of similar sentences that are not in a passage."""
        a, b = self._a, self._b
        found = []
        for pair in self._related:
            if pair.likeness < self._settings.similar:
                break
            if (
                pair.bits >= self._settings.weak_evidence
                and _is_free(a.words_of(pair.a), self._taken[0])
                and _is_free(b.words_of(pair.b), self._taken[1])
            ):
                one = Locus(self._numbers[0], *snap(a.text, *a.spans[pair.a]))
                other = Locus(self._numbers[1], *snap(b.text, *b.spans[pair.b]))
                if self._turned:
                    one, other = other, one
                found.append(SimilarSentence(one, other, round(pair.likeness, 4)))
        return found

    def shared_terms(self, keys: Keys) -> list[SharedTerm]:
        """Return the rare words that both articles contain; `keys` are those of all ids."""
        a, b = self._a, self._b
        return find_shared_terms(
            self._texts,
            (a.tokens, b.tokens),
            keys,
            self._board.bits,
            self._numbers,
            settings=self._settings,
        )

    @property
    def _turned(self) -> bool:
        return self._numbers[0] > self._numbers[1]


def _is_scrap(segment: Segment, a: Range, b: Range) -> bool:
    """Return whether a segment is sparse and mostly inside these two ranges of a summary."""
    return segment.density < DENSE and all(
        2 * _common(side, of) > _size(side) for side, of in ((segment.a, a), (segment.b, b))
    )


def _overlaps_a_summary(segment: Segment, summaries: Sequence[_SummarySpan]) -> bool:
    """Return whether a segment overlaps one of the summaries on both sides."""
    return any(
        _common(segment.a, one.ranges[0]) > 0 and _common(segment.b, one.ranges[1]) > 0
        for one in summaries
    )


def _meets_anew(segment: Segment, grown: Segment, other: Segment) -> bool:
    """Return whether an extended segment overlaps more of another one than it did before."""
    return any(
        _common(after, its) > max(_common(before, its), 0)
        for before, after, its in (
            (segment.a, grown.a, other.a),
            (segment.b, grown.b, other.b),
        )
    )


def _common(one: Range, other: Range) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _size(words: Range) -> int:
    return words[1] - words[0]


def _is_free(words: Range, taken: Bools) -> bool:
    """Return whether most words of a sentence are outside passages."""
    first, last = words
    return 2 * int(np.count_nonzero(taken[first:last])) < last - first
