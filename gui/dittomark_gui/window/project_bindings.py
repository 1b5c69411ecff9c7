"""What the actions on the whole project do: pages, dialogs of the lead, help."""

from typing import TYPE_CHECKING

from dittomark_gui import dialogs

if TYPE_CHECKING:
    from dittomark_gui.window.work_window import WorkWindow


def bind_project_actions(window: "WorkWindow") -> None:
    """Bind the actions that open something over the project."""
    window.actions_.bind(
        {
            "history": lambda: dialogs.show_history(window),
            "preferences": lambda: dialogs.show_preferences(window),
            "scheme": lambda: dialogs.edit_scheme(window),
            "timeline": lambda: dialogs.show_timeline(window),
            "merge": lambda: dialogs.merge_files(window),
            "hand_out": lambda: dialogs.hand_out(window),
            "agreement": lambda: dialogs.show_agreement(window),
            "consistency": lambda: dialogs.show_consistency(window),
            "conflicts": lambda: dialogs.show_conflicts(window),
            "find_pairs": lambda: dialogs.find_pairs(window),
            "report": lambda: dialogs.report_pair(window),
            "restore": lambda: dialogs.restore_backup(window),
            "manual": lambda: dialogs.open_manual(window),
            "about": lambda: dialogs.show_about(window),
            "suggest": lambda: dialogs.suggest(window),
            "event_proposals": lambda: dialogs.show_event_proposals(window),
            "trust": lambda: dialogs.show_trust(window),
            "tour": lambda: dialogs.show_tour(window),
        }
    )
    window.actions_.bind_switch("dashboard", lambda on: dialogs.show_dashboard(window, on))
    window.actions_.bind_switch("adjudicate", lambda on: dialogs.show_adjudication(window, on))
    window.actions_.bind_switch("guidelines", lambda on: dialogs.show_guidelines(window, on))
