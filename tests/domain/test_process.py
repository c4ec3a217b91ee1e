"""The path: every step has the same parts, and what is marked becomes a question."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.process import ProcessAnswers, suggest
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.text import render_text
from tests.domain.shipped_aid import AID
from tests.report.sample_aid import TODAY

MARKS = st.lists(st.sampled_from([step.id for step in AID.library.path]), unique=True)


def marking(ids: list[str]) -> Record:
    return replace(Record(), process=ProcessAnswers(tuple(ids)))


def test_every_step_of_the_path_says_all_its_parts(aid: Aid) -> None:
    assert len(aid.library.path) >= 8
    for step in aid.library.path:
        for part in (step.name, step.what, step.duration, step.feels, step.wrong, step.who, step.question):
            assert part.strip(), step.id


@given(MARKS)
def test_each_marked_step_is_one_question_in_the_order_of_the_path(ids: list[str]) -> None:
    offered = suggest(AID, marking(ids))
    wanted = [step for step in AID.library.path if step.id in ids]
    assert [one.text for one in offered] == [step.question for step in wanted]


def test_a_step_that_is_gone_suggests_nothing() -> None:
    assert suggest(AID, marking(["a_step_of_an_older_aid"])) == ()


def test_what_is_marked_stands_on_the_page(aid: Aid) -> None:
    for step in aid.library.path:
        page = render_text(build_summary(aid, marking([step.id]), TODAY)).decode()
        assert step.question in page
        assert step.name in page
