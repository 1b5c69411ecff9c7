"""Other engines on our tokens: each returns blocks of equal words, and one merger joins them.

Every peer gets the same folded word ids as ours and the same merger: blocks closer than a number of words
(`GAPS`) on both sides are one passage, and a passage has `LEAST` words or more. Without that their blocks
score far lower. Peers that are not installed are left out.
"""

import difflib
import importlib
import importlib.util
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from rapidfuzz.distance import Indel

Block = tuple[int, int, int]
Words = Sequence[int]
LEAST = 8
# The gap that serves each best on the development sets.
GAPS = {
    "difflib on words": 10,
    "rapidfuzz Indel on words": 6,
    "diff-match-patch on words": 6,
    "pydivsufsort substrings": 20,
    "copydetect winnowing": 20,
}


def by_difflib(a: Words, b: Words) -> list[Block]:
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return [(m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size]


def by_rapidfuzz(a: Words, b: Words) -> list[Block]:
    return [
        (o.src_start, o.dest_start, o.src_end - o.src_start)
        for o in Indel.opcodes(a, b)
        if o.tag == "equal"
    ]


def by_diff_match_patch(a: Words, b: Words) -> list[Block]:
    engine: Any = importlib.import_module("diff_match_patch").diff_match_patch()
    engine.Diff_Timeout = 0  # no deadline: the answer must not depend on the load
    blocks, i, j = [], 0, 0
    for op, text in engine.diff_main(_as_text(a), _as_text(b), False):
        if op == 0:
            blocks.append((i, j, len(text)))
        i += len(text) if op <= 0 else 0
        j += len(text) if op >= 0 else 0
    return blocks


def by_pydivsufsort(a: Words, b: Words) -> list[Block]:
    engine: Any = importlib.import_module("pydivsufsort")
    found = engine.common_substrings(
        np.array(a, dtype=np.int64), np.array(b, dtype=np.int64), limit=4
    )
    return [(int(i), int(j), int(size)) for i, j, size in found]


def by_copydetect(a: Words, b: Words) -> list[Block]:
    engine: Any = importlib.import_module("copydetect.utils")

    size, window = 4, 4
    prints = [
        engine.winnow(engine.hashed_kgrams(_as_text(words), size), window) for words in (a, b)
    ]
    (hash_a, at_a), (hash_b, at_b) = prints
    places: dict[int, list[int]] = {}
    for value, place in zip(hash_b.tolist(), at_b.tolist(), strict=True):
        places.setdefault(value, []).append(place)
    return [
        (int(i), j, size)
        for value, i in zip(hash_a.tolist(), at_a.tolist(), strict=True)
        for j in places.get(value, ())
    ]


def _as_text(words: Words) -> str:
    """Return one character a word, clear of surrogates."""
    return "".join(chr(0xE000 + word if word < 0x1900 else 0x10000 + word) for word in words)


def installed() -> dict[str, Callable[[Words, Words], list[Block]]]:
    """Return the peers at hand, by name."""
    peers = {
        "difflib on words": ("difflib", by_difflib),
        "rapidfuzz Indel on words": ("rapidfuzz", by_rapidfuzz),
        "pydivsufsort substrings": ("pydivsufsort", by_pydivsufsort),
        "copydetect winnowing": ("copydetect", by_copydetect),
        "diff-match-patch on words": ("diff_match_patch", by_diff_match_patch),
    }
    return {name: run for name, (module, run) in peers.items() if importlib.util.find_spec(module)}


def merge(blocks: Sequence[Block], *, gap: int) -> list[tuple[int, int, int, int]]:
    """Join blocks into passages, as word ranges `(a0, a1, b0, b1)`."""
    passages: list[list[int]] = []
    for i, j, size in sorted(blocks):
        for one in reversed(passages):
            if i - one[1] <= gap and -gap <= j - one[3] <= gap and j >= one[2]:
                one[1], one[3] = max(one[1], i + size), max(one[3], j + size)
                one[4] += size
                break
        else:
            passages.append([i, i + size, j, j + size, size])
    return [(a0, a1, b0, b1) for a0, a1, b0, b1, words in passages if words >= LEAST]
