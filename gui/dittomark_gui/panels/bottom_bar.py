"""The bottom bar: passage, similarity, edit, coverage, team status, time of saving."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from dittomark_gui.compare_view.links_as_passages import LINK
from dittomark_gui.i18n import clock_time, number, percent, translate
from dittomark_gui.panels.team_line import TeamLine
from dittomark_gui.panels.widgets import ElidedLabel, KeyHint, plain_label
from dittomark_gui.tips import plain_tip
from dittomark_gui.words import passage_kind, short_line

# Length of each side of an edit in code points.
_EDIT_SHOWN = 40


class BottomBar(QWidget):
    """Shows the current passage with its similarity and first edit, coverage, team and saving."""

    help_topic = "judging-pairs#screen"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._passage = plain_label()
        self._next_key = KeyHint("J")
        self._previous_key = KeyHint("K")
        self._keys = plain_label(translate("BottomBar", "next, previous"), "muted")
        self._alike = plain_label(name="alike")
        self._removed = plain_label(name="removed")
        self._arrow = plain_label("→", "muted")
        self._inserted = plain_label(name="inserted")
        self._coverage = ElidedLabel(name="muted")
        self._coverage.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.team = TeamLine()
        # A label of its own: the sign's font is higher, and would move the text beside it.
        self._sign = plain_label("●", name="saved")
        self._saved = plain_label(name="saved")
        row = QHBoxLayout(self)
        # A long edit must not prevent a narrow window.
        self.setMinimumWidth(320)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        for widget in (self._passage, self._next_key, self._previous_key, self._keys):
            row.addWidget(widget)
        row.addSpacing(4)
        for widget in (self._alike, self._removed, self._arrow, self._inserted):
            row.addWidget(widget)
        row.addWidget(self._coverage, 1)
        row.addSpacing(6)
        row.addWidget(self.team)
        saved = QHBoxLayout()
        saved.setSpacing(4)
        saved.addWidget(self._sign)
        saved.addWidget(self._saved)
        row.addLayout(saved)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_passage(None, 0)
        self.show_similarity(None, ())
        self.show_saved(None)

    def show_keys(self, next_key: str, previous_key: str) -> None:
        """Show the shortcuts for the next and previous passage."""
        self._next_key.set_key(next_key)
        self._previous_key.set_key(previous_key)
        for hint in (self._next_key, self._previous_key):
            hint.setVisible(not self._keys.isHidden())

    def show_passage(self, place: int | None, total: int) -> None:
        """Show the number of passages and the current one (`place` counts from 1)."""
        if not total:
            text = ""
        elif place is None:
            text = translate("BottomBar", "%n passage(s)", "", total)
        else:
            text = translate("BottomBar", "Passage {n} of {total}").format(
                n=number(place), total=number(total)
            )
        self._passage.setText(text)
        for widget in (self._next_key, self._previous_key, self._keys):
            widget.setVisible(bool(total))

    def show_text(self, text: str) -> None:
        """Show a text instead of the passage (comparing, nothing shared, blind mode)."""
        self.show_passage(None, 0)
        self._passage.setText(text)

    def show_similarity(
        self, similarity: float | None, edits: Sequence[tuple[str, str]], kind: str = ""
    ) -> None:
        """Show the kind and similarity of a passage, and its first edit as (left, right) texts."""
        alike = meaning = ""
        if similarity is not None:
            alike = translate("BottomBar", "{percent} alike").format(percent=percent(similarity))
        if kind and similarity is not None:
            linked = kind.startswith(LINK)  # a link has no similarity
            alike = passage_kind(kind) if linked else f"{passage_kind(kind)} · {alike}"
            meaning = "" if linked else _meaning(kind)
        self._alike.setText(alike)
        self._alike.setToolTip(meaning)
        removed, inserted = edits[0] if edits else ("", "")
        self._removed.setText(short_line(removed, _EDIT_SHOWN))
        self._inserted.setText(short_line(inserted, _EDIT_SHOWN))
        self._removed.setVisible(bool(removed))
        self._inserted.setVisible(bool(inserted))
        self._arrow.setVisible(bool(edits))
        more = "\n".join(f"{left} → {right}" for left, right in edits[:30])
        for widget in (self._removed, self._arrow, self._inserted):
            widget.setToolTip(plain_tip(more))
            widget.setAccessibleDescription(more)

    def show_coverage(self, text: str) -> None:
        """Show the text on how much of each article is in the other."""
        self._coverage.set_full_text(text)

    def show_saved(self, moment: datetime | None) -> None:
        """Show the time at which the newest change was saved; None shows nothing."""
        text = ""
        if moment is not None:
            text = translate("BottomBar", "Saved {time}").format(time=clock_time(moment))
        self._saved.setText(text)
        self._sign.setVisible(bool(text))

    def show_read_only(self) -> None:
        """Show that the project is read-only."""
        self._saved.setText(translate("BottomBar", "Read-only"))
        self._sign.hide()


def _meaning(kind: str) -> str:
    """Return a one-sentence definition of a passage kind."""
    return {
        "verbatim": translate(
            "BottomBar", "The words are the same on both sides; at most their form differs."
        ),
        "near_verbatim": translate("BottomBar", "At least 85 of 100 words are the same."),
        "rewrite": translate(
            "BottomBar", "The same text in partly other words, or in another order."
        ),
        "summary": translate(
            "BottomBar",
            "A long stretch told in a short one; the share is that of the rare words of the short one.",
        ),
    }[kind]
