"""Folders written by a program: which of their files are read only with others, or not at all.

A folder of ours is recognised by its manifest, the list of exported files. Files that describe the
data to another tool (a labelling configuration, a dataset card) are not articles; tables next to
brat's files are read together with them. A browser that saves a complete page puts its pictures and
scripts into a folder next to it.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from dittomark.records.table_columns import unguarded

MANIFEST: Final = "dittomark-export.json"
_PAGES: Final = re.compile(r"(.+)\.x?html?", re.IGNORECASE)
_OF_PAGE: Final = re.compile(
    r"(.+)[_.-](?:files|file|fichiers|dateien|archivos|arquivos|bestanden|pliki|filer)",
    re.IGNORECASE,
)
_CARD: Final = "README.md"
# brat's own settings; brat has no other file with this suffix.
_BRAT_SETTINGS: Final = frozenset(
    {"annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf"}
)
# Read together with each text; those of pairs and events are read on their own.
BRAT_TABLES: Final = ("articles.tsv", "labels.tsv")


@lru_cache(maxsize=4)  # called for every text and every row of its annotations
def brat_rows(table: bytes) -> Mapping[str, Mapping[str, str]]:
    """Return the rows of a table that our own export wrote next to brat's files, by first cell."""
    lines = [line.split("\t") for line in table.decode("utf-8", "replace").split("\n") if line]
    columns = lines[0] if lines else []
    return {line[0]: dict(zip(columns, map(unguarded, line), strict=False)) for line in lines[1:]}


def brat_ids(articles: bytes) -> Mapping[str, str]:
    """Return the articles' ids by the names of their files."""
    return {file: row.get("id", "") for file, row in brat_rows(articles).items()}


def passed_over(names: Iterable[str], read: Callable[[str], bytes]) -> set[str]:
    """Return the files of a folder that are not read on their own.

    `names` are relative to the folder, with `/`; `read` returns a file's bytes, and may raise
    OSError.
    """
    every = set(names)
    found = {name for name in every if PurePosixPath(name).name in _BRAT_SETTINGS}
    for name in every:
        if PurePosixPath(name).name == MANIFEST:
            folder = PurePosixPath(name).parent
            found.add(name)
            found.update(str(folder / side) for side in _side_files(_listed(name, read)))
    return (found & every) | _of_pages(every) | _of_datasets(every, read)


# Files that Hugging Face's tools write next to the data.
_OF_DATASETS: Final = frozenset(
    {"dataset_infos.json", "dataset_dict.json", "dataset_info.json", "state.json"}
)
_DATA: Final = (
    ".parquet",
    ".jsonl",
    ".csv",
    ".json",
    ".arrow",
    ".jsonl.gz",
    ".csv.gz",
    ".tsv",
    ".txt",
)
_ABOUT: Final = re.compile(
    rb"^(?:dataset_info|configs|task_categories|task_ids|size_categories|annotations_creators|license|"
    rb"pretty_name|language|tags|viewer)\s*:",
    re.MULTILINE,
)


def _of_datasets(names: set[str], read: Callable[[str], bytes]) -> set[str]:
    """Return the descriptions in a Hugging Face folder: its card, lists of its columns."""
    found: set[str] = set()
    for name in names:
        path = PurePosixPath(name)
        if path.name != _CARD or not _is_card(name, read):
            continue
        siblings = {other for other in names if PurePosixPath(other).is_relative_to(path.parent)}
        about = {other for other in siblings if PurePosixPath(other).name in _OF_DATASETS}
        if any(other.lower().endswith(_DATA) for other in siblings - about):
            found |= {name, *about}
    return found


def _is_card(name: str, read: Callable[[str], bytes]) -> bool:
    """Return whether a README begins with the metadata of a Hugging Face dataset card."""
    try:
        data = read(name)
    except OSError:
        return False
    parts = data.replace(b"\r\n", b"\n").split(b"\n---", 1)
    return data.startswith(b"---") and len(parts) == 2 and _ABOUT.search(parts[0]) is not None


def _of_pages(names: set[str]) -> set[str]:
    """Return the files in the folders of pages that a browser saved complete."""
    pages = {page[1] for name in names if (page := _PAGES.fullmatch(name))}
    return {
        name
        for name in names
        if any(
            (folder := _OF_PAGE.fullmatch(str(parent))) and folder[1] in pages
            for parent in PurePosixPath(name).parents
        )
    }


def _listed(name: str, read: Callable[[str], bytes]) -> tuple[str, list[str]]:
    """Return the format in a manifest, empty in older ones, and the listed files."""
    try:
        manifest = json.loads(read(name))
        files = [str(file) for file in manifest["files"]]
        return str(manifest.get("format", "")), files
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return "", []


def _side_files(listed: tuple[str, list[str]]) -> list[str]:
    format_, files = listed
    names = {PurePosixPath(file).name for file in files}
    if not format_:  # written before manifests named the format
        if "annotation.conf" in names:
            format_ = "brat"
        elif {"articles.xml", "pairs.xml"} <= names:
            format_ = "label-studio"
        elif _CARD in names:
            format_ = "huggingface"
    match format_:
        case "brat":
            return [f for f in files if PurePosixPath(f).name in {*BRAT_TABLES, *_BRAT_SETTINGS}]
        case "label-studio":
            return [file for file in files if file.endswith(".xml")]
        case "huggingface":
            return [file for file in files if file == _CARD]
        case "cas-xmi":
            return [file for file in files if PurePosixPath(file).name == "TypeSystem.xml"]
    return []
