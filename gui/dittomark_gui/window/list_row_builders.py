"""The content of the rows of the three lists on the left."""

from dittomark.annotations import ArticleInfo, Event
from dittomark.labels import LabelScheme
from dittomark.listing import QueueRow
from dittomark_gui.i18n import day, percent, translate
from dittomark_gui.models.list_row import ListRow
from dittomark_gui.words import article_title, count_name, relation_name


def pair_row(row: QueueRow, scheme: LabelScheme, *, blind: bool) -> ListRow:
    """Return a pair's row; `blind` leaves out the engine's score."""
    untitled = translate("Lists", "Untitled")
    details = [] if row.source_a == row.source_b == "" else [_sources(row)]
    if row.relation:
        details.insert(0, relation_name(scheme, row.relation))
    share = None if blind else row.score
    return ListRow(
        row.title_a or untitled,
        " · ".join(details),
        _marks(row),
        share,
        ", ".join(_spoken(row, share)),
        second=row.title_b or untitled,
        alike=not row.shares_text,
    )


def _sources(row: QueueRow) -> str:
    if row.source_a == row.source_b:
        return row.source_a
    return f"{row.source_a or '–'} ↔ {row.source_b or '–'}"


def _marks(row: QueueRow) -> tuple[tuple[str, str], ...]:
    marks = []
    if row.done:
        marks.append(("✓", "success"))
    elif row.relation:
        marks.append(("○", "accent"))
    if row.flagged:
        marks.append(("⚑", "danger"))
    if row.skipped and not row.done:
        marks.append(("↷", "muted"))
    return tuple(marks)


def _spoken(row: QueueRow, share: float | None) -> list[str]:
    """Return the row's signs and bar in words, for screen readers."""
    spoken = []
    if row.done:
        spoken.append(translate("Lists", "done"))
    elif row.relation:
        spoken.append(translate("Lists", "chosen, not done yet"))
    if row.flagged:
        spoken.append(translate("Lists", "flagged"))
    if row.skipped and not row.done:
        spoken.append(translate("Lists", "skipped"))
    if share is not None and row.shares_text:
        spoken.append(translate("Lists", "{percent} shared").format(percent=percent(share)))
    elif share is not None:
        words = translate("Lists", "{percent} alike in words, proposed for its event")
        spoken.append(words.format(percent=percent(share)))
    return spoken


def article_row(info: ArticleInfo) -> ListRow:
    """Return an article's row."""
    parts = [info.source, day(info.date), info.language]
    parts.append(count_name("characters", info.length))
    title = article_title(info)
    return ListRow(title, " · ".join(part for part in parts if part))


def event_row(event: Event) -> ListRow:
    """Return an event's row."""
    parts = [day(event.date), event.place, ", ".join(event.participants)]
    return ListRow(event.title, " · ".join(part for part in parts if part))
