"""Pairs of articles with known shared passages, made of the development sets' texts.

Of the make that `align`'s data has, with other seeds: passages of an article A are edited and put
into another article. Rules are developed on the development sets; these pairs tell whether a rule
holds beyond them.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dittomark.compare import Settings, compare
from dittomark.texts.fold import keys
from dittomark.texts.segmentation import sentences, words

MAIN = ("none", "light", "heavy", "move", "repeat", "unrelated")
HARD = ("xheavy", "short", "sentmove", "dupA")
# Share of the words edited, and how often two to four neighbours change places.
EDITS = {"light": (0.05, 0.0), "heavy": (0.26, 0.11), "xheavy": (0.43, 0.14), "short": (0.06, 0.0)}
VOWELS = {"bn": "িো", "en": "aeiou"}
# What two articles share before anything is put in is looked for more keenly than by default.
UNRELATED = Settings(evidence=34, repeats=False, similar_sentences=False, shared_terms=False)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Made:
    """A pair and its cases: `(a_start, a_end, b_start, b_end)`."""

    kind: str
    a: str
    b: str
    cases: list[tuple[int, int, int, int]]


class Maker:
    """Makes pairs of one language; the same seed makes the same pairs."""

    def __init__(self, folder: Path, language: str, seed: int) -> None:
        self._rng = random.Random(seed)
        self._texts = base_texts(folder, language)
        self._vocabulary = [word for text in self._texts for word in text.split()]
        self._vowels = VOWELS[language]

    def pairs(self, each: int) -> Iterator[Made]:
        """Yield so many pairs of each kind."""
        for kind in MAIN + HARD:
            made = 0
            while made < each:
                pair = self._pair(kind)
                if pair is not None:
                    made += 1
                    yield pair

    def strangers(self) -> tuple[str, str]:
        """Return two articles that have no nine words in a row in common."""
        while True:
            a, b = self._rng.sample(self._texts, 2)
            if not rows(a) & rows(b):
                return a, b

    def _pair(self, kind: str) -> Made | None:
        """Return a pair of a kind, or nothing if the article has no room for it."""
        a, filler = self.strangers()
        if have_passage(a, filler):
            return None
        if kind == "unrelated":
            return Made(kind, a, filler, [])
        spans = self._sentences(a) if kind == "sentmove" else self._passages(a, kind)
        if not spans:
            return None
        copy: Span | None = None
        if kind == "dupA":  # the first passage stands at the end of A once more
            start, end = spans[0]
            copy = len(a) + 2, len(a) + 2 + end - start
            a = f"{a}\n\n{a[start:end]}"
        edited = [self._edited(a[slice(*span)], kind) for span in spans]
        together = [edited] if kind == "sentmove" else [[passage] for passage in edited]
        b, places = self._put(filler, together)
        cases = [(*span, *place) for span, place in zip(spans, places, strict=True)]
        if copy:
            cases.append((*copy, *places[0]))
        return Made(kind, a, b, cases)

    def _sentences(self, text: str) -> list[Span]:
        """Return four to seven neighbouring sentences, in another order."""
        every = [s for s in sentences(text) if len(text[slice(*s)].split()) >= 7]
        count = self._rng.randint(4, 7)
        if len(every) <= count:
            return []
        first = self._rng.randrange(len(every) - count)
        chosen = [(s, s + len(text[s:e].rstrip())) for s, e in every[first : first + count]]
        self._rng.shuffle(chosen)
        return chosen

    def _passages(self, text: str, kind: str) -> list[Span]:
        """Return one to five passages; most start and end with a sentence."""
        rng, spans = self._rng, words(text)
        starts = {start for start, _ in sentences(text)}
        ends = {end for _, end in sentences(text)}
        first = [k for k, (start, _) in enumerate(spans) if start in starts]
        last = [k for k, (_, end) in enumerate(spans) if ends & set(range(end, end + 4))]
        chosen: list[Span] = []
        wanted = rng.randint(2, 4) if kind in ("short", "move") else rng.randint(1, 5)
        for _ in range(60):
            length = rng.randint(8, 25) if kind == "short" else rng.randint(30, 150)
            if len(spans) <= length + 1:
                continue
            start = rng.choice(first) if rng.random() < 0.6 else rng.randrange(len(spans) - length)
            near = [k + 1 for k in last if 0.7 * length <= k + 1 - start <= 1.3 * length]
            end = rng.choice(near) if near and rng.random() < 0.6 else start + length
            if end <= len(spans) and all(end + 8 <= s or e + 8 <= start for s, e in chosen):
                chosen.append((start, end))
            if len(chosen) == wanted:
                break
        chosen.sort()
        if kind == "move":
            rng.shuffle(chosen)
        if kind == "repeat" and chosen:
            chosen.append(rng.choice(chosen))
        return [(spans[start][0], spans[end - 1][1]) for start, end in chosen]

    def _edited(self, text: str, kind: str) -> str:
        rng = self._rng
        light = kind == "dupA" or (kind in ("move", "repeat") and rng.random() < 0.5)
        rate, swaps = EDITS.get("light" if light else kind, (0.0, 0.0))
        if rate:
            text = " ".join(self._swapped(self._replaced(text.split(), rate), swaps))
        if rng.random() < 0.3:
            text = text.translate(str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789"))
        return text

    def _replaced(self, text: Sequence[str], rate: float) -> list[str]:
        rng = self._rng
        edited: list[str] = []
        for word in text:
            edit = rng.choice("rrdiv") if rng.random() < rate else ""
            if edit == "r":
                edited.append(rng.choice(self._vocabulary))
            elif edit == "v" and len(word) > 3:
                at = rng.randrange(1, len(word) - 1)
                edited.append(word[:at] + rng.choice(self._vowels) + word[at + 1 :])
            elif edit != "d":
                edited.append(word)
            if edit == "i":
                edited.append(rng.choice(self._vocabulary))
        return edited

    def _swapped(self, text: list[str], rate: float) -> list[str]:
        at = 0
        while at < len(text) - 2:
            size = 1
            if self._rng.random() < rate:
                size = self._rng.choice((2, 3, 4))
                some = text[at : at + size]
                self._rng.shuffle(some)
                text[at : at + size] = some
            at += size
        return text

    def _put(self, filler: str, together: list[list[str]]) -> tuple[str, list[Span]]:
        """Return the filler with passages put in, some together, and the places of their words."""
        rng = self._rng
        after_word = [end for _, end in words(filler)]
        after_sentence = [end for _, end in sentences(filler)]
        cuts = []
        for place in rng.sample(range(len(filler)), len(together)):
            borders = after_sentence if rng.random() < 0.72 else after_word
            cuts.append(min((abs(border - place), border) for border in borders)[1])
        text, at = "", 0
        places: list[Span] = []
        for cut, passages in zip(sorted(cuts), together, strict=True):
            text = (text + filler[at:cut]).rstrip() + rng.choice((" ", "\n", "\n\n"))
            for passage in passages:
                inside = words(passage) or [(0, len(passage))]
                places.append((len(text) + inside[0][0], len(text) + inside[-1][1]))
                text += passage + " "
            text += rng.choice(("", " ", "\n", "\n\n"))
            at = cut
        return text + filler[at:].lstrip(), places


@cache
def base_texts(folder: Path, language: str) -> tuple[str, ...]:
    """Return the development sets' articles that do not repeat themselves, each once."""
    found: dict[str, str] = {}
    for name in ("dev", "hdev"):
        for row in json.loads((folder / f"{language}_{name}.json").read_text(encoding="utf-8")):
            text = row["A"]
            if len(rows(text, 6)) == len(words(text)) - 5:
                found.setdefault(text[:60], text)
    return tuple(found.values())


@cache
def rows(text: str, size: int = 9) -> frozenset[tuple[str, ...]]:
    """Return every so many folded words in a row."""
    folded = keys([text[start:end] for start, end in words(text)])
    return frozenset(tuple(folded[k : k + size]) for k in range(len(folded) - size + 1))


@cache
def have_passage(a: str, b: str) -> bool:
    """Tell whether two articles share something before anything is put in (the same news)."""
    return any(not passage.weak for passage in compare(a, b, settings=UNRELATED).passages)
