"""Where one is on the way through, as the list of sections and one line of words."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from typing import NamedTuple

from hsct_aid.domain.aid import Aid, Section
from hsct_aid.domain.journey import Journey


class Whereabouts(NamedTuple):
    """``rows`` are (section, id of its first step, done); ``here`` is the number of the row one is at."""

    rows: list[tuple[Section, str, bool]]
    here: int
    words: str


def whereabouts(aid: Aid, journey: Journey) -> Whereabouts:
    """The sections that have a step on this journey, and the screen one is at."""
    rows = []
    for section in aid.sections:
        first = next((step.id for step in journey.steps if step in section.steps), "")
        if first:
            rows.append((section, first, journey.is_done(section)))
    kind = aid.kinds[journey.step.id]
    here = next(number for number, (section, _first, _done) in enumerate(rows) if section.kind == kind)
    steps = [step for step in journey.steps if step in rows[here][0].steps]
    screen = _("{section}: screen {n} of {of}.").format(
        section=rows[here][0].title, n=steps.index(journey.step) + 1, of=len(steps)
    )
    left = journey.minutes_left
    words = f"{screen} {ngettext('About {n} minute left.', 'About {n} minutes left.', left).format(n=left)}"
    return Whereabouts(rows, here, words)
