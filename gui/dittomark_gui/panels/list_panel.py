"""The base of the three lists on the left: filter field, list, sort menu."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.i18n import translate
from dittomark_gui.look.icons import set_themed_icon
from dittomark_gui.models.delegates import ListRowDelegate
from dittomark_gui.models.id_list import ID_ROLE, IdListModel
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.tips import plain_tip

# Delay in milliseconds between the last key press and filtering.
_FILTER_DELAY: Final = 180
# Time in milliseconds after which the row reached by a held key is opened.
_REST: Final = 90
_AROUND: Final = 36  # px around the name of an order: its padding and arrow, and a gap after them
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_MOVES: Final = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class _FilterField(QLineEdit):
    """A filter field; Escape clears it, Down moves the focus to the list."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys that clear or leave the field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class _Rows(QListView):
    """A list view in which the current row is also the opened one, so that keys act on it.

    While a key is held, the selection moves without opening rows; the last one is opened, also
    before another key is handled.
    """

    reached = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self._waiting = QTimer(self, singleShot=True, interval=_REST)
        self._waiting.timeout.connect(self._reach)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row that a key without Shift or Ctrl leads to.

        Letters do not search for rows: they are shortcuts for marking and judging.
        """
        if event.text().strip() and not event.modifiers() & _CONTROL:
            event.ignore()
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.currentIndex() == before or held:
            return
        if event.isAutoRepeat():
            self._waiting.start()
        else:
            self._reach()

    def event(self, event: QEvent) -> bool:
        """Open the current row before another key is handled or the focus is lost."""
        leaves = event.type() == QEvent.Type.FocusOut or (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() not in _MOVES
        )
        if leaves and self._waiting.isActive():
            self._reach()
        return super().event(event)

    def _reach(self) -> None:
        self._waiting.stop()
        if len(self.selectedIndexes()) == 1:
            self.reached.emit(self.currentIndex())


class ListPanel(QWidget):
    """A list of ids with a filter field above and a sort menu below."""

    help_topic = "judging-pairs#queue"

    activated = Signal(str)  # an id was chosen
    menu_wanted = Signal(object, QPoint)  # (ids, global position)
    filter_changed = Signal()

    def __init__(
        self,
        model: IdListModel,
        *,
        placeholder: str,
        name: str,
        one_click: bool = True,
        pairs: bool = False,
    ) -> None:
        """With `one_click` a click activates a row, otherwise only a double click or Enter.

        With `pairs` each row has two titles.
        """
        super().__init__()
        self.model = model
        model.setParent(self)
        self.field = _FilterField()
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.field.setClearButtonEnabled(True)
        self.field.setAcceptDrops(False)  # files dropped here are handled by the window
        self.view = _Rows()
        self.view.setModel(model)
        self.view.setItemDelegate(ListRowDelegate(self.view, pairs=pairs))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.setAccessibleName(name)
        self.empty = plain_label(name="muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.filters = QPushButton()
        self.filters.setObjectName("filters")
        set_themed_icon(self.filters, "filter", color="link")
        self.filters.setAccessibleName(translate("ListPanel", "Filter by…"))
        self.sorting = QPushButton()
        self.sorting.setObjectName("quiet")
        self.sorting.setProperty("opensMenu", True)
        # Qt counts room for an arrow twice: the button may be narrower than it asks for.
        self.sorting.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.sorting.setMinimumWidth(1)
        self.sorting.setAccessibleName(translate("ListPanel", "Sort by…"))
        self.count = plain_label(name="muted")
        self._sort = ""
        self._sorts: dict[str, str] = {}
        self._build()
        self._timer = QTimer(self, singleShot=True, interval=_FILTER_DELAY)
        self._timer.timeout.connect(self.filter_changed)
        self.field.textChanged.connect(self._timer.start)
        self.field.textChanged.connect(self.view.scrollToTop)  # the hits begin at the top
        self.field.left_downwards.connect(self._on_left_field)
        if one_click:
            self.view.clicked.connect(lambda index: self.activated.emit(index.data(ID_ROLE)))
            self.view.reached.connect(lambda index: self.activated.emit(index.data(ID_ROLE)))
        self.view.activated.connect(lambda index: self.activated.emit(index.data(ID_ROLE)))
        self.view.customContextMenuRequested.connect(self._on_menu_requested)

    @property
    def sort(self) -> str:
        """The key of the current order."""
        return self._sort

    def filter_text(self) -> str:
        """Return the text of the filter field."""
        return self.field.text().strip()

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected rows, in the order of the list."""
        indexes = sorted(self.view.selectedIndexes(), key=lambda index: index.row())
        return [str(index.data(ID_ROLE)) for index in indexes]

    def select(self, row_id: str | None) -> None:
        """Make a row the current one and scroll to it; None clears the selection."""
        index = self.model.index_of(row_id)
        if not index.isValid():
            self.view.clearSelection()
            return
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.view.scrollTo(index)

    def show_ids(self, ids: Sequence[str], *, keep: str | None, empty: str) -> None:
        """Show other ids, keeping the scroll position; `empty` is the text for an empty list."""
        if ids and list(ids) == self.model.ids():
            self.model.refresh(ids)  # same ids: no row moves
            if keep not in self.selected_ids():
                self.select(keep)
            return
        top = self.view.verticalScrollBar().value()
        self.model.set_ids(ids)
        self.view.verticalScrollBar().setValue(top)
        self.select(keep)
        self.empty.setText(empty)
        self.empty.setVisible(not ids)
        self.view.setVisible(bool(ids))
        self.count.setText(translate("ListPanel", "%n shown", "", len(ids)))
        self._show_sort()

    def extend(self, ids: Sequence[str]) -> None:
        """Show all ids of a list whose beginning is shown."""
        self.model.extend(ids)
        self.empty.setVisible(not ids)
        self.view.setVisible(bool(ids))
        self.count.setText(translate("ListPanel", "%n shown", "", len(ids)))
        self._show_sort()

    def set_sorts(self, sorts: Sequence[tuple[str, str]], current: str) -> None:
        """Set the orders as (key, name); `current` is the key of the current one."""
        menu = QMenu(self.sorting)
        group = QActionGroup(menu)
        for key, name in sorts:
            action = QAction(name, menu, checkable=True, checked=key == current)
            action.setData(key)
            action.triggered.connect(lambda _checked, chosen=key: self._on_sort_chosen(chosen))
            group.addAction(action)
            menu.addAction(action)
        self.sorting.setMenu(menu)
        self._sort = current
        self._sorts = dict(sorts)
        self._show_sort()

    def sort_by(self, key: str) -> None:
        """Sort by an order of the menu, as if it were chosen there; others are ignored."""
        for action in self.sorting.menu().actions():
            if action.data() == key:
                action.trigger()

    def focus_list(self) -> None:
        """Focus the list."""
        target = self.view if self.view.isVisible() else self.field
        if not self.view.currentIndex().isValid() and self.model.ids():
            self.select(self.model.id_at(0))  # so that Enter has a row to open
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_filter(self) -> None:
        """Focus the filter field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_left_field(self) -> None:
        self._timer.stop()
        self.filter_changed.emit()
        self.focus_list()

    def _on_sort_chosen(self, key: str) -> None:
        self._sort = key
        self._show_sort()
        self.filter_changed.emit()

    def _show_sort(self) -> None:
        """Name the order, elided where there is no room: the tooltip then has the whole name."""
        if not self._sorts:
            return
        text = translate("ListPanel", "Sorted by {what}").format(what=self._sorts[self._sort])
        self.sorting.setText(text)
        if self.isVisible():
            room = self.width() - self.count.sizeHint().width() - _AROUND
            cut = Qt.TextElideMode.ElideRight
            self.sorting.setText(self.sorting.fontMetrics().elidedText(text, cut, max(room, 0)))
        self.sorting.setToolTip("" if self.sorting.text() == text else plain_tip(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the name of the order for the new width."""
        super().resizeEvent(event)
        self._show_sort()

    def showEvent(self, event: QShowEvent) -> None:
        """Elide the name of the order for the width at the first display."""
        super().showEvent(event)
        self._show_sort()

    def _on_menu_requested(self, point: QPoint) -> None:
        ids = self.selected_ids()
        if ids:
            self.menu_wanted.emit(ids, self.view.viewport().mapToGlobal(point))

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.field, 1)
        line.addWidget(self.filters)
        below = QHBoxLayout()
        below.addWidget(self.sorting)
        below.addStretch()
        below.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(below)
        self.empty.hide()
