"""A question in nearly the same words is noticed."""

from __future__ import annotations

from hsct_aid.domain.alike import close_to
from hsct_aid.domain.questions import Question


def test_questions_that_say_nearly_the_same_are_noticed_and_others_are_not() -> None:
    asked = (Question("q1", "Can I still swim after the treatment?"), Question("q2", "Who pays?"))
    assert close_to(asked, "Can I still swim after treatment") is asked[0]
    assert close_to(asked, "can I  STILL swim after the treatments?") is asked[0]
    assert close_to(asked, "Can my children be with me?") is None
