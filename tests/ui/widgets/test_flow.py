"""A row of widgets keeps its widgets, whatever else in the window comes and goes."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.tab_order import inside


def test_a_row_made_where_a_layout_that_was_looked_through_had_its_items_outlives_it(dressed: QApplication) -> None:
    older, holder = QWidget(), QWidget()
    column, row = QVBoxLayout(older), Flow(holder)
    labels, buttons = [QLabel() for _ in range(300)], [QPushButton() for _ in range(300)]
    for label in labels:
        column.addWidget(label)
    assert list(inside(older)) == labels
    for label, button in zip(labels, buttons, strict=True):
        shiboken6.delete(label)
        row.addWidget(button)
    items = [row.itemAt(place) for place in range(row.count())]
    shiboken6.delete(older)
    assert all(map(shiboken6.isValid, items))
