"""Pairs of articles with a known relation, to fit the guess to and to measure it by.

Three kinds, read from `DITTOMARK_BENCHMARKS` (default `../shared/benchmarks`): judged pairs (COUNTER
and Clough & Stevenson: their classes as relations), event pairs (ECB+: one event, another event of
the same kind, other matters), and pairs planted into real articles (ECB+, COUNTER, hand-cleaned
news): copies at three levels of noise, a wire passage in two articles, an article inside a longer
one. Nothing of them enters the repository.
"""

import gzip
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex
from tests.benchmarks.boilerplate_data import corpus_folder, text_pages

_SENTENCE = regex.compile(r"[^.!?।۔。\n]+[.!?।۔。]*\s*")
# Of COUNTER the half that doesn't derive reports the same event.
COUNTER_RELATIONS = {"ND": "same_event", "PD": "partially_derived", "WD": "wholly_derived"}
CLOUGH_RELATIONS = {
    "non": "same_event",
    "heavy": "partially_derived",
    "light": "wholly_derived",
    "cut": "wholly_derived",
}
# Edits and dropped sentences of the levels of `corpus/make_corpus.py`.
NOISE = ((0.01, 0.0), (0.05, 0.1), (0.15, 0.25))


@dataclass(frozen=True)
class KnownPair:
    """Two texts and how they are related; `of` names the set, pairs of one `group` belong together."""

    a: str
    b: str
    relation: str
    of: str
    group: str


def judged_pairs() -> list[KnownPair]:
    """Return the pairs of COUNTER and of Clough and Stevenson."""
    found = []
    for name, relations in (("counter", COUNTER_RELATIONS), ("clough", CLOUGH_RELATIONS)):
        for at, row in enumerate(_reuse(name)):
            group = f"{name} {row.get('group', at)}"
            found.append(KnownPair(row["A"], row["B"], relations[row["cls"]], name, group))
    return found


def event_pairs(seed: int = 0, *, each: int = 120) -> list[KnownPair]:
    """Return pairs of ECB+: one event, another of its kind, other matters; as many of each."""
    source = random.Random(seed)
    (path,) = corpus_folder().glob("events*.jsonl")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    kinds: dict[str, list[KnownPair]] = defaultdict(list)
    while any(len(kinds[kind]) < each for kind in ("event", "topic", "other")):
        a, b = source.sample(rows, 2)
        kind = "event" if a["event"] == b["event"] else "other"
        if kind == "other" and a["topic"] == b["topic"]:
            kind = "topic"
        if len(kinds[kind]) < each:
            relation = "same_event" if kind == "event" else "unrelated"
            group = f"ecb {a['topic']}"
            kinds[kind].append(KnownPair(a["text"], b["text"], relation, f"ecb {kind}", group))
    return [pair for pairs in kinds.values() for pair in pairs]


def planted_pairs(seed: int = 0, *, each: int = 60) -> list[KnownPair]:
    """Return pairs planted into real articles, so many of each of five kinds."""
    source = random.Random(seed)
    bodies = _bodies()
    found = []
    for kind in ("near1", "near2", "near3", "passage", "contains"):
        for at in range(each):
            texts = bodies[source.choice(sorted(bodies))]
            a, b = source.sample(texts, 2)
            found.append(_planted(kind, a, b, at, source))
    return found


def _planted(kind: str, a: str, b: str, at: int, source: random.Random) -> KnownPair:
    mine, other = _sentences(a), _sentences(b)
    group = f"planted {kind} {at}"
    if kind.startswith("near"):
        edits, dropped = NOISE[int(kind[-1]) - 1]
        kept = [each for each in mine if source.random() >= dropped] or mine
        if kind == "near3" and len(kept) > 3:
            cut = source.randrange(1, len(kept) - 1)
            kept = kept[cut:] + kept[:cut]
        copy = "".join(_edited(each, edits, other, source) for each in kept)
        return KnownPair(a, copy, "wholly_derived", "planted near", group)
    if kind == "passage":
        first = source.randrange(len(mine))
        wire: list[str] = []
        for each in mine[first:] + mine[:first]:
            wire.append(_edited(each, 0.02, other, source))
            if sum(len(part.split()) for part in wire) >= source.randint(60, 150):
                break
        place = source.randrange(len(other) + 1)
        mixed = "".join((*other[:place], *wire, *other[place:]))
        share = len("".join(wire)) / max(1, min(len(a), len(mixed)))
        relation = "partially_derived" if share < 0.85 else "contains"
        return KnownPair(a, mixed, relation, "planted passage", group)
    more = other[: max(2, len(other) * source.randint(50, 100) // 100)]
    place = source.choice((0, len(more), source.randrange(len(more) + 1)))
    inner = [_edited(each, source.choice((0, 0.02)), other, source) for each in mine]
    longer = "".join((*more[:place], *inner, *more[place:]))
    if len(a) > 0.75 * len(longer):  # next to nothing was added: a copy
        return KnownPair(a, longer, "wholly_derived", "planted near", group)
    return KnownPair(a, longer, "contains", "planted contains", group)


def _edited(sentence: str, share: float, other: list[str], source: random.Random) -> str:
    """Return the sentence with that share of words dropped, replaced or added to."""
    words = sentence.split(" ")
    strange = source.choice(other).split()
    result = []
    for word in words:
        if source.random() >= share or not strange:
            result.append(word)
        elif source.random() >= 0.3:
            result.append(source.choice(strange))
            if source.random() < 0.3:
                result.append(word)
    return " ".join(result)


def _sentences(text: str) -> list[str]:
    return [each if each[-1:].isspace() else each + " " for each in _SENTENCE.findall(text)]


def _bodies() -> dict[str, list[str]]:
    """Return real articles of 90 to 1,200 words by language."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in text_pages():
        if page.language != "zh" and page.language != "Chinese":
            found[page.language].append(page.gold)
    for row in _reuse("counter"):
        found["Urdu"].append(row["A"])
    return {
        language: [text for text in texts if 90 <= len(text.split()) <= 1200]
        for language, texts in found.items()
    }


def _reuse(name: str) -> list[dict[str, Any]]:
    (path,) = Path(corpus_folder().parent, "reuse").glob(f"{name}*.json.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows: list[dict[str, Any]] = json.load(file)
    return rows
