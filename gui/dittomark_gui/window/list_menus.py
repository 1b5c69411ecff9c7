"""What a right click (or the menu key) offers in the three lists on the left."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from dittomark_gui import dialogs
from dittomark_gui.i18n import translate

if TYPE_CHECKING:
    from dittomark_gui.window.work_window import WorkWindow


class ListMenus(QObject):
    """Menus for what is selected."""

    def __init__(self, window: "WorkWindow") -> None:
        super().__init__(window)
        self._window = window
        window.lists.pairs.menu_wanted.connect(self._on_pairs)
        window.lists.articles.menu_wanted.connect(self._on_articles)
        window.lists.events.menu_wanted.connect(self._on_events)
        window.lists.events.activated.connect(partial(dialogs.edit_event, window))

    def _on_pairs(self, ids: list[str], place: QPoint) -> None:
        menu = self._menu()
        menu.addAction(
            translate("ListMenus", "Show"), partial(self._window.navigation.show_pair, ids[0])
        )
        pair = self._window.session.project.pair(ids[0])
        for name, article_id in (
            (translate("ListMenus", "Details of the first article…"), pair.a),
            (translate("ListMenus", "Details of the second article…"), pair.b),
        ):
            menu.addAction(name, partial(dialogs.edit_article, self._window, article_id))
        menu.popup(place)

    def _on_articles(self, ids: list[str], place: QPoint) -> None:
        menu = self._menu()
        show = translate("ListMenus", "Show side by side") if len(ids) > 1 else ""
        menu.addAction(
            show or translate("ListMenus", "Show"),
            partial(self._window.navigation.show_articles, ids),
        )
        menu.addAction(self._window.actions_["pair_articles"])
        menu.addAction(
            translate("ListMenus", "Details…"), partial(dialogs.edit_article, self._window, ids[0])
        )
        menu.popup(place)

    def _on_events(self, ids: list[str], place: QPoint) -> None:
        menu = self._menu()
        menu.addAction(
            translate("ListMenus", "Edit…"), partial(dialogs.edit_event, self._window, ids[0])
        )
        articles = self._articles_of(ids[0])
        show = menu.addAction(
            translate("ListMenus", "Show its articles side by side"),
            partial(self._window.navigation.show_articles, articles),
        )
        show.setEnabled(bool(articles))
        menu.popup(place)

    def _articles_of(self, event_id: str) -> list[str]:
        memberships = self._window.session.project.memberships(event_id=event_id)
        return list(dict.fromkeys(membership.article_id for membership in memberships))

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
