"""Builds the summary: the page a neurologist reads and the pages after it, in words."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from typing import Final

from msgspec.structs import replace

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.changes import news_chapter
from hsct_aid.domain.dates import say
from hsct_aid.domain.front_page import front_page
from hsct_aid.domain.paper import Box, Chapter, Summary
from hsct_aid.domain.private import without_private
from hsct_aid.domain.record import Record
from hsct_aid.domain.shorten import cut, with_room
from hsct_aid.domain.summary_chapters import (
    fact_chapters,
    notes_chapter,
    question_chapters,
    record_chapter,
    standing_chapter,
    values_chapters,
    visit_chapter,
)
from hsct_aid.domain.summary_evidence import (
    References,
    centre_chapter,
    criteria_chapters,
    criterion_rows,
    glossary_chapter,
    grid_chapter,
    results_chapter,
    source_chapter,
    trial_chapter,
    unsure_chapter,
)
from hsct_aid.domain.summary_path import path_chapter

MEDICINE_NET: Final = "net_medicine"


def build_summary(aid: Aid, record: Record, today: date, room: float = 1.0) -> Summary:
    """``record`` as words on paper. Private parts are left out; ``room`` is the share of the front's limits used."""
    record = without_private(record)
    numbers: References = {}
    rows = criterion_rows(aid, record, today)
    chapters = (
        *question_chapters(aid, record),
        *fact_chapters(aid, record),
        record_chapter(aid, record),
        *values_chapters(aid, record),
        grid_chapter(aid, record, numbers),
        standing_chapter(record),
        unsure_chapter(aid, record),
        results_chapter(aid, record, numbers),
        trial_chapter(aid, record, today),
        centre_chapter(record),
        *criteria_chapters(aid, rows, numbers),
        visit_chapter(record),
        path_chapter(aid, record, numbers),
    )
    summary = Summary(
        title=_("aHSCT for MS: my page for the appointment"),
        language=aid.language,
        day=today.isoformat(),
        made=say(today),
        reader=_("For the clinician: this side takes two minutes. Please tick at its foot what we agree."),
        front=front_page(aid, record, today),
        small_print=small_print(aid, today),
        chapters=tuple(chapter for chapter in chapters if _says_something(chapter)),
        criteria=rows,
    )
    first = (news_chapter(record.summary, summary, today),)
    last = (glossary_chapter(aid, summary), source_chapter(aid, numbers), notes_chapter(record))
    whole = replace(
        summary,
        chapters=(*filter(_says_something, first), *summary.chapters, *filter(_says_something, last)),
    )
    return with_room(whole, room)


def build_front(aid: Aid, record: Record, today: date) -> tuple[Box, ...]:
    """The front of the summary alone, which takes a tenth of the time of all of it."""
    return tuple(cut(box) for box in front_page(aid, without_private(record), today))


def small_print(aid: Aid, today: date) -> tuple[str, ...]:
    """What the page is, who checked its content, how old it is, and that medicines go on."""
    past = _("The content was due for a check on {day}: ask whether it still holds.").format(day=say(aid.expires))
    net = aid.library.nets.get(MEDICINE_NET)
    # Its first sentence: the clinician who reads this needs no advice to ask one.
    return (
        aid.purpose,
        _("Facts are patient-reported. Content: {review}. Evidence as of {day}.").format(
            review=aid.review, day=say(aid.evidence_date)
        ),
        *((past,) if today > aid.expires else ()),
        *((f"{net.text.partition('. ')[0].rstrip('.')}.",) if net else ()),
    )


def _says_something(chapter: Chapter) -> bool:
    return bool(chapter.text or chapter.entries or chapter.grid)
