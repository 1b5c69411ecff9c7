"""The tooltip for a point of a pane: the other side of an edit, or a span's note."""

from collections.abc import Callable, Sequence

from dittomark.annotations import Span
from dittomark.compare.comparison import Comparison, WordEdit
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.values import PaneContent, SpanStyle
from dittomark_gui.i18n import translate


def hint(
    marks: Sequence[Mark],
    pane: int,
    contents: Sequence[PaneContent],
    comparison: Comparison | None,
    style_of: Callable[[str], SpanStyle],
) -> str:
    """Return the tooltip for the marks at a point (innermost first), or an empty string."""
    spans = {span.id: span for span in contents[pane].spans}
    for mark in marks:
        if mark.kind == "edit" and comparison is not None:
            return _other_side(mark, pane, contents, comparison)
        if mark.kind == "term" and mark.style:
            return translate("CompareView", "The other article writes: {words}").format(
                words=mark.style
            )
        if mark.kind == "span" and mark.key in spans:
            return _about(spans[str(mark.key)], style_of)
    return ""


def _other_side(
    mark: Mark, pane: int, contents: Sequence[PaneContent], comparison: Comparison
) -> str:
    passage = comparison.passages[int(mark.key)]
    here_is_a = passage.a.article == pane
    other = contents[(passage.b if here_is_a else passage.a).article].article.text
    for edit in passage.edits:
        own_range, other_range = _sides(edit, here_is_a=here_is_a)
        if own_range == (mark.start, mark.end):
            words = other[slice(*other_range)]
            if not words:
                return translate("CompareView", "Not in the other article")
            return translate("CompareView", "The other article: {words}").format(words=words)
    return ""


def _sides(edit: WordEdit, *, here_is_a: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    return (edit.a, edit.b) if here_is_a else (edit.b, edit.a)


def _about(span: Span, style_of: Callable[[str], SpanStyle]) -> str:
    return " · ".join(filter(None, (style_of(span.label).name, span.annotator, span.note)))
