"""The dialog that edits an event, lists its articles, and merges or deletes it."""

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
)

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.event_fields import EventFields
from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.words import article_text, event_text

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame


class EventEditor(Dialog):
    """A form for one entry of the event registry."""

    help_topic = "events#registry"

    def __init__(self, window: "Frame", event_id: str) -> None:
        super().__init__(window, title=translate("EventEditor", "Event"), width=560)
        self._window = window
        self._session = window.session
        self._event_id = event_id
        self.fields = EventFields()
        self.fields.show_event(self._session.project.event(event_id))
        self.articles = QListWidget()
        self.articles.setAccessibleName(translate("EventEditor", "Articles that report it"))
        self.articles.setMaximumHeight(140)
        self.articles.itemActivated.connect(self._on_article)
        self.body.addWidget(self.fields)
        self._fill_articles()
        self.body.addWidget(self.articles)
        self.body.addLayout(self._merge_row())
        self.add_buttons(translate("EventEditor", "Keep changes"))
        self.setEnabled(True)
        self.fields.setEnabled(self._session.writable)

    @classmethod
    def open_for(cls, window: "Frame", event_id: str) -> Self:
        """Create and open the editor for an event."""
        return cls(window, event_id).present()

    def accept(self) -> None:
        """Save the changed fields."""
        event = self._session.project.event(self._event_id)
        values = {
            name: value
            for name, value in self.fields.values().items()
            if value != getattr(event, name)
        }
        if values:
            done = self._session.run(lambda project: project.edit_event(self._event_id, **values))
            if done is None:
                return
        super().accept()

    def merge_into(self, keep: str) -> None:
        """Move this event's articles and names to the event `keep`, and delete this one."""
        if self._session.run(lambda project: project.merge_events(keep, self._event_id)):
            self._session.messages.show_undoable(
                translate("EventEditor", "The two events are one now."),
                action=(translate("EventEditor", "Undo"), self._session.undo),
            )
            self.reject()

    def delete(self) -> None:
        """Delete the event; its articles stay, without it."""
        if self._session.run(lambda project: project.delete_event(self._event_id)):
            self._session.messages.show_undoable(
                translate("EventEditor", "The event is deleted."),
                action=(translate("EventEditor", "Undo"), self._session.undo),
            )
            self.reject()

    def _fill_articles(self) -> None:
        project = self._session.project
        memberships = project.memberships(event_id=self._event_id, seen_by=self._session.annotator)
        ids = dict.fromkeys(membership.article_id for membership in memberships)
        infos = project.article_infos(list(ids))
        heading = translate("EventEditor", "Reported by %n article(s)", "", len(infos))
        self.body.addWidget(plain_label(heading, "heading"))
        for info in infos:
            item = QListWidgetItem(article_text(info))
            item.setData(Qt.ItemDataRole.UserRole, info.id)
            self.articles.addItem(item)
        self.articles.setVisible(bool(infos))

    def _on_article(self, item: QListWidgetItem) -> None:
        self._window.articles_wanted.emit([str(item.data(Qt.ItemDataRole.UserRole))])
        self.accept()

    def _merge_row(self) -> QHBoxLayout:
        others = QComboBox()
        others.setAccessibleName(translate("EventEditor", "Another event"))
        for event in self._session.project.events():
            if event.id != self._event_id:
                others.addItem(event_text(event), event.id)
        merge = QPushButton(translate("EventEditor", "Merge into"))
        merge.clicked.connect(lambda: self.merge_into(str(others.currentData())))
        delete = QPushButton(translate("EventEditor", "Delete"))
        delete.setObjectName("danger")
        delete.clicked.connect(self.delete)
        for button in (merge, delete):
            button.setAutoDefault(False)
        merge.setEnabled(self._session.writable and others.count() > 0)
        delete.setEnabled(self._session.writable)
        row = QHBoxLayout()
        row.addWidget(merge)
        row.addWidget(others, 1)
        row.addWidget(delete)
        return row
