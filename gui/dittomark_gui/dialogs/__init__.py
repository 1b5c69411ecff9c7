"""Everything that opens over the window. Each is imported when it is opened, not before."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from dittomark_gui.panels.frame import Frame


def attach_event(window: "Frame") -> None:
    """Choose or create an event for the articles on the desk."""
    from dittomark_gui.dialogs.event_chooser import EventChooser

    EventChooser.open_for(window)


def edit_event(window: "Frame", event_id: str) -> None:
    """Edit an entry of the event registry."""
    from dittomark_gui.dialogs.event_editor import EventEditor

    EventEditor.open_for(window, event_id)


def edit_event_of_membership(window: "Frame", membership_id: str) -> None:
    """Edit the event that a membership attaches."""
    project = window.session.project
    for membership in project.memberships():
        if membership.id == membership_id:
            edit_event(window, membership.event_id)
            return


def show_palette(window: "Frame") -> None:
    """Find a command by a few of its letters."""
    from dittomark_gui.dialogs.palette import CommandPalette

    CommandPalette.open_for(window)


def show_shortcuts(window: "Frame") -> None:
    """Show every key, and let a person change them."""
    from dittomark_gui.dialogs.shortcut_sheet import ShortcutSheet

    ShortcutSheet.open_for(window)


def ask_annotator(window: "Frame") -> "QDialog":
    """Ask under whose name judgements are written; return the open dialog."""
    from dittomark_gui.dialogs.annotator import ask_annotator as ask

    return ask(window)


def show_failure(window: "Frame", report: str) -> None:
    """Show the report of an unexpected error."""
    from dittomark_gui.dialogs.failure import FailureDialog

    FailureDialog.open_for(window, report)


def show_history(window: "Frame") -> None:
    """Show who changed what, when."""
    from dittomark_gui.dialogs.history_dialog import HistoryDialog

    HistoryDialog.open_for(window)


def restore_backup(window: "Frame") -> None:
    """Go back to a backup of the project."""
    from dittomark_gui.dialogs.restore_dialog import RestoreDialog

    RestoreDialog.open_for(window)


def show_preferences(window: "Frame") -> None:
    """Show the preferences; they apply at once."""
    from dittomark_gui.dialogs.preferences_dialog import PreferencesDialog

    PreferencesDialog.open_for(window)


def edit_scheme(window: "Frame") -> None:
    """Edit the project's labels and relations."""
    from dittomark_gui.dialogs.scheme_dialog import SchemeDialog

    SchemeDialog.open_for(window)


def find_pairs(window: "Frame") -> None:
    """Look for pairs over the whole project and fill the queue."""
    from dittomark_gui.dialogs.search_dialog import FindPairsDialog

    FindPairsDialog.open_for(window)


def suggest(window: "Frame") -> None:
    """Look for boilerplate and events over the whole project."""
    from dittomark_gui.dialogs.suggest_dialog import SuggestDialog

    SuggestDialog.open_for(window)


def show_trust(window: "Frame") -> None:
    """Show how far suggestions can be trusted, and accept those above a score."""
    from dittomark_gui.panels.suggestion_quality_page import SuggestionQualityPage

    SuggestionQualityPage(window).put_up()


def show_event_proposals(window: "Frame") -> None:
    """Show the events that the program proposes."""
    from dittomark_gui.panels.event_proposals import EventProposalsPage

    EventProposalsPage(window).put_up()


def show_dashboard(window: "Frame", on: bool) -> None:
    """Show the dashboard in place of the articles, or the articles again."""
    from dittomark_gui.panels.dashboard import Dashboard

    if on:
        Dashboard(window).put_up()
    else:
        window.show_page()


def show_timeline(window: "Frame") -> None:
    """Show the events in the order of their dates, in place of the articles."""
    from dittomark_gui.panels.timeline import TimelinePage

    TimelinePage(window, open_event=lambda event_id: edit_event(window, event_id)).put_up()


def show_guidelines(window: "Frame", on: bool) -> None:
    """Show the lead's guidelines beside the articles, or put them away."""
    from dittomark_gui.panels import guidelines

    guidelines.toggle(window, on=on)


def merge_files(window: "Frame") -> None:
    """Join other annotators' files to the project."""
    from dittomark_gui.dialogs import merge_dialog

    merge_dialog.merge_files(window)


def hand_out(window: "Frame") -> None:
    """Split the queue among annotators, a file for each."""
    from dittomark_gui.dialogs.handout_dialog import HandOutDialog

    HandOutDialog.open_for(window)


def show_agreement(window: "Frame") -> None:
    """Show how far the annotators agree."""
    from dittomark_gui.panels.agreement_page import AgreementPage

    AgreementPage(window).put_up()


def show_adjudication(window: "Frame", on: bool) -> None:
    """Show beside the articles what annotators disagree on, or put it away."""
    from dittomark_gui.panels import adjudication

    adjudication.toggle(window, on=on)


def show_consistency(window: "Frame") -> None:
    """List judgements that contradict each other, and duplicate clusters."""
    from dittomark_gui.panels.consistency_page import ConsistencyPage

    ConsistencyPage(window).put_up()


def show_conflicts(window: "Frame") -> None:
    """Settle what people changed differently in different files."""
    from dittomark_gui.dialogs.merge_dialog import ConflictsDialog

    ConflictsDialog.open_for(window)


def report_pair(window: "Frame") -> None:
    """Write the pair on the desk as a page to print or send."""
    from dittomark_gui.dialogs import pair_report

    pair_report.ask_report(window)


def open_manual(window: "Frame") -> None:
    """Open the manual, at the page that fits where the keyboard is."""
    from dittomark_gui.dialogs import manual

    manual.open_manual(window)


def show_about(window: "Frame") -> None:
    """Say what this program is."""
    from dittomark_gui.dialogs.about import AboutDialog

    AboutDialog.open_for(window)


def show_tour(window: "Frame") -> None:
    """Lead through the window in six steps."""
    from dittomark_gui.panels.tour import Tour

    Tour(window)


def add_article(window: "Frame") -> None:
    """Choose an article to be put beside those on the desk."""
    from dittomark_gui.dialogs.article_chooser import ArticleChooser

    ArticleChooser.open_for(window)


def edit_article(window: "Frame", article_id: str) -> None:
    """Show and edit an article's details."""
    from dittomark_gui.dialogs.article_details import ArticleDetails

    ArticleDetails.open_for(window, article_id)
