"""The annotators' answers to one question of the adjudication, one card each."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.i18n import number, translate
from dittomark_gui.panels.elided_button import ElidedButton
from dittomark_gui.panels.kept_focus import kept_focus
from dittomark_gui.panels.widgets import clear_layout, plain_label
from dittomark_gui.session import Session
from dittomark_gui.words import (
    last_words,
    link_kind_name,
    relation_name,
    short_line,
    span_name,
)

if TYPE_CHECKING:
    from dittomark.team.adjudication import Item, LinkAnswer, Opinion

_HEAD, _TAIL = 24, 16  # code points of a long range: its beginning and its end
_LEAST_HEIGHT: Final = 96  # px: a card with its name and a line or two
_ARROWS: Final = {"a_to_b": "→", "b_to_a": "←"}


class AdjudicationAnswers(QScrollArea):
    """A scrolling column of the answers to a question."""

    taken = Signal(str)  # the annotator whose answer is accepted
    together_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("sidePanel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self._hint = plain_label(
            translate(
                "Adjudication",
                "None of them is right? Judge or mark it yourself as usual: your answer then "
                "stands here too.",
            ),
            "muted",
        )
        self._hint.setWordWrap(True)
        cards = QWidget()
        self._cards = QVBoxLayout(cards)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._body.setObjectName("sidePanelBody")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(cards)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.setWidget(self._body)

    def sizeHint(self) -> QSize:
        """Return a size with the height of all answers."""
        return QSize(super().sizeHint().width(), self._body.sizeHint().height())

    def show_item(self, item: "Item | None") -> None:
        """Show the answers to a question; None clears the column."""
        with kept_focus(self):
            self._show_answers(item)

    def _show_answers(self, item: "Item | None") -> None:
        clear_layout(self._cards)
        self._hint.setVisible(item is not None)
        if item is None:
            return
        for who, opinion in sorted(item.opinions.items(), key=lambda one: one[0]):
            self._cards.addWidget(self._card(who, self._in_words(item, opinion)))
        if item.kind == "links":
            self._add_together(item)
        self.verticalScrollBar().setValue(0)

    def _card(self, who: str, text: str) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 6, 8, 8)
        column.setSpacing(4)
        name = plain_label(who, "heading")
        name.setWordWrap(True)
        button = QPushButton(translate("Adjudication", "This is right"))
        button.setAccessibleName(translate("Adjudication", "Decide as {who} says").format(who=who))
        button.setEnabled(self._session.writable)
        button.clicked.connect(lambda _checked: self.taken.emit(who))
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(button)
        column.addLayout(head)
        answer = plain_label(text)
        answer.setWordWrap(True)
        column.addWidget(answer)
        return card

    def _add_together(self, item: "Item") -> None:
        from dittomark.team.adjudication import links_together

        sound, disputed = links_together(item)
        words = translate("Adjudication", "Take all of them together")
        if disputed:
            words = translate("Adjudication", "Take %n that nobody contradicts", "", len(sound))
        if sound:
            together = ElidedButton("")
            together.set_words(words)
            together.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            together.setEnabled(self._session.writable)
            together.clicked.connect(lambda _checked: self.together_wanted.emit())
            self._cards.addWidget(together)
        if disputed:
            left = plain_label(
                translate("Adjudication", "%n contradict each other.", "", len(disputed)), "muted"
            )
            left.setWordWrap(True)
            self._cards.addWidget(left)

    # --- texts ------------------------------------------------------------------------------------

    def _in_words(self, item: "Item", opinion: "Opinion") -> str:
        project = self._session.project
        if item.kind == "relation":
            key, direction = cast("tuple[str, str | None]", opinion)
            return relation_name(project.scheme, key) + self._arrow(item.target, direction)
        if item.kind == "events":
            titles = [project.event(event).title for event in cast("tuple[str, ...]", opinion)]
            return "\n".join(titles) or translate("Adjudication", "no event")
        if item.kind == "links":
            return self._links_in_words(item, cast("tuple[LinkAnswer, ...]", opinion))
        spans = cast("tuple[tuple[int, int, str], ...]", opinion)
        text = project.article(item.target).text
        lines = [
            f"{span_name(project.scheme, label)}: {_excerpt(text[start:end])}"
            for start, end, label in spans
        ]
        return "\n".join(lines) or translate("Adjudication", "no span")

    def _links_in_words(self, item: "Item", links: "tuple[LinkAnswer, ...]") -> str:
        """Return the links that some annotators lack; the common ones are only counted."""
        project = self._session.project
        a, b = (project.article(name).text for name in (item.articles[0], item.articles[-1]))
        common = set(links)
        for opinion in item.opinions.values():
            common &= set(cast("tuple[LinkAnswer, ...]", opinion))
        lines = [
            f"{link_kind_name(project.scheme, link[4])}: {_excerpt(a[link[0] : link[1]])} "
            f"{_ARROWS.get(link[5], '↔')} {_excerpt(b[link[2] : link[3]])}"
            for link in links
            if link not in common
        ]
        if common:
            lines.append(translate("Adjudication", "and %n link(s) as everybody", "", len(common)))
        return "\n".join(lines) or translate("Adjudication", "no link")

    def _arrow(self, pair_id: str, direction: str | None) -> str:
        if direction is None:
            return ""
        pair = self._session.project.pair(pair_id)
        ends = (pair.a, pair.b) if direction == "a_to_b" else (pair.b, pair.a)
        infos = {info.id: info for info in self._session.project.article_infos(list(ends))}
        return "\n" + " → ".join(infos[end].source or infos[end].title for end in ends)


def _excerpt(text: str) -> str:
    """Return the beginning and end of a text: annotators mostly differ in the end of a range."""
    line = " ".join(text.split())
    if len(line) > _HEAD + _TAIL:
        line = f"{short_line(line, _HEAD)} {last_words(line, _TAIL)}"
    return f"“{line}” ({number(len(text))})"
