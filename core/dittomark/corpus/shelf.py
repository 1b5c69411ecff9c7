"""The files of a candidate index: one folder of flat arrays, only ever added to.

`state.json` is replaced last and says how much of each file counts, so that a crash in between
loses the newest addition and nothing else. The folder is a cache: delete it at any time.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dittomark.corpus.mask import LineCounts
from dittomark.corpus.words import Hashes, Words32

VERSION: Final = 1
"""Of fingerprints and files; an index of another version is made anew."""

ARTICLE: Final = np.dtype(
    [
        ("first_word", "<u8"),  # in words.u32
        ("words", "<u4"),  # what the mask left
        ("page_words", "<u4"),
        ("first_run", "<u8"),  # row of runs.u32
        ("runs", "<u4"),
        ("source", "<u4"),
        ("digest", "<u8"),  # of the whole page
        ("core_digest", "<u8"),  # of what the mask left
        ("dense", "?"),
    ]
)

_MOST_RUNS: Final = 8


class UnusableIndexError(Exception):
    """The folder holds no index, or one that can't be continued."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What a batch of articles adds, but for their words, which are streamed."""

    ids: Sequence[str]
    sources: Sequence[str]
    articles: npt.NDArray[Any]
    runs: npt.NDArray[np.uint32]
    keys: Hashes
    lines: LineCounts
    templates: Hashes


class Shelf:
    """An index's arrays, in memory but for the words; `add_words`, then `add`."""

    def __init__(self, path: Path) -> None:
        """Open the folder; raises `UnusableIndexError`. See `create`."""
        self.path = path
        try:
            state = json.loads((path / "state.json").read_text("utf-8"))
            if state["version"] != VERSION:
                raise UnusableIndexError(path)
            self._load(state)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise UnusableIndexError(path) from error

    @classmethod
    def create(cls, path: Path) -> "Shelf":
        """Make an empty index, in place of what is there."""
        path.mkdir(parents=True, exist_ok=True)
        for old in path.iterdir():
            if old.suffix in {".u32", ".u64", ".bin", ".npy", ".json", ".jsonl", ".tmp"}:
                old.unlink()
        for name in ("words.u32", "runs.u32", "articles.bin", "ids.jsonl"):
            (path / name).touch()
        empty = {
            "articles": 0,
            "words": 0,
            "runs": 0,
            "ids": 0,
            "parts": [],
            "built": 0,
            "settled": 0,
        }
        np.save(path / "templates.npy", np.zeros(0, np.uint64))
        _write_state(path, {"version": VERSION, **empty})
        return cls(path)

    def _load(self, state: dict[str, Any]) -> None:
        self.words_total: int = state["words"]
        self.runs_total: int = state["runs"]
        self._ids_size: int = state["ids"]
        self.built: int = state["built"]
        self.settled: int = state["settled"]
        self._parts: list[int] = state["parts"]
        self.articles = np.fromfile(self.path / "articles.bin", ARTICLE, state["articles"])
        with (self.path / "ids.jsonl").open("rb") as file:
            rows = [json.loads(line) for line in file.read(self._ids_size).splitlines()]
        if not len(rows) == self.articles.size == state["articles"]:
            raise UnusableIndexError(self.path)
        if (self.path / "words.u32").stat().st_size < 4 * self.words_total:
            raise UnusableIndexError(self.path)
        self.ids: list[str] = [row[0] for row in rows]
        self.sources: dict[str, int] = {}
        for row in rows:
            self.sources.setdefault(row[1], len(self.sources))
        self.templates: Hashes = np.load(self.path / "templates.npy")
        self.keys: list[Hashes] = []
        self.lines: list[LineCounts] = []
        for part in self._parts:
            self.keys.append(np.load(self._part(part, "keys")))
            lines, pages = (np.load(self._part(part, kind)) for kind in ("lines", "pages"))
            self.lines.append(LineCounts(lines, pages))

    def _part(self, number: int, kind: str) -> Path:
        return self.path / f"{kind}-{number:06}.npy"

    def source_names(self) -> list[str]:
        """Return the source of each article."""
        names = list(self.sources)
        return [names[number] for number in self.articles["source"]]

    def add_words(self, words: Words32, *, at: int) -> None:
        """Write words behind the `at` words that are there."""
        with (self.path / "words.u32").open("r+b") as file:
            file.seek(4 * at)
            file.write(words.astype("<u4", copy=False).tobytes())

    def add(self, addition: Addition, *, words_total: int) -> None:
        """Add a batch of articles whose words have been written; durable from here on."""
        with (self.path / "runs.u32").open("r+b") as file:
            file.seek(4 * self.runs_total)
            file.write(addition.runs.astype("<u4", copy=False).tobytes())
        with (self.path / "articles.bin").open("r+b") as file:
            file.seek(ARTICLE.itemsize * self.articles.size)
            file.write(addition.articles.tobytes())
        with (self.path / "ids.jsonl").open("r+b") as file:
            file.seek(self._ids_size)
            rows = zip(addition.ids, addition.sources, strict=True)
            self._ids_size += file.write(
                "".join(json.dumps(row) + "\n" for row in rows).encode("ascii")
            )
        self.runs_total += addition.runs.size
        self.words_total = words_total
        self.articles = np.concatenate([self.articles, addition.articles])
        self.built = self.built or self.articles.size
        self.ids.extend(addition.ids)
        for name in addition.sources:
            self.sources.setdefault(name, len(self.sources))
        if addition.templates.size != self.templates.size:
            np.save(self.path / "templates.npy", addition.templates)
        self.templates = addition.templates
        self._add_part(addition.keys, addition.lines)

    def _add_part(self, keys: Hashes, lines: LineCounts) -> None:
        old = self._parts
        if len(self._parts) == _MOST_RUNS:
            keys = np.concatenate([*self.keys, keys])
            keys.sort()
            lines = _merged([*self.lines, lines])
            self.keys, self.lines, self._parts = [], [], []
        number = max(old, default=0) + 1
        np.save(self._part(number, "keys"), keys)
        np.save(self._part(number, "lines"), lines.key)
        np.save(self._part(number, "pages"), lines.pages.astype(np.uint32))
        self.keys.append(keys)
        self.lines.append(lines)
        self._parts = [*self._parts, number]
        self._commit()
        for part in set(old) - set(self._parts):
            for kind in ("keys", "lines", "pages"):
                self._part(part, kind).unlink(missing_ok=True)

    def settle(self, articles: int) -> None:
        """Note that the candidates of the first so many articles are where they belong."""
        self.settled = max(self.settled, min(articles, self.articles.size))
        self._commit()

    def _commit(self) -> None:
        state = {
            "version": VERSION,
            "articles": self.articles.size,
            "words": self.words_total,
            "runs": self.runs_total,
            "ids": self._ids_size,
            "parts": self._parts,
            "built": self.built,
            "settled": self.settled,
        }
        _write_state(self.path, state)

    def words(self) -> Words32:
        """Return all words, mapped from the file; let go of it before adding."""
        if not self.words_total:
            return np.zeros(0, np.uint32)
        return np.memmap(self.path / "words.u32", "<u4", mode="r", shape=(self.words_total,))

    def runs(self) -> npt.NDArray[np.uint32]:
        """Return all runs, mapped from the file: rows of first word and number of words."""
        if not self.runs_total:
            return np.zeros((0, 2), np.uint32)
        shape = (self.runs_total // 2, 2)
        return np.memmap(self.path / "runs.u32", "<u4", mode="r", shape=shape)


def _merged(parts: Sequence[LineCounts]) -> LineCounts:
    key, number = np.unique(np.concatenate([part.key for part in parts]), return_inverse=True)
    pages = np.bincount(number, np.concatenate([part.pages for part in parts]), key.size)
    return LineCounts(key, pages.astype(np.int64))


def _write_state(path: Path, state: dict[str, Any]) -> None:
    new = path / "state.json.tmp"
    new.write_text(json.dumps(state), "utf-8")
    new.replace(path / "state.json")
