"""Adjudication beside the articles: what annotators answered differently, and the decision."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dittomark.annotations import Changes, Direction
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, number, translate
from dittomark_gui.panels.widgets import clear_layout, plain_label
from dittomark_gui.words import article_title, link_kind_name, relation_name, span_name

if TYPE_CHECKING:
    from dittomark.team.adjudication import Item, Opinion
    from dittomark_gui.panels.frame import Frame
    from dittomark_gui.work.workspace import Workspace

_NAME: Final = "adjudication"
_WIDTH: Final = 300
_EXCERPT: Final = 40
_REFRESH_MS: Final = 150
_KINDS: Final = {
    "relation": QT_TRANSLATE_NOOP("Adjudication", "Relation"),
    "spans": QT_TRANSLATE_NOOP("Adjudication", "Spans"),
    "links": QT_TRANSLATE_NOOP("Adjudication", "Links"),
    "events": QT_TRANSLATE_NOOP("Adjudication", "Events"),
}


_LinkAnswer = tuple[int, int, int, int, str, Direction | None]


class Adjudication(QDockWidget):
    """A list of questions; for the current one each annotator's answer, to be taken or not.

    An answer of one's own is given where annotators give theirs (the label panel, the article),
    and then taken like anybody else's.
    """

    help_topic = "working-in-a-team#adjudication"

    def __init__(self, window: "Frame", workspace: "Workspace") -> None:
        super().__init__(translate("Adjudication", "Adjudication"), window)
        self.setObjectName(_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._workspace = workspace
        self._session = window.session
        self._items: list[Item] = []
        self._build()
        self._later = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._later.timeout.connect(self.refresh)
        self._session.changed.connect(self._on_changed)
        self._session.closed.connect(self.close)
        self.visibilityChanged.connect(self._on_visibility_changed)
        self.refresh()

    # --- what is shown ---------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the questions again; the current one stays, or the one that took its place."""
        from dittomark.team.adjudication import disagreements

        if not self._session.is_open:
            return
        row, current = self.list.currentRow(), self.current()
        self._items = disagreements(
            self._session.project, with_settled=self.with_settled.isChecked()
        )
        self.list.blockSignals(True)
        self.list.clear()
        for item in self._items:
            text = f"{'✓ ' if item.decision else ''}{_kind(item.kind)} · {self._title(item)}"
            self.list.addItem(QListWidgetItem(text))
        self.list.blockSignals(False)
        self._count.setText(
            translate("Adjudication", "%n question(s)", "", len(self._items))
            if self._items
            else translate("Adjudication", "Nobody disagrees on anything that is open.")
        )
        same = [
            place
            for place, item in enumerate(self._items)
            if current is not None and (item.kind, item.target) == (current.kind, current.target)
        ]
        place = same[0] if same else min(max(row, 0), len(self._items) - 1)
        self.list.setCurrentRow(place)
        if not self._items:
            self._show_answers(None)

    def current(self) -> "Item | None":
        """Return the question that is looked at."""
        row = self.list.currentRow()
        return self._items[row] if 0 <= row < len(self._items) else None

    def _on_row_changed(self, _row: int) -> None:
        item = self.current()
        self._show_answers(item)
        if item is not None:
            self._show_articles(item)

    def _show_articles(self, item: "Item") -> None:
        workspace = self._workspace
        if item.kind == "relation":
            if workspace.pair is None or workspace.pair.id != item.target:
                self._window.pair_wanted.emit(item.target)
        elif item.kind == "links":
            if {article.id for article in workspace.articles} != set(item.articles):
                pair = self._session.project.find_pair(item.articles[0], item.articles[-1])
                if pair is not None:
                    self._window.pair_wanted.emit(pair.id)
                else:
                    self._window.articles_wanted.emit(list(item.articles))
        elif item.target not in {article.id for article in workspace.articles}:
            self._window.articles_wanted.emit([item.target])

    def _show_answers(self, item: "Item | None") -> None:
        clear_layout(self._answers)
        for control in (self.list, self.note, self.withdraw, self._hint):
            control.setVisible(item is not None)
        if item is None:
            return
        for who, opinion in item.opinions.items():
            text = self._in_words(item, opinion)
            self._answers.addWidget(self._answer(who, text))
        if item.kind == "links":
            together = QPushButton(translate("Adjudication", "Take all of them together"))
            together.setEnabled(self._session.writable)
            together.clicked.connect(lambda _checked: self.take_together())
            self._answers.addWidget(together, 0, Qt.AlignmentFlag.AlignLeading)
        decision = item.decision
        self.withdraw.setVisible(decision is not None)
        self.note.setText(decision.note if decision is not None else "")

    def _answer(self, who: str, text: str) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(plain_label(who, "heading"))
        answer = plain_label(text)
        answer.setWordWrap(True)
        column.addWidget(answer)
        button = QPushButton(translate("Adjudication", "This is right"))
        button.setAccessibleName(translate("Adjudication", "Decide as {who} says").format(who=who))
        button.setEnabled(self._session.writable)
        button.clicked.connect(lambda _checked: self.take(who))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    # --- deciding ----------------------------------------------------------------------------------

    def take(self, who: str) -> None:
        """Decide the current question as that annotator answered it."""
        from dittomark.team.adjudication import accept

        item = self.current()
        if item is None:
            return
        self._session.run(
            lambda project: accept(
                project, item, who, annotator=self._session.annotator, note=self.note.text().strip()
            )
        )

    def take_together(self) -> None:
        """Decide that everybody's links of the current question are right, each stretch once."""
        item = self.current()
        if item is None or item.kind != "links":
            return
        links: dict[tuple[int, ...], _LinkAnswer] = {}
        for opinion in item.opinions.values():
            for link in cast("tuple[tuple[int, int, int, int, str, str], ...]", opinion):
                direction = cast("Direction | None", link[5] or None)
                links.setdefault(link[:4], (*link[:5], direction))
        self._session.run(
            lambda project: project.decide_links(
                item.articles[0],
                item.articles[-1],
                links.values(),
                annotator=self._session.annotator,
                note=self.note.text().strip(),
            )
        )

    def withdraw_current(self) -> None:
        """Open the current question again."""
        item = self.current()
        if item is not None and item.decision is not None:
            decision = item.decision
            self._session.run(lambda project: project.withdraw_decision(decision.id))

    def settle_agreed(self) -> None:
        """Decide everything that two or more answered alike as they say."""
        from dittomark.team.adjudication import settle_agreed

        count = self._session.run(
            lambda project: settle_agreed(project, annotator=self._session.annotator, at_least=2)
        )
        self._session.messages.tell_undoable(
            translate("Adjudication", "%n question(s) settled as everybody says.", "", count or 0),
            action=(translate("Adjudication", "Undo"), self._session.undo) if count else None,
        )

    # --- words ----------------------------------------------------------------------------------------

    def _title(self, item: "Item") -> str:
        infos = self._session.project.article_infos(list(item.articles))
        return " ↔ ".join(article_title(info) for info in infos)

    def _in_words(self, item: "Item", opinion: "Opinion") -> str:
        project = self._session.project
        if item.kind == "relation":
            key, direction = cast("tuple[str, str | None]", opinion)
            return relation_name(project.scheme, key) + self._arrow(item.target, direction)
        if item.kind == "events":
            titles = [project.event(event).title for event in cast("tuple[str, ...]", opinion)]
            return "\n".join(titles) or translate("Adjudication", "no event")
        if item.kind == "links":
            return self._links_in_words(item, opinion)
        spans = cast("tuple[tuple[int, int, str], ...]", opinion)
        text = project.article(item.target).text
        lines = [
            f"{span_name(project.scheme, label)}: {_excerpt(text[start:end])}"
            for start, end, label in spans
        ]
        return "\n".join(lines) or translate("Adjudication", "no span")

    def _links_in_words(self, item: "Item", opinion: "Opinion") -> str:
        project = self._session.project
        a, b = (project.article(name).text for name in (item.articles[0], item.articles[-1]))
        arrows = {"a_to_b": "→", "b_to_a": "←"}
        lines = [
            f"{link_kind_name(project.scheme, kind)}: {_excerpt(a[a_start:a_end])} "
            f"{arrows.get(direction, '↔')} {_excerpt(b[b_start:b_end])}"
            for a_start, a_end, b_start, b_end, kind, direction in cast(
                "tuple[tuple[int, int, int, int, str, str], ...]", opinion
            )
        ]
        return "\n".join(lines) or translate("Adjudication", "no link")

    def _arrow(self, pair_id: str, direction: str | None) -> str:
        if direction is None:
            return ""
        pair = self._session.project.pair(pair_id)
        ends = (pair.a, pair.b) if direction == "a_to_b" else (pair.b, pair.a)
        infos = {info.id: info for info in self._session.project.article_infos(list(ends))}
        return "\n" + " → ".join(infos[end].source or infos[end].title for end in ends)

    # --- assembly --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._count = plain_label("", "muted")
        self._count.setWordWrap(True)
        self.with_settled = QCheckBox(translate("Adjudication", "Also what is settled"))
        self.with_settled.toggled.connect(self.refresh)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Adjudication", "Questions"))
        self.list.setMaximumHeight(220)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentRowChanged.connect(self._on_row_changed)
        answers = QWidget()
        self._answers = QVBoxLayout(answers)
        self._answers.setContentsMargins(0, 0, 0, 0)
        self.note = QLineEdit()
        self.note.setAcceptDrops(False)  # files that are dropped here are for the window
        self.note.setPlaceholderText(translate("Adjudication", "Why (annotators see it)"))
        self.note.setAccessibleName(translate("Adjudication", "Why"))
        self.withdraw = QPushButton(translate("Adjudication", "Open it again"))
        self.withdraw.clicked.connect(self.withdraw_current)
        self._hint = plain_label(
            translate(
                "Adjudication",
                "None of them is right? Judge or mark it yourself as usual: your answer then "
                "stands here too.",
            ),
            "muted",
        )
        self._hint.setWordWrap(True)
        self.agreed = QPushButton(translate("Adjudication", "Settle what everybody agrees on"))
        self.agreed.setEnabled(self._session.writable)
        self.agreed.clicked.connect(self.settle_agreed)
        body = QWidget()
        body.setObjectName("sidePanel")
        body.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(body)
        column.setContentsMargins(10, 10, 10, 10)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(self.with_settled)
        column.addLayout(head)
        for widget in (self.list, answers, self.note, self.withdraw, self._hint):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.agreed)
        self.setWidget(body)

    def _on_changed(self, _changes: Changes) -> None:
        self._later.start()

    def _on_visibility_changed(self, on: bool) -> None:
        self._window.switch_changed.emit("adjudicate", on)


def _kind(kind: str) -> str:
    return translate("Adjudication", _KINDS[kind])


def _excerpt(text: str) -> str:
    plain = " ".join(text.split())
    shown = plain if len(plain) <= _EXCERPT else plain[: _EXCERPT - 1] + "…"
    return f"“{shown}” ({number(len(text))})"


def toggle(window: "Frame", workspace: "Workspace", *, on: bool) -> None:
    """Show the panel at the right side of the window, or put it away."""
    for panel in window.findChildren(Adjudication):
        panel.close()
    if on:
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, Adjudication(window, workspace))
