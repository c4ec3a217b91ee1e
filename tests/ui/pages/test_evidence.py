"""Results to keep, studies, claims, disagreements and pictures."""

from __future__ import annotations

import re

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.block import Picture
from hsct_aid.domain.estimate import Count, Percent, per
from hsct_aid.domain.prose import outcome_of, plain
from hsct_aid.domain.record import Record
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.icon_array import IconArray
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import everything, open_all
from tests.windows import Opens, part

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


def press(window: Window, name: str, qtbot: QtBot) -> None:
    QApplication.processEvents()
    qtbot.mouseClick(part(window, name), Qt.MouseButton.LeftButton)


def test_a_result_is_kept_from_its_explanation_and_taken_out(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("evidence_side_by_side")
    window.page.asked.emit("cell:death:ahsct")
    window.explain.prose.asked.emit("keep:trm_uk")
    assert window.session.record.evidence.kept == ("trm_uk",)
    assert "You keep this result" in window.explain.prose.toPlainText()
    assert aid.library.outcomes["trm_uk"].title in everything(window)
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
    shown = [text for text in everything(window) if "They studied" in text]
    assert len(shown) >= len(studies)
    assert all("born 1981" in text for text in shown)
    window.session.answer_fact("facts.birth_year", 1990)
    assert all("born 1990" in text for text in everything(window) if "They studied" in text)


def test_all_claims_and_all_disagreements_are_shown(window: Window, aid: Aid) -> None:
    window.session.go("evidence_claims")
    open_all(window)
    names = [fold.accessibleName() for fold in window.page.findChildren(Fold)]
    assert names == [claim.claim for claim in aid.library.claims.values()]
    said = " ".join(everything(window))
    for claim in aid.library.claims.values():
        assert plain(aid, claim.answer).split(". ")[0] in said, claim.id
    window.session.go("evidence_conflicts")
    said = " ".join(everything(window))
    for conflict in aid.library.conflicts:
        assert conflict.topic in said


def test_every_medicine_is_there_with_its_harms(window: Window, aid: Aid) -> None:
    window.session.go("evidence_medicines")
    open_all(window)
    said = " ".join(everything(window))
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
                lines += [
                    re.sub(r"ou wrote.*?(?=Kind of study|$)", "", text, flags=re.S) for text in everything(window)
                ]
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
    assert sum("You keep this result" in text for text in everything(window)) == 1


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
