"""Where one is on the way through, as the list of sections and one line of words."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from typing import NamedTuple

from hsct_aid.domain.aid import Aid, Kind, Section
from hsct_aid.domain.journey import Journey


class Whereabouts(NamedTuple):
    """``rows`` are (section, id of its first step, done); ``here`` is the number of the row one is at."""

    rows: list[tuple[Section, str, bool]]
    here: int
    words: str


def whereabouts(aid: Aid, journey: Journey) -> Whereabouts:
    """The sections that have a step on this journey, and the screen one is at."""
    first: dict[Kind, str] = {}
    for step in journey.steps:
        first.setdefault(aid.kinds[step.id], step.id)
    there = [section for section in aid.sections if section.kind in first]
    rows = [(section, first[section.kind], journey.is_done(section)) for section in there]
    kind = aid.kinds[journey.step.id]
    here = next(number for number, section in enumerate(there) if section.kind == kind)
    steps = [step.id for step in journey.steps if aid.kinds[step.id] == kind]
    screen = _("{section}: screen {n} of {of}.").format(
        section=there[here].title, n=steps.index(journey.step.id) + 1, of=len(steps)
    )
    left = journey.minutes_left
    words = f"{screen} {ngettext('About {n} minute left.', 'About {n} minutes left.', left).format(n=left)}"
    return Whereabouts(rows, here, words)
