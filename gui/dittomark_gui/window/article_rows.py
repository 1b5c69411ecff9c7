"""The label panel's rows for one article: its spans, open suggestions and repeats."""

from collections.abc import Callable, Iterable
from typing import Final

from dittomark_gui.compare_view.values import SpanStyle
from dittomark_gui.i18n import percent, translate
from dittomark_gui.panels.span_list import SpanRow
from dittomark_gui.session import Session
from dittomark_gui.view_state import ViewStore
from dittomark_gui.words import short_line
from dittomark_gui.work.workspace import Workspace

# Length of a row's excerpt in code points; the list elides it to its width.
_EXCERPT: Final = 80
# Suggesters that are not named in a row: the program's own search, and imports.
_UNNAMED: Final = ("boilerplate", "import")


class ArticleRows:
    """Builds the rows of a pane's article, in the order of the text."""

    def __init__(
        self,
        session: Session,
        view_store: ViewStore,
        workspace: Workspace,
        style_of: Callable[[str], SpanStyle],
    ) -> None:
        self._session = session
        self._view_store = view_store
        self._workspace = workspace
        self._style_of = style_of

    def marks(self, pane: int) -> list[SpanRow]:
        """Return the rows of the spans and of the visible open suggestions."""
        rows = [*self._span_rows(pane), *self._suggestion_rows(pane)]
        return sorted(rows, key=lambda row: row.start)

    def repeats(self, pane: int) -> list[SpanRow]:
        """Return the rows of the article's repeats, if they are visible."""
        return sorted(self._repeat_rows(pane), key=lambda row: row.start)

    def _span_rows(self, pane: int) -> Iterable[SpanRow]:
        text = self._workspace.articles[pane].text
        annotator = self._session.annotator
        for span in self._workspace.spans(pane):
            style = self._style_of(span.label)
            mine = span.annotator == annotator
            name = style.name if mine else f"{style.name} ({span.annotator})"
            yield SpanRow(
                "span",
                span.id,
                pane,
                span.start,
                name,
                short_line(text[span.start : span.end], _EXCERPT),
                style.color,
                mine=mine,
            )

    def _suggestion_rows(self, pane: int) -> Iterable[SpanRow]:
        if self._view_store.state.blind or not self._view_store.state.layers.suggestions:
            return
        text = self._workspace.articles[pane].text
        for item in self._workspace.suggestions(pane):
            if item.start is None or item.end is None or item.label is None:
                continue
            style = self._style_of(item.label)
            excerpt = short_line(text[item.start : item.end], _EXCERPT)
            who = "" if item.suggester in _UNNAMED else f"{item.suggester} "
            name = f"{style.name} ({who}{percent(item.score)})"
            yield SpanRow("suggestion", item.id, pane, item.start, name, excerpt, style.color)

    def _repeat_rows(self, pane: int) -> Iterable[SpanRow]:
        comparison = self._workspace.comparison
        if (
            self._view_store.state.blind
            or comparison is None
            or not self._view_store.state.layers.repeats
        ):
            return
        text = self._workspace.articles[pane].text
        for repeat in comparison.articles[pane].repeats:
            start, end = repeat.places[0]
            name = translate("Presenter", "Repeated")
            yield SpanRow(
                "repeat", "", pane, start, name, short_line(text[start:end], _EXCERPT), ""
            )
