"""The context menus of the three lists on the left."""

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from dittomark.annotations import Pair
from dittomark_gui.actions.actions import Actions
from dittomark_gui.i18n import translate
from dittomark_gui.panels.frame import Frame
from dittomark_gui.window.lists import Lists
from dittomark_gui.window.navigation import Navigation
from dittomark_gui.words import label_name
from dittomark_gui.work.finding_pairs import add_rest_of_group
from dittomark_gui.work.several_pairs import ManyPairs


class ListMenus(QObject):
    """Opens the context menu for the selected rows."""

    def __init__(
        self,
        frame: Frame,
        lists: Lists,
        navigation: Navigation,
        *,
        actions: Actions,
        many: ManyPairs,
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._session = frame.session
        self._navigation = navigation
        self._actions = actions
        self._many = many
        lists.pairs.menu_wanted.connect(self._on_pairs)
        lists.articles.menu_wanted.connect(self._on_articles)
        lists.events.menu_wanted.connect(self._on_events)
        lists.events.activated.connect(self._edit_event)

    def _on_pairs(self, ids: list[str], place: QPoint) -> None:
        menu = self._menu()
        if len(ids) > 1:
            self._add_relations(menu, ids)
            for key in ("flag", "skip", "attach_event"):
                menu.addAction(self._actions[key])
            menu.popup(place)
            return
        menu.addAction(translate("ListMenus", "Show"), partial(self._navigation.show_pair, ids[0]))
        pair = self._session.project.pair(ids[0])
        for name, article_id in (
            (translate("ListMenus", "Details of the first article…"), pair.a),
            (translate("ListMenus", "Details of the second article…"), pair.b),
        ):
            menu.addAction(name, partial(self._edit_article, article_id))
        menu.addAction(self._actions["judge_copies"])
        self._add_group(menu, pair)
        menu.popup(place)

    def _add_group(self, menu: QMenu, pair: Pair) -> None:
        """Add an action for the pairs of this pair's group that a search left out."""
        from dittomark.suggesting.group_rest import count_left_out

        action = self._actions["whole_group"]
        if action.isEnabled() and (more := count_left_out(self._session.project, pair.cluster)):
            text = translate("ListMenus", "Add %n more pair(s) of this group", "", more)
            menu.addAction(text, partial(add_rest_of_group, self._session, pair))

    def _add_relations(self, menu: QMenu, ids: list[str]) -> None:
        """Add a submenu that judges several pairs at once."""
        text = translate("ListMenus", "Judge %n pair(s) as", "", len(ids))
        relations = menu.addMenu(text)
        relations.setEnabled(self._session.writable)
        for label in self._session.project.scheme.relations:
            if not label.retired:
                name = label_name(label).replace("&", "&&")
                relations.addAction(name, partial(self._many.judge, ids, label.key))

    def _on_articles(self, ids: list[str], place: QPoint) -> None:
        menu = self._menu()
        show = translate("ListMenus", "Show side by side") if len(ids) > 1 else ""
        menu.addAction(
            show or translate("ListMenus", "Show"), partial(self._navigation.show_articles, ids)
        )
        menu.addAction(self._actions["pair_articles"])
        if len(ids) > 2:
            menu.addAction(self._actions["pair_with_first"])
        menu.addAction(self._actions["attach_event"])
        menu.addAction(translate("ListMenus", "Details…"), partial(self._edit_article, ids[0]))
        menu.popup(place)

    def _on_events(self, ids: list[str], place: QPoint) -> None:
        menu = self._menu()
        menu.addAction(translate("ListMenus", "Edit…"), partial(self._edit_event, ids[0]))
        articles = self._articles_of(ids[0])
        show = menu.addAction(
            translate("ListMenus", "Show its articles side by side"),
            partial(self._navigation.show_articles, articles),
        )
        show.setEnabled(bool(articles))
        menu.popup(place)

    def _articles_of(self, event_id: str) -> list[str]:
        memberships = self._session.project.memberships(
            event_id=event_id, seen_by=self._session.annotator
        )
        return list(dict.fromkeys(membership.article_id for membership in memberships))

    def _edit_article(self, article_id: str) -> None:
        from dittomark_gui.dialogs.article_details import ArticleDetails

        ArticleDetails.open_for(self._frame, article_id)

    def _edit_event(self, event_id: str) -> None:
        from dittomark_gui.dialogs.event_editor import EventEditor

        EventEditor.open_for(self._frame, event_id)

    def _menu(self) -> QMenu:
        menu = QMenu(self._frame)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
