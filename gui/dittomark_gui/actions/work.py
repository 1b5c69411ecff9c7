"""The actions of the menus File, Edit, Mark and Judge: what an annotator does all day."""

from typing import Final

from dittomark_gui.actions.spec import (
    NEEDS_ARTICLE,
    NEEDS_JUDGE,
    NEEDS_MARK,
    NEEDS_NOTHING,
    NEEDS_PAIR,
    NEEDS_WRITE,
    ActionSpec,
    needs,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP

FILE: Final = (
    ActionSpec(
        "new_project",
        "file",
        QT_TRANSLATE_NOOP("Actions", "New project…"),
        ("Ctrl+N",),
        NEEDS_NOTHING,
    ),
    ActionSpec(
        "open_project",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Open project…"),
        ("Ctrl+O",),
        NEEDS_NOTHING,
    ),
    ActionSpec(
        "open_sample",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Open the sample project"),
        (),
        NEEDS_NOTHING,
    ),
    ActionSpec(
        "import_files",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Import articles…"),
        ("Ctrl+I",),
        NEEDS_WRITE,
        section=True,
    ),
    ActionSpec(
        "import_folder", "file", QT_TRANSLATE_NOOP("Actions", "Import a folder…"), (), NEEDS_WRITE
    ),
    ActionSpec("export", "file", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",)),
    ActionSpec(
        "report",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Report of this pair…"),
        ("Ctrl+P",),
        NEEDS_PAIR,
    ),
    ActionSpec("restore", "file", QT_TRANSLATE_NOOP("Actions", "Restore a backup…")),
    ActionSpec(
        "close_project",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Close project"),
        ("Ctrl+W",),
        section=True,
    ),
    ActionSpec("quit", "file", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), NEEDS_NOTHING),
)

EDIT: Final = (
    ActionSpec(
        "undo", "edit", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), needs("undo"), "undo"
    ),
    ActionSpec(
        "redo",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        needs("redo"),
        "redo",
    ),
    ActionSpec("history", "edit", QT_TRANSLATE_NOOP("Actions", "History…"), ("Ctrl+H",)),
    ActionSpec(
        "find",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find in the text…"),
        ("Ctrl+F",),
        NEEDS_ARTICLE,
        section=True,
    ),
    ActionSpec(
        "next_hit", "edit", QT_TRANSLATE_NOOP("Actions", "Find next"), ("F3",), NEEDS_ARTICLE
    ),
    ActionSpec(
        "previous_hit",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find previous"),
        ("Shift+F3",),
        NEEDS_ARTICLE,
    ),
    ActionSpec(
        "article_details",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Details of the article…"),
        ("F2",),
        NEEDS_ARTICLE,
        section=True,
    ),
    ActionSpec(
        "preferences",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Preferences…"),
        ("Ctrl+,",),
        NEEDS_NOTHING,
        section=True,
    ),
)

MARK: Final = (
    ActionSpec(
        "mark", "mark", QT_TRANSLATE_NOOP("Actions", "Mark as boilerplate…"), ("B",), NEEDS_MARK
    ),
    ActionSpec(
        "select_block",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Select the block, then the next one too"),
        ("Shift+B",),
        NEEDS_ARTICLE,
    ),
    ActionSpec(
        "change_label",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Change the span’s label…"),
        ("L",),
        NEEDS_MARK,
        section=True,
    ),
    ActionSpec(
        "delete_span",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Delete the span"),
        ("Del",),
        needs("article", "writable", "caret"),
    ),
    ActionSpec(
        "accept_suggestion",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Accept the suggestion"),
        ("+",),
        needs("suggestions", "writable"),
        section=True,
    ),
    ActionSpec(
        "refuse_suggestion",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Refuse the suggestion"),
        ("-",),
        needs("suggestions", "writable"),
    ),
    ActionSpec(
        "accept_all",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Accept all suggestions in this article"),
        ("Ctrl+U",),
        needs("suggestions", "writable"),
    ),
    ActionSpec(
        "refuse_all",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Refuse all suggestions in this article"),
        ("Ctrl+Shift+U",),
        needs("suggestions", "writable"),
    ),
)

JUDGE: Final = (
    ActionSpec(
        "turn_direction",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Turn the direction"),
        ("S",),
        needs("project", "pair", "writable", "directed"),
    ),
    ActionSpec(
        "attach_event",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Attach an event…"),
        ("E",),
        NEEDS_MARK,
        section=True,
    ),
    ActionSpec(
        "write_note", "judge", QT_TRANSLATE_NOOP("Actions", "Write a note"), ("W",), NEEDS_JUDGE
    ),
    ActionSpec(
        "done_next",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Done, next pair"),
        ("Space",),
        NEEDS_JUDGE,
        section=True,
    ),
    ActionSpec(
        "flag",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Flag"),
        ("F",),
        NEEDS_JUDGE,
        checkable=True,
    ),
    ActionSpec("skip", "judge", QT_TRANSLATE_NOOP("Actions", "Skip for now"), ("X",), NEEDS_JUDGE),
    ActionSpec(
        "clear_judgement",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Take the relation back"),
        ("0",),
        NEEDS_JUDGE,
    ),
)
