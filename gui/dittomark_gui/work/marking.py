"""Spans: creating, resizing, relabelling and deleting them; deciding on suggestions."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QCursor

from dittomark.annotations import Span, Suggestion
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import Selection
from dittomark_gui.i18n import percent, translate
from dittomark_gui.session import Session
from dittomark_gui.words import span_name
from dittomark_gui.work.label_menu import LabelMenu, shift_is_held
from dittomark_gui.work.own_spans import cut_out, is_all_of, spans_around
from dittomark_gui.work.workspace import Workspace

if TYPE_CHECKING:
    from dittomark.project import Project

# A second press of a label's key within this time (ms) extends the new span.
_EXTEND_WITHIN: Final = 1500


class Marking(QObject):
    """Handles the user's actions on spans and suggestions."""

    def __init__(self, session: Session, workspace: Workspace, view: CompareView) -> None:
        super().__init__()
        self._session = session
        self._workspace = workspace
        self._view = view
        self._just_marked: str | None = None
        self._last_label: str | None = None
        self._extend = QTimer(self, singleShot=True, interval=_EXTEND_WITHIN)
        view.mark_requested.connect(self._on_mark_requested)
        view.mark_again_requested.connect(self._on_mark_again_requested)
        session.closed.connect(self._forget)
        view.span_resized.connect(self._on_span_resized)
        view.span_menu_requested.connect(self.open_span_menu)
        view.selection_menu_requested.connect(self._on_mark_requested)
        view.suggestion_decided.connect(self.decide)

    # --- creating spans ---------------------------------------------------------------------------

    def mark(self, label: str, *, on_top: bool = False) -> None:
        """Mark the selection, or the block at the caret; pressed again, add the next block.

        A range that this annotator has marked already is relabelled, and a part of a span is cut
        out of that span; with `on_top` both stay, and the new span overlaps them.
        """
        selection = self._view.selection()
        if selection is None:
            if not on_top and self._extend_last(label):
                return
            selection = self._view.block_at_caret()
        if selection is not None:
            self._mark(selection, label, on_top=on_top)

    def mark_with_menu(self) -> None:
        """Open the label menu for the selection, or for the block at the caret."""
        selection = self._view.selection() or self._view.block_at_caret()
        if selection is None:
            self._session.messages.show_hint(
                translate("Marking", "Click into an article first, or select text.")
            )
            return
        self._open_menu(selection, self._menu_point())

    def relabel(self, span_id: str, label: str) -> None:
        """Change a span's label."""
        self._session.run(lambda project: project.edit_span(span_id, label=label))

    def resize(self, span_id: str, start: int, end: int) -> None:
        """Change a span's range."""
        self._session.run(lambda project: project.edit_span(span_id, start=start, end=end))

    def delete(self, span_id: str) -> None:
        """Delete a span; the message offers Undo."""
        span = self._span(span_id)
        if span is None:
            return
        self._session.run(
            lambda project: project.delete_span(span_id, annotator=self._session.annotator)
        )
        name = span_name(self._session.project.scheme, span.label)
        self._session.messages.show_undoable(
            translate("Marking", "“{label}” deleted.").format(label=name),
            action=(translate("Marking", "Undo"), self._session.undo),
        )

    # --- current span -----------------------------------------------------------------------------

    def delete_current(self) -> None:
        """Delete the current span."""
        span = self._current_span()
        if span is not None:
            self.delete(span.id)

    def caret_is_in_current_span(self) -> bool:
        """Return whether keys apply to the current span: caret inside, nothing selected."""
        span_id = self._view.current_span()
        span = self._span(span_id) if span_id is not None else None
        if span is None or self._view.selection() is not None:
            return False
        pane = self._workspace.pane_of(span.article_id)
        if pane is None or pane != self._view.focused_pane():
            return False
        return span.start <= self._view.caret_in(pane) <= span.end

    def relabel_current(self) -> None:
        """Open the label menu for the current span."""
        span = self._current_span()
        if span is not None:
            self.open_span_menu(span.id, self._menu_point())

    def open_span_menu(self, span_id: str, point: QPoint) -> None:
        """Open the label menu for a span, with an entry that deletes it."""
        span = self._span(span_id)
        if span is None or not self._session.writable:
            return
        menu = LabelMenu(
            self._session.project.scheme.spans,
            lambda key: self.relabel(span_id, key),
            self._view,
            current=span.label,
        )
        menu.addSeparator()
        menu.addAction(translate("Marking", "Delete"), lambda: self.delete(span_id))
        menu.open_at(point)

    # --- suggestions ------------------------------------------------------------------------------

    def decide(self, suggestion_id: str, accept: bool) -> None:
        """Accept or refuse one suggestion."""
        annotator = self._session.annotator
        if accept:
            covered = self._covered(suggestion_id)
            self._session.run(
                lambda project: project.accept_suggestion(suggestion_id, annotator=annotator)
            )
            if covered:
                self._session.messages.show_undoable(
                    covered, action=(translate("Marking", "Undo"), self._session.undo)
                )
        else:
            self._session.run(
                lambda project: project.refuse_suggestion(suggestion_id, annotator=annotator)
            )

    def decide_current(self, *, accept: bool) -> None:
        """Decide on the current suggestion, and go to the next one."""
        suggestion = self._current_suggestion()
        if suggestion is not None:
            self.decide(suggestion.id, accept)
            self._view.next_suggestion()

    def decide_all(self, *, accept: bool) -> None:
        """Decide on all suggestions of the shown articles, as one step."""
        panes = range(len(self._workspace.articles))
        found = [item for pane in panes for item in self._workspace.suggestions(pane)]
        repeated = [item for item in found if accept and item.payload.get("repeat")]
        ids = [item.id for item in found if item not in repeated]
        if not ids:
            if repeated:  # only repeated texts are open: accept the first, with its own message
                self.decide(repeated[0].id, accept)
            return
        annotator = self._session.annotator
        if accept:
            self._session.run(lambda project: project.accept_suggestions(ids, annotator=annotator))
        else:
            self._session.run(lambda project: project.refuse_suggestions(ids, annotator=annotator))
        text = (
            translate("Marking", "%n suggestion(s) accepted.", "", len(ids))
            if accept
            else translate("Marking", "%n suggestion(s) refused.", "", len(ids))
        )
        if repeated:
            text += " " + translate(
                "Marking",
                "Left open, to be accepted apart: %n repeated text(s).",
                "",
                len(repeated),
            )
        self._session.messages.show_undoable(
            text, action=(translate("Marking", "Undo"), self._session.undo)
        )

    # --- helpers ----------------------------------------------------------------------------------

    def _covered(self, suggestion_id: str) -> str:
        """Return a message on how much a repeated text covers; empty for other suggestions."""
        for pane, article in enumerate(self._workspace.articles):
            for item in self._workspace.suggestions(pane):
                if item.id == suggestion_id and item.payload.get("repeat"):
                    share = ((item.end or 0) - (item.start or 0)) / max(len(article.text), 1)
                    return translate(
                        "Marking", "Repeated text accepted: it covers {share} of the article."
                    ).format(share=percent(share))
        return ""

    def _mark(self, selection: Selection, label: str, *, on_top: bool) -> None:
        trimmed = self._without_white_ends(selection)
        if trimmed is None:
            self._session.messages.show_hint(
                translate("Marking", "Only blank space is selected: select text.")
            )
            return
        selection = trimmed
        self._last_label = label
        around = [] if on_top else self._own_spans_around(selection)
        name = span_name(self._session.project.scheme, label)
        if any(span.label == label for span in around):
            self._session.messages.show_hint(
                translate("Marking", "This is marked as “{label}” already.").format(label=name)
            )
            return
        text = self._workspace.articles[selection.pane].text
        outer = around[0] if around else None
        if outer is not None and is_all_of(outer, text, start=selection.start, end=selection.end):
            self.relabel(outer.id, label)
            self._view.clear_selection()
            return
        span = self._session.run(
            lambda project: self._marked(project, selection, label, outer=outer)
        )
        if span is not None:
            self._view.clear_selection()
            self._just_marked = span.id
            self._extend.start()
            if outer is not None:
                self._show_cut_message(outer, name)

    def _show_cut_message(self, outer: Span, name: str) -> None:
        words = translate(
            "Marking", "“{label}” takes this part out of “{outer}”; with Shift it lies on top."
        ).format(label=name, outer=span_name(self._session.project.scheme, outer.label))
        self._session.messages.show_undoable(
            words, action=(translate("Marking", "Undo"), self._session.undo)
        )

    def _without_white_ends(self, selection: Selection) -> Selection | None:
        """Return a selection without white space at its ends, or None if nothing else is in it."""
        text = self._workspace.articles[selection.pane].text[selection.start : selection.end]
        start = selection.start + len(text) - len(text.lstrip())
        end = start + len(text.strip())
        return replace(selection, start=start, end=end) if start < end else None

    def _own_spans_around(self, selection: Selection) -> list[Span]:
        """Return this annotator's spans that contain the selection, shortest first."""
        pane = self._workspace.pane_of(selection.article_id)
        spans = self._workspace.spans(pane) if pane is not None else ()
        return spans_around(
            spans, selection.start, selection.end, annotator=self._session.annotator
        )

    def _marked(
        self, project: "Project", selection: Selection, label: str, *, outer: Span | None
    ) -> Span:
        """Create a span for the selection; an equal suggestion is accepted with it.

        `outer` is this annotator's span around it, from which the new span is cut out.
        """
        who, article = self._session.annotator, selection.article_id
        place = (selection.start, selection.end, label)
        with project.batch("annotate_span", annotator=who):
            if outer is not None:
                text = self._workspace.articles[selection.pane].text
                cut_out(project, outer, text, start=selection.start, end=selection.end)
            span = project.annotate_span(article, *place[:2], label=label, annotator=who)
            for item in project.suggestions(article_id=article, kind="span", open_for=who):
                if (item.start, item.end, item.label) == place:
                    project.accept_suggestion(item.id, annotator=who)
        return span

    def _extend_last(self, label: str) -> bool:
        span = self._span(self._just_marked) if self._just_marked else None
        if span is None or span.label != label or not self._extend.isActive():
            return False
        pane = self._workspace.pane_of(span.article_id)
        if pane is None:
            return False
        self._view.go_to_offset(pane, span.start, span.end)
        wider = self._view.block_at_caret(extend=True)
        self._view.clear_selection()
        if wider is None or wider.article_id != span.article_id or wider.end <= span.end:
            return False
        self.resize(span.id, span.start, wider.end)
        self._extend.start()
        return True

    def _open_menu(self, selection: Selection, point: QPoint) -> None:
        if not self._session.writable:
            return
        menu = LabelMenu(
            self._session.project.scheme.spans,
            lambda key: self._mark(selection, key, on_top=shift_is_held()),
            self._view,
        )
        menu.open_at(point)

    def _on_mark_requested(self, selection: Selection, point: QPoint | None = None) -> None:
        self._open_menu(selection, point or QCursor.pos())

    def _on_mark_again_requested(self, selection: Selection) -> None:
        """Mark with the last label; without one, open the label menu."""
        scheme = self._session.project.scheme
        label = scheme.span_label(self._last_label) if self._last_label else None
        if label is None or label.retired or not self._session.writable:
            self._open_menu(selection, QCursor.pos())
        else:
            self._mark(selection, label.key, on_top=False)

    def _forget(self) -> None:
        self._last_label = self._just_marked = None

    def _on_span_resized(self, span_id: str, start: int, end: int) -> None:
        self.resize(span_id, start, end)

    def _menu_point(self) -> QPoint:
        return self._view.mapToGlobal(self._view.rect().center())

    def _span(self, span_id: str) -> Span | None:
        for pane in range(len(self._workspace.articles)):
            for span in self._workspace.spans(pane):
                if span.id == span_id:
                    return span
        return None

    def _current_span(self) -> Span | None:
        span_id = self._view.current_span()
        span = self._span(span_id) if span_id is not None else None
        if span is None:
            self._session.messages.show_hint(
                translate("Marking", "Click into a marked span first, or press G to go to one.")
            )
        return span

    def _current_suggestion(self) -> Suggestion | None:
        pane = self._view.focused_pane()
        suggestions = self._workspace.suggestions(pane) or self._others(pane)
        chosen = next((item for item in suggestions if item.id == self._view.current_span()), None)
        return chosen or (suggestions[0] if suggestions else None)

    def _others(self, pane: int) -> tuple[Suggestion, ...]:
        """Return the suggestions of the first other pane that has any."""
        others = (other for other in range(len(self._workspace.articles)) if other != pane)
        return next(filter(None, map(self._workspace.suggestions, others)), ())
