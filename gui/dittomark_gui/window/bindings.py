"""What every action does: the table's keys, bound to the parts of the window."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from dittomark.annotations import Changes, Pair
from dittomark.labels import Label
from dittomark_gui import dialogs
from dittomark_gui.compare_view.values import RIBBON_MODES
from dittomark_gui.i18n import translate
from dittomark_gui.panels.span_list import SpanRow
from dittomark_gui.settings import Preferences
from dittomark_gui.web import open_url
from dittomark_gui.words import label_name

if TYPE_CHECKING:
    from dittomark.project import Project
    from dittomark_gui.window.work_window import WorkWindow

# Action → the layer of the compare view that it shows or hides.
_LAYERS: Final = {
    "layer_passages": "passages",
    "layer_edits": "edits",
    "layer_similar_sentences": "similar_sentences",
    "layer_shared_terms": "shared_terms",
    "layer_repeats": "repeats",
    "layer_boilerplate": "boilerplate",
    "layer_suggestions": "suggestions",
    "layer_weak": "weak",
}
_TEXT_SIZES: Final = (7, 40)


class Bindings(QObject):
    """Binds actions, also those made from the label scheme (labels and relations)."""

    def __init__(self, window: "WorkWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._bind_files()
        self._bind_work()
        self._bind_view()
        self._bind_dialogs()
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        window.view.zoom_requested.connect(self.zoom)
        window.view.url_activated.connect(open_url)
        window.actions_.shortcuts_changed.connect(self.show_keys)
        window.top_bar.annotator_clicked.connect(self._on_annotator_clicked)
        self.show_keys()
        self._show_switches()

    # --- the scheme's labels and relations ---------------------------------------------------------

    def show_scheme(self) -> None:
        """Make actions of the project's labels and relations, and show them."""
        scheme = self._session.project.scheme
        self._window.presenter.show_scheme()
        taken = {key for spec in self._window.actions_.specs() for key in self._keys(spec.key)}
        labels = [self._label_action(label, taken) for label in scheme.spans if _has_key(label)]
        relations = [self._relation_action(label) for label in scheme.relations if _has_key(label)]
        self._window.actions_.set_prior([*labels, *relations])

    def _label_action(self, label: Label, taken: set[str]) -> tuple[QAction, frozenset[str]]:
        action = QAction(label_name(label).replace("&", "&&"), self)
        sequence = QKeySequence(label.shortcut)
        action.setShortcut(sequence)
        action.triggered.connect(lambda: self._window.marking.mark(label.key))
        # A key that means something else too marks only what is selected; the others mark the
        # block at the caret as well.
        state = "selection" if sequence.toString() in taken else "caret"
        return action, frozenset({"writable", "article", state})

    def _relation_action(self, label: Label) -> tuple[QAction, frozenset[str]]:
        action = QAction(label_name(label).replace("&", "&&"), self)
        action.setShortcut(QKeySequence(label.shortcut))
        action.triggered.connect(lambda: self._window.judging.choose_relation(label.key))
        return action, frozenset({"writable", "pair"})

    def _keys(self, key: str) -> list[str]:
        return [QKeySequence(text).toString() for text in self._window.actions_.shortcuts(key)]

    def show_keys(self) -> None:
        """Show the keys in the panels, where a person learns them."""
        actions = self._window.actions_
        keys = {}
        for spec in actions.specs():
            found = actions.shortcuts(spec.key)
            keys[spec.key] = QKeySequence(found[0]).toString() if found else ""
        self._window.label_panel.show_keys(keys)
        self._window.bottom_bar.show_keys(keys["next_passage"], keys["previous_passage"])

    # --- files --------------------------------------------------------------------------------------

    def _bind_files(self) -> None:
        projects = self._window.projects
        self._window.actions_.bind(
            {
                "new_project": projects.ask_new,
                "open_project": projects.ask_open,
                "open_sample": projects.open_sample,
                "import_files": projects.ask_import_files,
                "import_folder": projects.ask_import_folder,
                "export": projects.ask_export,
                "close_project": self._session.close,
                "quit": self._window.close,
            }
        )

    # --- marking, judging, going ---------------------------------------------------------------------

    def _bind_work(self) -> None:
        window, view = self._window, self._window.view
        marking, judging, navigation = window.marking, window.judging, window.navigation
        window.actions_.bind(
            {
                "undo": self._session.undo,
                "redo": self._session.redo,
                "find": self._open_find,
                "next_hit": view.next_hit,
                "previous_hit": view.previous_hit,
                "mark": marking.mark_with_menu,
                "select_block": lambda: view.block_at_caret(extend=True),
                "change_label": marking.relabel_current,
                "delete_span": marking.delete_current,
                "accept_suggestion": lambda: marking.decide_current(accept=True),
                "refuse_suggestion": lambda: marking.decide_current(accept=False),
                "accept_all": lambda: marking.decide_all(accept=True),
                "refuse_all": lambda: marking.decide_all(accept=False),
                "turn_direction": judging.turn_direction,
                "write_note": window.label_panel.focus_note,
                "done_next": self._finish,
                "flag": judging.flag,
                "skip": judging.skip,
                "clear_judgement": judging.clear_relation,
                "next_pair": lambda: navigation.step(1),
                "previous_pair": lambda: navigation.step(-1),
                "next_open_pair": navigation.show_next_open,
                "next_passage": view.next_passage,
                "previous_passage": view.previous_passage,
                "next_span": view.next_span,
                "previous_span": view.previous_span,
                "next_suggestion": view.next_suggestion,
                "previous_suggestion": view.previous_suggestion,
                "show_pairs": lambda: navigation.show_list("pairs"),
                "show_articles": lambda: navigation.show_list("articles"),
                "show_events": lambda: navigation.show_list("events"),
                "filter_list": navigation.filter_list,
                "next_area": lambda: navigation.move_area(1),
                "previous_area": lambda: navigation.move_area(-1),
                "swap_panes": window.presenter.swap,
                "cycle_ribbons": self._cycle_ribbons,
                "hide_column": view.hide_column,
                "show_columns": view.show_columns,
                "single_article": self._show_alone,
            }
        )

    def _finish(self) -> None:
        if not self._window.judging.finish():
            self._session.messages.tell(
                translate("Bindings", "Choose a relation first, or press X to skip the pair.")
            )

    def _open_find(self) -> None:
        selection = self._window.view.selection()
        text = ""
        if selection is not None and selection.end - selection.start < 80:
            article = self._window.workspace.articles[selection.pane]
            text = article.text[selection.start : selection.end]
        self._window.find_bar.open_bar(text)

    def find(self, text: str, case: bool, whole_words: bool) -> None:
        """Find the text in every pane and say how often it stands there."""
        count = self._window.view.find(text, case=case, whole_words=whole_words)
        self._window.find_bar.show_count(count)

    def move_to_hit(self, forwards: bool) -> None:
        """Go to the next or previous place that was found."""
        if forwards:
            self._window.view.next_hit()
        else:
            self._window.view.previous_hit()

    def go_to_row(self, row: SpanRow) -> None:
        """Show the text of a line of the span list."""
        if row.kind == "repeat":
            self._window.view.go_to_offset(row.pane, row.start)
        else:
            self._window.view.go_to_span(row.id)

    def _cycle_ribbons(self) -> None:
        settings = self._window.settings
        now = settings.preferences.ribbons
        at = RIBBON_MODES.index(now) if now in RIBBON_MODES else 0
        settings.update(ribbons=RIBBON_MODES[(at + 1) % len(RIBBON_MODES)])

    def _show_alone(self) -> None:
        workspace = self._window.workspace
        pane = max(self._window.view.focused_pane(), 0)
        if len(workspace.articles) > 1:
            self._window.navigation.show_articles([workspace.articles[pane].id])
        else:
            self._window.navigation.show_pair(self._window.lists.current_pair)

    # --- what is visible ----------------------------------------------------------------------------

    def _bind_view(self) -> None:
        actions, settings = self._window.actions_, self._window.settings
        for key, layer in _LAYERS.items():
            actions.bind_switch(key, self._layer_switch(layer))
        actions.bind_switch("blind_mode", self._set_blind)
        actions.bind_switch("layer_invisible", lambda on: settings.update(show_invisible=on))
        actions.bind_switch("fold_boilerplate", lambda on: settings.update(boilerplate_folded=on))
        actions.bind_switch("lock_scrolling", lambda on: settings.update(scroll_locked=on))
        actions.bind_switch("full_screen", self._set_full_screen)
        actions.bind(
            {
                "larger_text": lambda: self.zoom(1),
                "smaller_text": lambda: self.zoom(-1),
                "normal_text": lambda: settings.update(text_size=Preferences().text_size),
            }
        )

    def zoom(self, steps: int) -> None:
        """Set the articles' text larger or smaller."""
        size = self._window.settings.preferences.text_size + steps
        self._window.settings.update(text_size=min(max(size, _TEXT_SIZES[0]), _TEXT_SIZES[1]))

    def _layer_switch(self, name: str) -> Callable[[bool], None]:
        # No partial: Qt can't see that one takes the state, and calls it without.
        def switch(on: bool) -> None:
            layers = {**self._window.settings.preferences.layers, name: on}
            self._window.settings.update(layers=layers)
            self._window.presenter.set_layers(replace(self._window.presenter.layers, **{name: on}))

        return switch

    def _set_blind(self, blind: bool) -> None:
        self._window.presenter.set_blind(blind)
        self._window.lists.set_blind(blind)

    def _set_full_screen(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _show_switches(self) -> None:
        """Show in the menus what is on."""
        actions, preferences = self._window.actions_, self._window.settings.preferences
        known = {name: on for name, on in preferences.layers.items() if name in _LAYERS.values()}
        layers = replace(self._window.presenter.layers, **known)
        self._window.presenter.set_layers(layers)
        for key, layer in _LAYERS.items():
            actions.set_checked(key, getattr(layers, layer))
        actions.set_checked("layer_invisible", preferences.show_invisible)
        actions.set_checked("fold_boilerplate", preferences.boilerplate_folded)
        actions.set_checked("lock_scrolling", preferences.scroll_locked)

    # --- dialogs -----------------------------------------------------------------------------------

    def _bind_dialogs(self) -> None:
        self._window.actions_.bind(
            {
                "attach_event": lambda: dialogs.attach_event(self._window),
                "palette": lambda: dialogs.show_palette(self._window),
                "shortcuts": lambda: dialogs.show_shortcuts(self._window),
                "pair_articles": self._pair_articles,
                "add_article": lambda: dialogs.add_article(self._window),
                "article_details": self._show_details,
            }
        )

    def detach_event(self, membership_ids: str) -> None:
        """Detach an event from the articles on the desk, as one step of undo."""
        self._session.run(partial(_unlabel, membership_ids.split(), self._session.annotator))

    def edit_attached_event(self, membership_ids: str) -> None:
        """Open the event that a chip stands for."""
        dialogs.edit_event_of_membership(self._window, membership_ids.split(maxsplit=1)[0])

    def _show_details(self) -> None:
        pane = max(self._window.view.focused_pane(), 0)
        dialogs.edit_article(self._window, self._window.workspace.articles[pane].id)

    def _pair_articles(self) -> None:
        """Make pairs of the selected articles, each with the first, and show the first pair."""
        first, *others = self._window.lists.articles.selected_ids()
        pairs = self._session.run(partial(_add_pairs, first, others))
        if pairs:
            self._session.messages.tell(translate("Bindings", "%n pair(s) added.", "", len(pairs)))
            self._window.left_panel.show_page("pairs")
            self._window.navigation.show_pair(pairs[0].id)

    def _on_annotator_clicked(self) -> None:
        dialogs.ask_annotator(self._window)

    def _on_changed(self, changes: Changes) -> None:
        if changes.scheme or changes.many:
            self.show_scheme()

    def _on_opened(self) -> None:
        self.show_scheme()
        self._window.lists.load_all()
        self._window.show_page()
        self._window.navigation.show_first()


def _has_key(label: Label) -> bool:
    return bool(label.shortcut) and not label.retired


def _unlabel(membership_ids: list[str], annotator: str, project: "Project") -> None:
    with project.batch("unlabel_event", annotator=annotator):
        for membership_id in membership_ids:
            project.unlabel_event(membership_id, annotator=annotator)


def _add_pairs(first: str, others: list[str], project: "Project") -> list[Pair]:
    with project.batch("add_pairs"):
        return [project.add_pair(first, other) for other in others]
