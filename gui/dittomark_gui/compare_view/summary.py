"""The data of a passage for the bottom bar."""

from collections.abc import Sequence

from dittomark.compare.comparison import Passage
from dittomark_gui.compare_view.values import EditTexts, PassageSummary


def summary(
    passage: Passage, *, order: Sequence[int], index: int, texts: Sequence[str]
) -> PassageSummary:
    """Return the summary of the passage `index`; `order` has the indices of all shown ones."""
    text_a, text_b = texts[passage.a.article], texts[passage.b.article]
    return PassageSummary(
        number=passage.group,
        position=order.index(index) + 1 if index in order else 0,
        total=len(order),
        similarity=passage.similarity,
        kind=passage.kind,
        weak=passage.weak,
        panes=(passage.a.article, passage.b.article),
        a=text_a[passage.a.start : passage.a.end],
        b=text_b[passage.b.start : passage.b.end],
        edits=tuple(
            EditTexts(edit.op, text_a[slice(*edit.a)], text_b[slice(*edit.b)])
            for edit in passage.edits
        ),
    )
