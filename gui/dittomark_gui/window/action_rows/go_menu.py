"""The actions of the Go menu: navigation in the queue, the articles, the lists and the window."""

from typing import TYPE_CHECKING, Final

from dittomark_gui.actions.spec import (
    NEEDS_ARTICLE,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP
from dittomark_gui.window.action_rows.row import ActionRow

if TYPE_CHECKING:
    from dittomark_gui.window.window_parts import WindowParts


def _show_my_judgements(parts: "WindowParts") -> None:
    """List the annotator's last judgements, to go back to their pairs."""
    from dittomark_gui.dialogs.text_search import MyJudgements

    MyJudgements(parts.frame).present()


GO: Final = (
    ActionRow(
        "next_pair",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Next in the list"),
        ("]", "Alt+Down"),
        run=lambda parts: parts.navigation.step(1),
    ),
    ActionRow(
        "previous_pair",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Previous in the list"),
        ("[", "Alt+Up", "Backspace"),
        run=lambda parts: parts.navigation.step(-1),
    ),
    ActionRow(
        "next_open_pair",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Next pair that is not done"),
        ("Shift+Space",),
        run=lambda parts: parts.navigation.show_next_open(),
    ),
    ActionRow(
        "my_judgements",
        "go",
        QT_TRANSLATE_NOOP("Actions", "My last judgements…"),
        ("Ctrl+Backspace",),
        run=_show_my_judgements,
    ),
    ActionRow(
        "next_passage",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Next passage"),
        ("J",),
        NEEDS_ARTICLE,
        section=True,
        run=lambda parts: parts.view.next_passage(),
    ),
    ActionRow(
        "previous_passage",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Previous passage"),
        ("K",),
        NEEDS_ARTICLE,
        run=lambda parts: parts.view.previous_passage(),
    ),
    ActionRow(
        "next_span",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Next span"),
        ("G",),
        NEEDS_ARTICLE,
        run=lambda parts: parts.view.next_span(),
    ),
    ActionRow(
        "previous_span",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Previous span"),
        ("Shift+G",),
        NEEDS_ARTICLE,
        run=lambda parts: parts.view.previous_span(),
    ),
    ActionRow(
        "next_suggestion",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Next suggestion"),
        ("U",),
        NEEDS_ARTICLE,
        run=lambda parts: parts.view.next_suggestion(),
    ),
    ActionRow(
        "previous_suggestion",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Previous suggestion"),
        ("Shift+U",),
        NEEDS_ARTICLE,
        run=lambda parts: parts.view.previous_suggestion(),
    ),
    ActionRow(
        "show_pairs",
        "go",
        QT_TRANSLATE_NOOP("Actions", "List of pairs"),
        ("Ctrl+1",),
        section=True,
        run=lambda parts: parts.navigation.show_list("pairs"),
    ),
    ActionRow(
        "show_articles",
        "go",
        QT_TRANSLATE_NOOP("Actions", "List of articles"),
        ("Ctrl+2",),
        run=lambda parts: parts.navigation.show_list("articles"),
    ),
    ActionRow(
        "show_events",
        "go",
        QT_TRANSLATE_NOOP("Actions", "List of events"),
        ("Ctrl+3",),
        run=lambda parts: parts.navigation.show_list("events"),
    ),
    ActionRow(
        "filter_list",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Filter the list"),
        ("/", "Ctrl+Alt+F"),
        run=lambda parts: parts.navigation.filter_list(),
    ),
    ActionRow(
        "next_area",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Next part of the window"),
        ("F6",),
        run=lambda parts: parts.navigation.move_area(1),
    ),
    ActionRow(
        "previous_area",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Previous part of the window"),
        ("Shift+F6",),
        run=lambda parts: parts.navigation.move_area(-1),
    ),
)
