"""The actions of the View menu: visible layers, columns and text size."""

from typing import TYPE_CHECKING, Final

from dittomark_gui.actions.spec import (
    NEEDS_ARTICLE,
    NEEDS_NOTHING,
    NEEDS_PAIR,
)
from dittomark_gui.compare_view.values import RIBBON_MODES
from dittomark_gui.i18n import QT_TRANSLATE_NOOP
from dittomark_gui.user_settings import Preferences
from dittomark_gui.window.action_rows.row import ActionRow, SwitchRow
from dittomark_gui.window.preferences_in_view import zoom

if TYPE_CHECKING:
    from dittomark_gui.window.window_parts import WindowParts


def _cycle_ribbons(parts: "WindowParts") -> None:
    """Switch to the next ribbon mode: all, the current passage, none."""
    settings = parts.settings
    now = settings.preferences.ribbons
    at = RIBBON_MODES.index(now) if now in RIBBON_MODES else 0
    settings.update(ribbons=RIBBON_MODES[(at + 1) % len(RIBBON_MODES)])


def _add_article(parts: "WindowParts") -> None:
    """Choose an article to show beside the others."""
    from dittomark_gui.dialogs.article_chooser import ArticleChooser

    ArticleChooser.open_for(parts.frame, parts.workspace)


def _set_full_screen(parts: "WindowParts", on: bool) -> None:
    """Switch full screen on or off."""
    if on:
        parts.frame.showFullScreen()
    else:
        parts.frame.showNormal()


VIEW: Final = (
    SwitchRow(
        "blind_mode",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Blind mode: hide highlights and suggestions"),
        ("Ctrl+B",),
        turn=lambda parts, on: parts.view_store.set_blind(on),
    ),
    SwitchRow(
        "layer_passages",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Passages"),
        ("Ctrl+Alt+1",),
        section=True,
        turn=lambda parts, on: parts.view_store.set_layer("passages", on),
    ),
    SwitchRow(
        "layer_similar_sentences",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Similar sentences"),
        ("Ctrl+Alt+2",),
        turn=lambda parts, on: parts.view_store.set_layer("similar_sentences", on),
    ),
    SwitchRow(
        "layer_shared_terms",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Shared terms"),
        ("Ctrl+Alt+3",),
        turn=lambda parts, on: parts.view_store.set_layer("shared_terms", on),
    ),
    SwitchRow(
        "layer_edits",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Changed words"),
        ("Ctrl+Alt+4",),
        turn=lambda parts, on: parts.view_store.set_layer("edits", on),
    ),
    SwitchRow(
        "layer_suggestions",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Suggestions"),
        ("Ctrl+Alt+5",),
        turn=lambda parts, on: parts.view_store.set_layer("suggestions", on),
    ),
    SwitchRow(
        "layer_repeats",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Repeats"),
        ("Ctrl+Alt+6",),
        turn=lambda parts, on: parts.view_store.set_layer("repeats", on),
    ),
    SwitchRow(
        "layer_weak",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Stock phrases"),
        ("Ctrl+Alt+7",),
        turn=lambda parts, on: parts.view_store.set_layer("weak", on),
    ),
    SwitchRow(
        "layer_boilerplate",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Boilerplate hatched"),
        ("Ctrl+Alt+9",),
        turn=lambda parts, on: parts.view_store.set_layer("boilerplate", on),
    ),
    SwitchRow(
        "layer_invisible",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Invisible characters"),
        ("Ctrl+Alt+8",),
        turn=lambda parts, on: parts.settings.update(show_invisible=on),
    ),
    SwitchRow(
        "fold_boilerplate",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Fold boilerplate away"),
        ("Ctrl+Shift+B",),
        section=True,
        turn=lambda parts, on: parts.settings.update(boilerplate_folded=on),
    ),
    SwitchRow(
        "lock_scrolling",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Scroll together"),
        ("Ctrl+L",),
        turn=lambda parts, on: parts.settings.update(scroll_locked=on),
    ),
    ActionRow(
        "swap_panes",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Swap left and right"),
        ("Ctrl+Shift+S",),
        NEEDS_PAIR,
        run=lambda parts: parts.presenter.swap(),
    ),
    ActionRow(
        "cycle_ribbons",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Ribbons: all, the current one, none"),
        ("Ctrl+Shift+R",),
        NEEDS_PAIR,
        run=_cycle_ribbons,
    ),
    ActionRow(
        "hide_column",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Hide this column"),
        ("Ctrl+Shift+H",),
        NEEDS_PAIR,
        run=lambda parts: parts.view.hide_column(),
    ),
    ActionRow(
        "show_columns",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Show all columns"),
        ("Ctrl+Shift+J",),
        NEEDS_PAIR,
        run=lambda parts: parts.view.show_columns(),
    ),
    ActionRow(
        "single_article",
        "view",
        QT_TRANSLATE_NOOP("Actions", "This article alone"),
        ("Ctrl+Shift+1",),
        NEEDS_ARTICLE,
        run=lambda parts: parts.navigation.show_alone(),
    ),
    ActionRow(
        "add_article",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Add another article beside…"),
        ("Ctrl+Shift+A",),
        NEEDS_ARTICLE,
        run=_add_article,
    ),
    ActionRow(
        "larger_text",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        ("Ctrl++", "Ctrl+="),
        NEEDS_NOTHING,
        section=True,
        run=lambda parts: zoom(parts.settings, 1),
    ),
    ActionRow(
        "smaller_text",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Smaller text"),
        ("Ctrl+-",),
        NEEDS_NOTHING,
        run=lambda parts: zoom(parts.settings, -1),
    ),
    ActionRow(
        "normal_text",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Text in its normal size"),
        ("Ctrl+0",),
        NEEDS_NOTHING,
        run=lambda parts: parts.settings.update(text_size=Preferences().text_size),
    ),
    SwitchRow(
        "full_screen",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Full screen"),
        ("F11",),
        NEEDS_NOTHING,
        turn=_set_full_screen,
    ),
)
