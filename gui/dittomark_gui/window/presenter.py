"""Shows the workspace's content in the panes, the label panel and the bottom bar."""

from PySide6.QtCore import QObject

from dittomark.compare.comparison import Comparison
from dittomark.labels import Label
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import PaneContent, SpanStyle
from dittomark_gui.i18n import translate
from dittomark_gui.panels.bottom_bar import BottomBar
from dittomark_gui.panels.label_panel import EventChip, LabelPanel
from dittomark_gui.session import Session
from dittomark_gui.view_state import ViewStore
from dittomark_gui.window.article_rows import ArticleRows
from dittomark_gui.window.decision_texts import decision_text
from dittomark_gui.window.event_chips import attached_events, suggested_events, term_chips
from dittomark_gui.window.link_rows import share_text
from dittomark_gui.words import label_name, relation_name
from dittomark_gui.work.judging import Judging
from dittomark_gui.work.shown_links import ShownLinks
from dittomark_gui.work.workspace import Workspace


class Presenter(QObject):
    """Updates the widgets from the workspace; makes no decisions."""

    def __init__(
        self,
        session: Session,
        view_store: ViewStore,
        workspace: Workspace,
        judging: Judging,
        *,
        view: CompareView,
        panel: LabelPanel,
        bar: BottomBar,
    ) -> None:
        super().__init__()
        self._session = session
        self._view_store = view_store
        self._workspace = workspace
        self._judging = judging
        self._view = view
        self._panel = panel
        self._bar = bar
        self._links: ShownLinks | None = None
        self._rows = ArticleRows(session, view_store, workspace, self._span_style)
        workspace.shown.connect(self._on_shown)
        workspace.compared.connect(self._on_compared)
        workspace.spans_changed.connect(self._on_spans_changed)
        workspace.events_changed.connect(self.show_events)
        workspace.events_changed.connect(self.show_judgement)
        workspace.judgement_changed.connect(self.show_judgement)
        session.annotator_changed.connect(self._on_annotator_changed)
        for moment in (
            workspace.leaving,
            session.closing,
            session.flush_wanted,
            judging.about_to_judge,
        ):
            moment.connect(panel.note.flush)
        view.pane_focused.connect(lambda _pane: self._show_article_lists())
        view.passage_changed.connect(self._on_passage_changed)
        view.set_span_style(self._span_style)
        view_store.changed.connect(self._on_view_changed)
        view.set_layers(view_store.state.visible_layers)
        panel.hide()  # until an article is shown

    def open_suggestions(self) -> str:
        """Return a text on the number of open span suggestions by side; empty if there are none."""
        articles, state = self._workspace.articles, self._view_store.state
        if state.blind or not state.layers.suggestions or not self._session.writable:
            return ""
        counts = [len(self._workspace.suggestions(pane)) for pane in range(len(articles))]
        order = self._view.column_order()
        if len(counts) != 2 or len(order) != 2:
            total = sum(counts)
            return translate("Presenter", "%n suggestion(s) open", "", total) if total else ""
        left, right = (counts[pane] for pane in order)
        if left and right:
            return translate("Presenter", "%n suggestion(s) open on the left", "", left) + (
                translate("Presenter", ", %n on the right", "", right)
            )
        if left:
            return translate("Presenter", "%n suggestion(s) open on the left", "", left)
        if right:
            return translate("Presenter", "%n suggestion(s) open on the right", "", right)
        return ""

    def swap(self) -> None:
        """Swap the articles."""
        self._view.swap_panes()
        self._show_open_suggestions()
        self.show_judgement()
        if self._workspace.comparison is not None:
            self._show_coverage(self._workspace.comparison)

    # --- signals of the workspace -----------------------------------------------------------------

    def _on_view_changed(self, names: frozenset[str]) -> None:
        if names & {"blind", "layers"}:
            self._view.set_layers(self._view_store.state.visible_layers)
            self._show_open_suggestions()
            self._show_article_lists()
            self.show_judgement()
        if "blind" in names:
            self._on_compared(self._workspace.comparison)
            self.show_events()

    def show_scheme(self) -> None:
        """Show the project's labels in the panel and the panes."""
        self._panel.show_scheme(self._session.project.scheme.relations)
        self.show_judgement()
        for pane in range(len(self._workspace.articles)):
            self._view.update_pane(pane, self._content(pane))

    def show_judgement(self) -> None:
        """Show this annotator's judgement of the pair, and the decisions about it."""
        if not self._session.is_open:
            return
        workspace = self._workspace
        judgement = workspace.judgement
        self._panel.show_judgement(judgement)
        self._panel.show_decisions(
            decision_text(self._session.project, workspace.pair, workspace.articles)
        )
        label: Label | None = None
        if judgement is not None and judgement.relation is not None:
            label = self._session.project.scheme.relation(judgement.relation)
        proposal = self._judging.proposal()
        if proposal is not None and proposal.label is not None:
            name = relation_name(self._session.project.scheme, proposal.label)
            self._panel.show_proposal(proposal.label, name, proposal.score)
        else:
            self._panel.show_proposal(None, "", 0.0)
        self._panel.relations.show_direction(
            directed=bool(label and label.directed),
            direction=self._judging.pane_direction(),
            contains=bool(label and label.key == "contains"),
        )

    def show_events(self) -> None:
        """Show the attached and suggested events of the shown articles."""
        chips: list[EventChip] = []
        if self._workspace.articles and self._session.is_open:
            project, articles = self._session.project, self._workspace.articles
            chips = list(attached_events(project, articles, self._session.annotator))
            if not self._view_store.state.blind:
                chips += suggested_events(project, articles, self._session.annotator)
        self._panel.show_events(chips)

    def _on_shown(self) -> None:
        workspace = self._workspace
        panes = range(len(workspace.articles))
        self._panel.setVisible(bool(workspace.articles))
        if workspace.articles:
            self._view.set_contents([self._content(pane) for pane in panes])
        self._panel.show_mode(pair=workspace.pair is not None, writable=self._session.writable)
        self.show_judgement()
        self.show_events()
        self._show_open_suggestions()

    def _on_annotator_changed(self) -> None:
        """Show the judgement of another annotator, and their point of view on the rest."""
        self.show_judgement()
        self.show_events()
        self._show_article_lists()

    def _on_compared(self, comparison: Comparison | None) -> None:
        if self._workspace.articles:
            self._view.set_comparison(comparison)
        self._show_article_lists()
        self._show_terms(comparison)
        self._bar.show_similarity(None, ())
        self._bar.show_coverage("")
        if not self._workspace.articles:
            self._bar.show_text("")
        elif self._view_store.state.blind:
            self._bar.show_text(translate("Presenter", "Blind mode: nothing is highlighted"))
        elif comparison is None:
            self._bar.show_text(translate("Presenter", "Comparing…"))
        else:
            self._show_comparison(comparison)

    def _show_comparison(self, comparison: Comparison) -> None:
        shown = [
            item
            for item in comparison.passages
            if self._view_store.state.layers.weak or not item.weak
        ]
        if shown and self._view_store.state.layers.passages:
            self._bar.show_passage(None, len(shown))
        elif len(self._workspace.articles) > 1:
            self._bar.show_text(translate("Presenter", "No shared passage"))
        else:
            count = len(comparison.articles[0].repeats)
            self._bar.show_text(translate("Presenter", "%n repeat(s) in this article", "", count))
        self._show_coverage(comparison)

    def _show_coverage(self, comparison: Comparison) -> None:
        order = self._view.column_order()
        from_links = self._links is not None and self._links.share_from_links
        hidden = self._view_store.state.blind and not from_links
        if len(comparison.articles) != 2 or len(order) != 2 or hidden:
            return
        shares = comparison.derived
        if from_links and self._links is not None:
            shares = self._links.coverage()
        left, right = (shares[pane] for pane in order)
        self._bar.show_coverage(share_text((left, right), from_links=from_links))

    def follow_links(self, links: ShownLinks) -> None:
        """Use the links for the share of text, and update it when they change."""
        self._links = links
        links.links_changed.connect(self.show_share)

    def show_share(self) -> None:
        """Update the share of text that the articles have in common."""
        comparison = self._workspace.comparison
        if comparison is not None and self._workspace.articles:
            self._show_coverage(comparison)

    def _on_passage_changed(self, index: int | None) -> None:
        if index is None or self._view_store.state.blind:
            return
        summary = self._view.passage_summary(index)
        self._bar.show_passage(summary.position, summary.total)
        # Spelling variants are left out as long as whole words differ.
        edits = [edit for edit in summary.edits if edit.op not in {"form", "variant"}]
        shown = edits or summary.edits
        found = [(edit.a, edit.b) for edit in shown]
        self._bar.show_similarity(summary.similarity, found, summary.kind)

    def _show_open_suggestions(self) -> None:
        has_pair = self._workspace.pair is not None and self._session.is_open
        self._panel.show_open_suggestions(self.open_suggestions() if has_pair else "")

    def _on_spans_changed(self, pane: int) -> None:
        self._show_open_suggestions()
        if pane < len(self._workspace.articles):
            self._view.update_pane(pane, self._content(pane))
            if pane == self._view.focused_pane():
                self._show_article_lists()

    # --- values for the widgets -------------------------------------------------------------------

    def _content(self, pane: int) -> PaneContent:
        who = self._session.annotator
        own_first = sorted(self._workspace.spans(pane), key=lambda span: span.annotator != who)
        return PaneContent(
            self._workspace.articles[pane],
            spans=tuple(own_first),
            suggestions=self._workspace.suggestions(pane),
        )

    def _span_style(self, key: str) -> SpanStyle:
        if not self._session.is_open:
            return SpanStyle(key, "#70706b")
        scheme = self._session.project.scheme
        label = scheme.span_label(key) or scheme.link_kind(key) or Label(key)
        return SpanStyle(label_name(label), label.color or "#70706b")

    def _show_article_lists(self) -> None:
        """List the spans, suggestions and repeats of the article in the focused pane."""
        pane = self._view.focused_pane()
        if not self._session.is_open or not 0 <= pane < len(self._workspace.articles):
            self._panel.show_spans(())
            self._panel.show_repeats(())
            return
        self._panel.show_spans(self._rows.marks(pane))
        self._panel.show_repeats(self._rows.repeats(pane))

    def _show_terms(self, comparison: Comparison | None) -> None:
        shown = comparison is not None and self._workspace.pair is not None
        if shown and comparison is not None and not self._view_store.state.blind:
            self._panel.show_terms(list(term_chips(comparison)))
        else:
            self._panel.show_terms(())
