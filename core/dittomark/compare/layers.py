"""The results other than passages: repeats, similar sentences, shared terms; computed on demand."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from dittomark.compare.chains import chains_of
from dittomark.compare.comparison import Repeat, SharedTerm, SimilarSentence
from dittomark.compare.pair import Pair
from dittomark.compare.repeats import LEAST_CHAIN, find_repeats
from dittomark.compare.seeds import Board
from dittomark.compare.settings import Settings
from dittomark.compare.tokenised import Read
from dittomark.compare.traits import Keys


class Layers:
    """The repeats, similar sentences and shared terms of a comparison.

    `read` holds its articles in the engine's order, `place` the index in it of each article number;
    `keys` is the key of each id.
    """

    def __init__(
        self,
        read: Sequence[Read],
        place: Mapping[int, int],
        pairs: Sequence[Pair],
        keys: Keys,
        *,
        settings: Settings,
    ) -> None:
        self._read = read
        self._place = place
        self._pairs = pairs
        self._keys = keys
        self._settings = settings

    def repeats(self, number: int) -> tuple[Repeat, ...]:
        """Return the repeats of one article."""
        return self._repeats[self._place[number]]

    @cached_property
    def _repeats(self) -> list[tuple[Repeat, ...]]:
        """The repeats of every article, found in one pass."""
        read, settings = self._read, self._settings
        if not settings.repeats:
            return [()] * len(read)
        ids = [one.tokens.ids for one in read]
        boards = [Board.of(k, k, ids=ids, words=len(self._keys.texts)) for k in range(len(read))]
        often = [board.shared for board in boards]
        chains = chains_of(ids, often, boards, least=LEAST_CHAIN, settings=settings)
        return [
            find_repeats(one, found, board.sums, settings=settings)
            for one, found, board in zip(read, chains, boards, strict=True)
        ]

    def similar_sentences(self) -> tuple[SimilarSentence, ...]:
        """Return the similar sentences of every two articles."""
        if not self._settings.similar_sentences:
            return ()
        return tuple(found for pair in self._pairs for found in pair.similar_sentences())

    def shared_terms(self) -> tuple[SharedTerm, ...]:
        """Return the shared terms of every two articles."""
        if not self._settings.shared_terms:
            return ()
        return tuple(found for pair in self._pairs for found in pair.shared_terms(self._keys))
