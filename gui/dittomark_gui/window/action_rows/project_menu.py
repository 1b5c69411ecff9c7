"""The actions of the Project menu: searches over all articles, and the lead's pages."""

from typing import TYPE_CHECKING, Final

from dittomark_gui.actions.spec import (
    NEEDS_LEAD,
    needs,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP
from dittomark_gui.window.action_rows.row import ActionRow, SwitchRow

if TYPE_CHECKING:
    from dittomark_gui.window.window_parts import WindowParts


def _find_pairs(parts: "WindowParts") -> None:
    """Search the whole project for pairs, for the queue."""
    from dittomark_gui.dialogs.search_dialog import FindPairsDialog

    FindPairsDialog.open_for(parts.frame)


def _whole_group(parts: "WindowParts") -> None:
    """Add the remaining pairs of this pair's group of copies to the queue."""
    from dittomark_gui.work.finding_pairs import add_rest_of_group

    if parts.workspace.pair is not None:
        add_rest_of_group(parts.session, parts.workspace.pair)


def _pair_articles(parts: "WindowParts") -> None:
    """Pair each of the selected articles with each other one."""
    parts.navigation.pair_articles(parts.lists.articles.selected_ids())


def _pair_with_first(parts: "WindowParts") -> None:
    """Pair the first selected article with each of the others."""
    parts.navigation.pair_with_first(parts.lists.articles.selected_ids())


def _suggest(parts: "WindowParts") -> None:
    """Search the whole project for boilerplate and events to suggest."""
    from dittomark_gui.dialogs.suggest_dialog import SuggestDialog

    SuggestDialog.open_for(parts.frame)


def _show_event_proposals(parts: "WindowParts") -> None:
    """Show the proposed events."""
    from dittomark_gui.panels.event_proposals import EventProposalsPage

    EventProposalsPage(parts.frame).present()


def _show_suggestion_quality(parts: "WindowParts") -> None:
    """Show the hold-out scores of suggesters, and accept suggestions above a score."""
    from dittomark_gui.panels.suggestion_quality_page import SuggestionQualityPage

    SuggestionQualityPage(parts.frame).present()


def _show_open_suggestions(parts: "WindowParts") -> None:
    """Show all open suggestions in one list."""
    from dittomark_gui.panels.open_suggestions_page import OpenSuggestionsPage

    OpenSuggestionsPage(parts.frame).present()


def _show_own_suggesters(parts: "WindowParts") -> None:
    """Show the user's own suggesters, to add and remove them."""
    from dittomark_gui.dialogs.suggesters_dialog import SuggestersDialog

    SuggestersDialog.open_for(parts.frame)


def _compare_suggesters(parts: "WindowParts") -> None:
    """Measure suggesters against people's decisions."""
    from dittomark_gui.panels.suggester_comparison_page import SuggesterComparisonPage

    SuggesterComparisonPage(parts.frame).present()


def _show_dashboard(parts: "WindowParts", on: bool) -> None:
    """Show the dashboard in place of the articles, or the articles again."""
    from dittomark_gui.panels.dashboard import Dashboard

    if on:
        Dashboard(parts.frame).present()
    else:
        parts.frame.show_page()


def _show_guidelines(parts: "WindowParts", on: bool) -> None:
    """Show or hide the lead's guidelines beside the articles."""
    from dittomark_gui.panels.guidelines import toggle

    toggle(parts.frame, on=on)


def _edit_scheme(parts: "WindowParts") -> None:
    """Edit the project's labels and relations."""
    from dittomark_gui.dialogs.scheme_dialog import SchemeDialog

    SchemeDialog.open_for(parts.frame)


def _show_timeline(parts: "WindowParts") -> None:
    """Show the events in the order of their dates, in place of the articles."""
    from dittomark_gui.dialogs.event_editor import EventEditor
    from dittomark_gui.panels.timeline import TimelinePage

    TimelinePage(
        parts.frame, open_event=lambda event_id: EventEditor.open_for(parts.frame, event_id)
    ).present()


PROJECT: Final = (
    ActionRow(
        "find_pairs",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Find pairs to compare…"),
        (),
        NEEDS_LEAD,
        run=_find_pairs,
    ),
    ActionRow(
        "whole_group",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Add the rest of this group of copies"),
        (),
        needs("project", "pair", "writable", "leads"),
        run=_whole_group,
    ),
    ActionRow(
        "pair_articles",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Pair the selected articles"),
        ("Ctrl+Return",),
        needs("project", "writable", "leads", "two_articles"),
        run=_pair_articles,
    ),
    ActionRow(
        "pair_with_first",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Pair the first selected article with the others"),
        ("Ctrl+Shift+Return",),
        needs("project", "writable", "leads", "two_articles"),
        run=_pair_with_first,
    ),
    ActionRow(
        "suggest",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Suggest boilerplate and events…"),
        (),
        NEEDS_LEAD,
        run=_suggest,
    ),
    ActionRow(
        "event_proposals",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Suggested events"),
        run=_show_event_proposals,
    ),
    ActionRow(
        "trust",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Can suggestions be trusted?"),
        run=_show_suggestion_quality,
    ),
    ActionRow(
        "open_suggestions",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Open suggestions"),
        run=_show_open_suggestions,
    ),
    ActionRow(
        "compare_suggesters",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Compare suggesters"),
        run=_compare_suggesters,
    ),
    ActionRow(
        "own_suggesters",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Your own suggesters…"),
        run=_show_own_suggesters,
    ),
    SwitchRow(
        "dashboard",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Dashboard"),
        ("Ctrl+D",),
        section=True,
        turn=_show_dashboard,
    ),
    SwitchRow(
        "guidelines",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Guidelines"),
        ("Ctrl+G",),
        turn=_show_guidelines,
    ),
    ActionRow(
        "scheme",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Label scheme…"),
        (),
        needs("project", "leads"),
        run=_edit_scheme,
    ),
    ActionRow(
        "timeline",
        "project",
        QT_TRANSLATE_NOOP("Actions", "Timeline of events"),
        ("Ctrl+T",),
        run=_show_timeline,
    ),
)
