"""`parquet`: articles, pairs, links and events as typed tables, one file each (extra `parquet`)."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from dittomark.errors import UserError
from dittomark.exporting import tables
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.output import Output
from dittomark.system.optional_parts import PARQUET

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS_AT_ONCE: Final = 1000


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write `<name>articles.parquet` and the other tables.

    Raises `UserError` if pyarrow is missing.
    """
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise UserError(PARQUET.missing) from error
    for table, columns in tables.TABLES.items():
        schema = _schema(columns)
        with (
            output.binary(f"{name}{table}.parquet") as stream,
            parquet.ParquetWriter(stream, schema, compression="zstd") as writer,
        ):
            for batch in _batches(tables.rows(dataset, table), schema):
                writer.write_batch(batch)


def _batches(rows: Iterator[tables.Row], schema: "pa.Schema") -> Iterator["pa.RecordBatch"]:
    import pyarrow as pa

    while some := list(islice(rows, _ROWS_AT_ONCE)):
        yield pa.RecordBatch.from_pylist(some, schema=schema)


def _schema(columns: tables.Columns) -> "pa.Schema":
    import pyarrow as pa

    return pa.schema([(name, _arrow(kind)) for name, kind in columns.items()])


def _arrow(kind: tables.Type | tables.Columns) -> "pa.DataType":
    import pyarrow as pa

    if isinstance(kind, list):
        return pa.list_(_arrow(kind[0]))
    if isinstance(kind, dict):
        return pa.struct([(name, _arrow(inner)) for name, inner in kind.items()])
    return pa.bool_() if kind == "bool" else getattr(pa, kind)()
