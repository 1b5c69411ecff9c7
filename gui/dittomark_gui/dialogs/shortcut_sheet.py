"""The shortcut sheet: all shortcuts, which can be changed here."""

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
)

from dittomark_gui.actions.actions import Actions, plain_text
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame


class ShortcutSheet(Dialog):
    """A tree of the shortcuts by menu, with a filter and a field for a new shortcut."""

    help_topic = "shortcuts"

    def __init__(self, window: "Frame", actions: Actions) -> None:
        super().__init__(window, title=translate("Shortcuts", "Keyboard shortcuts"), width=620)
        self._actions = actions
        self._labels = list(actions.prior_actions())
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Shortcuts", "Filter"))
        self.field.setAccessibleName(translate("Shortcuts", "Filter"))
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels(
            [translate("Shortcuts", "What it does"), translate("Shortcuts", "Keys")]
        )
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setMinimumHeight(420)
        self.tree.setAccessibleName(translate("Shortcuts", "Keyboard shortcuts"))
        self.body.addWidget(self.field)
        self.body.addWidget(self.tree)
        self.body.addLayout(self._change_row())
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        self.body.addWidget(box)
        self.field.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(lambda _now, _before: self._show_current())
        self._actions.shortcuts_changed.connect(self._fill)
        self._fill()

    @classmethod
    def open_for(cls, window: "Frame", actions: Actions) -> Self:
        """Create and open the sheet."""
        return cls(window, actions).present()

    def set_keys(self, key: str, shortcuts: tuple[str, ...]) -> None:
        """Replace the shortcuts of the action `key`."""
        self._actions.set_shortcuts(key, shortcuts)

    def _fill(self) -> None:
        chosen = self._current_key()
        self.tree.clear()
        for menu, title in self._actions.menus:
            rows = [spec for spec in self._actions.specs() if spec.menu == menu]
            group = self._group(translate("Actions", title).replace("&", ""))
            for spec in rows:
                keys = "   ".join(_shown(text) for text in self._actions.shortcuts(spec.key))
                item = QTreeWidgetItem(group, [plain_text(self._actions[spec.key]), keys])
                item.setData(0, Qt.ItemDataRole.UserRole, spec.key)
                if spec.key == chosen:
                    self.tree.setCurrentItem(item)
        if self._labels:
            group = self._group(translate("Shortcuts", "Labels and relations"))
            for action in self._labels:
                QTreeWidgetItem(group, [plain_text(action), action.shortcut().toString()])
        self.tree.expandAll()
        self._filter(self.field.text())

    def _group(self, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [title])
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for place in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(place)
            if group is None:
                continue
            shown = 0
            for row in range(group.childCount()):
                item = group.child(row)
                if item is None:
                    continue
                fits = wanted in f"{item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not fits)
                shown += fits
            group.setHidden(not shown)

    def _change_row(self) -> QHBoxLayout:
        self._recorder = QKeySequenceEdit()
        self._recorder.setMaximumSequenceLength(1)
        for field in (self._recorder, *self._recorder.findChildren(QLineEdit)):
            field.setAccessibleName(translate("Shortcuts", "New key"))
        self._use = QPushButton(translate("Shortcuts", "Use this key"))
        self._use.setAutoDefault(False)
        self._use.clicked.connect(self._on_use)
        none = QPushButton(translate("Shortcuts", "No key"))
        none.setAutoDefault(False)
        none.clicked.connect(lambda: self._set_current(()))
        reset = QPushButton(translate("Shortcuts", "Reset all shortcuts"))
        reset.setAutoDefault(False)
        reset.clicked.connect(self._actions.reset_shortcuts)
        row = QHBoxLayout()
        row.addWidget(plain_label(translate("Shortcuts", "New key:")))
        row.addWidget(self._recorder, 1)
        for button in (self._use, none, reset):
            row.addWidget(button)
        return row

    def _current_key(self) -> str | None:
        item = self.tree.currentItem()
        key = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return None if key is None else str(key)

    def _show_current(self) -> None:
        key = self._current_key()
        self._use.setEnabled(key is not None)
        if key is not None:
            shortcuts = self._actions.shortcuts(key)
            self._recorder.setKeySequence(QKeySequence(shortcuts[0] if shortcuts else ""))

    def _on_use(self) -> None:
        self._set_current((self._recorder.keySequence().toString(),))

    def _set_current(self, shortcuts: tuple[str, ...]) -> None:
        key = self._current_key()
        if key is not None:
            self.set_keys(key, shortcuts)


def _shown(text: str) -> str:
    return QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText)
