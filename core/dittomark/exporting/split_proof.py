"""The proof that a split does not leak, counted from the files that were written.

It knows nothing of how the articles were grouped and dealt: it reads the parts back, sees which
article and which text stands in which part, and then asks of every bond between two articles (the
same text, a judgement that one was made from the other, a duplicate group, an event or a source
that was to be kept whole) whether its ends lie in one part.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dittomark.exporting.dataset import Dataset, ExportedPair
from dittomark.ids import text_sha256

_LONGEST_CELL: Final = 200_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """One article as it stands in a file: its id and its text's hash, where the file has them."""

    article: str = ""
    sha256: str = ""


@dataclass
class WrittenSplit:
    """Which articles and texts the files of each part hold."""

    articles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    texts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    sizes: dict[str, int] = field(default_factory=dict)

    def see(self, part: str, found: Iterable[Written]) -> None:
        """Take in what a part's files hold."""
        count = 0
        for one in found:
            count += 1
            if one.article:
                self.articles[one.article].add(part)
            if one.sha256:
                self.texts[one.sha256].add(part)
        self.sizes[part] = count

    def parts_of(self, article: str, sha256: str) -> set[str]:
        """Return the parts in which an article stands."""
        return self.articles.get(article) or self.texts.get(sha256) or set()


def torn_bonds(
    dataset: Dataset, written: WrittenSplit, *, keep: Iterable[str], relations: frozenset[str]
) -> int:
    """Return how many bonds between articles stand in more than one part of the files.

    A text, duplicate group, event or source counts once, however many articles it binds; so does
    each pair that is judged to be one of `relations`.
    """
    bonds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for sha256, parts in written.texts.items():
        bonds["text", sha256] |= parts
    for article, parts in written.articles.items():
        bonds["article", article] |= parts
    where: dict[str, set[str]] = {}
    for one in dataset.articles():
        info = one.info
        parts = where[info.id] = written.parts_of(info.id, info.sha256)
        bonds["text", info.sha256] |= parts
        if "sources" in keep and info.source:
            bonds["source", info.source] |= parts
        if "events" in keep:
            for membership in one.memberships:
                bonds["event", membership.event_id] |= parts
    for pair in dataset.pairs():
        ends = where.get(pair.pair.a, set()) | where.get(pair.pair.b, set())
        if _relations(pair) & relations:
            bonds["pair", pair.pair.id] |= ends
        if pair.pair.cluster is not None:
            bonds["group", str(pair.pair.cluster)] |= ends
    return sum(len(parts) > 1 for parts in bonds.values())


def _relations(pair: ExportedPair) -> set[str]:
    said = (*(judgement.relation for judgement in pair.judgements), pair.relation)
    return {relation for relation in said if relation}


# --- reading the parts back -----------------------------------------------------------------------


def written_articles(format_: str, folder: Path, name: str) -> Iterator[Written]:
    """Yield the articles in the files of one part: `name` is the part's folder or file."""
    reader = _READERS.get(format_)
    if reader is not None:
        yield from reader(folder, name)


def _of(record: Mapping[str, Any], article: object) -> Written:
    text = record.get("text")
    sha256 = text_sha256(text) if isinstance(text, str) else str(record.get("sha256") or "")
    return Written(str(article or ""), sha256)


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            yield json.loads(line)


def _jsonl(folder: Path, name: str) -> Iterator[Written]:
    for record in _lines(folder / name):
        if record["type"] == "article":
            yield _of(record, record["id"])


def _huggingface(folder: Path, name: str) -> Iterator[Written]:
    part = name.rstrip("/")
    for path in sorted((folder / "data").glob(f"articles-{part}-*.jsonl")):
        for record in _lines(path):
            yield _of(record, record["id"])


def _doccano(folder: Path, name: str) -> Iterator[Written]:
    for record in _lines(folder / name):
        yield _of(record, record["article_id"])


def _prodigy(folder: Path, name: str) -> Iterator[Written]:
    for record in _lines(folder / name):
        yield _of(record, record["meta"]["article_id"])


def _training(folder: Path, name: str) -> Iterator[Written]:
    for record in _lines(folder / name):
        if "text_a" in record:
            for side in ("a", "b"):
                yield Written(record[side], text_sha256(record[f"text_{side}"]))
        else:
            yield _of(record, record.get("article_id") or record.get("id"))


def _xlsx(folder: Path, name: str) -> Iterator[Written]:
    from openpyxl import load_workbook

    book = load_workbook(folder / name, read_only=True)
    rows = book["articles"].iter_rows(values_only=True)
    columns = next(rows)
    for row in rows:
        record = dict(zip(columns, row, strict=False))
        yield Written(str(record["id"]), str(record["sha256"]))
    book.close()


def _clean_text(folder: Path, name: str) -> Iterator[Written]:
    for record in _lines(folder / name):
        yield Written(record["id"])


def _clusters(folder: Path, name: str) -> Iterator[Written]:
    for record in _lines(folder / name):
        for one in record["articles"]:
            yield Written(one["id"], one["sha256"])


def _csv(folder: Path, name: str) -> Iterator[Written]:
    csv.field_size_limit(_LONGEST_CELL)
    with (folder / f"{name}articles.csv").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            yield Written(row["id"], row["sha256"])


def _parquet(folder: Path, name: str) -> Iterator[Written]:
    from pyarrow import parquet

    with parquet.ParquetFile(folder / f"{name}articles.parquet") as file:
        for batch in file.iter_batches(1000, columns=["id", "sha256"]):
            for row in batch.to_pylist():
                yield Written(row["id"], row["sha256"])


def _label_studio(folder: Path, name: str) -> Iterator[Written]:
    for task in json.loads((folder / f"{name}articles.json").read_text("utf-8")):
        yield _of(task["data"], task["data"]["article_id"])
    for task in json.loads((folder / f"{name}pairs.json").read_text("utf-8")):
        for side in ("a", "b"):
            yield Written(task["data"][side], text_sha256(task["data"][f"text_{side}"]))


def _brat(folder: Path, name: str) -> Iterator[Written]:
    with (folder / f"{name}articles.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Written(row["id"])


def _web_annotation(folder: Path, name: str) -> Iterator[Written]:
    for node in json.loads((folder / name).read_text("utf-8"))["items"]:
        targets = node["target"] if isinstance(node["target"], list) else [node["target"]]
        for target in targets:
            source = str(target.get("source", "")).removeprefix("urn:sha256:")
            yield Written(str(target.get("id", "")).removeprefix("urn:uuid:"), source)


def _cas_json(folder: Path, name: str) -> Iterator[Written]:
    for path in sorted((folder / name).glob("*.json")):
        structures = json.loads(path.read_text("utf-8"))["%FEATURE_STRUCTURES"]
        yield from (
            Written("", text_sha256(one["sofaString"])) for one in structures if "sofaString" in one
        )


def _spacy(folder: Path, name: str) -> Iterator[Written]:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab = Vocab()
    for path in sorted((folder / name).glob("*.spacy")):
        for doc in DocBin(store_user_data=True).from_disk(path).get_docs(vocab):
            yield Written(str(doc.user_data["id"]), text_sha256(doc.text))


def _conll(folder: Path, name: str) -> Iterator[Written]:
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


_READERS: Final[dict[str, Callable[[Path, str], Iterator[Written]]]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
    "huggingface": _huggingface,
    "spacy": _spacy,
    "label-studio": _label_studio,
    "doccano": _doccano,
    "brat": _brat,
    "web-annotation": _web_annotation,
    "conll": _conll,
    "prodigy": _prodigy,
    "cas-json": _cas_json,
    "clusters": _clusters,
    "clean-text": _clean_text,
    "xlsx": _xlsx,
    "pair-texts": _training,
    "training-span": _training,
    "training-relation": _training,
    "training-event": _training,
}
