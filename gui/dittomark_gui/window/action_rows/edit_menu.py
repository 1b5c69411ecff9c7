"""The actions of the menu Edit."""

from typing import TYPE_CHECKING, Final

from dittomark_gui.actions.spec import (
    NEEDS_ARTICLE,
    NEEDS_NOTHING,
    needs,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP
from dittomark_gui.window.action_rows.row import ActionRow

if TYPE_CHECKING:
    from dittomark_gui.window.window_parts import WindowParts


def _search_texts(parts: "WindowParts") -> None:
    """Search the texts of all articles; show a chosen hit with the search words highlighted."""
    from dittomark_gui.dialogs.text_search import TextSearch

    def show(article_id: str, wanted: str) -> None:
        parts.navigation.show_articles([article_id])
        parts.find_bar.open_bar(wanted.replace('"', "").strip())

    TextSearch(parts.frame, show).present()


def _more_like_this(parts: "WindowParts") -> None:
    """List the articles like the one in the focused pane; show a chosen one beside it."""
    from dittomark_gui.dialogs.text_search import MoreLikeThis

    this = parts.workspace.articles[max(parts.view.focused_pane(), 0)].id
    MoreLikeThis(
        parts.frame, lambda other, _wanted: parts.navigation.show_articles([this, other]), this
    ).present()


def _show_history(parts: "WindowParts") -> None:
    """Show the history: every change with its author and time."""
    from dittomark_gui.dialogs.history_dialog import HistoryDialog

    HistoryDialog.open_for(parts.frame)


def _show_details(parts: "WindowParts") -> None:
    """Show and edit the details of the article in the focused pane."""
    from dittomark_gui.dialogs.article_details import ArticleDetails

    pane = max(parts.view.focused_pane(), 0)
    ArticleDetails.open_for(parts.frame, parts.workspace.articles[pane].id)


def _show_preferences(parts: "WindowParts") -> None:
    """Show the preferences; they apply at once."""
    from dittomark_gui.dialogs.preferences_dialog import PreferencesDialog

    PreferencesDialog.open_for(parts.frame)


EDIT: Final = (
    ActionRow(
        "undo",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Undo"),
        ("Ctrl+Z",),
        needs("undo"),
        run=lambda parts: parts.session.undo(),
    ),
    ActionRow(
        "redo",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        needs("redo"),
        run=lambda parts: parts.session.redo(),
    ),
    ActionRow(
        "history",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "History…"),
        ("Ctrl+H",),
        run=_show_history,
    ),
    ActionRow(
        "find",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find in the text…"),
        ("Ctrl+F",),
        NEEDS_ARTICLE,
        section=True,
        run=lambda parts: parts.finding.open_bar(),
    ),
    ActionRow(
        "next_hit",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find next"),
        ("F3",),
        NEEDS_ARTICLE,
        run=lambda parts: parts.view.next_hit(),
    ),
    ActionRow(
        "previous_hit",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find previous"),
        ("Shift+F3",),
        NEEDS_ARTICLE,
        run=lambda parts: parts.view.previous_hit(),
    ),
    ActionRow(
        "search_texts",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Search all articles…"),
        ("Ctrl+Shift+F",),
        run=_search_texts,
    ),
    ActionRow(
        "more_like_this",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "More like this article…"),
        ("Ctrl+Shift+M",),
        NEEDS_ARTICLE,
        run=_more_like_this,
    ),
    ActionRow(
        "article_details",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Details of the article…"),
        ("F2",),
        NEEDS_ARTICLE,
        section=True,
        run=_show_details,
    ),
    ActionRow(
        "preferences",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Preferences…"),
        ("Ctrl+,",),
        NEEDS_NOTHING,
        section=True,
        run=_show_preferences,
    ),
)
