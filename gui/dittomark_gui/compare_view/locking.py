"""Scrolls the other panes together with the pane that the user scrolls."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer

from dittomark_gui.compare_view.article_view import ArticleView
from dittomark_gui.compare_view.scroll_lock import Anchor, PassageMap, reading_share

_FRAME: Final = 16  # ms
_EASING: Final = 0.35  # share of the remaining way in each frame
# Largest step of a frame, as a share of the pane's height: the eye sees more as a jump. Even a long
# way takes about a dozen frames.
_STRIDE: Final = 0.25
_LEAST_LINES: Final = 3  # a shorter passage that is out of order does not move the other pane
_JUMP: Final = 2.5  # glide if the way is longer than this many times that of the active pane


class ScrollLock(QObject):
    """Scrolls the other panes when one is scrolled; scrolling by the lock itself has no effect."""

    def __init__(
        self,
        views: Callable[[], Sequence[ArticleView]],
        anchors: Callable[[int, int], Sequence[Anchor]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.enabled = True
        self._views = views
        self._anchors = anchors
        self._maps: dict[tuple[int, int], tuple[object, PassageMap]] = {}
        self._busy = False
        self._last: dict[int, int] = {}
        self._targets: dict[int, float] = {}
        self._glide = QTimer(self)
        self._glide.setInterval(_FRAME)
        self._glide.timeout.connect(self._glide_on)

    @property
    def at_rest(self) -> bool:
        """Whether every pane has arrived at its target."""
        return not self._targets

    def forget(self) -> None:
        """Forget the maps between the panes: other articles or passages are shown."""
        self._maps.clear()
        self._last.clear()
        self.stop()

    def stop(self) -> None:
        """Stop all gliding panes where they are."""
        self._targets.clear()
        self._glide.stop()

    def hold(self, change: Callable[[], None]) -> None:
        """Call `change` without making the other panes follow its scrolling."""
        before, self._busy = self._busy, True
        try:
            change()
        finally:
            self._busy = before
        self._remember()

    def follow(self, active: int) -> None:
        """Scroll the other panes to the counterpart of the active one's position."""
        views = self._views()
        value = views[active].verticalScrollBar().value()
        moved = abs(value - self._last.get(active, value))
        if not self.enabled or self._busy:
            self._remember()
            return
        self._busy = True
        for pane, view in enumerate(views):
            if pane != active and view.isVisible():
                self._scroll_pane(pane, self._target(active, pane), moved)
        self._busy = False
        self._targets.pop(active, None)
        self._remember()

    def _remember(self) -> None:
        for pane, view in enumerate(self._views()):
            self._last[pane] = view.verticalScrollBar().value()

    def _target(self, active: int, pane: int) -> float:
        """Return the scroll bar value that a pane should have, not rounded."""
        views = self._views()
        near, far = views[active], views[pane]
        bar = near.verticalScrollBar()
        page = near.viewport().height()
        reading = reading_share(bar.value(), bar.maximum(), page) * page
        now = far.y_at_top + reading
        target = self._map(active, pane).counterpart(near.y_at_top + reading, now=now)
        return far.verticalScrollBar().value() + target - now

    def _map(self, active: int, pane: int) -> PassageMap:
        views = self._views()
        near, far = views[active].scene.layout, views[pane].scene.layout
        key = (near.version, far.version)
        known = self._maps.get((active, pane))
        if known is None or known[0] != key:
            least = _LEAST_LINES * near.setting.pitch
            ends = near.height, far.height
            known = key, PassageMap(self._anchors(active, pane), ends, least=least)
            self._maps[active, pane] = known
        return known[1]

    def _scroll_pane(self, pane: int, target: float, moved: float) -> None:
        bar = self._views()[pane].verticalScrollBar()
        target = min(max(0.0, target), bar.maximum())
        page = self._views()[pane].viewport().height()
        far = abs(target - bar.value())
        if pane in self._targets or far > max(_JUMP * moved, page / 12):
            # Passages in another order: glide, so that the eye can follow.
            self._targets[pane] = target
            self._glide.start()
        else:
            bar.setValue(round(target))

    def _glide_on(self) -> None:
        self._busy = True
        for pane, target in list(self._targets.items()):
            bar = self._views()[pane].verticalScrollBar()
            left = target - bar.value()
            page = self._views()[pane].viewport().height()
            most = max(_STRIDE * page, abs(left) / 12)
            step = min(max(left * _EASING, -most), most)
            if abs(left) <= 1.5 or abs(step) < 1:
                bar.setValue(round(target))
                del self._targets[pane]
            else:
                bar.setValue(round(bar.value() + step))
        self._busy = False
        self._remember()
        if not self._targets:
            self._glide.stop()
