"""The actions of the menu Judge: what is said of a pair."""

from functools import partial
from typing import TYPE_CHECKING, Final

from dittomark_gui.actions.spec import (
    NEEDS_JUDGE,
    NEEDS_MARK,
    NEEDS_NOTHING,
    needs,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, translate
from dittomark_gui.window.action_rows.row import ActionRow, SwitchRow

if TYPE_CHECKING:
    from dittomark_gui.window.parts import WindowParts


def _attach_event(parts: "WindowParts") -> None:
    """Choose or create an event for the articles that are shown."""
    from dittomark_gui.dialogs.event_chooser import EventChooser

    EventChooser.open_for(parts.frame, workspace=parts.workspace, view=parts.view)


def _finish(parts: "WindowParts") -> None:
    """Be done with the pair and go on, or say what is missing."""
    pair, left = parts.workspace.pair, parts.presenter.open_suggestions()
    if parts.judging.finish():
        if left and pair is not None:
            back = partial(parts.navigation.show_pair, pair.id)
            parts.session.messages.tell(
                translate("Handlers", "The pair is done; {left}.").format(left=left),
                action=(translate("Handlers", "Back to it"), back),
            )
    else:
        parts.session.messages.tell_here(
            translate("Handlers", "Choose a relation first, or press X to skip the pair.")
        )


JUDGE: Final = (
    ActionRow(
        "turn_direction",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Turn the direction"),
        ("S",),
        needs("project", "pair", "writable", "directed"),
        run=lambda parts: parts.judging.turn_direction(),
    ),
    ActionRow(
        "attach_event",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Attach an event…"),
        ("E",),
        NEEDS_MARK,
        section=True,
        run=_attach_event,
    ),
    ActionRow(
        "write_note",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Write a note"),
        ("W",),
        NEEDS_JUDGE,
        run=lambda parts: parts.label_panel.focus_note(),
    ),
    ActionRow(
        "done_next",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Done, next pair"),
        ("Space",),
        NEEDS_JUDGE,
        section=True,
        run=_finish,
    ),
    SwitchRow(
        "flag",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Flag"),
        ("F",),
        NEEDS_JUDGE,
        turn=lambda parts, _on: parts.judging.flag(),
    ),
    ActionRow(
        "skip",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Skip for now"),
        ("X",),
        NEEDS_JUDGE,
        run=lambda parts: parts.judging.skip(),
    ),
    ActionRow(
        "clear_judgement",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Take the relation back"),
        ("0",),
        NEEDS_JUDGE,
        run=lambda parts: parts.judging.clear_relation(),
    ),
    SwitchRow(
        "judge_and_go",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "A relation’s key also goes on"),
        (),
        NEEDS_NOTHING,
        turn=lambda parts, on: parts.settings.update(judge_and_go=on),
        section=True,
    ),
)
