"""Parquet: articles as rows of a table, ours or of other programs (extra `parquet`)."""

import io
from collections.abc import Iterator
from typing import Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import json_rows
from dittomark.importing.json_lines import Row
from dittomark.importing.plain_values import plain
from dittomark.importing.results import Failure, Item, Options
from dittomark.importing.sources import Source
from dittomark.system.optional_parts import PARQUET

_MAX_BYTES: Final = 4_000_000_000
_ROWS_AT_ONCE: Final = 500


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield an article (pair, event) for each row."""
    yield from json_rows.read_objects(source, rows_of(source), options)


def rows_of(source: Source) -> Iterator[tuple[Row | Failure, str]]:
    """Yield the rows as objects, a few hundred in memory at a time.

    Raises `UnreadableFileError` for a damaged file, or if pyarrow is missing.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise UnreadableFileError(PARQUET.missing) from error
    place: Any = source.path or io.BytesIO(source.read(limit=_MAX_BYTES))
    try:
        with parquet.ParquetFile(place) as file:
            number = 0
            for batch in file.iter_batches(_ROWS_AT_ONCE):
                for row in batch.to_pylist():
                    number += 1
                    yield Row(number, plain(row)), "utf-8"
    except pa.ArrowException as error:
        raise UnreadableFileError("This is not a Parquet file, or it is damaged.") from error
