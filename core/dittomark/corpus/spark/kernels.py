"""The functions that run inside Spark's workers: the embedded engine's steps on Arrow batches.

Each function is for `DataFrame.mapInArrow`; the constant next to it is the schema of its output.
Unsigned hashes are stored in signed columns with the same bits.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from dittomark.corpus.candidates import candidate, containments, shares_enough
from dittomark.corpus.index.passages import fill_spans, page_word
from dittomark.corpus.mask.boilerplate_lines import Lines, kept_lines, mask_lines
from dittomark.corpus.mask.cores import SAME_TEXT, core_keys, cut_cores, same_text
from dittomark.corpus.matching.closer_look import PAIRS_AT_A_TIME, match
from dittomark.corpus.matching.shingles import ARTICLE_BITS, articles_of
from dittomark.corpus.prints.fingerprint import BLOCK_CHARACTERS, Prints, fingerprint
from dittomark.corpus.prints.spooling import MOST_CHARACTERS
from dittomark.structures.array_types import Ints

if TYPE_CHECKING:
    import pyarrow as pa

    Batches = Iterator[pa.RecordBatch]

PRINTS: Final = (
    "id string, source string, words array<int>, line_hash array<long>, line_words array<int>, "
    "line_ends array<boolean>, line_first array<boolean>, digest long, "
    "dense boolean"
)
CORES: Final = (
    "number long, id string, words array<int>, dense boolean, digest long, "
    "core_digest long, runs array<int>, keys array<long>"
)
LOOKS: Final = (
    "id_a string, id_b string, words long, in_a double, in_b double, "
    "a_first long, a_last long, b_first long, b_last long"
)
CANDIDATES: Final = (
    "a string, b string, score double, guess string, a_start long, a_end long, b_start long, "
    "b_end long, words long, a_in_b double, b_in_a double"
)

_SAME_TEXT: Final = [f"{name}_{side}" for name in SAME_TEXT[:2] for side in "ab"]


def prints(batches: "Batches") -> "Batches":
    """Turn articles (id, source, text) into fingerprints, by `prints.fingerprint`."""
    for batch in batches:
        texts = [text[:MOST_CHARACTERS] for text in batch.column("text").to_pylist()]
        found = [fingerprint(block) for block in _blocks(texts)]
        if not found:
            continue
        whole = Prints(*(np.concatenate(column) for column in zip(*found, strict=True)))
        line_count = whole.line_count
        yield _batch(
            PRINTS,
            batch.column("id"),
            batch.column("source"),
            _lists(whole.words.view(np.int32), whole.word_count),
            _lists(whole.line_hash.view(np.int64), line_count),
            _lists(whole.line_words.astype(np.int32), line_count),
            _lists(whole.line_ends, line_count),
            _lists(whole.line_first, line_count),
            whole.digest.view(np.int64),
            whole.dense,
        )


def _blocks(texts: list[str]) -> Iterator[list[str]]:
    begin, size = 0, 0
    for end, text in enumerate(texts, start=1):
        size += len(text)
        if size >= BLOCK_CHARACTERS or end == len(texts):
            yield texts[begin:end]
            begin, size = end, 0


def cores(batches: "Batches") -> "Batches":
    """Turn fingerprints with the counts of their lines into cores and keys."""
    for batch in batches:
        line_count, line_hash = _values(batch, "line_hash")
        line_words, ends, first, pages, template = (
            _values(batch, name)[1]
            for name in ("line_words", "line_ends", "line_first", "pages", "template")
        )
        rows = np.arange(batch.num_rows)
        lines = Lines(
            line_hash.view(np.uint64), line_words, ends, first, np.repeat(rows, line_count), rows
        )
        sizes = _numbers(batch, "size")  # every article counts as a separate source here
        keep = kept_lines(lines, mask_lines(lines, pages, template, sizes))
        words = _values(batch, "words")[1].view(np.uint32)
        found = cut_cores(words, line_words, line_count, keep)
        packed = core_keys(
            found,
            dense=_numbers(batch, "dense"),
            digest=_numbers(batch, "digest").view(np.uint64),
            numbers=rows,
        )
        owner = articles_of(packed)
        order = np.argsort(owner, kind="stable")
        keys = (packed[order] >> np.uint64(ARTICLE_BITS)).view(np.int64)
        yield _batch(
            CORES,
            batch.column("number"),
            batch.column("id"),
            _lists(found.words.view(np.int32), found.length),
            batch.column("dense"),
            batch.column("digest"),
            found.digest.view(np.int64),
            _lists(found.runs.ravel().view(np.int32), 2 * found.run_count),
            _lists(keys, np.bincount(owner, minlength=batch.num_rows)),
        )


def keep_alike(batches: "Batches") -> "Batches":
    """Look closely at pairs of cores; keep those that share enough, with their page words."""
    for whole in batches:
        for begin in range(0, whole.num_rows, PAIRS_AT_A_TIME):
            batch = whole.slice(begin, PAIRS_AT_A_TIME)
            length_a, words_a = _values(batch, "words_a")
            length_b, words_b = _values(batch, "words_b")
            first_a = np.cumsum(length_a) - length_a
            first_b = np.cumsum(length_b) - length_b + words_a.size
            words = np.concatenate([words_a, words_b]).view(np.uint32)
            found = match(words, (first_a, length_a), (first_b, length_b))
            same = same_text(*(_numbers(batch, name) for name in _SAME_TEXT), length_a, length_b)
            in_a, in_b = containments(found, length_a, length_b, same)
            dense = _numbers(batch, "dense_a") & _numbers(batch, "dense_b")
            kept = np.flatnonzero(shares_enough(found, np.maximum(in_a, in_b), dense, same))
            end_a, end_b = (
                np.where(end > 0, end, length)  # identical, but too short for a chain
                for end, length in ((found.a_end, length_a), (found.b_end, length_b))
            )
            places = (
                *_page_words(batch, "runs_a", kept, (found.a_start, end_a)),
                *_page_words(batch, "runs_b", kept, (found.b_start, end_b)),
            )
            chosen = batch.take(_array(kept))
            yield _batch(
                LOOKS,
                chosen.column("id_a"),
                chosen.column("id_b"),
                found.chain[kept],
                in_a[kept],
                in_b[kept],
                *places,
            )


def _page_words(
    batch: "pa.RecordBatch", runs: str, kept: Ints, passage: tuple[Ints, Ints]
) -> tuple[Ints, Ints]:
    """Return the first and last word of each kept pair's passage, counted on the page."""
    count, values = _values(batch, runs)
    offset = np.append(0, np.cumsum(count))
    first, last = np.zeros(kept.size, np.int64), np.zeros(kept.size, np.int64)
    for place, row in enumerate(kept.tolist()):
        own = values[offset[row] : offset[row + 1]].reshape(-1, 2)
        first[place] = page_word(own, int(passage[0][row]))
        last[place] = page_word(own, int(passage[1][row]) - 1)
    return first, last


def candidates(batches: "Batches") -> "Batches":
    """Turn looks with both texts into candidates with passages in code points."""
    for batch in batches:
        passages = np.concatenate([_spans(batch, side) for side in "ab"], axis=1).tolist()
        ids = zip(batch.column("id_a").to_pylist(), batch.column("id_b").to_pylist(), strict=True)
        numbers = (_numbers(batch, name).tolist() for name in ("words", "in_a", "in_b"))
        found = [
            candidate(pair, tuple(passage), words, in_a, in_b)
            for pair, passage, words, in_a, in_b in zip(ids, passages, *numbers, strict=True)
        ]
        yield _batch(
            CANDIDATES,
            *([row.a for row in found], [row.b for row in found]),
            *([row.score for row in found], [row.guess for row in found]),
            *([row.passage[place] for row in found] for place in range(4)),
            *([row.words for row in found], [row.a_in_b for row in found]),
            [row.b_in_a for row in found],
        )


def _spans(batch: "pa.RecordBatch", side: str) -> Ints:
    """Return the starts and ends of the passages in the texts of one side."""
    texts = [text[:MOST_CHARACTERS] for text in batch.column(f"text_{side}").to_pylist()]
    first, last = _numbers(batch, f"{side}_first"), _numbers(batch, f"{side}_last")
    spans = np.zeros((len(texts), 2), np.int64)
    begin = 0
    for block in _blocks(texts):
        places = range(begin, begin + len(block))
        fill_spans(spans, block, [(n, n - begin, int(first[n]), int(last[n])) for n in places])
        begin += len(block)
    return spans


def _array(values: Any) -> "pa.Array":  # noqa: ANN401
    import pyarrow as pa

    return values if isinstance(values, pa.Array) else pa.array(values)


def _lists(values: npt.NDArray[Any], lengths: Ints) -> "pa.ListArray":
    """Return an array of lists of these lengths."""
    import pyarrow as pa

    offsets = np.append(0, np.cumsum(lengths)).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), pa.array(values))


def _values(batch: "pa.RecordBatch", name: str) -> tuple[Ints, npt.NDArray[Any]]:
    """Return the lengths of a column of lists (0 for null) and all their values."""
    import pyarrow.compute as pc

    column = batch.column(name)
    lengths = pc.fill_null(pc.list_value_length(column), 0).to_numpy(zero_copy_only=False)
    return lengths.astype(np.int64), column.flatten().to_numpy(zero_copy_only=False)


def _numbers(batch: "pa.RecordBatch", name: str) -> npt.NDArray[Any]:
    values: npt.NDArray[Any] = batch.column(name).to_numpy(zero_copy_only=False)
    return values


def _batch(schema: str, *columns: Any) -> "pa.RecordBatch":  # noqa: ANN401
    """Return a batch whose columns have the names of the schema."""
    import pyarrow as pa

    names = [field.split()[0] for field in schema.split(", ")]
    return pa.RecordBatch.from_arrays([_array(column) for column in columns], names=names)
