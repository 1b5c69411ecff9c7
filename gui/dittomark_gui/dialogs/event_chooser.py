"""Attach an event: find it in the registry by any of its names, or create it."""

from typing import TYPE_CHECKING, Self

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.event_fields import EventFields
from dittomark_gui.i18n import translate
from dittomark_gui.models.rows import ListRow
from dittomark_gui.panels.row_list import RowList
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.words import event_text
from dittomark_gui.work.event_search import search_events

if TYPE_CHECKING:
    from dittomark.project import Project
    from dittomark_gui.compare_view.compare_view import CompareView
    from dittomark_gui.panels.frame import Frame
    from dittomark_gui.work.workspace import Workspace

_SHOWN = 200


class EventChooser(Dialog):
    """Type a few letters, press Enter. The last line creates a new event of that name."""

    help_topic = "events#attach"

    def __init__(self, window: "Frame", *, workspace: "Workspace", view: "CompareView") -> None:
        super().__init__(window, title=translate("EventChooser", "Attach an event"), width=520)
        self._workspace = workspace
        self._view = view
        self._session = window.session
        self._events = self._session.project.events()
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
    def open_for(cls, window: "Frame", *, workspace: "Workspace", view: "CompareView") -> Self:
        """Open the chooser for the articles on the desk."""
        return cls(window, workspace=workspace, view=view).present()

    def accept(self) -> None:
        """Attach the chosen event; for a new one, ask for its details first."""
        if self._stack.currentIndex() == 1:
            self._attach(None)
        elif self.list.chosen() is None:
            self._ask_details()
        else:
            self._attach(str(self.list.chosen()))

    def _fill(self, text: str) -> None:
        self.list.clear()
        for event in search_events(self._events, text.strip())[:_SHOWN]:
            detail = " · ".join(part for part in (event.place, "; ".join(event.aliases)) if part)
            self.list.add_row(event.id, ListRow(event_text(event), detail))
        name = text.strip()
        create = (
            translate("EventChooser", "+ New event “{title}”…").format(title=name)
            if name
            else translate("EventChooser", "+ New event…")
        )
        self.list.add_row(None, ListRow(create, ""))
        self.list.setCurrentRow(0)

    def _ask_details(self) -> None:
        self.fields.title.setText(self.field.text().strip())
        pane = max(self._view.focused_pane(), 0)
        self.fields.date.setText(self._workspace.articles[pane].info.date[:10])
        self._stack.setCurrentIndex(1)
        self.setWindowTitle(translate("EventChooser", "New event"))
        (self.fields.date if self.fields.title.text() else self.fields.title).setFocus()

    def _attach(self, event_id: str | None) -> None:
        """Attach an event, or with None the new one, to the articles as one step of undo."""
        articles, values = self._targets(), self.fields.values()
        who = self._session.annotator

        def attach(project: "Project") -> bool:
            with project.batch("label_event", annotator=who):
                event = event_id or project.add_event(**values, annotator=who).id
                attached = _articles_of(project, event, who)
                for article in articles:
                    if article not in attached:
                        project.label_event(article, event, annotator=who)
            return True

        if self._session.run(attach):
            super().accept()

    def _targets(self) -> list[str]:
        chosen = self.target.currentData()
        articles = self._workspace.articles
        return [article.id for pane, article in enumerate(articles) if chosen in (-1, pane)]

    def _target_row(self) -> QHBoxLayout:
        self.target = QComboBox()
        self.target.setAccessibleName(translate("EventChooser", "Which article"))
        articles = self._workspace.articles
        if len(articles) > 1:
            both = (
                translate("EventChooser", "both articles")
                if len(articles) == 2
                else translate("EventChooser", "all articles")
            )
            self.target.addItem(both, -1)
        for pane, article in enumerate(articles):
            title = " ".join(article.info.title.split())
            title = title if len(title) <= 50 else title[:49] + "…"
            self.target.addItem(title or str(pane + 1), pane)
        row = QHBoxLayout()
        row.addWidget(plain_label(translate("EventChooser", "Reported by")))
        row.addWidget(self.target, 1)
        return row


def _articles_of(project: "Project", event_id: str, annotator: str) -> set[str]:
    """Return the articles that this person attached the event to already."""
    memberships = project.memberships(event_id=event_id, annotator=annotator)
    return {membership.article_id for membership in memberships}
