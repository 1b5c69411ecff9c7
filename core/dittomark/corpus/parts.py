"""Corpora in files: articles from Parquet or JSONL parts, candidates to and from Parquet.

An article has the columns (or keys) `id`, `text` and, if known, `source`. Needs pyarrow
(`dittomark[parquet]`) for Parquet.
"""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dittomark.corpus.prints.spooling import IndexedArticle
from dittomark.errors import UnreadableFileError, UserError, writing

if TYPE_CHECKING:
    from dittomark.corpus.candidates import Candidate

# Rows per write: a row group of some megabytes.
_ROWS: Final = 1000
_BUFFER: Final = 1 << 20  # bytes; without it whole columns are read at a time
_COLUMNS: Final = ("id", "source", "text")
_PASSAGE: Final = ("a_start", "a_end", "b_start", "b_end")


def part_files(paths: Sequence[Path]) -> list[Path]:
    """Return the given Parquet and JSONL files, and those in the given folders, sorted.

    Raises `UnreadableFileError` for a path that is missing or of another format.
    """
    found = []
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        wanted = [file for file in inside if file.suffix in {".parquet", ".jsonl"}]
        if not wanted:
            raise UnreadableFileError(
                "{path} is no Parquet or JSONL file, nor a folder of such.", path=path
            )
        found.extend(wanted)
    for file in found:
        if not file.is_file():
            raise UnreadableFileError("{path} does not exist.", path=file)
    return found


class Parts:
    """Articles in files, read as a stream, any number of times."""

    def __init__(self, paths: Sequence[Path]) -> None:
        """Find the files; raises `UnreadableFileError`."""
        self.files = part_files(paths)

    def __iter__(self) -> Iterator[IndexedArticle]:
        for file in self.files:
            rows = _jsonl(file) if file.suffix == ".jsonl" else _parquet(file)
            for row in rows:
                try:
                    yield IndexedArticle(str(row["id"]), str(row.get("source") or ""), row["text"])
                except KeyError as error:
                    raise UnreadableFileError(
                        "{path} has no column {column}.", path=file, column=str(error)
                    ) from None

    def texts(self) -> "OrderedTexts":
        """Return a `text_of` for `find_candidates`."""
        return OrderedTexts(self)


class OrderedTexts:
    """Texts by id, for callers that ask in the order of the articles, as `find_candidates` does."""

    def __init__(self, articles: Iterable[IndexedArticle]) -> None:
        self._articles = iter(articles)
        self._last = IndexedArticle("", "", "")

    def __call__(self, article: str) -> str:
        """Return the text of a later article; raises `LookupError` if there is none."""
        while self._last.id != article:
            try:
                self._last = next(self._articles)
            except StopIteration:
                raise LookupError(article) from None
        return self._last.text


def _jsonl(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
            except ValueError:
                raise UnreadableFileError(
                    "{path}: line {number} is not JSON.", path=file, number=number
                ) from None
            yield row


def _parquet(file: Path) -> Iterator[dict[str, Any]]:
    parquet = _pyarrow_parquet()
    try:
        with parquet.ParquetFile(file, pre_buffer=False, buffer_size=_BUFFER) as table:
            columns = [name for name in _COLUMNS if name in table.schema_arrow.names]
            for batch in table.iter_batches(_ROWS, columns=columns):
                yield from batch.to_pylist()
    except (OSError, ValueError) as error:
        raise UnreadableFileError(
            "{path} can't be read as Parquet: {reason}.", path=file, reason=str(error)
        ) from None


def _pyarrow_parquet() -> Any:  # noqa: ANN401
    try:
        from pyarrow import parquet
    except ImportError:
        raise UserError("Parquet needs pyarrow: install dittomark[parquet].") from None
    return parquet


def write_parts(articles: Iterable[IndexedArticle], path: Path) -> None:
    """Write articles to a Parquet file."""
    parquet = _pyarrow_parquet()
    import pyarrow as pa

    schema = pa.schema([(name, "string") for name in _COLUMNS])
    rows = iter(articles)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while some := list(islice(rows, _ROWS)):
            named = ([getattr(article, name) for article in some] for name in _COLUMNS)
            columns = [pa.array(column, pa.string()) for column in named]
            writer.write_batch(pa.record_batch(columns, schema=schema))


def write_candidates(candidates: "Sequence[Candidate]", path: Path) -> None:
    """Write candidates to a Parquet file, one row each; the passage is four columns.

    Raises `UserError` if that is impossible.
    """
    parquet = _pyarrow_parquet()
    import pyarrow as pa

    rows = []
    for candidate in candidates:
        row = dataclasses.asdict(candidate)
        row.update(zip(_PASSAGE, row.pop("passage"), strict=True))
        rows.append(row)
    schema = pa.schema(
        [("a", "string"), ("b", "string"), ("score", "double"), ("guess", "string")]
        + [(name, "int64") for name in _PASSAGE]
        + [("words", "int64"), ("a_in_b", "double"), ("b_in_a", "double")]
    )
    temporary = path.with_name(path.name + ".tmp")
    with writing(path):
        parquet.write_table(pa.Table.from_pylist(rows, schema), temporary)
        temporary.replace(path)


def read_candidates(path: Path) -> "list[Candidate]":
    """Return the candidates in a Parquet file, or in a folder of them as Spark writes it.

    Raises `UnreadableFileError` for a file without candidates.
    """
    from dittomark.corpus.candidates import Candidate

    parquet = _pyarrow_parquet()
    try:
        rows = parquet.read_table(path).to_pylist()
        return [Candidate(passage=tuple(row.pop(name) for name in _PASSAGE), **row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFileError(
            "{path} holds no candidates: {reason}.", path=path, reason=str(error)
        ) from None
