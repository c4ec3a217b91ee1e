"""A result in words, number, picture, people and source, as rich text: what opens from a cell or a figure."""

from __future__ import annotations

from collections.abc import Container
from gettext import gettext as _

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.crowd import crowd, legend
from hsct_aid.domain.dates import say
from hsct_aid.domain.estimate import Base, Count, Figure, Level, Outcome, Percent, Ratio, sentence
from hsct_aid.domain.evidence import Cell
from hsct_aid.domain.source import Source, citation
from hsct_aid.ui.escape import escape
from hsct_aid.ui.widgets.rich_text import beside, rich


def result(aid: Aid, outcome: Outcome, kept: Container[str]) -> str:
    """All that a reader needs to weigh one result."""
    certain = outcome.certainty
    lines = (
        (_("Who was studied"), outcome.who),
        (_("Compared with"), outcome.comparator or _("nothing: there was no comparison group")),
        (_("How long"), outcome.span),
        (_("Range"), _interval(outcome)),
        (_("How exact for the people studied (our reading)"), level_words(certain.precision)),
        (_("How sure that the treatment caused it (our reading)"), level_words(certain.causal)),
        (_("Why"), certain.reason),
        (_("Keep in mind"), outcome.note),
        (_("Last checked"), say(outcome.checked)),
    )
    rows = "".join(f"<p><b>{label}:</b> {escape(text)}</p>" for label, text in lines if text)
    second_hand = "" if outcome.verified == "read" else f"<p>{_('Read in a summary, not in the paper itself.')}</p>"
    return _numbers(outcome) + _keep(outcome, kept) + rows + second_hand + source(aid.library.sources[outcome.source])


def cell(aid: Aid, found: Cell, kept: Container[str]) -> str:
    """What stands behind one cell of the side-by-side table: each result with its numbers, people and source."""
    parts = [f"<p>{rich(aid, found.text, {})}</p>"]
    outcomes = [aid.library.outcomes[outcome_id] for outcome_id in found.outcomes]
    for outcome in outcomes:
        parts.append(_short(aid, outcome, kept))
    if not outcomes:
        parts.append(f"<p>{_('There is no figure here that could be compared.')}</p>")
    told = {outcome.source for outcome in outcomes}
    others = [one for one in found.sources if one not in told]
    if others:
        parts.append(f"<p><b>{_('Read in')}:</b></p>")
    return "".join(parts) + "".join(source(aid.library.sources[one]) for one in others)


def source(found: Source) -> str:
    """A source with its design and its address as text."""
    what = f"<p>{escape(citation(found))}</p>"
    design = f"<p>{escape(found.design)}</p>" if found.design else ""
    address = f"{_('Address')}: {escape(found.url)}" if found.url else _("No address could be confirmed.")
    return f"{what}{design}<p>{address}</p>"


def level_words(level: Level) -> str:
    """A level of certainty in words."""
    return {
        "high": _("high"), "moderate": _("moderate"), "low": _("low"), "very low": _("very low"),
        "not applicable": _("not applicable"), "not stated": _("not stated"),
    }[level]  # fmt: skip


def _short(aid: Aid, outcome: Outcome, kept: Container[str]) -> str:
    found = aid.library.sources[outcome.source]
    return (
        f"<hr><p><b>{escape(outcome.title)}</b></p>{_numbers(outcome)}"
        f"<p><b>{_('Who was studied')}:</b> {escape(outcome.who)}</p>"
        f"<p><b>{_('How long')}:</b> {escape(outcome.span)}</p>"
        f"<p><b>{_('Source')}:</b> {escape(citation(found))} "
        f'<a href="figure:{outcome.id}">{_("More about this result")}</a></p>{_keep(outcome, kept)}'
    )


def _numbers(outcome: Outcome) -> str:
    figures = [figure for figure in outcome.figures.values() if outcome.clinicians or not isinstance(figure, Ratio)]
    return "".join(_number(outcome, figure) for figure in figures)


def legend_html(outcome: Outcome, figure: Count | Percent, base: Base) -> str:
    """What each sign of a picture stands for, a line each, with the sign before it."""
    lines = legend(outcome, figure, base)
    signs = ("".join(f'<img src="person:{sign}">' for sign in line.signs) for line in lines)
    return "<br>".join(
        f"{sign} {escape(line.words[:1].upper() + line.words[1:])}" for sign, line in zip(signs, lines, strict=True)
    )


def _number(outcome: Outcome, figure: Figure) -> str:
    """The picture with its words, or the words alone where nothing can be drawn."""
    label = f"<b>{escape(figure.label)}:</b> " if figure.label else ""
    if not isinstance(figure, Count | Percent):
        return f"<p>{label}{escape(sentence(figure))}</p>"
    is_printed_apart = isinstance(figure, Count) or figure.estimated
    printed = f"<br>{_('As printed')}: {escape(sentence(figure))}" if is_printed_apart else ""
    people = crowd(outcome, figure, outcome.base)
    picture = f'<img src="people:{people.n}/{people.base}/{figure.counts}/{people.more}">'
    words = (f"{label}<br>" if label else "") + legend_html(outcome, figure, outcome.base) + printed
    # a thousand people fill a line, and the words are not to be scrolled for
    return f"<p>{words}</p><p>{picture}</p>" if people.base == 1000 else beside((picture, words), shares=(1, 99))


def _keep(outcome: Outcome, kept: Container[str]) -> str:
    is_kept = outcome.id in kept
    words = _("You keep this result for your page. Take it out") if is_kept else _("Keep this result for my page")
    return f'<p><a href="keep:{outcome.id}">{words}</a></p>'


def _interval(outcome: Outcome) -> str:
    if not outcome.interval:
        return _("not given")
    if outcome.interval_kind == "computed":
        return _("{range} (worked out from the counts, not printed in the paper)").format(range=outcome.interval)
    return outcome.interval
