"""The engine: tokens → seeds → chains → segments → groups → passages, for one to four articles.

`pair` finds the passages of every two articles; here the pairs are combined. The results other than
passages are computed when they are read (`layers`).
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import partial, reduce
from itertools import combinations
from typing import Final

import numpy as np

from dittomark.compare.arrays import is_equal
from dittomark.compare.chains import chains_of
from dittomark.compare.comparison import ComparedArticle, Comparison
from dittomark.compare.derived import shares_derived
from dittomark.compare.layers import Layers
from dittomark.compare.numbers import number_groups
from dittomark.compare.pair import LEAST_PIECE, Pair
from dittomark.compare.seeds import Board, Run
from dittomark.compare.settings import Settings
from dittomark.compare.stock import StockPhrases
from dittomark.compare.tokenised import Read
from dittomark.compare.tokens import Tokens, tokenise
from dittomark.compare.traits import Keys
from dittomark.progress import Report
from dittomark.structures.array_types import Bools

Spans = Sequence[tuple[int, int]]
On = tuple[int, int]

# The number of articles that the window can show side by side.
MOST_ARTICLES: Final = 4


def compare_texts(
    texts: Sequence[str],
    *,
    settings: Settings,
    boilerplate: Sequence[Spans] | None,
    stock: StockPhrases | None,
    report: Report | None,
) -> Comparison:
    """Compare one to four texts; see `dittomark.compare.compare` for the arguments and errors."""
    if not 1 <= len(texts) <= MOST_ARTICLES:
        raise ValueError(f"compare takes one to {MOST_ARTICLES} texts, not {len(texts)}")
    if boilerplate is not None and len(boilerplate) != len(texts):
        raise ValueError("boilerplate must hold one list of spans for each text")
    total = 1 + len(texts) * (len(texts) - 1) // 2
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if report is not None:
            report(done, total)

    # Articles are compared in a canonical order, so that the result does not depend on theirs.
    order = sorted(range(len(texts)), key=lambda number: (len(texts[number]), texts[number]))
    place = {number: k for k, number in enumerate(order)}
    tokens, keys = tokenise([texts[number] for number in order])
    spelt = Keys(keys)
    read = [Read(texts[number], one) for number, one in zip(order, tokens, strict=True)]
    boards = _boards(tokens, len(keys))
    chains = _chains(tokens, boards, settings)
    step()
    pairs, drafts = [], []
    for two in combinations(range(len(texts)), 2):
        i, j = sorted(two, key=place.__getitem__)
        on = place[i], place[j]
        pair = Pair(read[on[0]], read[on[1]], (i, j), keys, board=boards[on], settings=settings)
        drafts += pair.find_passages(chains.get(on), stock)
        pairs.append(pair)
        step()
    layers = Layers(read, place, pairs, spelt, settings=settings)
    return Comparison(
        tuple(
            ComparedArticle(len(text), partial(_sha256, text), partial(layers.repeats, number))
            for number, text in enumerate(texts)
        ),
        number_groups(drafts),
        tuple(
            _coverage(
                tokens[place[number]],
                [mask for pair in pairs if (mask := pair.taken(number)) is not None],
                boilerplate[number] if boilerplate else (),
            )
            for number in range(len(texts))
        ),
        partial(_derived, tokens, spelt, place, boilerplate),
        layers.similar_sentences,
        layers.shared_terms,
    )


def _boards(tokens: Sequence[Tokens], words: int) -> dict[On, Board]:
    """Return a board for every two articles, by their numbers."""
    ids = [one.ids for one in tokens]
    every = combinations(range(len(tokens)), 2)
    return {on: Board.of(*on, ids=ids, words=words) for on in every}


def _chains(
    tokens: Sequence[Tokens],
    boards: dict[On, Board],
    settings: Settings,
) -> dict[On, list[list[Run]]]:
    """Return the chains of every board, found in one pass.

    Two articles with identical words are left out: they are one passage.
    """
    ids = [one.ids for one in tokens]
    apart = [board for board in boards.values() if not is_equal(ids[board.a], ids[board.b])]
    if not apart:
        return {}
    shared = reduce(np.logical_or, [board.shared for board in boards.values()])
    least = LEAST_PIECE[settings.grouping]
    chains = chains_of(ids, [shared] * len(ids), apart, least=least, settings=settings)
    return {(board.a, board.b): found for board, found in zip(apart, chains, strict=True)}


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _derived(
    tokens: Sequence[Tokens],
    keys: Keys,
    place: Mapping[int, int],
    boilerplate: Sequence[Spans] | None,
) -> tuple[float, ...]:
    """Return the share of every article that comes from another, without boilerplate."""
    ids = []
    for number in range(len(place)):
        one = tokens[place[number]]
        counted = None if boilerplate is None else _outside(one, boilerplate[number])
        ids.append(one.ids if counted is None else one.ids[counted])
    shares = [0.0] * len(place)
    for i, j in combinations(range(len(place)), 2):
        of_i, of_j = shares_derived((ids[i], ids[j]), keys)
        shares[i], shares[j] = max(shares[i], of_i), max(shares[j], of_j)
    return tuple(shares)


def _outside(tokens: Tokens, spans: Spans) -> Bools | None:
    """Return a mask of the words outside all spans; None if that is every word."""
    if not spans:
        return None
    counted = np.ones(len(tokens), dtype=bool)
    for start, end in spans:
        counted &= (tokens.ends <= start) | (tokens.starts >= end)
    return counted


def _coverage(tokens: Tokens, taken: Sequence[Bools], boilerplate: Spans) -> float:
    """Return the share of the words outside boilerplate that are in passages."""
    if not taken or not len(tokens):
        return 0.0
    shared = reduce(np.logical_or, taken)
    total = len(tokens)
    counted = _outside(tokens, boilerplate)
    if counted is not None:
        shared, total = shared & counted, int(np.count_nonzero(counted))
    return round(int(np.count_nonzero(shared)) / total, 4) if total else 0.0
