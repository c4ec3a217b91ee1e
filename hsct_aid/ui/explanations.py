"""What is said of a term, a figure or a source when someone asks."""

from __future__ import annotations

from gettext import gettext as _
from html import escape

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.dates import say
from hsct_aid.domain.estimate import Outcome
from hsct_aid.domain.prose import outcome_of
from hsct_aid.domain.source import Source, citation
from hsct_aid.ui.widgets.rich_text import rich


def explanation(aid: Aid, link: str) -> tuple[str, str]:
    """Title and rich text for a link such as ``term:relapse``, ``figure:trm_uk`` or ``source:uk2025``."""
    kind, _colon, ref = link.partition(":")
    if kind == "term":
        term = aid.terms[ref.casefold()]
        return term.term, f"<p>{rich(aid, term.meaning, {})}</p>"
    if kind == "figure":
        outcome, _figure = outcome_of(aid, ref)
        return outcome.title, _outcome(aid, outcome)
    source = aid.library.sources[ref]
    return _("Where this comes from"), _source(source)


def _outcome(aid: Aid, outcome: Outcome) -> str:
    certain = outcome.certainty
    lines = [
        (_("Who was studied"), outcome.who),
        (_("Compared with"), outcome.comparator or _("nothing: there was no comparison group")),
        (_("How long"), outcome.span),
        (_("Range"), _interval(outcome)),
        (_("How exact for the people studied (our reading)"), _(certain.precision)),
        (_("How sure that the treatment caused it (our reading)"), _(certain.causal)),
        (_("Why"), certain.reason),
        (_("Keep in mind"), outcome.note),
        (_("Last checked"), say(outcome.checked)),
    ]
    rows = "".join(f"<p><b>{label}:</b> {escape(text)}</p>" for label, text in lines if text)
    second_hand = "" if outcome.verified == "read" else f"<p>{_('Read in a summary, not in the paper itself.')}</p>"
    return rows + second_hand + _source(aid.library.sources[outcome.source])


def _interval(outcome: Outcome) -> str:
    if not outcome.interval:
        return _("not given")
    if outcome.interval_kind == "computed":
        return _("{range} (worked out from the counts, not printed in the paper)").format(range=outcome.interval)
    return outcome.interval


def _source(source: Source) -> str:
    what = f"<p>{escape(citation(source))}</p>"
    design = f"<p>{escape(source.design)}</p>" if source.design else ""
    address = f"{_('Address')}: {escape(source.url)}" if source.url else _("No address could be confirmed.")
    return f"{what}{design}<p>{address}</p>"
