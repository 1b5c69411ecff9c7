"""The actions of the menus Go, View, Project and Help."""

from typing import Final

from dittomark_gui.actions.spec import (
    NEEDS_ARTICLE,
    NEEDS_NOTHING,
    NEEDS_PAIR,
    NEEDS_WRITE,
    ActionSpec,
    needs,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP

GO: Final = (
    ActionSpec(
        "next_pair", "go", QT_TRANSLATE_NOOP("Actions", "Next in the list"), ("]", "Alt+Down")
    ),
    ActionSpec(
        "previous_pair",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Previous in the list"),
        ("[", "Alt+Up"),
    ),
    ActionSpec(
        "next_open_pair",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Next pair that is not done"),
        ("Shift+Space",),
    ),
    ActionSpec(
        "next_passage",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Next passage"),
        ("J",),
        NEEDS_ARTICLE,
        section=True,
    ),
    ActionSpec(
        "previous_passage",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Previous passage"),
        ("K",),
        NEEDS_ARTICLE,
    ),
    ActionSpec("next_span", "go", QT_TRANSLATE_NOOP("Actions", "Next span"), ("G",), NEEDS_ARTICLE),
    ActionSpec(
        "previous_span",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Previous span"),
        ("Shift+G",),
        NEEDS_ARTICLE,
    ),
    ActionSpec(
        "next_suggestion",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Next suggestion"),
        ("U",),
        NEEDS_ARTICLE,
    ),
    ActionSpec(
        "previous_suggestion",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Previous suggestion"),
        ("Shift+U",),
        NEEDS_ARTICLE,
    ),
    ActionSpec(
        "show_pairs",
        "go",
        QT_TRANSLATE_NOOP("Actions", "List of pairs"),
        ("Ctrl+1",),
        section=True,
    ),
    ActionSpec(
        "show_articles", "go", QT_TRANSLATE_NOOP("Actions", "List of articles"), ("Ctrl+2",)
    ),
    ActionSpec("show_events", "go", QT_TRANSLATE_NOOP("Actions", "List of events"), ("Ctrl+3",)),
    ActionSpec("filter_list", "go", QT_TRANSLATE_NOOP("Actions", "Filter the list"), ("/",)),
    ActionSpec("next_area", "go", QT_TRANSLATE_NOOP("Actions", "Next part of the window"), ("F6",)),
    ActionSpec(
        "previous_area",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Previous part of the window"),
        ("Shift+F6",),
    ),
)

VIEW: Final = (
    ActionSpec(
        "blind_mode",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Blind mode: hide highlights and suggestions"),
        ("Ctrl+B",),
        checkable=True,
    ),
    ActionSpec(
        "layer_passages",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Passages"),
        ("Ctrl+Alt+1",),
        checkable=True,
        section=True,
    ),
    ActionSpec(
        "layer_similar_sentences",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Similar sentences"),
        ("Ctrl+Alt+2",),
        checkable=True,
    ),
    ActionSpec(
        "layer_shared_terms",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Shared terms"),
        ("Ctrl+Alt+3",),
        checkable=True,
    ),
    ActionSpec(
        "layer_edits",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Changed words"),
        ("Ctrl+Alt+4",),
        checkable=True,
    ),
    ActionSpec(
        "layer_suggestions",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Suggestions"),
        ("Ctrl+Alt+5",),
        checkable=True,
    ),
    ActionSpec(
        "layer_repeats",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Repeats"),
        ("Ctrl+Alt+6",),
        checkable=True,
    ),
    ActionSpec(
        "layer_weak",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Stock phrases"),
        ("Ctrl+Alt+7",),
        checkable=True,
    ),
    ActionSpec(
        "layer_boilerplate",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Boilerplate hatched"),
        ("Ctrl+Alt+9",),
        checkable=True,
    ),
    ActionSpec(
        "layer_invisible",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Invisible characters"),
        ("Ctrl+Alt+8",),
        checkable=True,
    ),
    ActionSpec(
        "fold_boilerplate",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Fold boilerplate away"),
        ("Ctrl+Shift+B",),
        checkable=True,
        section=True,
    ),
    ActionSpec(
        "lock_scrolling",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Scroll together"),
        ("Ctrl+L",),
        checkable=True,
    ),
    ActionSpec(
        "swap_panes",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Swap left and right"),
        ("Ctrl+Shift+S",),
        NEEDS_PAIR,
    ),
    ActionSpec(
        "cycle_ribbons",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Ribbons: all, the current one, none"),
        ("Ctrl+Shift+R",),
        NEEDS_PAIR,
    ),
    ActionSpec(
        "hide_column",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Hide this column"),
        ("Ctrl+Shift+H",),
        NEEDS_PAIR,
    ),
    ActionSpec(
        "show_columns",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Show all columns"),
        ("Ctrl+Shift+J",),
        NEEDS_PAIR,
    ),
    ActionSpec(
        "single_article",
        "view",
        QT_TRANSLATE_NOOP("Actions", "This article alone"),
        ("Ctrl+Shift+1",),
        NEEDS_ARTICLE,
    ),
    ActionSpec(
        "add_article",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Add another article beside…"),
        ("Ctrl+Shift+A",),
        NEEDS_ARTICLE,
    ),
    ActionSpec(
        "larger_text",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        ("Ctrl++", "Ctrl+="),
        NEEDS_NOTHING,
        section=True,
    ),
    ActionSpec(
        "smaller_text",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Smaller text"),
        ("Ctrl+-",),
        NEEDS_NOTHING,
    ),
    ActionSpec(
        "normal_text",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Text in its normal size"),
        ("Ctrl+0",),
        NEEDS_NOTHING,
    ),
    ActionSpec(
        "full_screen",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Full screen"),
        ("F11",),
        NEEDS_NOTHING,
        checkable=True,
    ),
)

PROJECT: Final = (
    ActionSpec(
        "find_pairs",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Find pairs to compare…"),
        (),
        NEEDS_WRITE,
    ),
    ActionSpec(
        "pair_articles",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Pair the selected articles"),
        ("Ctrl+Return",),
        needs("project", "writable", "two_articles"),
    ),
    ActionSpec(
        "suggest",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Suggest boilerplate and events…"),
        (),
        NEEDS_WRITE,
    ),
    ActionSpec("event_proposals", "project", QT_TRANSLATE_NOOP("Actions", "Suggested events")),
    ActionSpec("trust", "project", QT_TRANSLATE_NOOP("Actions", "Can suggestions be trusted?")),
    ActionSpec(
        "dashboard",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Dashboard"),
        ("Ctrl+D",),
        checkable=True,
        section=True,
    ),
    ActionSpec(
        "guidelines",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Guidelines"),
        ("Ctrl+G",),
        checkable=True,
    ),
    ActionSpec("scheme", "project", QT_TRANSLATE_NOOP("Actions", "Label scheme…")),
    ActionSpec(
        "timeline", "project", QT_TRANSLATE_NOOP("Actions", "Timeline of events"), ("Ctrl+T",)
    ),
)

HELP: Final = (
    ActionSpec(
        "palette",
        "help",
        QT_TRANSLATE_NOOP("Actions", "Find a command…"),
        ("Ctrl+K",),
        NEEDS_NOTHING,
    ),
    ActionSpec(
        "shortcuts",
        "help",
        QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
        ("?",),
        NEEDS_NOTHING,
    ),
    ActionSpec("tour", "help", QT_TRANSLATE_NOOP("Actions", "Show me around"), (), NEEDS_NOTHING),
    ActionSpec("manual", "help", QT_TRANSLATE_NOOP("Actions", "Manual"), ("F1",), NEEDS_NOTHING),
    ActionSpec(
        "about",
        "help",
        QT_TRANSLATE_NOOP("Actions", "About Dittomark"),
        (),
        NEEDS_NOTHING,
        section=True,
    ),
)
