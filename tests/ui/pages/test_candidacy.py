"""Facts, criteria beside them without a verdict, and the list of records."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.candidacy import Group, State
from hsct_aid.domain.criteria import is_compared
from hsct_aid.domain.summary_evidence import state_words
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.framed import Framed
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.windows import TODAY, part

VERDICTS = ("eligible", "suitable", "you qualify", "you meet", "score", "match", "out of", "%")


def texts(window: Window) -> list[str]:
    """What stands in the frames of the page, in order."""
    frames = window.page.findChildren(Framed)
    return [frame.prose.toPlainText() for frame in frames if frame.isVisibleTo(window)]


def frame_of(window: Window, words: str) -> str:
    found = [text for text in texts(window) if words in text]
    assert len(found) == 1, found
    return found[0]


def press(window: Window, name: str, qtbot: QtBot) -> None:
    QApplication.processEvents()
    qtbot.mouseClick(part(window, name), Qt.MouseButton.LeftButton)


def open_all(window: Window) -> None:
    """Open everything that opens, what lies inside too."""
    while closed := [fold for fold in window.page.findChildren(Fold) if not fold.is_open]:
        for fold in closed:
            fold.open()


def box(window: Window, name: str) -> QLineEdit:
    found = part(window, name)
    assert isinstance(found, QLineEdit)
    return found


def test_a_published_text_stands_beside_the_persons_own_words(window: Window) -> None:
    window.session.answer_fact("facts.birth_year", 1981)
    window.session.go("candidacy_criteria_age")
    text = frame_of(window, "ECTRIMS/EBMT 2025")
    assert "They describe: Under 45 years" in text
    assert "You wrote: born 1981 (44 or 45" in text
    assert "Side by side: not known" in text


def test_the_answer_can_be_changed_beside_the_criteria_and_taken_back(window: Window, qtbot: QtBot) -> None:
    window.session.go("candidacy_criteria_age")
    assert "not filled in" in frame_of(window, "ECTRIMS/EBMT 2025")
    press(window, "change.birth_year", qtbot)
    qtbot.keyClicks(box(window, "facts.birth_year.box"), "1990")
    assert "Side by side: as described" in frame_of(window, "ECTRIMS/EBMT 2025")
    window.session.undo()
    assert window.session.record.facts.birth_year is None
    assert "not filled in" in frame_of(window, "ECTRIMS/EBMT 2025")


def test_the_persons_country_comes_forward_only_because_they_set_it(window: Window) -> None:
    window.session.go("candidacy_criteria_age")
    assert [text for text in texts(window) if "MS Society UK (NHS" in text] == []
    window.session.answer_fact("facts.country", "GB")
    assert frame_of(window, "MS Society UK (NHS")
    window.session.undo()
    assert [text for text in texts(window) if "MS Society UK (NHS" in text] == []


@pytest.mark.parametrize("group", get_args(Group))
def test_every_rule_of_a_group_is_one_step_away_and_none_is_a_verdict(window: Window, aid: Aid, group: Group) -> None:
    for record in ({}, {"ms_type": "ppms", "birth_year": 1960, "edss": 7.0, "country": "US"}):
        for key, value in record.items():
            window.session.answer_fact(f"facts.{key}", value)
        window.session.go(f"candidacy_criteria_{group}")
        open_all(window)
        shown = texts(window)
        rules = [rule for rule in aid.library.rules if rule.group == group]
        assert len(shown) == len(rules)
        for rule in rules:
            assert any(rule.rule_set in text and rule.words in text for text in shown), rule.id
        assert sum("Side by side" in text for text in shown) == sum(map(is_compared, rules))
        words = " ".join(label for label in window_words(window)).casefold()
        assert [one for one in VERDICTS if one in words] == []


def test_many_medicines_with_long_names_stand_below_the_words_of_a_body_and_all_of_them(window: Window) -> None:
    names = [f"{number:02} {'long name ' * 18}end" for number in range(30)]
    window.session.answer_fact("facts.medicines", [{"name": name} for name in names])
    window.session.go("candidacy_criteria_medicines")
    framed = next(one for one in window.page.findChildren(Prose) if "Side by side" in one.toPlainText())
    assert [framed.toPlainText().count(name) for name in names] == [1] * len(names)
    assert framed.document().rootFrame().childFrames() == []  # no table, which Qt lays out three times
    assert "They describe" in framed.toPlainText()


def window_words(window: Window) -> list[str]:
    """The words the page itself adds: names of what can be pressed and of its parts."""
    return [widget.accessibleName() for widget in window.page.findChildren(QWidget) if widget.accessibleName()]


def test_rules_keep_the_order_of_the_library_whatever_is_answered(window: Window, aid: Aid) -> None:
    orders = []
    for edss in (1.0, 9.0):
        window.session.answer_fact("facts.edss", edss)
        window.session.go("candidacy_criteria_walking")
        open_all(window)
        orders.append([text.splitlines()[0] for text in texts(window)])
    assert orders[0] == orders[1]


def test_every_state_has_calm_words() -> None:
    words = {state_words(state) for state in get_args(State)}
    assert len(words) == len(get_args(State))
    assert not any(one in word for word in words for one in VERDICTS)


def test_the_source_of_a_criterion_opens_in_place(window: Window, qtbot: QtBot) -> None:
    window.session.go("candidacy_criteria_age")
    window.page.asked.emit("rule:ect_age")
    assert part(window, "explanation")
    assert "We read it in this summary" in window.explain.prose.toPlainText()


def test_a_medicine_is_added_named_and_taken_away(window: Window, qtbot: QtBot) -> None:
    window.session.go("candidacy_medicines")
    press(window, "facts.medicines.add", qtbot)
    qtbot.keyClicks(box(window, "facts.medicines.value.0.name.box"), "Tysabri")
    medicines = window.session.record.facts.medicines
    assert medicines is not None
    assert medicines.value is not None
    assert [one.name for one in medicines.value] == ["Tysabri"]
    press(window, "facts.medicines.0.remove", qtbot)
    assert window.session.record.facts.medicines is None


def test_a_name_of_a_medicine_is_offered_while_one_types(window: Window, qtbot: QtBot) -> None:
    window.session.go("candidacy_medicines")
    press(window, "facts.medicines.add", qtbot)
    name = box(window, "facts.medicines.value.0.name.box")
    assert name.completer() is not None
    name.completer().setCompletionPrefix("ocre")
    assert name.completer().currentCompletion().casefold() in ("ocrelizumab", "ocrevus")


def test_no_relapse_and_not_knowing_are_answers_too(window: Window, qtbot: QtBot) -> None:
    window.session.go("candidacy_relapses")
    press(window, "facts.relapses.instead.none", qtbot)
    answer = window.session.record.facts.relapses
    assert answer is not None
    assert answer.value == ()
    press(window, "facts.relapses.instead.unknown", qtbot)
    answer = window.session.record.facts.relapses
    assert answer is not None
    assert answer.unknown


def test_the_last_scan_is_asked_in_boxes_or_not_known(window: Window, qtbot: QtBot) -> None:
    window.session.go("candidacy_scan")
    qtbot.keyClicks(box(window, "facts.mri.value.new_lesions.box"), "2")
    press(window, "facts.mri.value.contrast.no", qtbot)
    answer = window.session.record.facts.mri
    assert answer is not None
    assert answer.value is not None
    assert (answer.value.new_lesions, answer.value.contrast, answer.on) == (2, False, TODAY)
    press(window, "facts.mri.unknown.unknown", qtbot)
    assert window.session.record.facts.mri is not None
    assert window.session.record.facts.mri.unknown
    assert not [
        one for one in window.page.findChildren(QWidget, "facts.mri.value.contrast.no") if one.isVisibleTo(window)
    ]
    press(window, "facts.mri.unknown.unknown", qtbot)
    assert window.session.record.facts.mri is None


def test_the_country_can_be_one_of_the_library_or_another(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("candidacy_plans")
    for country in aid.library.availability.countries:
        assert part(window, f"facts.country.{country.code}")
    press(window, "facts.country.ZZ", qtbot)
    answer = window.session.record.facts.country
    assert answer is not None
    assert answer.value == "ZZ"


def test_what_is_not_known_becomes_a_record_that_can_leave_the_list(window: Window, qtbot: QtBot) -> None:
    window.session.answer_unknown("facts.edss")
    window.session.answer_unknown("facts.mri")
    window.session.go("candidacy_records")
    press(window, "candidacy.have.edss", qtbot)
    assert window.session.record.candidacy.not_needed == ("edss",)
    ticked = part(window, "candidacy.have.edss")
    assert isinstance(ticked, QAbstractButton)
    assert ticked.isChecked()
    window.session.undo()
    assert not window.session.record.candidacy.not_needed
    assert not ticked.isChecked()


def test_own_records_are_added_and_taken_away(window: Window, qtbot: QtBot) -> None:
    window.session.go("candidacy_records")
    qtbot.keyClicks(box(window, "candidacy.own"), "Letter from Dr No")
    assert window.session.draft("candidacy.own") == "Letter from Dr No"  # kept before it is added
    press(window, "candidacy.add", qtbot)
    assert window.session.record.candidacy.also_lacking == ("Letter from Dr No",)
    assert window.session.record.drafts == ()
    assert box(window, "candidacy.own").text() == ""
    press(window, "0.0", qtbot)
    assert not window.session.record.candidacy.also_lacking


def test_a_fact_without_an_answer_can_be_filled_in_beside_the_records(window: Window, qtbot: QtBot) -> None:
    window.session.go("candidacy_records")
    press(window, "change.edss", qtbot)
    qtbot.keyClicks(box(window, "facts.edss.box"), "3.5")
    answer = window.session.record.facts.edss
    assert answer is not None
    assert answer.value == 3.5
    assert box(window, "facts.edss.box").text() == "3.5"
