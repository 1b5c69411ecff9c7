"""The right panel: relation, events, links, spans, shared terms, note, and the Done button."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dittomark.annotations import Judgement
from dittomark.labels import Label
from dittomark_gui.i18n import translate
from dittomark_gui.panels.elided_button import ElidedButton
from dittomark_gui.panels.link_list import LinkList
from dittomark_gui.panels.note_box import NoteBox
from dittomark_gui.panels.relation_list import RelationList
from dittomark_gui.panels.repeat_list import RepeatList
from dittomark_gui.panels.span_list import SpanList, SpanRow
from dittomark_gui.panels.widgets import Chip, FlowBox, Heading, KeyHint, WrappingLink, plain_label

_KEY_EDGE: Final = 8  # pixels between a key hint and the edge of its button
_TERMS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class EventChip:
    """An event of the articles; `id` is that of the membership, or of the suggestion.

    An event that is not `mine` was attached by another annotator: it can be opened, not detached.
    """

    id: str
    text: str
    suggested: bool = False
    mine: bool = True


@dataclass(frozen=True, slots=True)
class TermChip:
    """A shared term and its first occurrence: (pane, start, end)."""

    text: str
    place: tuple[int, int, int]


class LabelPanel(QWidget):
    """Shows the annotations of the shown pair or article; emits signals for changes."""

    help_topic = "judging-pairs#relation"

    relation_chosen = Signal(str)
    direction_turned = Signal()
    event_wanted = Signal()
    event_clicked = Signal(str)
    event_detached = Signal(str)
    event_suggestion_decided = Signal(str, bool)
    term_clicked = Signal(object)  # (pane, start, end)
    note_edited = Signal(str)
    done_wanted = Signal()
    flag_wanted = Signal()
    skip_wanted = Signal()
    suggestions_wanted = Signal()
    folding_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labelPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(230)
        self._wanted = True
        self._folded = False
        self.relations = RelationList()
        self.spans = SpanList()
        self.links = LinkList()
        self.repeats = RepeatList()
        self.note = NoteBox()
        self._relation_heading = Heading(translate("LabelPanel", "Relation of the pair"))
        self.others_at_pair = plain_label(name="muted")
        self.others_at_pair.setWordWrap(True)
        self.others_at_pair.hide()
        self.decisions = plain_label(name="muted")
        self.decisions.setWordWrap(True)
        self.decisions.hide()
        self._event_heading = Heading(translate("LabelPanel", "Events"), "E")
        self.events = FlowBox()
        self.events.help_topic = "events#attach"
        self._span_heading = Heading(translate("LabelPanel", "Spans in this article"), "B")
        self._no_spans = plain_label(
            translate("LabelPanel", "None yet. Select text and press B."), "muted"
        )
        self._no_spans.setWordWrap(True)
        self._link_heading = Heading(translate("LabelPanel", "Links"), "L")
        self._term_heading = Heading(translate("LabelPanel", "Both articles also mention"))
        self.terms = FlowBox()
        self._note_heading = Heading(translate("LabelPanel", "Note"), "W")
        self._build()
        self.relations.chosen.connect(self.relation_chosen)
        self.relations.direction_turned.connect(self.direction_turned)
        self.note.edited.connect(self.note_edited)

    @property
    def wanted(self) -> bool:
        """Whether the panel has content: it is visible, or folded."""
        return self._wanted

    @property
    def folded(self) -> bool:
        """Whether the panel is hidden to make room for the articles."""
        return self._folded

    def setVisible(self, visible: bool) -> None:
        """Show or hide the panel; while folded, only remember whether it has content."""
        self._wanted = visible
        super().setVisible(visible and not self._folded)
        self.folding_changed.emit()

    def fold(self, folded: bool) -> None:
        """Fold the panel, or unfold it."""
        self._folded = folded
        self.setVisible(self._wanted)

    def show_scheme(self, relations: tuple[Label, ...]) -> None:
        """Show the relations of the label scheme."""
        self.relations.set_relations(relations)

    def show_others_at_pair(self, text: str) -> None:
        """Show who else has the pair open; an empty text hides the line."""
        self.others_at_pair.setText(text)
        self.others_at_pair.setVisible(bool(text))

    def show_decisions(self, text: str) -> None:
        """Show the decisions about the shown articles; an empty text hides the line."""
        self.decisions.setText(text)
        self.decisions.setVisible(bool(text))

    def show_mode(self, *, pair: bool, writable: bool) -> None:
        """Show the parts that belong to a pair only if a pair is shown."""
        for widget in (self._relation_heading, self.relations, self._done_area):
            widget.setVisible(pair)
        for widget in (self._note_heading, self.note):
            widget.setVisible(pair)
        if not pair:
            self.show_terms(())
        for widget in (self.relations, self.note, self._done_area, self.events):
            widget.setEnabled(writable)
        self.spans.setProperty("decidable", writable)  # otherwise rows have no clickable signs
        self.spans.viewport().update()

    def show_judgement(self, judgement: Judgement | None) -> None:
        """Show this annotator's judgement of the pair."""
        self.relations.show_relation(judgement.relation if judgement else None)
        self.note.show_note(judgement.note if judgement else "")
        self.flag.setChecked(bool(judgement and judgement.flagged))

    def show_proposal(self, key: str | None, name: str, score: float) -> None:
        """Show the suggested relation while none is chosen; None shows none."""
        self.relations.show_proposal(key, score)
        done = translate("LabelPanel", "Done, next pair")
        accept = translate("LabelPanel", "Accept “{relation}”").format(relation=name)
        self._done.set_words(done if key is None else accept)

    def show_events(self, chips: Sequence[EventChip]) -> None:
        """Show the attached and suggested events of the articles."""
        add = QPushButton(translate("LabelPanel", "+ Event"))
        add.setObjectName("quiet")
        add.setAccessibleName(translate("LabelPanel", "Attach an event"))
        add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        add.clicked.connect(self.event_wanted)
        self.events.show_widgets([*(self._event_chip(chip) for chip in chips), add])

    def show_links(self, rows: Sequence[SpanRow]) -> None:
        """Show the links between the articles; without any, hide the list."""
        self.links.set_rows(rows)
        self._link_heading.setVisible(bool(rows))

    def show_spans(self, rows: Sequence[SpanRow]) -> None:
        """Show the spans and suggestions of the article in the focused pane."""
        self.spans.set_rows(rows)
        self._no_spans.setVisible(not rows)

    def show_repeats(self, rows: Sequence[SpanRow]) -> None:
        """Show the repeats of the article in the focused pane, folded."""
        self.repeats.set_rows(rows)

    def show_terms(self, terms: Sequence[TermChip]) -> None:
        """Show the rare words that both articles use."""
        chips = [Chip(term.text) for term in terms[:_TERMS_SHOWN]]
        for chip, term in zip(chips, terms, strict=False):
            chip.clicked.connect(lambda place=term.place: self.term_clicked.emit(place))
        self.terms.show_widgets(chips)
        for widget in (self._term_heading, self.terms):
            widget.setVisible(bool(terms))

    def show_open_suggestions(self, text: str) -> None:
        """Show the number of open suggestions above the button; an empty text hides the line."""
        self.open_suggestions.setText(text)
        self.open_suggestions.setAccessibleName(text)
        self._open_area.setVisible(bool(text))

    def show_keys(self, keys: dict[str, str]) -> None:
        """Show the shortcuts of the actions, which the user may have changed."""
        self._event_heading.hint.set_key(keys["attach_event"])
        self._span_heading.hint.set_key(keys["mark"])
        self._note_heading.hint.set_key(keys["write_note"])
        self._done_hint.set_key(keys["done_next"])
        # Reserve room for the key hint on the button, so that its text never overlaps it.
        room = self._done_hint.sizeHint().width() + _KEY_EDGE if keys["done_next"] else 4
        self._done.keep_free(room)
        self._accept_hint.set_key(keys["accept_all"])
        self._flag_hint.set_key(keys["flag"])
        self._skip_hint.set_key(keys["skip"])
        self.relations.set_direction_key(keys["turn_direction"])

    def focus_first(self) -> None:
        """Focus the first control."""
        self.fold(False)
        first = self.relations if self.relations.isVisible() else self.events
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.focusNextChild()

    def focus_note(self) -> None:
        """Focus the note."""
        self.fold(False)
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _event_chip(self, chip: EventChip) -> Chip:
        if chip.suggested:
            widget = Chip(
                f"+ {chip.text}",
                side="✕",
                side_name=translate("LabelPanel", "Refuse this suggestion"),
                suggested=True,
            )
            widget.clicked.connect(lambda: self.event_suggestion_decided.emit(chip.id, True))
            widget.side_clicked.connect(lambda: self.event_suggestion_decided.emit(chip.id, False))
        else:
            widget = Chip(
                chip.text,
                side="✕" if chip.mine else "",
                side_name=translate("LabelPanel", "Detach this event"),
            )
            widget.clicked.connect(lambda: self.event_clicked.emit(chip.id))
            widget.side_clicked.connect(lambda: self.event_detached.emit(chip.id))
        return widget

    def _build(self) -> None:
        body = QWidget()
        body.setObjectName("sidePanelBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(6)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self._relation_heading, self.others_at_pair, self.relations, self.decisions),
            (self._event_heading, self.events),
            (self._link_heading, self.links),
            (self._span_heading, self.spans, self._no_spans, self.repeats),
            (self._term_heading, self.terms),
            (self._note_heading, self.note),
        )
        for group in groups:
            for widget in group:
                column.addWidget(widget)
            column.addSpacing(6)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setObjectName("sidePanel")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._build_done_area())

    def _build_done_area(self) -> QWidget:
        self._done_area = QWidget()
        self._done = ElidedButton(translate("LabelPanel", "Done, next pair"))
        self._done.setObjectName("primary")
        self._done.setMinimumHeight(34)
        self._done.clicked.connect(self.done_wanted)
        self._done_hint = KeyHint("Space")
        self.open_suggestions = WrappingLink()
        self.open_suggestions.setToolTip(
            translate("LabelPanel", "Go to the first; the key accepts them all")
        )
        self.open_suggestions.clicked.connect(self.suggestions_wanted)
        self._accept_hint = KeyHint("Ctrl+U")
        self._open_area = QWidget()
        line = QHBoxLayout(self._open_area)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.open_suggestions, 1)
        line.addWidget(self._accept_hint)
        self._open_area.hide()
        inner = QHBoxLayout(self._done)
        inner.setContentsMargins(_KEY_EDGE, 0, _KEY_EDGE, 0)
        inner.addStretch()
        inner.addWidget(self._done_hint)
        self._done_hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.flag = QPushButton(translate("LabelPanel", "flag"))
        self.flag.setObjectName("quiet")
        self.flag.setCheckable(True)
        self.flag.clicked.connect(self._on_flag)
        self._skip = QPushButton(translate("LabelPanel", "skip"))
        self._skip.setObjectName("quiet")
        self._skip.clicked.connect(self.skip_wanted)
        self._flag_hint = KeyHint("F")
        self._skip_hint = KeyHint("X")
        for button in (self._done, self.flag, self._skip):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.addStretch()
        for widget in (self._flag_hint, self.flag, self._skip_hint, self._skip):
            row.addWidget(widget)
        row.addStretch()
        column = QVBoxLayout(self._done_area)
        column.setContentsMargins(12, 6, 12, 10)
        column.addWidget(self._open_area)
        column.addWidget(self._done)
        column.addLayout(row)
        return self._done_area

    def _on_flag(self) -> None:
        # The state comes from the project; the button only emits the signal.
        self.flag.setChecked(not self.flag.isChecked())
        self.flag_wanted.emit()
