"""After the visit: answers beside their questions, records that came, and what is new on the page."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from hsct_aid.domain.changes import front_lines
from hsct_aid.domain.questions import Question, ask, drop, new_id
from hsct_aid.domain.record import Record, with_value
from hsct_aid.domain.summary import build_front
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.typed import Text
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import enter, is_ticked, press, rest, words
from tests.windows import TODAY, Opens, part

ASKED = [{"id": "q1", "text": "How long?"}, {"id": "q2", "text": "Who pays?"}]
LACKING = msgspec.convert(
    {
        "questions": {"asked": ASKED},
        "facts": {"edss": {"unknown": True}, "mri": {"value": {"contrast": True}}},
        "candidacy": {"also_lacking": ["Letter of my spa"]},
    },
    Record,
)


@pytest.fixture
def after(open_session: Opens, qtbot: QtBot) -> Window:
    made = Window(open_session(LACKING))
    qtbot.addWidget(made)
    made.resize(1280, 900)
    made.show()
    return made


def heard(window: Window) -> dict[str, str]:
    return {one.question: one.answer for one in window.session.record.visit.heard}


def boxes(window: Window) -> dict[str, str]:
    """What stands in the box of each question."""
    rest()
    shown = [one for one in window.page.findChildren(Text) if one.isVisibleTo(window)]
    return {one.accessibleName(): one.toPlainText() for one in shown}


def test_an_answer_is_written_beside_its_question(after: Window, qtbot: QtBot) -> None:
    after.session.go("visit_heard")
    enter(after, "q2", "The region.", qtbot)
    enter(after, "q1", "A month.", qtbot)
    assert heard(after) == {"q1": "A month.", "q2": "The region."}
    assert boxes(after) == {"How long?": "A month.", "Who pays?": "The region."}


def test_typing_an_answer_is_one_step_of_undo_and_leaves_the_cursor(after: Window, qtbot: QtBot) -> None:
    after.session.go("visit_heard")
    box = part(after, "q1")
    enter(after, "q1", "A month.", qtbot)
    assert part(after, "q1") is box
    after.session.undo()
    assert boxes(after)["How long?"] == ""


def test_a_question_that_is_asked_later_has_its_box_too(after: Window) -> None:
    after.session.go("visit_heard")
    rest()
    after.session.go("questions_order")
    asked = after.session.record.questions.asked
    after.session.answer("questions.asked", ask(asked, Question(new_id(asked, ()), "May I swim?")))
    after.session.go("visit_heard")
    assert list(boxes(after)) == ["How long?", "Who pays?", "May I swim?"]


def test_the_answer_to_a_question_that_was_taken_away_is_shown_at_no_other(after: Window, qtbot: QtBot) -> None:
    after.session.go("visit_heard")
    enter(after, "q2", "The region.", qtbot)
    after.session.answer("questions.asked", drop(after.session.record.questions.asked, "q2"))
    after.session.go("questions_write")
    enter(after, "questions.own", "May I swim in the sea?", qtbot)
    press(after, "questions.add", qtbot)
    after.session.go("visit_heard")
    assert boxes(after) == {"How long?": "", "May I swim in the sea?": ""}
    assert heard(after) == {"q2": "The region."}


def test_every_record_on_the_list_can_be_marked_as_come(after: Window, qtbot: QtBot) -> None:
    after.session.go("visit_next")
    for name in ("edss", "mri", "Letter of my spa"):
        press(after, f"visit.came.{name}", qtbot)
    assert set(after.session.record.visit.came) == {"edss", "mri", "Letter of my spa"}
    assert is_ticked(after, "visit.came.edss")
    press(after, "visit.came.edss", qtbot)
    assert set(after.session.record.visit.came) == {"mri", "Letter of my spa"}


def test_a_record_that_turns_out_to_be_lacking_is_listed_too(window: Window, qtbot: QtBot) -> None:
    window.session.go("visit_next")
    assert "Records that came" not in words(window)
    window.session.answer_unknown("facts.edss")
    assert "Records that came" in words(window)
    press(window, "visit.came.edss", qtbot)
    assert window.session.record.visit.came == ("edss",)


def test_a_next_step_has_a_date_and_stands_on_the_page(after: Window, qtbot: QtBot) -> None:
    after.session.go("visit_next")
    press(after, "visit.next_steps.add", qtbot)
    enter(after, "visit.next_steps.0.what", "New MRI", qtbot)
    enter(after, "visit.next_steps.0.by", "January 2027", qtbot)
    (step,) = after.session.record.visit.next_steps
    assert (step.what, step.by) == ("New MRI", "2027-01")


def test_a_next_step_can_be_marked_as_done(after: Window, qtbot: QtBot) -> None:
    after.session.go("visit_next")
    press(after, "visit.next_steps.add", qtbot)
    enter(after, "visit.next_steps.0.what", "New MRI", qtbot)
    press(after, "visit.next_steps.0.done.yes", qtbot)
    assert after.session.record.visit.next_steps[0].done is True
    assert part(after, "visit.next_steps.0").accessibleDescription().startswith("Done")
    press(after, "visit.next_steps.0.done.no", qtbot)
    assert after.session.record.visit.next_steps[0].done is False


def test_a_fresh_page_is_made_where_the_changes_are_listed(after: Window) -> None:
    after.session.go("visit_compare")
    assert part(after, "summary.save").isVisibleTo(after)
    assert part(after, "summary.print").isVisibleTo(after)


def test_what_has_changed_since_the_last_page_is_listed(open_session: Opens, qtbot: QtBot, after: Window) -> None:
    aid = after.session.aid
    lines = front_lines(build_front(aid, LACKING, TODAY))
    before = replace(LACKING, summary=replace(LACKING.summary, last_page=lines, last_page_on=TODAY))
    changed = with_value(before, "facts.ms_type", {"value": "spms"})
    for record, wanted in ((before, "nothing has changed"), (changed, "Facts, as I know them: Type secondary")):
        window = Window(open_session(record))
        qtbot.addWidget(window)
        window.show()
        window.session.go("visit_compare")
        said = words(window)
        assert "Since your page of 23 November 2026" in said
        assert wanted in said
        window.session.close()


def test_much_that_has_changed_stands_in_several_texts_with_every_line_once(after: Window) -> None:
    lines = tuple(f"{number:03}: {'what I wrote ' * 100}end {number}" for number in range(100))
    after.session.put(replace(LACKING, summary=replace(LACKING.summary, last_page=lines, last_page_on=TODAY)))
    after.session.go("visit_compare")
    rest()
    texts = [one.toPlainText() for one in after.page.findChildren(Prose) if one.isVisibleTo(after)]
    assert max(map(len, texts)) < 6000
    said = "\n".join(texts)
    assert [said.count(line) for line in lines] == [1] * len(lines)
    assert said.index("New or changed") < said.index("No longer there") < said.index(lines[0]) < said.index(lines[99])
    places = [one.mapTo(after.page, one.rect().topLeft()).y() for one in after.page.findChildren(Prose)]
    assert places == sorted(places)


def test_without_a_page_before_it_says_so(after: Window) -> None:
    after.session.go("visit_compare")
    assert "You have not saved or printed a page yet." in words(after)
