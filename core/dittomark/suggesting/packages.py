"""Names and kinds of packages' suggesters, known before anybody runs them.

They are queried once for each version of a package (`meeting`); the answers are stored among this
user's settings.
"""

import contextlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, cast

from dittomark.annotations import SuggestionKind
from dittomark.errors import UserError
from dittomark.system.user_folders import data_folder

GROUP: Final = "dittomark.suggesters"
_FILE: Final = "suggester-packages.json"


@dataclass(frozen=True, slots=True)
class Facts:
    """The properties that a package's suggester reported."""

    name: str
    kinds: frozenset[SuggestionKind]


def entries() -> list[EntryPoint]:
    """Return the entry points of suggesters in installed packages."""
    return list(entry_points(group=GROUP))


def known_facts(points: Iterable[EntryPoint]) -> dict[str, Facts]:
    """Return the known properties of these suggesters in their installed versions."""
    kept = _read()
    found = {}
    for point in points:
        row = kept.get(point.name)
        if isinstance(row, dict) and row.get("state") == _state(point):
            with contextlib.suppress(KeyError, TypeError):
                kinds = cast("frozenset[SuggestionKind]", frozenset(map(str, row["kinds"])))
                found[point.name] = Facts(str(row["name"]), kinds)
    return found


def keep_facts(met: Iterable[tuple[EntryPoint, Facts]]) -> None:
    """Store the properties of suggesters; if that is impossible they are queried again."""
    rows = {
        point.name: {"state": _state(point), "name": facts.name, "kinds": sorted(facts.kinds)}
        for point, facts in met
    }
    path = _path()
    with contextlib.suppress(OSError):
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps({**_read(), **rows}, ensure_ascii=False), "utf-8")
        draft.replace(path)


def _state(point: EntryPoint) -> str:
    """Return a value that changes if the package's installed version or its file changes."""
    version = "" if point.dist is None else point.dist.version
    changed = ""
    with contextlib.suppress(OSError, ValueError, ImportError):
        # of the top-level package: its parents are not imported
        spec = find_spec(point.module.split(".", 1)[0])
        if spec is not None and spec.origin:
            changed = str(Path(spec.origin).stat().st_mtime_ns)
    return f"{point.value} {version} {changed}"


def _path() -> Path:
    return data_folder() / _FILE


def _read() -> dict[str, Any]:
    try:
        found = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError, UserError):
        return {}
    return found if isinstance(found, dict) else {}
