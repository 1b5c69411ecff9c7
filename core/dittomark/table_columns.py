"""The columns of an export's tables, one table for each kind of row."""

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
    "direction", "adjudicated", "annotator", "judged_relation", "judged_direction", "note", "done",
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
TABLES: Final = {
    "articles": ARTICLE_COLUMNS,
    "spans": SPAN_COLUMNS,
    "pairs": PAIR_COLUMNS,
    "links": LINK_COLUMNS,
    "events": EVENT_COLUMNS,
}
