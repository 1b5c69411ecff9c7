"""The articles in the files of an export: one function per format, for the proof of a split.

Each is called with the folder of an export and the name of one part's folder or file in it, and
reads the written files, independently of the exporter.
"""

import csv
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

from dittomark.ids import text_sha256
from dittomark.importing import webanno_tsv

_LONGEST_CELL: Final = 200_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """One article in a file: its id and its text's hash, if the file has them."""

    article: str = ""
    sha256: str = ""


def _of(record: Mapping[str, Any], article: object) -> Written:
    text = record.get("text")
    sha256 = text_sha256(text) if isinstance(text, str) else str(record.get("sha256") or "")
    return Written(str(article or ""), sha256)


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            yield json.loads(line)


def in_jsonl(folder: Path, name: str) -> Iterator[Written]:
    """Yield the articles of our own JSONL."""
    for record in _lines(folder / name):
        if record["type"] == "article":
            yield _of(record, record["id"])


def in_huggingface(folder: Path, name: str) -> Iterator[Written]:
    """Yield the rows of the part's article files."""
    part = name.rstrip("/")
    for path in sorted((folder / "data").glob(f"articles-{part}-*.jsonl")):
        for record in _lines(path):
            yield _of(record, record["id"])


def in_doccano(folder: Path, name: str) -> Iterator[Written]:
    """Yield the examples."""
    for record in _lines(folder / name):
        yield _of(record, record["article_id"])


def in_prodigy(folder: Path, name: str) -> Iterator[Written]:
    """Yield the tasks: an article occurs once for each annotator."""
    for record in _lines(folder / name):
        yield _of(record, record["meta"]["article_id"])


def in_training(folder: Path, name: str) -> Iterator[Written]:
    """Yield the examples of a training file: both articles if it holds pairs."""
    for record in _lines(folder / name):
        if "text_a" in record:
            for side in ("a", "b"):
                yield Written(record[side], text_sha256(record[f"text_{side}"]))
        else:
            yield _of(record, record.get("article_id") or record.get("id"))


def in_xlsx(folder: Path, name: str) -> Iterator[Written]:
    """Yield the rows of the sheet of articles."""
    from openpyxl import load_workbook

    book = load_workbook(folder / name, read_only=True)
    rows = book["articles"].iter_rows(values_only=True)
    columns = next(rows)
    for row in rows:
        record = dict(zip(columns, row, strict=False))
        yield Written(str(record["id"]), str(record["sha256"]))
    book.close()


def in_clean_text(folder: Path, name: str) -> Iterator[Written]:
    """Yield the articles that were kept."""
    for record in _lines(folder / name):
        yield Written(record["id"])


def in_clusters(folder: Path, name: str) -> Iterator[Written]:
    """Yield the members of the clusters."""
    for record in _lines(folder / name):
        for one in record["articles"]:
            yield Written(one["id"], one["sha256"])


def in_csv(folder: Path, name: str) -> Iterator[Written]:
    """Yield the rows of the table of articles."""
    csv.field_size_limit(_LONGEST_CELL)
    with (folder / f"{name}articles.csv").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            yield Written(row["id"], row["sha256"])


def in_parquet(folder: Path, name: str) -> Iterator[Written]:
    """Yield the rows of the table of articles."""
    from pyarrow import parquet

    with parquet.ParquetFile(folder / f"{name}articles.parquet") as file:
        for batch in file.iter_batches(1000, columns=["id", "sha256"]):
            for row in batch.to_pylist():
                yield Written(row["id"], row["sha256"])


def in_sqlite(folder: Path, name: str) -> Iterator[Written]:
    """Yield the rows of the table of articles."""
    from sqlite_utils import Database

    with closing(sqlite3.connect(folder / name)) as connection:
        database = Database(connection, execute_plugins=False)
        for row in database.table("articles").rows_where(select="id, sha256"):
            yield Written(row["id"], row["sha256"])


def in_label_studio(folder: Path, name: str) -> Iterator[Written]:
    """Yield the articles of both kinds of tasks."""
    for task in json.loads((folder / f"{name}articles.json").read_text("utf-8")):
        yield _of(task["data"], task["data"]["article_id"])
    for task in json.loads((folder / f"{name}pairs.json").read_text("utf-8")):
        for side in ("a", "b"):
            yield Written(task["data"][side], text_sha256(task["data"][f"text_{side}"]))


def in_brat(folder: Path, name: str) -> Iterator[Written]:
    """Yield the rows of the table next to the texts."""
    with (folder / f"{name}articles.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Written(row["id"])


def in_pan(folder: Path, name: str) -> Iterator[Written]:
    """Yield the texts; one that is both suspicious and a source occurs once."""
    texts = {path.name: path for path in sorted((folder / name).glob("s*/*.txt"))}
    for path in texts.values():
        yield Written("", text_sha256(path.read_bytes().decode()))


def in_web_annotation(folder: Path, name: str) -> Iterator[Written]:
    """Yield the targets of the annotations."""
    for node in json.loads((folder / name).read_text("utf-8"))["items"]:
        targets = node["target"] if isinstance(node["target"], list) else [node["target"]]
        for target in targets:
            source = str(target.get("source", "")).removeprefix("urn:sha256:")
            yield Written(str(target.get("id", "")).removeprefix("urn:uuid:"), source)


def in_cas_json(folder: Path, name: str) -> Iterator[Written]:
    """Yield the texts, which have no id."""
    for path in sorted((folder / name).glob("*.json")):
        structures = json.loads(path.read_text("utf-8"))["%FEATURE_STRUCTURES"]
        yield from (
            Written("", text_sha256(one["sofaString"])) for one in structures if "sofaString" in one
        )


def in_cas_xmi(folder: Path, name: str) -> Iterator[Written]:
    """Yield the texts, which have no id."""
    for path in sorted((folder / name).glob("*.xmi")):
        for element in ET.parse(path).iter():
            if (text := element.get("sofaString")) is not None:
                yield Written("", text_sha256(text))


def in_webanno_tsv(folder: Path, name: str) -> Iterator[Written]:
    """Yield the texts, which have no id."""
    for path in sorted((folder / name).glob("*.tsv")):
        yield Written("", text_sha256(webanno_tsv.text_of(path.read_bytes().decode())))


def in_spacy(folder: Path, name: str) -> Iterator[Written]:
    """Yield the documents."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab = Vocab()
    for path in sorted((folder / name).glob("*.spacy")):
        for doc in DocBin(store_user_data=True).from_disk(path).get_docs(vocab):
            yield Written(str(doc.user_data["id"]), text_sha256(doc.text))


def in_conll(folder: Path, name: str) -> Iterator[Written]:
    """Yield the tokens of each document, hashed: equal texts have equal tokens."""
    tokens: list[str] = []
    with (folder / name).open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            if line.startswith("-DOCSTART-"):
                if tokens:
                    yield Written("", text_sha256("\n".join(tokens)))
                tokens = []
            elif line.strip():
                tokens.append(line.split(" ", 1)[0])
    if tokens:
        yield Written("", text_sha256("\n".join(tokens)))
