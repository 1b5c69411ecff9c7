"""The actions of the menu Team: what a lead does with the work of several annotators."""

from typing import TYPE_CHECKING, Final

from dittomark_gui.actions.spec import (
    NEEDS_WRITE,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP
from dittomark_gui.window.action_rows.row import ActionRow, SwitchRow

if TYPE_CHECKING:
    from dittomark_gui.window.parts import WindowParts


def _hand_out(parts: "WindowParts") -> None:
    """Split the queue among annotators, a file for each."""
    from dittomark_gui.dialogs.handout_dialog import HandOutDialog

    HandOutDialog.open_for(parts.frame)


def _merge(parts: "WindowParts") -> None:
    """Join other annotators' files to the project."""
    from dittomark_gui.dialogs.merge_dialog import merge_files

    merge_files(parts.frame)


def _show_conflicts(parts: "WindowParts") -> None:
    """Settle what people changed differently in different files."""
    from dittomark_gui.dialogs.merge_dialog import ConflictsDialog

    ConflictsDialog.open_for(parts.frame)


def _show_agreement(parts: "WindowParts") -> None:
    """Show how far the annotators agree."""
    from dittomark_gui.panels.agreement_page import AgreementPage

    AgreementPage(parts.frame).put_up()


def _show_adjudication(parts: "WindowParts", on: bool) -> None:
    """Show beside the articles what annotators disagree on, or put it away."""
    from dittomark_gui.panels.adjudication import toggle

    toggle(parts.frame, parts.workspace, on=on)


def _show_evaluation(parts: "WindowParts") -> None:
    """Show how well the engine finds what people linked."""
    from dittomark_gui.panels.evaluation_page import EvaluationPage

    EvaluationPage(parts.frame).put_up()


def _show_consistency(parts: "WindowParts") -> None:
    """List judgements that contradict each other, and duplicate clusters."""
    from dittomark_gui.panels.consistency_page import ConsistencyPage

    ConsistencyPage(parts.frame).put_up()


TEAM: Final = (
    ActionRow(
        "hand_out",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Hand out the work…"),
        run=_hand_out,
    ),
    ActionRow(
        "merge",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Join other annotators’ files…"),
        (),
        NEEDS_WRITE,
        run=_merge,
    ),
    ActionRow(
        "conflicts",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Changed differently…"),
        run=_show_conflicts,
    ),
    ActionRow(
        "agreement",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Agreement"),
        section=True,
        run=_show_agreement,
    ),
    SwitchRow(
        "adjudicate",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Adjudication"),
        ("Ctrl+J",),
        turn=_show_adjudication,
    ),
    ActionRow(
        "evaluation",
        "team",
        QT_TRANSLATE_NOOP("Actions", "The engine beside your links"),
        run=_show_evaluation,
    ),
    ActionRow(
        "consistency",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Contradictions and clusters"),
        run=_show_consistency,
    ),
)
