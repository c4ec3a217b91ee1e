"""A scroll bar is drawn where Fusion takes its handle to be, and Tab goes on as the eye reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleFactory, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from hsct_aid.ui.widgets.scroll_bar import ScrollBar


@pytest.mark.parametrize("upright", [True, False])
@pytest.mark.parametrize(("most", "page", "value"), [(0, 100, 0), (50, 400, 20), (3000, 500, 3000), (90_000, 300, 7)])
def test_the_handle_is_drawn_where_a_click_takes_hold_of_it(
    upright: bool, most: int, page: int, value: int, qtbot: QtBot
) -> None:
    bar = ScrollBar(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
    qtbot.addWidget(bar)
    fusion = QStyleFactory.create("Fusion")
    bar.setStyle(fusion)
    bar.resize(22 if upright else 500, 500 if upright else 22)
    bar.setRange(0, most)
    bar.setPageStep(page)
    bar.setValue(value)
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    part = QStyle.SubControl.SC_ScrollBarSlider
    known = fusion.subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, bar)
    drawn = bar.handle()
    near = zip(drawn.getCoords(), known.getCoords(), strict=True)  # type: ignore[call-overload]  # tuples of four
    assert all(abs(ours - theirs) <= 1 for ours, theirs in near)


def test_a_bar_is_wide_enough_for_a_shaky_hand(qtbot: QtBot) -> None:
    for orientation, side in ((Qt.Orientation.Vertical, "width"), (Qt.Orientation.Horizontal, "height")):
        bar = ScrollBar(orientation)
        qtbot.addWidget(bar)
        assert getattr(bar.sizeHint(), side)() == 22
