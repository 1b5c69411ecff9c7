"""Connects the strip at the edge of a narrow window with the label panel that folds into it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from dittomark_gui.words import relation_name

if TYPE_CHECKING:
    from dittomark_gui.window.window_parts import WindowParts


class LabelPanelFolding(QObject):
    """A click on the strip unfolds the label panel, another click folds it.

    While the strip is visible the window has room for one side only: the list or the panel.
    """

    def __init__(self, parts: "WindowParts") -> None:
        super().__init__(parts.frame)
        self._parts = parts
        parts.layout.strip.toggled.connect(lambda on: parts.label_panel.fold(not on))
        parts.label_panel.folding_changed.connect(self._show)
        parts.workspace.judgement_changed.connect(self._show_relation)
        parts.workspace.shown.connect(self._show_relation)
        parts.left_panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold the label panel when the list is shown."""
        if event.type() == QEvent.Type.Show and self._parts.layout.strip.isVisible():
            self._parts.label_panel.fold(True)
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        strip, panel = self._parts.layout.strip, self._parts.label_panel
        if strip.isVisible() and panel.isVisible():
            self._parts.left_panel.hide()
        strip.blockSignals(True)
        strip.setChecked(not panel.folded)
        strip.blockSignals(False)
        # In a wide window the panel is never folded, and the strip is hidden.
        if panel.folded or not panel.wanted:
            strip.setVisible(panel.wanted)
        strip.update()

    def _show_relation(self) -> None:
        parts = self._parts
        judgement = parts.workspace.judgement if parts.session.is_open else None
        name = ""
        if judgement is not None and judgement.relation is not None:
            name = relation_name(parts.session.project.scheme, judgement.relation)
            name = f"{name} ✓" if judgement.done else name
        parts.layout.strip.show_relation(name)
