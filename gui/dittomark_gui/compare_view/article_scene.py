"""The state of one pane without its widget: text, marks, folds, layout and paint state."""

from collections.abc import Callable, Sequence

from dittomark_gui.compare_view.article_layout import ArticleLayout, ParagraphInlays
from dittomark_gui.compare_view.badges import Badges
from dittomark_gui.compare_view.caret import CaretMover
from dittomark_gui.compare_view.folding import Fold, fold_at, folds
from dittomark_gui.compare_view.inlays import Inlays
from dittomark_gui.compare_view.line_layout import Setting
from dittomark_gui.compare_view.marks import Mark, Marks
from dittomark_gui.compare_view.paint_state import PaintState
from dittomark_gui.compare_view.values import SpanStyle, TextOptions
from dittomark_gui.look import theme


class ArticleScene:
    """One article with its layout, marks and folds.

    `paint_state` and `mover` are replaced when marks, theme or text change: read them again each
    time.
    """

    def __init__(self) -> None:
        self.options = TextOptions()
        self.style_of: Callable[[str], SpanStyle] = _plain_style
        self._width = 400.0
        self._every_mark: tuple[Mark, ...] = ()
        self._spans_folded = False
        self._unfolded: set[int | str] = set()
        self._folded_repeats: set[tuple[int | str, int]] = set()
        self._folds: tuple[Fold, ...] = ()
        self._make_badges()
        self.set_text("")

    @property
    def text(self) -> str:
        """The article's text."""
        return self.layout.text

    @property
    def folds(self) -> Sequence[Fold]:
        """The folded stretches."""
        return self._folds

    def set_text(self, text: str) -> None:
        """Show another text, without marks and folds."""
        self._every_mark = ()
        self._unfolded.clear()
        self._folded_repeats.clear()
        self._folds = ()
        self.layout = ArticleLayout(text, self._setting(), self._inlays_of)
        self.marks = Marks((), self.layout.paragraphs)
        self.mover = CaretMover(self.layout)
        self._make_paint_state()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Replace the marks."""
        self._every_mark = tuple(marks)
        self._apply()

    def set_width(self, width: float) -> None:
        """Set the width of the text column in pixels."""
        if width != self._width:
            self._width = width
            self.layout.reset(self._setting())

    def set_options(self, options: TextOptions) -> None:
        """Set font, size and spacing of the text."""
        self.options = options
        self._make_badges()
        self._make_paint_state()
        self.layout.reset(self._setting())

    def set_style(self, style_of: Callable[[str], SpanStyle]) -> None:
        """Set the function that gives span labels their names and colours."""
        self.style_of = style_of
        self.refresh_theme()

    def refresh_theme(self) -> None:
        """Take the colours of the current theme, and measure the tags again."""
        self._make_badges()
        self._make_paint_state()
        for index in self.marks.paragraphs():
            self.layout.forget(index)

    def set_spans_folded(self, folded: bool) -> None:
        """Fold every span, or unfold all."""
        self._spans_folded = folded
        self._unfolded.clear()
        self._apply()

    def toggle_fold(self, mark: Mark) -> None:
        """Fold or unfold one repeat, or one span while spans are folded."""
        if mark.kind == "repeat":
            self._folded_repeats ^= {(mark.key, mark.number)}
        else:
            self._unfolded ^= {mark.key}
        self._apply()

    def unfold_at(self, offset: int) -> bool:
        """Unfold every fold that hides a code point; return whether there was any."""
        opened = False
        while (fold := fold_at(self._folds, offset)) is not None:
            self.toggle_fold(fold.mark)
            opened = True
        return opened

    def visible_offset(self, offset: int, direction: int) -> int:
        """Return `offset`, or the edge of the fold that hides it, in the direction of travel."""
        fold = fold_at(self._folds, offset)
        if fold is None:
            return offset
        return fold.end if direction > 0 else fold.start

    def _is_folded(self, mark: Mark) -> bool:
        if mark.kind == "span":
            return self._spans_folded and mark.key not in self._unfolded
        return mark.kind == "repeat" and (mark.key, mark.number) in self._folded_repeats

    def _apply(self) -> None:
        """Rebuild marks and folds; discard the layouts of paragraphs whose inlays changed."""
        old, old_folds = self.paint_state.inlays, self._folds
        folded = self._folded_paragraphs()
        self._folds = folds(self._every_mark, self._is_folded)
        self.marks = Marks(self._every_mark, self.layout.paragraphs)
        self._make_paint_state()
        touched = {*old.marks.paragraphs(), *self.marks.paragraphs()}
        changed = {
            index
            for index in touched
            if old.marks.in_paragraph(index) != self.marks.in_paragraph(index)
        }
        if old_folds != self._folds:
            changed |= folded | self._folded_paragraphs()
        for index in changed:
            known = self.layout.is_measured(index)
            if known and self._inlays_of(index) != old.of_paragraph(index):
                self.layout.forget(index)

    def _folded_paragraphs(self) -> set[int]:
        paragraph_of = self.layout.paragraph_of
        return {
            index
            for fold in self._folds
            for index in range(paragraph_of(fold.start), paragraph_of(fold.end) + 1)
        }

    def _inlays_of(self, index: int) -> ParagraphInlays:
        return self.paint_state.inlays.of_paragraph(index)

    def _setting(self) -> Setting:
        font = theme.text_font(self.options.family, self.options.size)
        return Setting.for_font(font, width=self._width, line_spacing=self.options.line_spacing)

    def _make_badges(self) -> None:
        self._badges = Badges(
            theme.current(),
            size=self.options.size,
            style_of=self.style_of,
            decidable=self.options.decidable,
        )

    def _make_paint_state(self) -> None:
        inlays = Inlays(self.text, self.layout.paragraphs, self.marks, self._folds, self._badges)
        self.paint_state = PaintState(
            theme.current(), self.layout, self.marks, inlays, self._badges, self.style_of
        )


def _plain_style(key: str) -> SpanStyle:
    return SpanStyle(key, "")
