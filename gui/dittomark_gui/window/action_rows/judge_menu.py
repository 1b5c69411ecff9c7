"""The actions of the Judge menu: relation, events, note and state of a pair."""

from functools import partial
from typing import TYPE_CHECKING, Final

from dittomark.annotations import ArticleInfo
from dittomark.labels import EXACT_DUPLICATE
from dittomark_gui.actions.spec import (
    NEEDS_JUDGE,
    NEEDS_MARK,
    NEEDS_NOTHING,
    needs,
)
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, translate
from dittomark_gui.window.action_rows.row import ActionRow, SwitchRow

if TYPE_CHECKING:
    from dittomark_gui.window.window_parts import WindowParts


def _attach_event(parts: "WindowParts") -> None:
    """Choose or create an event for the selected articles, else for the shown ones."""
    from dittomark_gui.dialogs.event_chooser import EventChooser

    articles = _highlighted(parts)
    if articles:
        focused = parts.view.focused_pane() if articles == _shown(parts) else 0
        EventChooser.open_for(parts.frame, articles, focused=max(focused, 0))


def _shown(parts: "WindowParts") -> list[ArticleInfo]:
    return [article.info for article in parts.workspace.articles]


def _highlighted(parts: "WindowParts") -> list[ArticleInfo]:
    """Return the articles selected in the focused list, else the shown ones."""
    project, lists = parts.session.project, parts.lists
    ids: list[str] = []
    if lists.articles.view.hasFocus():
        ids = lists.articles.selected_ids()
    elif parts.many.ids():
        pairs = [project.pair(pair_id) for pair_id in parts.many.ids()]
        ids = list(dict.fromkeys(end for pair in pairs for end in (pair.a, pair.b)))
    return project.article_infos(ids) if ids else _shown(parts)


def _flag(parts: "WindowParts", _on: bool) -> None:
    """Flag the pairs selected in the queue, else the shown pair."""
    if not parts.many.flag():
        parts.judging.flag()


def _skip(parts: "WindowParts") -> None:
    """Skip the pairs selected in the queue, else the shown pair."""
    if not parts.many.skip():
        parts.judging.skip()


def _judge_copies(parts: "WindowParts") -> None:
    """Judge every pair of the queue that has the same two texts as exact duplicates."""
    session, pair = parts.session, parts.workspace.pair
    copies = session.project.exact_copies(pair.id) if pair is not None else []
    if not copies:
        session.messages.show_hint(
            translate("Handlers", "The two texts are not the same, letter for letter.")
        )
        return
    rows = session.project.queue_rows(copies, annotator=session.annotator)
    parts.many.judge([row.pair_id for row in rows if not row.done] or copies, EXACT_DUPLICATE)


def _finish(parts: "WindowParts") -> None:
    """Mark the pair as done and go on, or show a hint for the missing relation."""
    pair, left = parts.workspace.pair, parts.presenter.open_suggestions()
    if parts.judging.finish():
        if left and pair is not None:
            back = partial(parts.navigation.show_pair, pair.id)
            parts.session.messages.show_hint(
                translate("Handlers", "The pair is done; {left}.").format(left=left),
                action=(translate("Handlers", "Back to it"), back),
            )
    else:
        parts.session.messages.show_hint(
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
        turn=_flag,
    ),
    ActionRow(
        "skip",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Skip for now"),
        ("X",),
        NEEDS_JUDGE,
        run=_skip,
    ),
    ActionRow(
        "clear_judgement",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Take the relation back"),
        ("0",),
        NEEDS_JUDGE,
        run=lambda parts: parts.judging.clear_relation(),
    ),
    ActionRow(
        "judge_copies",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "Judge all exact copies of these texts"),
        ("Ctrl+Shift+D",),
        NEEDS_JUDGE,
        run=_judge_copies,
    ),
    SwitchRow(
        "judge_and_go",
        "judge",
        QT_TRANSLATE_NOOP("Actions", "A relation’s key also goes on"),
        ("Ctrl+Shift+G",),
        NEEDS_NOTHING,
        turn=lambda parts, on: parts.settings.update(judge_and_go=on),
        section=True,
    ),
)
