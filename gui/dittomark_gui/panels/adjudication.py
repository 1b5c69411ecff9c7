"""The adjudication panel beside the articles: questions, annotators' answers, decisions."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDockWidget,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dittomark.annotations import Changes, Direction
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, translate
from dittomark_gui.panels.adjudication_answers import AdjudicationAnswers
from dittomark_gui.panels.elided_button import ElidedButton
from dittomark_gui.panels.frame import ROOM_BESIDE
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.words import article_title

if TYPE_CHECKING:
    from dittomark.team.adjudication import Item
    from dittomark_gui.panels.frame import Frame
    from dittomark_gui.work.workspace import Workspace

_NAME: Final = "adjudication"
_WIDTH: Final = 300
_LEAST_WIDTH: Final = 220
_ROOM_BESIDE: Final = 1180  # px for list, two articles and label panel: with less the sides fold
_LEAST_LIST, _MOST_LIST = 48, 160
_REFRESH_MS: Final = 150
_KINDS: Final = {
    "relation": QT_TRANSLATE_NOOP("Adjudication", "Relation"),
    "spans": QT_TRANSLATE_NOOP("Adjudication", "Spans"),
    "links": QT_TRANSLATE_NOOP("Adjudication", "Links"),
    "events": QT_TRANSLATE_NOOP("Adjudication", "Events"),
}


class Adjudication(QDockWidget):
    """A list of questions, and the annotators' answers to the current one, to be accepted.

    A question is a pair or article on which annotators disagree. The adjudicator's own answer is
    given like any annotator's (label panel, article), and then accepted like any other.
    """

    help_topic = "working-in-a-team#adjudication"

    def __init__(self, window: "Frame", workspace: "Workspace") -> None:
        super().__init__(translate("Adjudication", "Adjudication"), window)
        self.setObjectName(_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty(ROOM_BESIDE, _ROOM_BESIDE)
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

    # --- questions --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Load the questions again; the current one stays, else the one in its row is current."""
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
        """Return the current question, or None."""
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
        for control in (self.list, self.note):
            control.setVisible(item is not None)
        self.answers.show_item(item)
        decision = item.decision if item is not None else None
        self.withdraw.setVisible(decision is not None)
        self.note.setText(decision.note if decision is not None else "")

    def _title(self, item: "Item") -> str:
        infos = self._session.project.article_infos(list(item.articles))
        return " ↔ ".join(article_title(info) for info in infos)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Limit the height of the list, so that a low panel has room for the answers."""
        super().resizeEvent(event)
        quarter = self.height() // 4
        self.list.setMaximumHeight(min(max(quarter, _LEAST_LIST), _MOST_LIST))

    # --- decisions --------------------------------------------------------------------------------

    def take(self, who: str) -> None:
        """Decide the current question with the answer of an annotator."""
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
        """Decide the current question with the union of all annotators' links.

        If some links contradict each other, the others become the adjudicator's own and the
        question stays open.
        """
        from dittomark.team.adjudication import links_together, take_undisputed

        item = self.current()
        if item is None or item.kind != "links":
            return
        sound, disputed = links_together(item)
        if disputed:
            who = self._session.annotator
            taken = self._session.run(lambda project: take_undisputed(project, item, annotator=who))
            if taken is not None:
                self._show_remaining(taken, len(disputed))
            return
        self._session.run(
            lambda project: project.decide_links(
                item.articles[0],
                item.articles[-1],
                [(*link[:5], cast("Direction | None", link[5] or None)) for link in sound],
                annotator=self._session.annotator,
                note=self.note.text().strip(),
            )
        )

    def _show_remaining(self, taken: int, left: int) -> None:
        """Show how many links were accepted, and how many are left for a manual decision."""
        words = (
            translate("Adjudication", "%n link(s) taken as yours.", "", taken),
            translate(
                "Adjudication",
                "%n contradict each other and are left: press L on the right one, or link anew, "
                "and decide as you say.",
                "",
                left,
            ),
        )
        undo = (translate("Adjudication", "Undo"), self._session.undo) if taken else None
        self._session.messages.show_undoable(" ".join(words), action=undo)

    def withdraw_current(self) -> None:
        """Withdraw the decision of the current question."""
        item = self.current()
        if item is not None and item.decision is not None:
            decision = item.decision
            self._session.run(lambda project: project.withdraw_decision(decision.id))

    def settle_agreed(self) -> None:
        """Decide all questions on which two or more annotators agree and nobody differs."""
        from dittomark.team.adjudication import settle_agreed

        count = self._session.run(
            lambda project: settle_agreed(project, annotator=self._session.annotator, at_least=2)
        )
        self._session.messages.show_undoable(
            translate("Adjudication", "%n question(s) settled as everybody says.", "", count or 0),
            action=(translate("Adjudication", "Undo"), self._session.undo) if count else None,
        )

    # --- layout -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._count = plain_label("", "muted")
        self._count.setWordWrap(True)
        self.with_settled = QCheckBox(translate("Adjudication", "Settled ones too"))
        self.with_settled.toggled.connect(self.refresh)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Adjudication", "Questions"))
        self.list.setMinimumHeight(_LEAST_LIST)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.answers = AdjudicationAnswers(self._session)
        self.answers.taken.connect(self.take)
        self.answers.together_wanted.connect(self.take_together)
        self.note = QLineEdit()
        self.note.setAcceptDrops(False)  # files dropped here are handled by the window
        self.note.setPlaceholderText(translate("Adjudication", "Why (annotators see it)"))
        self.note.setAccessibleName(translate("Adjudication", "Why"))
        self.withdraw = QPushButton(translate("Adjudication", "Open it again"))
        self.withdraw.clicked.connect(self.withdraw_current)
        self.agreed = ElidedButton("")
        self.agreed.set_words(translate("Adjudication", "Settle what everybody agrees on"))
        self.agreed.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.agreed.setEnabled(self._session.writable)
        self.agreed.clicked.connect(self.settle_agreed)
        body = QWidget()
        body.setObjectName("sidePanel")
        body.setMinimumWidth(_LEAST_WIDTH)
        column = QVBoxLayout(body)
        column.setContentsMargins(10, 10, 10, 10)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(self.with_settled)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.answers, 1)
        for widget in (self.note, self.withdraw, self.agreed):
            column.addWidget(widget)
        self.setWidget(body)

    def _on_changed(self, _changes: Changes) -> None:
        self._later.start()

    def _on_visibility_changed(self, on: bool) -> None:
        self._window.switch_changed.emit("adjudicate", on)


def _kind(kind: str) -> str:
    return translate("Adjudication", _KINDS[kind])


def toggle(window: "Frame", workspace: "Workspace", *, on: bool) -> None:
    """Show the panel at the right side of the window, or close it."""
    for panel in window.findChildren(Adjudication):
        panel.close()
    if on:
        panel = Adjudication(window, workspace)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
        width = min(_WIDTH, max(_LEAST_WIDTH, window.width() // 3))
        window.resizeDocks([panel], [width], Qt.Orientation.Horizontal)
