"""The files of a candidate index: one folder of flat arrays, only ever added to.

| file | holds |
|---|---|
| `words.u32` | hashes of the unmasked words, article after article |
| `runs.u32` | their positions on the page: first word and number of words, run after run |
| `articles.bin` | one record an article (`ARTICLE`) |
| `ids.jsonl` | id and source of each article |
| `part-N.u64` | sorted keys, and sorted lines with the number of their pages |
| `phrases.npy` | in how many weeks phrases were printed (`phrases.PhraseCounts`) |
| `journal.jsonl` | the valid length of each file; the last complete line counts |

A line of the journal is written last, so that a crash in between loses the newest addition and
nothing else. The folder is a cache: delete it at any time.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
import numpy.typing as npt

from dittomark.corpus.mask.line_counts import LineCounts
from dittomark.corpus.prints.phrases import PhraseCounts
from dittomark.structures.array_types import Hashes, Ints32, Words32
from dittomark.system.cache_paths import PHRASES

VERSION: Final = 4
"""Of fingerprints and files; an index of another version is created again."""

ARTICLE: Final = np.dtype(
    [
        ("first_word", "<u8"),  # in words.u32
        ("words", "<u4"),  # without masked ones
        ("first_run", "<u8"),  # row of runs.u32
        ("runs", "<u4"),
        ("source", "<u4"),
        ("digest", "<u8"),  # of the whole page
        ("core_digest", "<u8"),  # of the unmasked words
        ("dense", "?"),
    ]
)

_FILES: Final = ("words.u32", "runs.u32", "articles.bin", "ids.jsonl", "journal.jsonl")
_GROWTH: Final = 4  # a part is at least so many times as large as all after it together


class UnusableIndexError(Exception):
    """The folder holds no index, or one that can't be continued."""


@dataclass(frozen=True, slots=True)
class Addition:
    """The data that a batch of articles adds, except their words, which are streamed."""

    ids: Sequence[str]
    sources: Sequence[str]
    articles: npt.NDArray[Any]
    runs: Ints32
    keys: Hashes
    lines: LineCounts
    templates: Hashes


class Articles:
    """The article records by column, contiguous in memory and with room to grow."""

    def __init__(self, records: npt.NDArray[Any]) -> None:
        self.size = records.size
        self._columns = {name: np.array(records[name]) for name in ARTICLE.names or ()}

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        return self._columns[name][: self.size]

    def extend(self, records: npt.NDArray[Any]) -> None:
        """Append records."""
        size = self.size + records.size
        for name, column in self._columns.items():
            if column.size < size:
                self._columns[name] = np.resize(column, size + size // 8)
            self._columns[name][self.size : size] = records[name]
        self.size = size


class Shelf:
    """An index's arrays, in memory except for the words; `add_words`, then `add`."""

    def __init__(self, path: Path) -> None:
        """Open the folder; raises `UnusableIndexError`. See `create`."""
        self.path = path
        self._files: dict[str, BinaryIO] = {}
        try:
            for name in _FILES:
                self._files[name] = (path / name).open("r+b", buffering=0)
            self._load(_last_entry(self._files["journal.jsonl"]))
        except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
            self.close()
            raise UnusableIndexError(path) from error

    @classmethod
    def create(cls, path: Path) -> "Shelf":
        """Create an empty index, replacing an existing one."""
        path.mkdir(parents=True, exist_ok=True)
        for old in (*path.glob("*.u32"), *path.glob("*.u64"), *path.glob("*.npy")):
            old.unlink()
        for name in _FILES:
            (path / name).write_bytes(b"")
        np.save(path / "templates.npy", np.zeros(0, np.uint64))
        empty: dict[str, Any] = {"words": 0, "runs": 0, "articles": 0, "ids": 0}
        empty |= {"parts": [], "built": 0, "settled": 0, "version": VERSION}
        (path / "journal.jsonl").write_text(json.dumps(empty) + "\n", "ascii")
        return cls(path)

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()

    def _load(self, entry: dict[str, Any]) -> None:
        if entry["version"] != VERSION:
            raise ValueError(entry["version"])
        self.words_total: int = entry["words"]
        self.runs_total: int = entry["runs"]
        self.built: int = entry["built"]
        self.settled: int = entry["settled"]
        self._ids_size: int = entry["ids"]
        self._parts: list[tuple[int, int, int]] = [tuple(part) for part in entry["parts"]]
        self.articles = Articles(
            np.fromfile(self.path / "articles.bin", ARTICLE, entry["articles"])
        )
        self._files["ids.jsonl"].seek(0)
        rows = [
            json.loads(line) for line in self._files["ids.jsonl"].read(self._ids_size).splitlines()
        ]
        self.ids: list[str] = [row[0] for row in rows]
        self.sources: dict[str, int] = {}
        for row in rows:
            self.sources.setdefault(row[1], len(self.sources))
        self.source_sizes = np.bincount(self.articles["source"], minlength=len(self.sources))
        self.templates: Hashes = np.load(self.path / "templates.npy")
        self.keys: list[Hashes] = []
        self.lines: list[LineCounts] = []
        for number, keys, lines in self._parts:
            columns = np.fromfile(self._part(number), "<u8", keys + 2 * lines)
            self.keys.append(columns[:keys])
            counts = LineCounts(
                columns[keys : keys + lines], columns[keys + lines :].astype(np.int32)
            )
            self.lines.append(counts)
            if counts.pages.size != lines:
                raise ValueError(number)
        short = (self.path / "words.u32").stat().st_size < 4 * self.words_total
        short |= (self.path / "runs.u32").stat().st_size < 4 * self.runs_total
        if short or not len(rows) == self.articles.size == entry["articles"]:
            raise ValueError(self.path)

    def _part(self, number: int) -> Path:
        return self.path / f"part-{number:06}.u64"

    @property
    def phrases_path(self) -> Path:
        """The path of the counted phrases."""
        return self.path / PHRASES

    def phrases(self, coming: int) -> PhraseCounts:
        """Return the counted phrases, for further counts; a new table before the first articles."""
        try:
            return PhraseCounts.load(self.phrases_path, writable=True)
        except (OSError, ValueError):
            return PhraseCounts.for_articles(2 * (self.articles.size + coming))

    def source_names(self) -> list[str]:
        """Return the source of each article."""
        names = list(self.sources)
        return [names[number] for number in self.articles["source"].tolist()]

    def add_words(self, words: Words32, *, at: int) -> None:
        """Write words after the first `at` words."""
        self._write("words.u32", 4 * at, words.astype("<u4", copy=False).tobytes())

    def _write(self, name: str, at: int, data: bytes) -> int:
        file = self._files[name]
        file.seek(at)
        return file.write(data)

    def add(self, addition: Addition, *, words_total: int) -> None:
        """Add a batch of articles whose words have been written; durable once it returns."""
        self._write("runs.u32", 4 * self.runs_total, addition.runs.astype("<u4").tobytes())
        self._write(
            "articles.bin", ARTICLE.itemsize * self.articles.size, addition.articles.tobytes()
        )
        rows = zip(addition.ids, addition.sources, strict=True)
        text = "".join(json.dumps(row) + "\n" for row in rows)
        self._ids_size += self._write("ids.jsonl", self._ids_size, text.encode("ascii"))
        self.runs_total += addition.runs.size
        self.words_total = words_total
        self.articles.extend(addition.articles)
        self.built = self.built or self.articles.size
        self.ids.extend(addition.ids)
        for name in addition.sources:
            self.sources.setdefault(name, len(self.sources))
        sizes = np.bincount(addition.articles["source"], minlength=len(self.sources))
        sizes[: self.source_sizes.size] += self.source_sizes
        self.source_sizes = sizes
        if addition.templates.size != self.templates.size:
            np.save(self.path / "templates.npy", addition.templates)
        self.templates = addition.templates
        self._add_part(addition.keys, addition.lines)

    def _add_part(self, keys: Hashes, lines: LineCounts) -> None:
        """Add a sorted part, merged with the smaller ones before it: there are always few."""
        old = [part[0] for part in self._parts]
        merged = [keys]
        while self.keys and self.keys[-1].size < _GROWTH * sum(part.size for part in merged):
            merged.append(self.keys.pop())
            lines = _merged(self.lines.pop(), lines)
            self._parts.pop()
        if len(merged) > 1:
            keys = np.concatenate(merged)
            keys.sort()
        number = max(old, default=0) + 1
        with self._part(number).open("wb", buffering=0) as file:
            for column in (keys, lines.key, lines.pages):
                file.write(column.astype("<u8", copy=False).data)
        self.keys.append(keys)
        self.lines.append(lines)
        self._parts.append((number, keys.size, lines.key.size))
        self._commit()
        for gone in set(old) - {part[0] for part in self._parts}:
            self._part(gone).unlink(missing_ok=True)

    def settle(self, articles: int) -> None:
        """Record that the candidates of the first so many articles are stored."""
        self.settled = max(self.settled, min(articles, self.articles.size))
        self._commit()

    def _commit(self) -> None:
        entry = {
            "words": self.words_total,
            "runs": self.runs_total,
            "articles": self.articles.size,
            "ids": self._ids_size,
            "parts": self._parts,
            "built": self.built,
            "settled": self.settled,
            "version": VERSION,
        }
        journal = self._files["journal.jsonl"]
        journal.seek(0, 2)
        journal.write((json.dumps(entry) + "\n").encode("ascii"))

    def words(self) -> Words32:
        """Return all words, mapped from the file; release them before adding."""
        return self._mapped("words.u32", (self.words_total,))

    def runs(self) -> Ints32:
        """Return all runs, mapped from the file: rows of first word and number of words."""
        return self._mapped("runs.u32", (self.runs_total // 2, 2))

    def _mapped(self, name: str, shape: tuple[int, ...]) -> Ints32:
        if not shape[0]:
            return np.zeros(shape, np.uint32)
        return np.memmap(self._files[name], "<u4", mode="r", shape=shape)


def counted_phrases(path: Path) -> tuple[int, PhraseCounts] | None:
    """Return the number of articles in a folder's index, and their phrases if counted.

    Needs no lock: while articles are added, some phrases count one less.
    """
    try:
        articles = (path / "articles.bin").stat().st_size // ARTICLE.itemsize
        return articles, PhraseCounts.load(path / PHRASES)
    except (OSError, ValueError):
        return None


def _merged(first: LineCounts, second: LineCounts) -> LineCounts:
    key, number = np.unique(np.concatenate([first.key, second.key]), return_inverse=True)
    pages = np.bincount(number, np.concatenate([first.pages, second.pages]), key.size)
    return LineCounts(key, pages.astype(np.int32))


def _last_entry(journal: BinaryIO) -> dict[str, Any]:
    """Return the last whole line of the journal."""
    lines = journal.read().split(b"\n")
    entry: dict[str, Any] = json.loads(lines[-2])
    return entry
