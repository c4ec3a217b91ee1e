"""The path through treatment on paper: a picture of all its steps, and in words those the person wants."""

from __future__ import annotations

from gettext import gettext as _

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.paper import Chapter, Grid, Milestone
from hsct_aid.domain.process import PathStep
from hsct_aid.domain.prose import plain
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary_evidence import References, cite


def path_chapter(aid: Aid, record: Record, numbers: References) -> Chapter:
    """The way through treatment: where the person wants it in whole, else the steps they marked to ask about.

    The picture always has every step.
    """
    heading, steps, marked = _("The way through treatment, step by step"), aid.library.path, record.process.ask_about
    told = [step for step in steps if "path" in record.summary.extras or step.id in marked]
    if not told:
        return Chapter("path", heading)
    places = {step.id: place for place, step in enumerate(steps, 1)}
    rows = tuple(_path_row(aid, step, places[step.id], step.id in marked, numbers) for step in told)
    columns = (_("Step"), _("What happens"), _("What can go wrong"), _("Who is with you"))
    text = _("What centres do differs. A filled dot is a step I want to talk about.")
    milestones = tuple(Milestone(step.name, step.id in marked) for step in steps)
    return Chapter("path", heading, text, grid=Grid(columns, rows), milestones=milestones)


def _path_row(aid: Aid, step: PathStep, place: int, is_marked: bool, numbers: References) -> tuple[str, ...]:
    name = _("{n}. {step} (I want to talk about this)") if is_marked else _("{n}. {step}")
    return (
        name.format(n=place, step=step.name),
        _("{what} How long: {duration}").format(what=plain(aid, step.what), duration=plain(aid, step.duration))
        + cite(numbers, *step.sources),
        _("{wrong} What it feels like: {feels}").format(wrong=plain(aid, step.wrong), feels=plain(aid, step.feels)),
        _("{who} What to ask: {question}").format(who=plain(aid, step.who), question=plain(aid, step.question)),
    )
