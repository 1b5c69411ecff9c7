"""The actions of the Link menu: taking passages as links, making and changing links."""

from typing import TYPE_CHECKING, Final

from dittomark_gui.actions.spec import NEEDS_ARTICLE, NEEDS_MARK, needs
from dittomark_gui.i18n import QT_TRANSLATE_NOOP
from dittomark_gui.window.action_rows.row import ActionRow, SwitchRow

if TYPE_CHECKING:
    from dittomark_gui.window.window_parts import WindowParts


def take(parts: "WindowParts") -> None:
    """Link the passage or selection; with the caret in the current span, change its label."""
    if parts.marking.caret_is_in_current_span():
        parts.marking.relabel_current()
    else:
        parts.linking.take()


def _delete(parts: "WindowParts") -> None:
    """Delete the current link, or show a hint that there is none."""
    if not parts.linking.delete_current():
        parts.linking.show_no_link_hint()


def _show_share(parts: "WindowParts", on: bool) -> None:
    parts.links.share_from_links = on
    parts.presenter.show_share()


LINK: Final = (
    ActionRow(
        "take_passage",
        "link",
        QT_TRANSLATE_NOOP("Actions", "Link: take the passage, or what is selected"),
        ("L",),
        NEEDS_MARK,
        run=take,
    ),
    ActionRow(
        "take_all_passages",
        "link",
        QT_TRANSLATE_NOOP("Actions", "Take all passages as links"),
        ("Shift+L",),
        NEEDS_MARK,
        run=lambda parts: parts.linking.take_all(),
    ),
    ActionRow(
        "refuse_passage",
        "link",
        QT_TRANSLATE_NOOP("Actions", "Refuse the passage"),
        ("Q",),
        NEEDS_MARK,
        run=lambda parts: parts.linking.refuse(),
    ),
    ActionRow(
        "link_kind",
        "link",
        QT_TRANSLATE_NOOP("Actions", "Change the link’s kind…"),
        ("I",),
        NEEDS_MARK,
        section=True,
        run=lambda parts: parts.linking.change_kind(),
    ),
    ActionRow(
        "link_direction",
        "link",
        QT_TRANSLATE_NOOP("Actions", "Turn the link’s direction"),
        ("Shift+S",),
        NEEDS_MARK,
        run=lambda parts: parts.linking.turn_direction(),
    ),
    ActionRow(
        "link_starts_here",
        "link",
        QT_TRANSLATE_NOOP("Actions", "The link begins at the caret"),
        (",",),
        NEEDS_MARK,
        run=lambda parts: parts.link_shaping.move_edge(start=True),
    ),
    ActionRow(
        "link_ends_here",
        "link",
        QT_TRANSLATE_NOOP("Actions", "The link ends at the caret"),
        (".",),
        NEEDS_MARK,
        run=lambda parts: parts.link_shaping.move_edge(start=False),
    ),
    ActionRow(
        "link_starts_exactly_here",
        "link",
        QT_TRANSLATE_NOOP("Actions", "The link begins at the caret, inside a word too"),
        ("Alt+,",),
        NEEDS_MARK,
        run=lambda parts: parts.link_shaping.move_edge(start=True, exactly=True),
    ),
    ActionRow(
        "link_ends_exactly_here",
        "link",
        QT_TRANSLATE_NOOP("Actions", "The link ends at the caret, inside a word too"),
        ("Alt+.",),
        NEEDS_MARK,
        run=lambda parts: parts.link_shaping.move_edge(start=False, exactly=True),
    ),
    ActionRow(
        "split_link",
        "link",
        QT_TRANSLATE_NOOP("Actions", "Divide the link at the caret"),
        ("T",),
        NEEDS_MARK,
        run=lambda parts: parts.link_shaping.split(),
    ),
    ActionRow(
        "join_links",
        "link",
        QT_TRANSLATE_NOOP("Actions", "Join the link with the next one"),
        ("Shift+T",),
        NEEDS_MARK,
        run=lambda parts: parts.link_shaping.join(),
    ),
    ActionRow(
        "delete_link",
        "link",
        QT_TRANSLATE_NOOP("Actions", "Delete the link"),
        (),
        needs("article", "writable"),
        run=_delete,
    ),
    SwitchRow(
        "share_from_links",
        "link",
        QT_TRANSLATE_NOOP("Actions", "Read the share of text in common from the links"),
        (),
        NEEDS_ARTICLE,
        section=True,
        turn=_show_share,
    ),
)
