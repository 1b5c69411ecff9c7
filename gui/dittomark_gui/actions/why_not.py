"""Explains why a shortcut does nothing at the moment."""

from collections.abc import Iterable
from typing import Final

from dittomark_gui.i18n import QT_TRANSLATE_NOOP, translate

# The states that actions need (see `spec`); of several missing ones the first here is explained.
_SENTENCES: Final = {
    "project": QT_TRANSLATE_NOOP("WhyNot", "Open a project first."),
    "writable": QT_TRANSLATE_NOOP("WhyNot", "This project can only be read."),
    "leads": QT_TRANSLATE_NOOP("WhyNot", "In this team only the lead does that."),
    "adjudicates": QT_TRANSLATE_NOOP(
        "WhyNot", "In this team only the lead and the adjudicators do that."
    ),
    "sees_others": QT_TRANSLATE_NOOP(
        "WhyNot", "What others say is hidden until it is settled: the lead wants it so."
    ),
    "team": QT_TRANSLATE_NOOP("WhyNot", "This project is in no team yet."),
    "article": QT_TRANSLATE_NOOP("WhyNot", "Show an article first."),
    "pair": QT_TRANSLATE_NOOP("WhyNot", "Show a pair first."),
    "caret": QT_TRANSLATE_NOOP("WhyNot", "Click into an article first, or select text."),
    "selection": QT_TRANSLATE_NOOP("WhyNot", "Select text first."),
    "suggestions": QT_TRANSLATE_NOOP("WhyNot", "No suggestion is open here."),
    "directed": QT_TRANSLATE_NOOP("WhyNot", "This relation has no direction."),
    "two_articles": QT_TRANSLATE_NOOP(
        "WhyNot", "Select two or more articles in the list of articles first."
    ),
    "undo": QT_TRANSLATE_NOOP("WhyNot", "There is nothing to undo."),
    "redo": QT_TRANSLATE_NOOP("WhyNot", "There is nothing to do again."),
}


def why_not(missing: Iterable[str]) -> str:
    """Return a sentence on the first missing state; empty if there is none."""
    lacking = set(missing)
    first = next((state for state in _SENTENCES if state in lacking), None)
    return translate("WhyNot", _SENTENCES[first]) if first is not None else ""
