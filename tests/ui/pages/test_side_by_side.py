"""All ways forward beside each other, as a table and as cards, and what stands behind each cell."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.estimate import Count, Percent, Ratio
from hsct_aid.domain.prose import plain
from hsct_aid.domain.record import Record
from hsct_aid.ui.explanations import explanation
from hsct_aid.ui.widgets.grid import Grid
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import everything, open_all
from tests.windows import TODAY


def plain_text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_all_rows_stand_beside_all_ways_forward(window: Window, aid: Aid) -> None:
    window.session.go("evidence_side_by_side")
    open_all(window)
    said = everything(window)
    for row in aid.library.rows:
        assert row.name in said
        for cell in row.cells:
            assert any(text.startswith(plain(aid, cell.text)) for text in said), (row.id, cell.option)
    for option in aid.library.options:
        assert option.name in said


@pytest.mark.parametrize("width", [700, 1280])
def test_the_table_says_the_same_as_cards(window: Window, aid: Aid, width: int) -> None:
    window.resize(QSize(width, 800))
    window.session.go("evidence_side_by_side")
    open_all(window)
    said = " ".join(everything(window))
    for row in aid.library.rows:
        for cell in row.cells:
            assert plain(aid, cell.text) in said, (row.id, cell.option)


def test_every_cell_leads_to_numbers_people_and_source(aid: Aid) -> None:
    for row in aid.library.rows:
        for cell in row.cells:
            title, html = explanation(aid, Record(), TODAY, f"cell:{row.id}:{cell.option}")
            assert row.name in title
            text = plain_text(html)
            for outcome_id in cell.outcomes:
                outcome = aid.library.outcomes[outcome_id]
                assert outcome.title in html or plain_text(outcome.title) in text
                assert f"keep:{outcome_id}" in html
                drawn = [one for one in outcome.figures.values() if isinstance(one, Count | Percent)]
                assert html.count("people:") >= len(drawn)
                if any(not isinstance(one, Ratio) for one in outcome.figures.values()):
                    assert aid.library.sources[outcome.source].authors.split(",")[0] in html


def test_no_ratio_stands_behind_a_cell(aid: Aid) -> None:
    for row in aid.library.rows:
        for cell in row.cells:
            assert "a ratio of" not in explanation(aid, Record(), TODAY, f"cell:{row.id}:{cell.option}")[1]


def test_every_figure_is_explained(aid: Aid) -> None:
    for outcome in aid.library.outcomes.values():
        for name in outcome.figures:
            title, html = explanation(aid, Record(), TODAY, f"figure:{outcome.id}.{name}")
            assert title == outcome.title
            assert "Who was studied" in html


def test_a_wide_table_is_a_grid_of_words(window: Window) -> None:
    window.session.go("evidence_relapses")
    QApplication.processEvents()
    assert len(window.page.findChildren(Grid)) == 1
