"""The page that lists all open suggestions, to be decided one by one or several at once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QListView, QPushButton

from dittomark_gui.i18n import QT_TRANSLATE_NOOP, percent, translate
from dittomark_gui.models.delegates import ListRowDelegate
from dittomark_gui.models.id_list import ID_ROLE, IdListModel
from dittomark_gui.models.list_row import ListRow, describe
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.words import link_kind_name, relation_name, span_name
from dittomark_gui.work.suggesting import kind_name, suggester_name

if TYPE_CHECKING:
    from dittomark.annotations import Suggestion
    from dittomark.suggesting.registry import Registered
    from dittomark_gui.panels.frame import Frame

_LEAST_CHOICE: Final = 90  # pixels
_ORDERS: Final = (
    ("doubtful", QT_TRANSLATE_NOOP("OpenSuggestions", "Least sure first")),
    ("score", QT_TRANSLATE_NOOP("OpenSuggestions", "Surest first")),
    ("article", QT_TRANSLATE_NOOP("OpenSuggestions", "Article by article")),
    ("suggester", QT_TRANSLATE_NOOP("OpenSuggestions", "Suggester by suggester")),
)
_EXCERPT: Final = 120
_LISTED: Final = 2000
"""Largest number of rows: more than anybody decides at once, and fast to read from a million."""


class OpenSuggestionsPage(Page):
    """A filtered list; Enter shows a suggestion's articles, + accepts and - refuses."""

    help_topic = "suggestions#list"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("OpenSuggestions", "Open suggestions"))
        self._everything: list[Registered] = []
        self._total = 0
        self._deciding = False
        self.suggester = _choice(translate("OpenSuggestions", "Suggester"))
        self.kind = _choice(translate("OpenSuggestions", "Kind"))
        self.order = _choice(translate("OpenSuggestions", "Order"))
        for key, text in _ORDERS:
            self.order.addItem(translate("OpenSuggestions", text), key)
        row = QHBoxLayout()
        for box in (self.suggester, self.kind, self.order):
            box.currentIndexChanged.connect(self._on_filter)
            row.addWidget(box)
        row.addStretch(1)
        self.body.addLayout(row)
        self.count = plain_label("", "muted")
        self.body.addWidget(self.count)
        self.list = _List()
        self.model = IdListModel(self._rows, describe)
        self.model.setParent(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ListRowDelegate(self.list))
        self.list.activated.connect(self._on_activated)
        self.list.decided.connect(lambda accept: self.decide(accept=accept))
        self.body.addWidget(self.list, 1)
        self.accept_button = QPushButton(translate("OpenSuggestions", "Accept"))
        self.accept_button.setObjectName("primary")
        self.refuse_button = QPushButton(translate("OpenSuggestions", "Refuse"))
        self.accept_button.clicked.connect(lambda: self.decide(accept=True))
        self.refuse_button.clicked.connect(lambda: self.decide(accept=False))
        self.list.selectionModel().selectionChanged.connect(self._on_selected)
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.refuse_button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def refresh(self) -> None:
        """Show the open suggestions that match the filters, at most `_LISTED`."""
        who = self._session.annotator
        found = self._session.project.open_suggesters(open_for=who)
        self._fill_filters(found)
        suggester, kind = self.suggester.currentData(), self.kind.currentData()
        self._total = sum(
            count
            for key, suggestion_kind, count in found
            if suggester in {None, key} and kind in {None, suggestion_kind}
        )
        ids = self._session.project.listed_suggestion_ids(
            suggester=suggester,
            kind=kind,
            order=self.order.currentData(),
            limit=_LISTED,
            open_for=who,
        )
        self.model.set_ids(ids)
        self._show_count()
        self._on_selected()

    def _show_count(self) -> None:
        if not self._total:
            nothing = translate("OpenSuggestions", "Nothing is suggested. Project → Suggest looks.")
            self.count.setText(nothing)
            return
        text = translate("OpenSuggestions", "%n open suggestion(s)", "", self._total)
        if (listed := self.model.rowCount()) < self._total:
            first = translate(
                "OpenSuggestions", "The first %n in this order are listed.", "", listed
            )
            text = f"{text}. {first}"
        self.count.setText(text)

    def _on_changed(self, changes: object) -> None:
        """Refresh, unless the change is a decision made here, which updates the list itself."""
        if not self._deciding:
            super()._on_changed(changes)

    def decide(self, *, accept: bool) -> None:
        """Accept or refuse the selected suggestions, as one step."""
        chosen = [index.data(ID_ROLE) for index in self.list.selectionModel().selectedIndexes()]
        if not chosen or not self._session.writable:
            return
        place = min(index.row() for index in self.list.selectionModel().selectedIndexes())
        session = self._session
        self._deciding = True
        try:
            if accept:
                changes = session.run(
                    lambda project: project.accept_suggestions(chosen, annotator=session.annotator)
                )
            else:
                changes = session.run(
                    lambda project: project.refuse_suggestions(chosen, annotator=session.annotator)
                )
        finally:
            self._deciding = False
        if not changes:
            return
        count = len(chosen)
        text = (
            translate("OpenSuggestions", "%n suggestion(s) accepted.", "", count)
            if accept
            else translate("OpenSuggestions", "%n suggestion(s) refused.", "", count)
        )
        session.messages.show_undoable(
            text, action=(translate("OpenSuggestions", "Undo"), session.undo)
        )
        self._leave_out(frozenset(chosen))
        self.list.setCurrentIndex(self.model.index(min(place, self.model.rowCount() - 1), 0))

    def _leave_out(self, decided: frozenset[str]) -> None:
        """Remove decided suggestions from the list; reload it when it gets short."""
        left = [name for name in self.model.ids() if name not in decided]
        self._total -= len(decided)
        if len(left) < min(self._total, _LISTED // 2):
            self.refresh()
            return
        self.model.set_ids(left)
        self._show_count()
        self._on_selected()

    def _fill_filters(self, found: "Sequence[tuple[str, str, int]]") -> None:
        """Fill the filters with the suggesters and kinds that have open suggestions."""
        from dittomark.errors import UserError
        from dittomark.suggesting.registry import suggesters

        try:
            self._everything = suggesters()
        except UserError as error:
            self._session.messages.fail(error)
        everybody = translate("OpenSuggestions", "Everybody's")
        names = {key: suggester_name(key, self._everything) for key, _, _ in found}
        _offer(self.suggester, [(everybody, None), *((text, key) for key, text in names.items())])
        kinds = sorted({kind for _, kind, _ in found})
        every_kind = translate("OpenSuggestions", "Of every kind")
        _offer(self.kind, [(every_kind, None), *((kind_name(kind), kind) for kind in kinds)])

    def _rows(self, ids: Sequence[str]) -> list[ListRow]:
        project = self._session.project
        found = {each.id: each for each in project.listed_suggestions(ids)}
        return [self._row(found[name]) if name in found else ListRow("–", "") for name in ids]

    def _row(self, each: "Suggestion") -> ListRow:
        detail = " · ".join(
            filter(
                None,
                (
                    suggester_name(each.suggester, self._everything),
                    percent(each.score),
                    self._where(each),
                ),
            )
        )
        return ListRow(self._what(each), detail, share=each.score, spoken=kind_name(each.kind))

    def _what(self, each: "Suggestion") -> str:
        project = self._session.project
        if each.kind == "event":
            if each.event_id is not None:
                return project.event(each.event_id).title
            return str(each.payload.get("title") or kind_name("event"))
        label = each.label or str(each.payload.get("kind") or "")
        if each.kind == "relation":
            return relation_name(project.scheme, label)
        if each.kind == "link":
            name = link_kind_name(project.scheme, label)
        else:
            name = span_name(project.scheme, label) if each.kind == "span" else kind_name(each.kind)
        if each.article_id is None or each.start is None or each.end is None:
            return name
        text = project.article(each.article_id).text[each.start : each.start + _EXCERPT]
        return f"{name}: {' '.join(text[: each.end - each.start].split())}"

    def _where(self, each: "Suggestion") -> str:
        infos = self._session.project.article_infos(self._articles(each))
        return " ↔ ".join(info.title or info.external_id for info in infos)

    def _articles(self, each: "Suggestion") -> list[str]:
        """Return the ids of the one or two articles of a suggestion."""
        if each.pair_id is not None:
            pair = self._session.project.pair(each.pair_id)
            return [pair.a, pair.b]
        other = str(each.payload["article_id"]) if each.kind == "link" else each.article_id
        return list(dict.fromkeys(filter(None, (each.article_id, other))))

    def _on_filter(self) -> None:
        if self._session.is_open:
            self.refresh()

    def _on_selected(self) -> None:
        can = self._session.writable and self.list.selectionModel().hasSelection()
        self.accept_button.setEnabled(can)
        self.refuse_button.setEnabled(can)

    def _on_activated(self, index: QModelIndex) -> None:
        """Show the article or pair of a suggestion."""
        for each in self._session.project.listed_suggestions([index.data(ID_ROLE)]):
            if each.pair_id is not None:
                self._window.pair_wanted.emit(each.pair_id)
            elif articles := self._articles(each):
                self._window.articles_wanted.emit(articles)


class _List(QListView):
    """The list view; + and - decide on the selection."""

    decided = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setMinimumHeight(320)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("OpenSuggestions", "Open suggestions"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `decided` for + and -."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.decided.emit(event.key() == Qt.Key.Key_Plus)
        else:
            super().keyPressEvent(event)


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setMinimumWidth(_LEAST_CHOICE)  # in a small window its text is cut off instead of the page
    return box


def _offer(box: QComboBox, items: "list[tuple[str, str | None]]") -> None:
    """Replace the entries of a combo box, keeping the current one if it is among them."""
    if [(box.itemText(row), box.itemData(row)) for row in range(box.count())] == items:
        return
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for text, key in items:
        box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
    box.blockSignals(False)
