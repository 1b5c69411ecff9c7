"""What a lead does with the work of several annotators."""

from typing import Final

from dittomark_gui.actions.spec import NEEDS_WRITE, ActionSpec
from dittomark_gui.i18n import QT_TRANSLATE_NOOP

TEAM: Final = (
    ActionSpec("hand_out", "team", QT_TRANSLATE_NOOP("Actions", "Hand out the work…")),
    ActionSpec(
        "merge",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Join other annotators’ files…"),
        (),
        NEEDS_WRITE,
    ),
    ActionSpec("conflicts", "team", QT_TRANSLATE_NOOP("Actions", "Changed differently…")),
    ActionSpec("agreement", "team", QT_TRANSLATE_NOOP("Actions", "Agreement"), section=True),
    ActionSpec(
        "adjudicate",
        "team",
        QT_TRANSLATE_NOOP("Actions", "Adjudication"),
        ("Ctrl+J",),
        checkable=True,
    ),
    ActionSpec("consistency", "team", QT_TRANSLATE_NOOP("Actions", "Contradictions and clusters")),
)
