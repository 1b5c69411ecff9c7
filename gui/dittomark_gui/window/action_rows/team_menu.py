"""The actions of the Team menu: the team's folder, hand-out, merge and agreement."""

from typing import TYPE_CHECKING, Final

from dittomark_gui.actions.spec import (
    NEEDS_LEAD,
    NEEDS_NOTHING,
    NEEDS_OTHERS,
    needs,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP
from dittomark_gui.window.action_rows.row import ActionRow, SwitchRow

if TYPE_CHECKING:
    from dittomark_gui.panels.team_page import TeamPage
    from dittomark_gui.window.window_parts import WindowParts


def _work_together(parts: "WindowParts") -> None:
    """Create a team in a folder, or join one."""
    from dittomark_gui.dialogs.team_folder import TeamFolderDialog

    TeamFolderDialog.open_for(parts.frame)


def _sync_now(parts: "WindowParts") -> None:
    """Publish and take in changes now, then show the result."""
    from dittomark_gui.window.team_status import show_result_when_at_rest

    show_result_when_at_rest(parts.session, parts.team)
    parts.team.sync_now()


def _show_team(parts: "WindowParts") -> None:
    """Show the team's status page."""
    from dittomark_gui.panels.team_page import TeamPage

    page = TeamPage(parts.frame, parts.team)
    page.leave_wanted.connect(lambda: _leave_team(parts))
    page.rename_wanted.connect(lambda name: _ask_name(parts, page, name))
    page.present()


def _ask_name(parts: "WindowParts", page: "TeamPage", name: str) -> None:
    """Ask for a new name for a member of the team."""
    from dittomark_gui.dialogs.team_name import TeamNameDialog

    TeamNameDialog(parts.frame, name, page.rename).present()


def _leave_team(parts: "WindowParts") -> None:
    """Publish the remaining changes, then leave the team."""
    from dittomark_gui.window.team_status import ask_and_leave

    ask_and_leave(parts.frame, parts.team)


def _hand_out(parts: "WindowParts") -> None:
    """Split the queue into one file for each annotator."""
    from dittomark_gui.dialogs.handout_dialog import HandOutDialog

    HandOutDialog.open_for(parts.frame)


def _merge(parts: "WindowParts") -> None:
    """Merge other annotators' files into the project."""
    from dittomark_gui.dialogs.merge_dialog import merge_files

    merge_files(parts.frame)


def _show_conflicts(parts: "WindowParts") -> None:
    """Show the conflicts of a merge, to be settled."""
    from dittomark_gui.dialogs.merge_dialog import ConflictsDialog

    ConflictsDialog.open_for(parts.frame)


def _show_agreement(parts: "WindowParts") -> None:
    """Show the agreement between annotators."""
    from dittomark_gui.panels.agreement_page import AgreementPage

    AgreementPage(parts.frame).present()


def _show_adjudication(parts: "WindowParts", on: bool) -> None:
    """Show or hide the adjudication panel beside the articles."""
    from dittomark_gui.panels.adjudication import toggle

    toggle(parts.frame, parts.workspace, on=on)


def _show_evaluation(parts: "WindowParts") -> None:
    """Show the engine's precision and recall against people's links."""
    from dittomark_gui.panels.evaluation_page import EvaluationPage

    EvaluationPage(parts.frame).present()


def _show_consistency(parts: "WindowParts") -> None:
    """List contradicting judgements, and clusters of duplicates."""
    from dittomark_gui.panels.consistency_page import ConsistencyPage

    ConsistencyPage(parts.frame).present()


TEAM: Final = (
    ActionRow(
        "work_together",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Work together in a folder…"),
        (),
        NEEDS_NOTHING,
        run=_work_together,
    ),
    ActionRow(
        "sync_now",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Sync now"),
        ("Ctrl+Alt+S",),
        needs("project", "team"),
        run=_sync_now,
    ),
    ActionRow(
        "team_status",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Team status…"),
        (),
        needs("project", "team"),
        run=_show_team,
    ),
    ActionRow(
        "leave_team",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Leave the team…"),
        (),
        needs("project", "writable", "team"),
        run=_leave_team,
    ),
    ActionRow(
        "hand_out",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Hand out the work…"),
        (),
        needs("project", "leads"),
        section=True,
        run=_hand_out,
    ),
    ActionRow(
        "merge",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Join other annotators’ files…"),
        (),
        NEEDS_LEAD,
        run=_merge,
    ),
    ActionRow(
        "conflicts",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Changed differently…"),
        (),
        NEEDS_OTHERS,
        run=_show_conflicts,
    ),
    ActionRow(
        "agreement",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Agreement"),
        (),
        NEEDS_OTHERS,
        section=True,
        run=_show_agreement,
    ),
    SwitchRow(
        "adjudicate",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Adjudication"),
        ("Ctrl+J",),
        needs("project", "adjudicates"),
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
        (),
        NEEDS_OTHERS,
        run=_show_consistency,
    ),
)
