"""A row of widgets keeps its widgets, whatever else in the window comes and goes."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from hsct_aid.ui.widgets.flow import Flow


def test_a_row_made_where_an_older_layout_had_its_items_outlives_that_layout(dressed: QApplication) -> None:
    older, holder = QWidget(), QWidget()
    column, row = QVBoxLayout(older), Flow(holder)
    labels, buttons = [QLabel() for _ in range(300)], [QPushButton() for _ in range(300)]
    for label in labels:
        column.addWidget(label)
        column.itemAt(column.count() - 1)  # from now on PySide knows this item, and forgets it with the layout only
    for label, button in zip(labels, buttons, strict=True):
        shiboken6.delete(label)
        row.addWidget(button)
    items = [row.itemAt(place) for place in range(row.count())]
    shiboken6.delete(older)
    assert all(map(shiboken6.isValid, items))


def test_a_widget_that_goes_leaves_its_row(dressed: QApplication, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row, buttons = Flow(holder), [QPushButton(f"{place}") for place in range(3)]
    for button in buttons:
        row.addWidget(button)
    shiboken6.delete(buttons[1])
    left = [row.itemAt(place) for place in range(row.count())]
    assert all(isinstance(item, QWidgetItem) for item in left)
    assert [item.widget() for item in left if item is not None] == [buttons[0], buttons[2]]
