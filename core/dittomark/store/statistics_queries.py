"""The counts of a project's dashboard, each from one grouped query over an annotation table."""

from collections import defaultdict
from typing import Final

from dittomark.project_statistics import AnnotatorStatistics, Statistics
from dittomark.store.store import Store

_FINISHED: Final = "FROM judgements WHERE done = 1 AND deleted_at IS NULL"


def statistics(store: Store, *, annotator: str | None = None) -> Statistics:
    """Return the counts of a whole project, or of one annotator's work, from one snapshot."""
    counters = store.counters()
    of_annotator, names = ("", ()) if annotator is None else (" AND annotator = ?", (annotator,))
    finished = f"{_FINISHED}{of_annotator}"

    def counts(sql: str) -> dict[str, int]:
        return {row[0]: row[1] for row in store.fetch(sql, names)}

    return Statistics(
        articles=counters.get("articles", 0),
        pairs=counters.get("pairs", 0),
        pairs_judged=store.fetch(f"SELECT count(DISTINCT pair_id) {finished}", names)[0][0],
        events=counters.get("events", 0),
        relations=counts(
            f"SELECT relation, count(*) AS n {finished} AND relation IS NOT NULL GROUP BY 1"
            " ORDER BY n DESC, relation",
        ),
        labels=counts(
            f"SELECT label, count(*) AS n FROM spans WHERE deleted_at IS NULL{of_annotator} GROUP BY 1"
            " ORDER BY n DESC, label",
        ),
        links=counts(
            f"SELECT kind, count(*) AS n FROM links WHERE deleted_at IS NULL{of_annotator} GROUP BY 1"
            " ORDER BY n DESC, kind",
        ),
        days=counts(
            f"SELECT substr(updated_at, 1, 10) AS day, count(*) {finished} GROUP BY 1 ORDER BY 1",
        ),
        annotators=tuple(
            each for each in _annotators(store) if annotator in (None, each.annotator)
        ),
    )


def _annotators(store: Store) -> tuple[AnnotatorStatistics, ...]:
    spans, links = (
        {
            row[0]: row[1]
            for row in store.fetch(
                f"SELECT annotator, count(*) FROM {table} WHERE deleted_at IS NULL GROUP BY 1"
            )
        }
        for table in ("spans", "links")
    )
    seconds: dict[str, list[float]] = defaultdict(list)
    for row in store.fetch(f"SELECT annotator, seconds {_FINISHED} AND seconds > 0"):
        seconds[row[0]].append(row[1])
    judged = {
        row["annotator"]: row
        for row in store.fetch(
            "SELECT annotator, sum(done) AS done, sum(flagged) AS flagged,"
            " sum(skipped AND NOT done) AS skipped FROM judgements WHERE deleted_at IS NULL"
            " GROUP BY annotator"
        )
    }
    return tuple(
        AnnotatorStatistics(
            annotator=name,
            done=judged[name]["done"] if name in judged else 0,
            flagged=judged[name]["flagged"] if name in judged else 0,
            skipped=judged[name]["skipped"] if name in judged else 0,
            spans=spans.get(name, 0),
            links=links.get(name, 0),
            seconds=tuple(seconds[name]),
        )
        for name in sorted({*judged, *spans, *links})
    )


def days_of_people(store: Store) -> dict[str, dict[str, int]]:
    """Return the number of pairs each annotator finished on each UTC day, the days in order."""
    found: dict[str, dict[str, int]] = {}
    for row in store.fetch(
        f"SELECT annotator, substr(updated_at, 1, 10) AS day, count(*) AS n {_FINISHED}"
        " GROUP BY 1, 2 ORDER BY 1, 2"
    ):
        found.setdefault(row["annotator"], {})[row["day"]] = row["n"]
    return found


def judged_days(store: Store) -> list[tuple[str, str, str, str]]:
    """Return pair, annotator, relation and UTC day of each judgement with a relation."""
    return [
        (row[0], row[1], row[2], row[3])
        for row in store.fetch(
            "SELECT pair_id, annotator, relation, substr(updated_at, 1, 10) FROM judgements"
            " WHERE relation IS NOT NULL AND deleted_at IS NULL ORDER BY seq"
        )
    ]


def pairs_by_judgements(store: Store) -> dict[int, int]:
    """Return the number of pairs by their number of finished judgements; 0 is left out."""
    rows = store.fetch(
        "SELECT n, count(*) FROM (SELECT j.pair_id, count(*) AS n FROM judgements j"
        " JOIN pairs p ON p.id = j.pair_id AND p.deleted_at IS NULL"
        " WHERE j.done = 1 AND j.deleted_at IS NULL GROUP BY j.pair_id) GROUP BY n"
    )
    return {row[0]: row[1] for row in rows}
