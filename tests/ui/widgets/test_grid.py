"""A table of words: the same words as a table and as cards, nothing cut, every cell named by its row and column."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.ui import theme
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.grid import NARROWEST, Grid
from hsct_aid.ui.widgets.prose import Prose
from tests.ui.widgets.conftest import Shows

COLUMNS = ["No change", "Medicine", "aHSCT"]
ROWS = [
    ("Relapses", ["some", "fewer", "fewest"]),
    ("Deaths", ["none from treatment", "very few", 'some <a href="figure:trm_uk">number</a>']),
]


def words(grid: Grid) -> str:
    QApplication.processEvents()
    labels = [one.text() for one in grid.findChildren(QLabel) if one.isVisibleTo(grid)]
    return " ".join([*labels, *(one.toPlainText() for one in grid.findChildren(Prose) if one.isVisibleTo(grid))])


@pytest.mark.parametrize("width", [250, 1200])
def test_every_row_column_and_cell_is_said_at_any_width(shown: Shows, width: int) -> None:
    grid = Grid("Side by side", COLUMNS, ROWS)
    shown(grid, width)
    said = words(grid)
    for name, cells in ROWS:
        assert name in said
        assert all(cell.split(" <")[0] in said for cell in cells)
    assert all(column in said for column in COLUMNS)


def test_it_turns_into_cards_and_back_as_the_window_changes(shown: Shows) -> None:
    grid = Grid("Side by side", COLUMNS, ROWS)
    window = shown(grid, 1200)
    as_table = words(grid)
    cells = [one for one in grid.findChildren(Prose) if one.isVisibleTo(grid)]
    assert len(cells) == 6
    window.resize(250, 900)
    words(grid)
    assert len([one for one in grid.findChildren(Prose) if one.isVisibleTo(grid)]) == 2
    window.resize(1200, 900)
    assert words(grid) == as_table


def test_no_column_is_narrower_than_can_be_read(shown: Shows) -> None:
    grid = Grid("Side by side", COLUMNS, ROWS)
    window = shown(grid, 1200)
    for width in range(1200, 300, -150):
        window.resize(width, 900)
        QApplication.processEvents()
        cells = [one for one in grid.findChildren(Prose) if one.isVisibleTo(grid)]
        if len(cells) == 6:
            assert min(cell.width() for cell in cells) >= theme.measure(grid, NARROWEST - 2)


def test_each_cell_of_the_table_is_named_by_its_row_and_column(shown: Shows) -> None:
    grid = Grid("Side by side", COLUMNS, ROWS)
    shown(grid, 1200)
    names = {one.accessibleName() for one in grid.findChildren(Prose)}
    assert {"Relapses: Medicine", "Deaths: aHSCT"} <= names
    assert grid.accessibleName() == "Side by side"


@pytest.mark.parametrize("width", [250, 1200])
def test_a_link_in_a_cell_is_asked_of_the_table(shown: Shows, qtbot: QtBot, width: int) -> None:
    grid = Grid("Side by side", COLUMNS, ROWS)
    shown(grid, width)
    linked = next(one for one in grid.findChildren(Prose) if "number" in one.toPlainText() and one.isVisibleTo(grid))
    with qtbot.waitSignal(grid.asked) as asked:
        linked.asked.emit("figure:trm_uk")
    assert asked.args == ["figure:trm_uk"]


def test_a_long_table_becomes_titles_that_open(shown: Shows) -> None:
    grid = Grid("Side by side", COLUMNS, [(f"Row {n}", ["a", "b", "c"]) for n in range(6)])
    shown(grid, 250)
    QApplication.processEvents()
    folds = grid.findChildren(Fold)
    assert [fold.accessibleName() for fold in folds] == [f"Row {n}" for n in range(6)]
    folds[2].open()
    assert "aHSCT" in words(grid)


def test_a_picture_of_the_window_does_not_blank_a_table_that_was_not_seen_yet(qtbot: QtBot) -> None:
    window, page = QWidget(), QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(page)
    grid = Grid("Side by side", COLUMNS, ROWS)
    rows.addWidget(grid)
    page.setParent(window)
    page.hide()
    window.resize(1200, 900)
    window.show()
    page.resize(1200, 900)
    rows.activate()
    window.grab()  # Qt lays hidden pages out too, and forbids painting meanwhile
    page.show()
    QApplication.processEvents()
    cells = [one for one in grid.findChildren(Prose) if one.isVisible()]
    assert len(cells) == 6
    assert all(cell.updatesEnabled() for cell in cells)
