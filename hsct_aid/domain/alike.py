"""Whether a question is asked already, in nearly the same words."""

from difflib import SequenceMatcher

from hsct_aid.domain.questions import Question, said

CLOSE = 0.8
"""How alike two questions are, from 0 to 1, before the second is held up (our judgement)."""


def close_to(asked: tuple[Question, ...], text: str) -> Question | None:
    """A question in ``asked`` that says nearly the same as ``text``, if there is one; the person decides on both."""
    for one in asked:
        alike = SequenceMatcher(None, said(text), said(one.text))
        # the first two are no less than the third, and quick to work out
        if min(alike.real_quick_ratio(), alike.quick_ratio()) >= CLOSE and alike.ratio() >= CLOSE:
            return one
    return None
