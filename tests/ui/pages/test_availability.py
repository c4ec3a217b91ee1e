"""Routes by country, trials with their dated status, questions for a centre, costs, warning signs, the search."""

from __future__ import annotations

from html import escape

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.availability import status_words
from hsct_aid.domain.record import Record
from hsct_aid.domain.suggestions import suggestions
from hsct_aid.domain.summary import build_summary
from hsct_aid.ui.explanations import explanation
from hsct_aid.ui.pages.availability import SEARCH
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import open_all
from tests.windows import TODAY, part


class Browser(QObject):
    """What the computer would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


def words(window: Window) -> str:
    """Everything the page says."""
    parts = [one for one in window.page.findChildren(QWidget) if one.isVisibleTo(window)]
    said = [
        one.toPlainText() if isinstance(one, Prose) else one.text() for one in parts if isinstance(one, Prose | QLabel)
    ]
    return "\n".join(said)


def press(window: Window, name: str, qtbot: QtBot) -> None:
    QApplication.processEvents()
    qtbot.mouseClick(part(window, name), Qt.MouseButton.LeftButton)


def is_ticked(window: Window, name: str) -> bool:
    found = part(window, name)
    assert isinstance(found, QAbstractButton)
    return found.isChecked()


def test_every_country_is_shown_with_its_day_and_source(window: Window, aid: Aid) -> None:
    window.session.go("availability_routes")
    open_all(window)
    said = words(window)
    for country in aid.library.availability.countries:
        for text in (country.position, country.funding, country.as_of, *country.criteria, *country.centres):
            assert text in said, (country.id, text)
        for address in country.addresses:
            assert escape(address) in explanation(aid, Record(), TODAY, f"read:{country.id}")[1]
    assert "not looked into" in said


def test_the_persons_country_stands_first_only_because_they_named_it(window: Window) -> None:
    window.session.go("availability_routes")
    assert "Your country" not in words(window)
    window.session.answer_fact("facts.country", "SE")
    assert "Your country: Sweden" in words(window)
    assert "Karolinska" in words(window)
    window.session.undo()
    assert "Your country" not in words(window)


def test_another_country_is_said_not_to_have_been_looked_into(window: Window) -> None:
    window.session.answer_fact("facts.country", "ZZ")
    window.session.go("availability_routes")
    assert "Your country was not looked into for this aid." in words(window)


def test_the_country_can_be_named_here(window: Window, qtbot: QtBot) -> None:
    window.session.go("availability_routes")
    press(window, "routes.country", qtbot)
    press(window, "facts.country.DK", qtbot)
    assert "Your country: Denmark" in words(window)


@pytest.mark.parametrize("facts", [{}, {"country": "IT", "ms_type": "ppms"}])
def test_every_trial_has_its_dated_status_whatever_is_answered(window: Window, aid: Aid, facts: dict[str, str]) -> None:
    for key, value in facts.items():
        window.session.answer_fact(f"facts.{key}", value)
    window.session.go("availability_trials")
    before = words(window)
    open_all(window)
    said = words(window)
    for trial in aid.library.availability.trials:
        assert status_words(trial, TODAY) in said, trial.id
        for number in trial.numbers:
            assert (number in before) == (trial.first or number in before), trial.id
            assert number in said, trial.id
        assert trial.address in said
    places = [said.index(trial.compared) for trial in aid.library.availability.trials if trial.first]
    assert places == sorted(places)


def test_a_trial_is_noted_with_its_status_suggested_as_a_question_and_taken_back(
    window: Window, aid: Aid, qtbot: QtBot
) -> None:
    window.session.go("availability_trials")
    press(window, "note.net-ms.net-ms", qtbot)
    noted = window.session.record.availability.trials
    assert [(one.number, one.status, one.as_of) for one in noted] == [
        ("CTIS 2024-515470-26-00", "recruiting", "2025-09-24")
    ]
    assert any("NET-MS" in one.text for one in suggestions(aid, window.session.record))
    window.session.undo()
    assert not window.session.record.availability.trials
    assert not is_ticked(window, "note.net-ms.net-ms")


def test_trials_without_a_number_can_be_noted_too(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("availability_trials")
    open_all(window)
    unnumbered = [trial.id for trial in aid.library.availability.trials if not trial.numbers]
    for trial_id in unnumbered:
        press(window, f"note.{trial_id}.{trial_id}", qtbot)
    assert len(window.session.record.availability.trials) == len(unnumbered)
    assert len({one.id for one in suggestions(aid, window.session.record)}) >= len(unnumbered)
    press(window, f"note.{unnumbered[0]}.{unnumbered[0]}", qtbot)
    assert len(window.session.record.availability.trials) == len(unnumbered) - 1


def test_a_trial_noted_elsewhere_stays_when_another_is_ticked(window: Window, qtbot: QtBot) -> None:
    window.session.answer("availability.trials", [{"number": "NCT00000000", "title": "From a list"}])
    window.session.go("availability_trials")
    press(window, "note.beat-ms.beat-ms", qtbot)
    assert [one.number for one in window.session.record.availability.trials] == ["NCT00000000", "NCT04047628"]


def test_the_words_of_the_search_can_be_copied(window: Window, qtbot: QtBot) -> None:
    window.session.go("availability_fresh")
    press(window, "copy.1", qtbot)
    assert QGuiApplication.clipboard().text() == '"hematopoietic stem cell"'
    press(window, "copy.2", qtbot)
    assert QGuiApplication.clipboard().text() == SEARCH


def test_the_browser_opens_only_after_a_question(window: Window, qtbot: QtBot) -> None:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[arg-type]  # it takes a str, whatever its stub says
    try:
        window.session.go("availability_fresh")
        press(window, "browser", qtbot)
        assert browser.opened == []
        assert QApplication.focusWidget() is part(window, "browser.no")
        press(window, "browser.no", qtbot)
        assert browser.opened == []
        press(window, "browser", qtbot)
        press(window, "browser.yes", qtbot)
        assert browser.opened == [SEARCH]
    finally:
        QDesktopServices.unsetUrlHandler("https")


def test_questions_for_a_centre_join_the_persons_own(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("availability_centres")
    for one in aid.library.availability.centre_questions:
        assert part(window, f"centre.{_first_of(aid, one.topic)}.cq_{one.id}")
    press(window, "centre.trm.cq_trm", qtbot)
    asked = window.session.record.questions.asked
    assert [(one.prompt, one.to) for one in asked] == [("cq_trm", "centre")]
    window.session.undo()
    assert not is_ticked(window, "centre.trm.cq_trm")
    press(window, "centre.trm.cq_trm", qtbot)
    press(window, "centre.trm.cq_trm", qtbot)
    assert not window.session.record.questions.asked


def test_all_questions_for_a_centre_are_added_at_once_and_stand_on_paper_as_one_list(
    window: Window, aid: Aid, qtbot: QtBot
) -> None:
    window.session.go("availability_centres")
    press(window, "centre.all", qtbot)
    asked = window.session.record.questions.asked
    every = [one.question for one in aid.library.availability.centre_questions]
    assert [one.text for one in asked] == every
    page = next(
        one for one in build_summary(aid, window.session.record, TODAY).chapters if one.id == "questions_centre"
    )
    assert [entry.text for entry in page.entries] == every
    window.session.undo()
    assert not window.session.record.questions.asked
    assert not is_ticked(window, "centre.trm.cq_trm")


def _first_of(aid: Aid, topic: str) -> str:
    return next(one.id for one in aid.library.availability.centre_questions if one.topic == topic)


def test_a_note_on_a_centre_is_kept(window: Window, qtbot: QtBot) -> None:
    window.session.go("availability_centres")
    press(window, "availability.centres.add", qtbot)
    name = part(window, "availability.centres.0.name.box")
    assert isinstance(name, QLineEdit)
    qtbot.keyClicks(name, "Uppsala")
    assert [one.name for one in window.session.record.availability.centres] == ["Uppsala"]


def test_experience_accreditation_practical_facts_and_costs_are_all_there(window: Window, aid: Aid) -> None:
    found = aid.library.availability
    for step, entries in (
        ("availability_judge", (*found.experience, *found.accreditation)),
        ("availability_costs", found.practical),
    ):
        window.session.go(step)
        open_all(window)
        said = words(window)
        for entry in entries:
            assert entry.text in said
            assert entry.as_of in said
            addresses = explanation(aid, Record(), TODAY, f"read:{entry.id}")[1]
            assert all(escape(address) in addresses for address in entry.addresses)
    for cost in found.costs:
        assert cost.amount in said
        assert escape(cost.address) in explanation(aid, Record(), TODAY, f"read:{cost.id}")[1]
    assert "total" not in said.casefold()


def test_every_warning_sign_stands_with_its_reason(window: Window, aid: Aid) -> None:
    window.session.go("availability_warning")
    QApplication.processEvents()
    open_all(window)
    said = words(window)
    for one in aid.library.availability.warning_signs:
        assert one.sign in said
        assert one.why in said
