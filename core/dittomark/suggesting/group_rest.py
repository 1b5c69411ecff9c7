"""The pairs of groups of copies that a search found and left out of the queue.

Any two states of a live blog make a pair; the queue gets each article's nearest few. The others are
stored in a file of the candidate index, from which a whole group can be shown immediately. The file
is a cache, as the index is, and may be deleted at any time.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Self

from dittomark import ids
from dittomark.annotations import NewPair, Origin, Suggestion
from dittomark.suggesting.view import ReadableProject
from dittomark.system.cache_paths import index_path

_FILE: Final = "more.jsonl"
_ENDS: Final = re.compile(r'\[-?\d+, "([^"\\]+)", "([^"\\]+)"')  # the articles of a line


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A pair that was left out, in the form for the queue, and its guessed relation."""

    pair: NewPair
    guess: Suggestion | None

    @property
    def pair_id(self) -> str:
        """The id that the pair has, or would have, in the queue."""
        return ids.pair_id(self.pair.a, self.pair.b)

    def line(self) -> str:
        """Return the pair as a line of the file, beginning with the number of the group."""
        pair, guess = self.pair, self.guess
        suggestion = [guess.score, guess.label, dict(guess.payload)] if guess is not None else None
        origin = [pair.origin.by, pair.origin.version]
        values = [pair.a, pair.b, pair.score, pair.guess, pair.passage, origin, suggestion]
        return f"{_start(pair.cluster)}{json.dumps(values)[1:]}\n"

    @classmethod
    def read(cls, line: str) -> Self:
        """Return the pair of a line; raises `ValueError` or `TypeError` if it is damaged."""
        cluster, a, b, score, label, passage, (by, version), suggestion = json.loads(line)
        origin = Origin(by=str(by), version=str(version), score=score)
        place = None if passage is None else _four(passage)
        pair = NewPair(str(a), str(b), score, label, place, int(cluster), origin)
        return cls(pair, None if suggestion is None else _guess(pair, *suggestion))


def keep_left_out(
    project: ReadableProject,
    left_out: Iterable[LeftOut],
    *,
    groups: Mapping[str, int],
    anew: bool = False,
) -> None:
    """Store these pairs next to the project; those of earlier searches too, unless `anew`.

    `groups` is the number of each article's group: groups may have been joined since. If nothing
    can be written next to the project, nothing is stored.
    """
    path = _path(project)
    kept = {} if anew else {each.pair_id: each for each in _read(path)}
    kept.update((each.pair_id, each) for each in left_out)
    if not (kept or path.exists()) or not os.access(project.path.parent, os.W_OK):
        return
    path.parent.mkdir(exist_ok=True)
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8") as file:
        for each in kept.values():
            group = groups.get(each.pair.a, each.pair.cluster)
            file.write(replace(each, pair=replace(each.pair, cluster=group)).line())
    new.replace(path)


def left_out(project: ReadableProject, cluster: int | None) -> list[LeftOut]:
    """Return a group's pairs (`Pair.cluster`) that are not in the queue, the most similar first."""
    if cluster is None:
        return []
    found = {each.pair_id: each for each in _read(_path(project), start=_start(cluster))}
    wanted = _addable(project, {name: (each.pair.a, each.pair.b) for name, each in found.items()})
    return sorted(
        (found[name] for name in wanted), key=lambda each: (-(each.pair.score or 0.0), each.pair_id)
    )


def count_left_out(project: ReadableProject, cluster: int | None) -> int:
    """Return the length of `left_out`'s result, in a fraction of its time."""
    if cluster is None:
        return 0
    ends = (_ENDS.match(line) for line in _lines(_path(project), _start(cluster)))
    found = [(each[1], each[2]) for each in ends if each is not None]
    return len(_addable(project, {ids.pair_id(*pair): pair for pair in found}))


def _addable(project: ReadableProject, pairs: Mapping[str, tuple[str, str]]) -> list[str]:
    """Return the ids of those pairs whose articles exist and which are not queued."""
    articles = {article for ends in pairs.values() for article in ends}
    existing = {info.id for info in project.article_infos(sorted(articles))} if articles else set()
    queued = _queued(project, {a for a, _ in pairs.values()} & existing)
    return [
        name for name, ends in pairs.items() if name not in queued and existing.issuperset(ends)
    ]


def _queued(project: ReadableProject, articles: Set[str]) -> set[str]:
    return {pair.id for article in articles for pair in project.pairs(article_id=article)}


def _read(path: Path, *, start: str = "") -> Iterator[LeftOut]:
    """Yield the pairs of the lines that begin with `start`; damaged ones are skipped."""
    for line in _lines(path, start):
        with suppress(ValueError, TypeError):
            yield LeftOut.read(line)


def _lines(path: Path, start: str) -> Iterator[str]:
    with suppress(FileNotFoundError), path.open(encoding="utf-8", errors="replace") as file:
        yield from (line for line in file if line.startswith(start))


def _start(cluster: int | None) -> str:
    return f"[{-1 if cluster is None else cluster}, "


def _path(project: ReadableProject) -> Path:
    return index_path(project.path) / _FILE


def _four(numbers: Iterable[Any]) -> tuple[int, int, int, int]:
    a_start, a_end, b_start, b_end = map(int, numbers)
    return a_start, a_end, b_start, b_end


def _guess(pair: NewPair, score: float, label: str, payload: dict[str, Any]) -> Suggestion:
    return Suggestion(
        id="",
        kind="relation",
        suggester=pair.origin.by,
        version=pair.origin.version,
        score=score,
        pair_id=ids.pair_id(pair.a, pair.b),
        label=label,
        payload=payload,
    )
