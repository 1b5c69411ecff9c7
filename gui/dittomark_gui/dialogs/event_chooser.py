"""The dialog that attaches an event to articles: a found one, or a new one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dittomark.annotations import ArticleInfo
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.event_fields import EventFields
from dittomark_gui.i18n import number, translate
from dittomark_gui.models.list_row import ListRow
from dittomark_gui.panels.row_list import RowList
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.words import event_text
from dittomark_gui.work.event_search import search_events
from dittomark_gui.work.suggested_events import SuggestedEvent, suggested_events

if TYPE_CHECKING:
    from dittomark.project import Project
    from dittomark_gui.panels.frame import Frame

_SHOWN: Final = 200
_ALL: Final = -1
_NAMED: Final = 20  # up to this many articles are listed singly as targets


class EventChooser(Dialog):
    """A list of events with a filter; its last row creates an event with the typed title."""

    help_topic = "events#attach"

    def __init__(
        self, window: "Frame", articles: Sequence[ArticleInfo], *, focused: int = 0
    ) -> None:
        """`articles` are the possible targets; a new event takes its date from the focused one."""
        super().__init__(window, title=translate("EventChooser", "Attach an event"), width=520)
        self._articles = list(articles)
        self._focused = min(focused, len(self._articles) - 1)
        self._session = window.session
        self._events = self._session.project.events()
        self._suggested = suggested_events(
            self._session.project, self._articles, self._session.annotator
        )
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            translate("EventChooser", "Find an event by title, other name, place or date")
        )
        self.field.setAccessibleName(self.field.placeholderText())
        self.list = RowList(translate("EventChooser", "Events"))
        self.list.setMinimumHeight(220)
        self.fields = EventFields()
        self._stack = QStackedWidget()
        choose = QWidget()
        column = QVBoxLayout(choose)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._stack.addWidget(choose)
        self._stack.addWidget(self.fields)
        self.body.addWidget(self._stack)
        self.body.addLayout(self._target_row())
        self._buttons = self.add_buttons(translate("EventChooser", "Attach"))
        self.field.textChanged.connect(self._fill)
        self.list.follow(self.field)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self._fill("")

    @classmethod
    def open_for(
        cls, window: "Frame", articles: Sequence[ArticleInfo], *, focused: int = 0
    ) -> Self:
        """Create and open the chooser for these articles."""
        return cls(window, articles, focused=focused).present()

    def accept(self) -> None:
        """Attach the chosen event; for a new one, ask for its details first."""
        chosen = self.list.chosen()
        if self._stack.currentIndex() == 1:
            self._attach(None)
        elif chosen is None:
            self._ask_details()
        elif isinstance(chosen, SuggestedEvent):
            self._attach(chosen.event_id, suggested=chosen)
        else:
            self._attach(str(chosen))

    def _fill(self, text: str) -> None:
        self.list.clear()
        name = text.strip()
        total = number(len(self._articles))
        for suggested in self._suggested:
            if not name or search_events([suggested.event], name):
                detail = translate("EventChooser", "Suggested for {n} of {total}").format(
                    n=number(len(suggested.ids)), total=total
                )
                self.list.add_row(suggested, ListRow(event_text(suggested.event), detail))
        known = {suggested.event_id for suggested in self._suggested}
        for event in search_events(self._events, name)[:_SHOWN]:
            if event.id not in known or name:
                detail = " · ".join(
                    part for part in (event.place, "; ".join(event.aliases)) if part
                )
                self.list.add_row(event.id, ListRow(event_text(event), detail))
        create = (
            translate("EventChooser", "+ New event “{title}”…").format(title=name)
            if name
            else translate("EventChooser", "+ New event…")
        )
        self.list.add_row(None, ListRow(create, ""))
        self.list.setCurrentRow(0)

    def _ask_details(self) -> None:
        self.fields.title.setText(self.field.text().strip())
        self.fields.date.setText(self._articles[self._focused].date[:10])
        self._stack.setCurrentIndex(1)
        self.setWindowTitle(translate("EventChooser", "New event"))
        (self.fields.date if self.fields.title.text() else self.fields.title).setFocus()

    def _attach(self, event_id: str | None, *, suggested: "SuggestedEvent | None" = None) -> None:
        """Attach an event (None: a new one) to the target articles, as one undo step."""
        articles, who = self._targets(), self._session.annotator
        wanted = {} if event_id or suggested else self.fields.values()

        def attach(project: "Project") -> str:
            with project.batch("label_event", annotator=who):
                event = event_id
                if suggested is not None:
                    event = suggested.accept(project, articles, annotator=who)
                event = event or project.add_event(**wanted, annotator=who).id
                attached = _articles_of(project, event, who)
                for article in articles:
                    if article not in attached:
                        project.label_event(article, event, annotator=who)
            return project.event(event).title

        title = self._session.run(attach)
        if title is not None:
            super().accept()
            self._session.messages.show_undoable(
                translate(
                    "EventChooser", "“{title}” attached to %n article(s).", "", len(articles)
                ).format(title=title),
                action=(translate("EventChooser", "Undo"), self._session.undo),
            )

    def _targets(self) -> list[str]:
        chosen = self.target.currentData()
        return [info.id for place, info in enumerate(self._articles) if chosen in (_ALL, place)]

    def _target_row(self) -> QHBoxLayout:
        self.target = QComboBox()
        self.target.setAccessibleName(translate("EventChooser", "Which article"))
        if len(self._articles) > 1:
            both = (
                translate("EventChooser", "both articles")
                if len(self._articles) == 2
                else translate("EventChooser", "all %n article(s)", "", len(self._articles))
            )
            self.target.addItem(both, _ALL)
        for place, info in enumerate(self._articles[:_NAMED]):
            title = " ".join(info.title.split())
            title = title if len(title) <= 50 else title[:49] + "…"
            self.target.addItem(title or str(place + 1), place)
        row = QHBoxLayout()
        row.addWidget(plain_label(translate("EventChooser", "Reported by")))
        row.addWidget(self.target, 1)
        return row


def _articles_of(project: "Project", event_id: str, annotator: str) -> set[str]:
    """Return the articles to which this annotator has attached the event already."""
    memberships = project.memberships(event_id=event_id, annotator=annotator)
    return {membership.article_id for membership in memberships}
