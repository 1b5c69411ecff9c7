"""The shapes of ribbons between two panes."""

from PySide6.QtCore import QPointF, QRectF

from dittomark_gui.compare_view.ribbons import (
    Ribbon,
    Side,
    Stub,
    arrow,
    label_place,
    middle_at,
    path,
    side,
    stub_path,
)


def ribbon(left: Side, right: Side) -> Ribbon:
    return Ribbon(0, 1, 0.9, weak=False, left=left, right=right, seen=(0, 500))


def test_a_ribbon_joins_the_two_heights_exactly() -> None:
    outline = path(ribbon(Side(10, 40, "visible"), Side(100, 150, "visible")), 60)
    assert outline.contains(QPointF(0.5, 25))
    assert outline.contains(QPointF(59.5, 125))
    assert not outline.contains(QPointF(0.5, 60))
    assert not outline.contains(QPointF(59.5, 60))
    assert outline.boundingRect() == QRectF(0, 10, 60, 140)


def test_an_end_out_of_sight_becomes_a_stub_at_the_edge_with_an_arrow() -> None:
    above = side(-300, -200, 80, 600)
    below = side(700, 900, 80, 600)
    assert (above.end, above.top) == ("above", 80)
    assert (below.end, below.bottom) == ("below", 600)
    assert arrow(above, 8)[0].y() < arrow(above, 8)[1].y()
    assert arrow(below, 8)[0].y() > arrow(below, 8)[1].y()


def test_an_end_that_is_partly_in_sight_keeps_its_place() -> None:
    assert side(50, 120, 80, 600) == Side(50, 120, "visible")


def test_labels_keep_clear_of_each_other_while_there_is_room() -> None:
    flat = ribbon(Side(10, 40, "visible"), Side(10, 40, "visible"))
    taken: list[QRectF] = []
    for _ in range(3):
        box = label_place(flat, 120, (20, 12), taken)
        assert box is not None
        assert not any(box.intersects(other) for other in taken)
        taken.append(box)
    assert label_place(flat, 120, (100, 12), taken) is None


def test_a_label_lies_on_its_ribbon() -> None:
    steep = ribbon(Side(10, 40, "visible"), Side(300, 350, "visible"))
    for share in (0.1, 0.5, 0.9):
        assert path(steep, 60).contains(QPointF(60 * share, middle_at(steep, share)))


def test_a_stub_points_away_from_its_pane() -> None:
    left = stub_path(Stub(0, 1, at_left=True, side=Side(10, 40, "visible"), column=3), 60)
    right = stub_path(Stub(0, 1, at_left=False, side=Side(10, 40, "visible"), column=1), 60)
    assert left.boundingRect().right() < 30 < right.boundingRect().left()
