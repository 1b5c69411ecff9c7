"""Everything a person can do, in one table: text, place in the menus, keys, and when it is possible.

The table makes the menus, the tool bar, the command palette and the shortcut sheet (see
`actions.py`). What an action does is bound to its key by the window.
"""

from dataclasses import dataclass
from typing import Final

from dittomark_gui.i18n import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do.

    `needs` names the states of the window (`project`, `pair`, `selection`, …) that must all hold.
    `icon` is a file of `dittomark_resources/icons` without its ending. `section` starts a new group
    in its menu.
    """

    key: str
    menu: str
    text: str
    shortcuts: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset({"project"})
    icon: str = ""
    checkable: bool = False
    section: bool = False


def _needs(*states: str) -> frozenset[str]:
    return frozenset(states)


MENUS: Final = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("mark", QT_TRANSLATE_NOOP("Actions", "&Mark")),
    ("judge", QT_TRANSLATE_NOOP("Actions", "&Judge")),
    ("go", QT_TRANSLATE_NOOP("Actions", "&Go")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("project", QT_TRANSLATE_NOOP("Actions", "&Project")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

_NOTHING: Final = _needs()
_WRITE: Final = _needs("project", "writable")
_PAIR: Final = _needs("project", "pair")
_JUDGE: Final = _needs("project", "pair", "writable")
_ARTICLE: Final = _needs("project", "article")
_MARK: Final = _needs("project", "article", "writable")

FILE: Final = (
    ActionSpec(
        "new_project", "file", QT_TRANSLATE_NOOP("Actions", "New project…"), ("Ctrl+N",), _NOTHING
    ),
    ActionSpec(
        "open_project", "file", QT_TRANSLATE_NOOP("Actions", "Open project…"), ("Ctrl+O",), _NOTHING
    ),
    ActionSpec(
        "open_sample", "file", QT_TRANSLATE_NOOP("Actions", "Open the sample project"), (), _NOTHING
    ),
    ActionSpec(
        "import_files",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Import articles…"),
        ("Ctrl+I",),
        _WRITE,
        section=True,
    ),
    ActionSpec(
        "import_folder", "file", QT_TRANSLATE_NOOP("Actions", "Import a folder…"), (), _WRITE
    ),
    ActionSpec("export", "file", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",)),
    ActionSpec("restore", "file", QT_TRANSLATE_NOOP("Actions", "Restore a backup…")),
    ActionSpec(
        "close_project",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Close project"),
        ("Ctrl+W",),
        section=True,
    ),
    ActionSpec("quit", "file", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), _NOTHING),
)

EDIT: Final = (
    ActionSpec(
        "undo", "edit", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), _needs("undo"), "undo"
    ),
    ActionSpec(
        "redo",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        _needs("redo"),
        "redo",
    ),
    ActionSpec("history", "edit", QT_TRANSLATE_NOOP("Actions", "History…"), ("Ctrl+H",)),
    ActionSpec(
        "find",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find in the text…"),
        ("Ctrl+F",),
        _ARTICLE,
        section=True,
    ),
    ActionSpec("next_hit", "edit", QT_TRANSLATE_NOOP("Actions", "Find next"), ("F3",), _ARTICLE),
    ActionSpec(
        "previous_hit",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find previous"),
        ("Shift+F3",),
        _ARTICLE,
    ),
    ActionSpec(
        "preferences",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Preferences…"),
        ("Ctrl+,",),
        _NOTHING,
        section=True,
    ),
)

MARK: Final = (
    ActionSpec("mark", "mark", QT_TRANSLATE_NOOP("Actions", "Mark as boilerplate…"), ("B",), _MARK),
    ActionSpec(
        "select_block",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Select the block, then the next one too"),
        ("Shift+B",),
        _ARTICLE,
    ),
    ActionSpec(
        "change_label",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Change the span’s label…"),
        ("L",),
        _MARK,
        section=True,
    ),
    ActionSpec(
        "delete_span",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Delete the span"),
        ("Del",),
        _MARK,
    ),
    ActionSpec(
        "accept_suggestion",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Accept the suggestion"),
        ("+",),
        _needs("suggestions", "writable"),
        section=True,
    ),
    ActionSpec(
        "refuse_suggestion",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Refuse the suggestion"),
        ("-",),
        _needs("suggestions", "writable"),
    ),
    ActionSpec(
        "accept_all",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Accept all suggestions in this article"),
        ("Ctrl+U",),
        _needs("suggestions", "writable"),
    ),
    ActionSpec(
        "refuse_all",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Refuse all suggestions in this article"),
        ("Ctrl+Shift+U",),
        _needs("suggestions", "writable"),
    ),
)

JUDGE: Final = (
    ActionSpec(
        "turn_direction",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Turn the direction"),
        ("S",),
        _needs("project", "pair", "writable", "directed"),
    ),
    ActionSpec(
        "attach_event",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Attach an event…"),
        ("E",),
        _MARK,
        section=True,
    ),
    ActionSpec("write_note", "judge", QT_TRANSLATE_NOOP("Actions", "Write a note"), ("W",), _JUDGE),
    ActionSpec(
        "done_next",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Done, next pair"),
        ("Space",),
        _JUDGE,
        section=True,
    ),
    ActionSpec(
        "flag",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Flag"),
        ("F",),
        _JUDGE,
        checkable=True,
    ),
    ActionSpec("skip", "judge", QT_TRANSLATE_NOOP("Actions", "Skip for now"), ("X",), _JUDGE),
    ActionSpec(
        "clear_judgement",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Take the relation back"),
        ("0",),
        _JUDGE,
    ),
)

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
        _ARTICLE,
        section=True,
    ),
    ActionSpec(
        "previous_passage", "go", QT_TRANSLATE_NOOP("Actions", "Previous passage"), ("K",), _ARTICLE
    ),
    ActionSpec("next_span", "go", QT_TRANSLATE_NOOP("Actions", "Next span"), ("G",), _ARTICLE),
    ActionSpec(
        "previous_span", "go", QT_TRANSLATE_NOOP("Actions", "Previous span"), ("Shift+G",), _ARTICLE
    ),
    ActionSpec(
        "next_suggestion", "go", QT_TRANSLATE_NOOP("Actions", "Next suggestion"), ("U",), _ARTICLE
    ),
    ActionSpec(
        "previous_suggestion",
        "go",
        QT_TRANSLATE_NOOP("Actions", "Previous suggestion"),
        ("Shift+U",),
        _ARTICLE,
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
        _PAIR,
    ),
    ActionSpec(
        "single_article",
        "view",
        QT_TRANSLATE_NOOP("Actions", "This article alone"),
        ("Ctrl+Shift+1",),
        _ARTICLE,
    ),
    ActionSpec(
        "add_article",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Add another article beside…"),
        ("Ctrl+Shift+A",),
        _ARTICLE,
    ),
    ActionSpec(
        "larger_text",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        ("Ctrl++", "Ctrl+="),
        _NOTHING,
        section=True,
    ),
    ActionSpec(
        "smaller_text",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Smaller text"),
        ("Ctrl+-",),
        _NOTHING,
    ),
    ActionSpec(
        "normal_text",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Text in its normal size"),
        ("Ctrl+0",),
        _NOTHING,
    ),
    ActionSpec(
        "full_screen",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Full screen"),
        ("F11",),
        _NOTHING,
        checkable=True,
    ),
)

PROJECT: Final = (
    ActionSpec(
        "find_pairs", "project", QT_TRANSLATE_NOOP("Actions", "Find pairs to compare…"), (), _WRITE
    ),
    ActionSpec(
        "pair_articles",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Pair the selected articles"),
        ("Ctrl+Return",),
        _needs("project", "writable", "two_articles"),
    ),
    ActionSpec(
        "suggest",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Suggest boilerplate and events…"),
        (),
        _WRITE,
    ),
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
        _NOTHING,
    ),
    ActionSpec(
        "shortcuts", "help", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), ("?",), _NOTHING
    ),
    ActionSpec("tour", "help", QT_TRANSLATE_NOOP("Actions", "Show me around"), (), _NOTHING),
    ActionSpec("manual", "help", QT_TRANSLATE_NOOP("Actions", "Manual"), ("F1",), _NOTHING),
    ActionSpec(
        "about",
        "help",
        QT_TRANSLATE_NOOP("Actions", "About Dittomark"),
        (),
        _NOTHING,
        section=True,
    ),
)

ACTIONS: Final = (*FILE, *EDIT, *MARK, *JUDGE, *GO, *VIEW, *PROJECT, *HELP)
