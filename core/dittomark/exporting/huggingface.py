"""`huggingface`: a folder that `datasets.load_dataset(path)` opens without a network.

Data are JSON lines, one file per table and part; the dataset card (README.md) declares the types,
so nothing is guessed, and describes the content: counts, label scheme, agreement, licence.
"""

import hashlib
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from dittomark.exporting import tables
from dittomark.exporting.common import encode_json
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.output import Output
from dittomark.messages import Message

_SIZES: Final = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (10**6, "100K<n<1M"),
)
CARD: Final = "README.md"
_NOT_IN_YAML: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_HASH_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class _File:
    """A data file: its name, rows and bytes."""

    name: str
    rows: int
    size: int


@dataclass
class _Facts:
    """The content of the card, collected while the rows are written."""

    files: dict[str, dict[str, _File]] = field(default_factory=dict)  # by table and part
    rows: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    languages: set[str] = field(default_factory=set)
    annotators: set[str] = field(default_factory=set)
    ratings: list[tuple[str, str, str]] = field(default_factory=list)  # pair, annotator, relation

    def see(self, table: str, row: tables.Row) -> None:
        self.rows[table] += 1
        if table == "articles":
            self.languages.update({row["language"]} - {""})
            self.labels.update(span["label"] for span in row["spans"])
            self.annotators.update(span["annotator"] for span in row["spans"])
        elif table == "pairs":
            self.annotators.update(one["annotator"] for one in row["judgements"])
            self.relations.update([row["relation"]] if row["relation"] else [])
            self.ratings += [
                (row["id"], one["annotator"], one["relation"])
                for one in row["judgements"]
                if one["relation"]
            ]


def write(dataset: Dataset, output: Output, _name: str) -> None:
    """Write the data of one part (all, without a split) and add it to the card."""
    part = dataset.part or "train"
    facts = output.shared.setdefault("facts", _Facts())
    parts: list[str] = output.shared.setdefault("parts", [])
    parts.append(part)
    for table in tables.TABLES:
        if table in ("events", "decisions") and len(parts) > 1:
            continue  # one registry for all parts
        rows = tables.rows(dataset, table)
        first = next(rows, None)
        if first is None:
            continue  # `load_dataset` refuses an empty file
        name = _file(table, part)
        digest, count, size = hashlib.sha256(), 0, 0
        with output.binary(name) as stream:
            for row in itertools.chain([first], rows):
                facts.see(table, row)
                line = encode_json(row).encode() + b"\n"
                digest.update(line)
                count, size = count + 1, size + len(line)
                stream.write(line)
        # `load_dataset` caches data under the names of the files: new data needs new names.
        hashed = _file(table, f"{part}-{digest.hexdigest()[:_HASH_DIGITS]}")
        output.rename(name, hashed)
        facts.files.setdefault(table, {})[part] = _File(hashed, count, size)
    if len(parts) == len(dataset.all_parts or (part,)):
        with output.text(CARD) as stream:
            stream.write(_card(dataset, facts))
    dataset.tally.lose("label schemes", Message("Only named in the card."), int(len(parts) == 1))


def _file(table: str, part: str) -> str:
    return f"data/{table}-{part}.jsonl"


def _card(dataset: Dataset, facts: _Facts) -> str:
    return "---\n" + "\n".join(_metadata(dataset, facts)) + "\n---\n\n" + _text(dataset, facts)


def _quoted(text: str) -> str:
    """Return the text as a YAML string: a JSON string without characters invalid in YAML."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _metadata(dataset: Dataset, facts: _Facts) -> Iterator[str]:
    """Yield the lines of the card's YAML."""
    yield f"pretty_name: {_quoted(dataset.name)}"
    if dataset.licence:
        yield f"license: {_quoted(dataset.licence)}"
    if facts.languages:
        yield "language:"
        yield from (f"- {_quoted(language)}" for language in sorted(facts.languages))
    yield "size_categories:"
    size = next((name for limit, name in _SIZES if facts.rows["articles"] < limit), "n>1M")
    yield f'- "{size}"'
    yield "configs:"
    for table, parts in facts.files.items():
        yield f"- config_name: {table}"
        yield from ["  default: true"] if table == "articles" else []
        yield "  data_files:"
        for part, file in parts.items():
            yield f"  - split: {part}"
            yield f"    path: {file.name}"
    yield "dataset_info:"
    for table, parts in facts.files.items():
        yield f"- config_name: {table}"
        yield "  features:"
        yield from _features(tables.TABLES[table], "  ")
        yield "  splits:"
        for part, file in parts.items():
            yield f"  - name: {part}"
            yield f"    num_bytes: {file.size}"
            yield f"    num_examples: {file.rows}"
        yield f"  dataset_size: {sum(file.size for file in parts.values())}"


def _features(columns: tables.Columns, indent: str) -> Iterator[str]:
    for name, kind in columns.items():
        yield f"{indent}- name: {name}"
        if not isinstance(kind, list):
            yield f"{indent}  dtype: {kind}"
        elif isinstance(kind[0], dict):
            yield f"{indent}  list:"
            yield from _features(kind[0], f"{indent}  ")
        else:
            yield f"{indent}  list: {kind[0]}"


def _text(dataset: Dataset, facts: _Facts) -> str:
    lines = [
        f"# {' '.join(dataset.name.split())}",
        "",
        (
            "News articles compared and labelled with Dittomark: boilerplate spans, relations between "
            "articles, and events. Offsets are code points of `text`, `[start, end)`."
        ),
        "",
        "## Counts",
        "",
        "| table | rows |",
        "|---|---|",
        *(f"| {table} | {facts.rows[table]} |" for table in tables.TABLES),
        "",
        f"Annotators: {len(facts.annotators)}.",
        "",
        "## Span labels",
        "",
        *_scheme(dataset.scheme.get("spans", ()), facts.labels),
        "",
        "## Relations",
        "",
        *_scheme(dataset.scheme.get("relations", ()), facts.relations),
        "",
        "## Agreement",
        "",
        _agreement(dataset, facts),
        "",
        "## Licence",
        "",
        dataset.licence or "Not named. The texts belong to those who published them.",
        "",
    ]
    return "\n".join(lines)


def _scheme(labels: Any, counts: Counter[str]) -> Iterator[str]:  # noqa: ANN401  (plain JSON)
    yield "| label | meaning | count |"
    yield "|---|---|---|"
    for label in labels:
        meaning = " ".join((label.get("description") or label.get("name") or "").split())
        yield f"| `{label['key']}` | {meaning.replace('|', '/')} | {counts[label['key']]} |"


def _agreement(dataset: Dataset, facts: _Facts) -> str:
    """Return a sentence on the relations that several annotators assigned to the same pairs."""
    judged = Counter(pair for pair, _, _ in facts.ratings)
    twice = {pair for pair, count in judged.items() if count > 1}
    if not twice:
        return "No pair was judged by two annotators."
    relations: dict[str, set[str]] = {}
    for pair, _, relation in facts.ratings:
        relations.setdefault(pair, set()).add(relation)
    agreed = sum(len(relations[pair]) == 1 for pair in twice)
    return (
        f"{len(twice)} pairs were judged by two annotators or more; all of them gave the same "
        f"relation to {agreed} ({agreed / len(twice):.0%}).{_alpha(dataset, facts)}"
    )


def _alpha(dataset: Dataset, facts: _Facts) -> str:
    """Return Krippendorff's alpha as a sentence, if the extra `agreement` is installed."""
    try:
        from dittomark.team.agreement.labels import label_agreement

        order = [label["key"] for label in dataset.scheme.get("relations", ())]
        found = label_agreement(facts.ratings, order=order)
    except ImportError:
        return ""
    if found is None or found.alpha.value is None:
        return ""
    return f" Krippendorff's alpha: {found.alpha.value:.2f}."
