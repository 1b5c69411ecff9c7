"""Runs long work in the GUI thread (it writes to the open project) with a progress dialog."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog

from dittomark.errors import Cancelled, UserError
from dittomark_gui.background import Report
from dittomark_gui.i18n import program_name, translate
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

T = TypeVar("T")
_STEPS: Final = 1000
_PATIENCE_MS: Final = 400


def run_with_progress(
    window: "Frame", text: str, work: Callable[[Report], T], *, can_cancel: bool = True
) -> T | None:
    """Run `work(report)`; a progress dialog appears if that takes longer than a moment.

    Returns None if the user cancelled, or if a UserError was raised (it is shown).
    """
    dialog = QProgressDialog(text, translate("Progress", "Cancel"), 0, _STEPS, window)
    label = plain_label(text)  # plain: a name in the text may look like markup
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    dialog.setLabel(label)
    dialog.setWindowTitle(program_name())
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(_PATIENCE_MS)
    if not can_cancel:
        dialog.setCancelButton(None)  # None removes the button

    def report(done: int, total: int) -> None:
        dialog.setValue(min(done * _STEPS // total, _STEPS - 1) if total else 0)
        if dialog.wasCanceled():
            raise Cancelled

    try:
        return work(report)
    except Cancelled:
        return None
    except UserError as error:
        window.session.messages.fail(error)
        return None
    finally:
        dialog.reset()
        dialog.deleteLater()
