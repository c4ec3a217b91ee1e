"""The ways forward beside each other, what stands behind each cell, studies, claims and disagreements."""

from __future__ import annotations

import re

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.block import Picture
from hsct_aid.domain.estimate import Count, Percent, Ratio, per
from hsct_aid.domain.prose import outcome_of, plain
from hsct_aid.domain.record import Record
from hsct_aid.ui.explanations import explanation
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.grid import Grid
from hsct_aid.ui.widgets.icon_array import IconArray
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.windows import TODAY, Opens, part

OTHER = msgspec.convert(
    {
        "facts": {
            "ms_type": {"value": "ppms"}, "birth_year": {"value": 1961}, "edss": {"value": 7.5},
            "relapses": {"value": []}, "country": {"value": "NO"},
        },
        "values": {"top": ["children"]},
    },
    Record,
)  # fmt: skip


def open_all(window: Window) -> None:
    """Open everything that opens, what lies inside too."""
    while closed := [fold for fold in window.page.findChildren(Fold) if not fold.is_open]:
        window.page.hide()
        for fold in closed:
            fold.open()
        window.page.show()
        QApplication.processEvents()


def words(window: Window) -> list[str]:
    """Everything the page says, in order of its parts."""
    parts = [one for one in window.page.findChildren(QWidget) if one.isVisibleTo(window)]
    said = [
        one.toPlainText() if isinstance(one, Prose) else one.text() for one in parts if isinstance(one, Prose | QLabel)
    ]
    return [text for text in said if text]


def plain_text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def press(window: Window, name: str, qtbot: QtBot) -> None:
    QApplication.processEvents()
    qtbot.mouseClick(part(window, name), Qt.MouseButton.LeftButton)


def test_all_rows_stand_beside_all_ways_forward(window: Window, aid: Aid) -> None:
    window.session.go("evidence_side_by_side")
    open_all(window)
    said = words(window)
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
    said = " ".join(words(window))
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


def test_a_result_is_kept_from_its_explanation_and_taken_out(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("evidence_side_by_side")
    window.page.asked.emit("cell:death:ahsct")
    window.explain.prose.asked.emit("keep:trm_uk")
    assert window.session.record.evidence.kept == ("trm_uk",)
    assert "You keep this result" in window.explain.prose.toPlainText()
    assert aid.library.outcomes["trm_uk"].title in words(window)
    window.session.undo()
    assert not window.session.record.evidence.kept
    window.session.redo()
    press(window, "trm_uk.1", qtbot)
    assert not window.session.record.evidence.kept


def test_a_kept_result_can_be_looked_at_again(window: Window, qtbot: QtBot) -> None:
    window.session.answer("evidence.kept", ("trm_uk",))
    window.session.go("evidence_side_by_side")
    press(window, "trm_uk.0", qtbot)
    assert "5 of 364" in window.explain.prose.toPlainText()


def test_every_study_stands_beside_the_persons_own_facts(window: Window, aid: Aid) -> None:
    window.session.answer_fact("facts.birth_year", 1981)
    window.session.go("evidence_studies")
    open_all(window)
    studies = {source.id for source in aid.library.sources.values() if source.kind == "study"}
    shown = [text for text in words(window) if "They studied" in text]
    assert len(shown) >= len(studies)
    assert all("born 1981" in text for text in shown)
    window.session.answer_fact("facts.birth_year", 1990)
    assert all("born 1990" in text for text in words(window) if "They studied" in text)


def test_all_claims_and_all_disagreements_are_shown(window: Window, aid: Aid) -> None:
    window.session.go("evidence_claims")
    open_all(window)
    names = [fold.accessibleName() for fold in window.page.findChildren(Fold)]
    assert names == [claim.claim for claim in aid.library.claims.values()]
    said = " ".join(words(window))
    for claim in aid.library.claims.values():
        assert plain(aid, claim.answer).split(". ")[0] in said, claim.id
    window.session.go("evidence_conflicts")
    said = " ".join(words(window))
    for conflict in aid.library.conflicts:
        assert conflict.topic in said


def test_every_medicine_is_there_with_its_harms(window: Window, aid: Aid) -> None:
    window.session.go("evidence_medicines")
    open_all(window)
    said = " ".join(words(window))
    for medicine in aid.library.medicines:
        assert plain(aid, medicine.harms).split(". ")[0] in said, medicine.id


def test_each_picture_says_its_own_number_both_ways(window: Window, aid: Aid) -> None:
    for step in aid.steps.values():
        for block in step.blocks:
            if isinstance(block, Picture) and aid.kinds[step.id] == "evidence":
                window.session.go(step.id)
                drawn = [one for one in window.page.findChildren(IconArray) if one.isVisibleTo(window)]
                figures = [outcome_of(aid, ref)[1] for ref in block.figures]
                for figure, array in zip(figures, drawn, strict=True):
                    assert isinstance(figure, Count | Percent)
                    share = per(figure, block.base)
                    assert f"{share.n} of {block.base:,} people" in array.accessibleName()
                    assert f"{share.base - share.n:,} of {block.base:,} people" in array.accessibleName()


def test_pictures_stand_beside_each_other_where_there_is_room(window: Window) -> None:
    window.session.go("evidence_disability")
    QApplication.processEvents()
    tops = {one.mapTo(window, one.rect().topLeft()).y() for one in window.page.findChildren(IconArray)}
    assert len(tops) == 1


def test_facts_are_the_same_for_two_different_people(open_session: Opens, qtbot: QtBot) -> None:
    said: list[list[str]] = []
    for record in (Record(), OTHER):
        window = Window(open_session(record, depth="full"))
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        lines = []
        for step in window.session.journey.steps:
            if window.session.aid.kinds[step.id] == "evidence":
                window.session.go(step.id)
                QApplication.processEvents()
                open_all(window)
                lines += [re.sub(r"ou wrote.*?(?=Kind of study|$)", "", text, flags=re.S) for text in words(window)]
        said.append(lines)
        window.close()
    assert said[0] == said[1]


def test_tab_goes_from_a_title_into_what_it_opens(window: Window, qtbot: QtBot) -> None:
    window.session.go("evidence_claims")
    QApplication.processEvents()
    first = window.page.findChildren(Fold)[0]
    first.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert first.is_open
    QApplication.processEvents()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    reached = QApplication.focusWidget()
    assert isinstance(reached, Prose)
    assert first.isAncestorOf(reached)


def test_page_down_in_a_text_scrolls_the_page(window: Window, qtbot: QtBot) -> None:
    window.session.go("evidence_conflicts")
    QApplication.processEvents()
    text = window.page.findChildren(Prose)[1]
    text.setFocus()
    area = window.stack.shown
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    before = bar.value()
    qtbot.keyClick(text, Qt.Key.Key_PageDown)
    assert bar.value() > before


def test_a_wide_table_is_a_grid_of_words(window: Window) -> None:
    window.session.go("evidence_relapses")
    QApplication.processEvents()
    assert len(window.page.findChildren(Grid)) == 1


def test_every_result_stands_under_its_topic_and_can_be_kept_there(open_session: Opens, aid: Aid, qtbot: QtBot) -> None:
    window = Window(open_session(depth="full"))
    qtbot.addWidget(window)
    window.show()
    window.session.go("evidence_all")
    open_all(window)
    shown = [fold.accessibleName() for fold in window.page.findChildren(Fold)]
    for outcome in aid.library.outcomes.values():
        assert outcome.title in shown
    window.page.asked.emit("keep:trm_uk")
    assert window.session.record.evidence.kept == ("trm_uk",)
    assert sum("You keep this result" in text for text in words(window)) == 1


class Windows(QObject):
    """Notices every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, found: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it so
        if event.type() == QEvent.Type.Show and isinstance(found, QWidget) and found.isWindow():
            self.shown.append(type(found).__name__)
        return False


def test_no_part_of_a_page_opens_as_a_window_of_its_own(window: Window, dressed: QApplication) -> None:
    window.session.answer("evidence.kept", ("trm_uk",))
    window.session.answer("candidacy.also_lacking", ("letter",))
    watch = Windows()
    dressed.installEventFilter(watch)
    for step in window.session.journey.steps:
        if window.session.aid.kinds[step.id] in ("candidacy", "evidence", "availability"):
            window.session.go(step.id)
            QApplication.processEvents()
            for fold in window.page.findChildren(Fold)[:3]:
                fold.open()
    dressed.removeEventFilter(watch)
    assert watch.shown == []


@pytest.mark.parametrize(
    "step", ["candidacy_criteria_age", "evidence_deaths", "evidence_side_by_side", "availability_trials"]
)
def test_tab_goes_round_a_page_and_comes_back(window: Window, qtbot: QtBot, step: str) -> None:
    window.session.go(step)
    QApplication.processEvents()
    for fold in window.page.findChildren(Fold)[:1]:
        fold.open()
    QApplication.processEvents()
    window.page.heading.setFocus()
    reached: list[QWidget] = []
    for _press in range(200):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        if here is window.page.heading:
            break
        reached.append(here)
    on_page = [one for one in dict.fromkeys(reached) if window.page.isAncestorOf(one)]
    tops = [one.mapTo(window.page, one.rect().topLeft()).y() for one in on_page]
    assert len(on_page) > 3
    assert reached[-1] is not window.page.heading
    assert tops == sorted(tops)
