"""The actions of the Mark menu: spans and suggested spans."""

from typing import TYPE_CHECKING, Final

from dittomark_gui.actions.spec import (
    NEEDS_ARTICLE,
    NEEDS_MARK,
    needs,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP
from dittomark_gui.window.action_rows.row import ActionRow

if TYPE_CHECKING:
    from dittomark_gui.window.window_parts import WindowParts


def _delete(parts: "WindowParts") -> None:
    """Delete the span at the caret, else the current link."""
    if parts.marking.caret_is_in_current_span() or not parts.linking.delete_current():
        parts.marking.delete_current()


MARK: Final = (
    ActionRow(
        "mark",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Mark as boilerplate…"),
        ("B",),
        NEEDS_MARK,
        run=lambda parts: parts.marking.mark_with_menu(),
    ),
    ActionRow(
        "select_block",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Select the block, then the next one too"),
        ("Shift+B",),
        NEEDS_ARTICLE,
        run=lambda parts: parts.view.block_at_caret(extend=True),
    ),
    ActionRow(
        "change_label",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Change the span’s label…"),
        ("Shift+I",),
        NEEDS_MARK,
        section=True,
        run=lambda parts: parts.marking.relabel_current(),
    ),
    ActionRow(
        "delete_span",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Delete the span or link"),
        ("Del",),
        needs("article", "writable", "caret"),
        run=_delete,
    ),
    ActionRow(
        "accept_suggestion",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Accept the suggestion"),
        ("+", "Shift+Return"),
        needs("suggestions", "writable"),
        section=True,
        run=lambda parts: parts.marking.decide_current(accept=True),
    ),
    ActionRow(
        "refuse_suggestion",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Refuse the suggestion"),
        ("-", "Shift+Del"),
        needs("suggestions", "writable"),
        run=lambda parts: parts.marking.decide_current(accept=False),
    ),
    ActionRow(
        "accept_all",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Accept all suggestions of both articles"),
        ("Ctrl+U",),
        needs("suggestions", "writable"),
        run=lambda parts: parts.marking.decide_all(accept=True),
    ),
    ActionRow(
        "refuse_all",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Refuse all suggestions of both articles"),
        ("Ctrl+Shift+U",),
        needs("suggestions", "writable"),
        run=lambda parts: parts.marking.decide_all(accept=False),
    ),
)
