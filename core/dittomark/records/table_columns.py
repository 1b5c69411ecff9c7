"""The columns of an export's tables, one table for each kind of row."""

import re
from typing import Final

from dittomark.article_fields import METADATA

ARTICLE_COLUMNS: Final = (
    "id", "external_id", *METADATA, "sha256", "length", "encoding", "offset_unit", "metadata", "text",
)  # fmt: skip
SPAN_COLUMNS: Final = (
    "id", "article_id", "article_external_id", "start", "end", "label", "exact", "prefix",
    "suffix", "annotator", "note", "origin", "created_at", "updated_at",
)  # fmt: skip
PAIR_COLUMNS: Final = (
    "id", "a", "b", "a_external_id", "b_external_id", "score", "guess", "cluster", "relation",
    "direction", "adjudicated", "passage", "annotator", "judged_relation", "judged_direction", "note", "done",
    "flagged", "skipped", "seconds", "ratings", "created_at", "updated_at",
)  # fmt: skip
LINK_COLUMNS: Final = (
    "id", "a", "b", "a_external_id", "b_external_id", "a_start", "a_end", "b_start", "b_end",
    "kind", "direction", "a_exact", "b_exact", "annotator", "note", "origin", "created_at",
    "updated_at",
)  # fmt: skip
EVENT_COLUMNS: Final = (
    "id", "title", "date", "place", "participants", "aliases", "parent", "note", "article_id",
    "article_external_id", "annotator", "label_note", "created_at",
)  # fmt: skip
DECISION_COLUMNS: Final = (
    "id", "kind", "target", "annotator", "content", "note", "created_at", "updated_at",
)  # fmt: skip
TABLES: Final = {
    "articles": ARTICLE_COLUMNS,
    "spans": SPAN_COLUMNS,
    "pairs": PAIR_COLUMNS,
    "links": LINK_COLUMNS,
    "events": EVENT_COLUMNS,
    "decisions": DECISION_COLUMNS,
}
# The rating scales of SemEval-2022 Task 8, as its columns are named.
RATINGS: Final = ("Geography", "Entities", "Time", "Narrative", "Overall", "Style", "Tone")

# Pieces of an article's text, to which offsets refer: never guarded.
TEXT_COLUMNS: Final = frozenset({"text", "exact", "prefix", "suffix", "a_exact", "b_exact"})
# Beginnings of cells that a spreadsheet runs as a formula (OWASP, CSV injection): one of these
# signs, also as full-width forms, after invisible characters; or white space that a spreadsheet
# strips, whatever follows it.
_DANGEROUS: Final = re.compile(
    r"['\s\x00-\x1f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫]"
    r"|['\ufeff]*[\t\r\n]"
)


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet runs: an apostrophe is prepended to a dangerous one.

    A cell that already begins so with an apostrophe gets one more: `unguarded` restores the
    original.
    """
    return "'" + cell if _DANGEROUS.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell of our own tables as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell
