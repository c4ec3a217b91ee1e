"""What is said of a term, a figure or a source when someone asks."""

from __future__ import annotations

from gettext import gettext as _
from html import escape

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.candidacy import Rule
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
    if kind == "rule":
        rule = next(rule for rule in aid.library.rules if rule.id == ref)
        return rule.rule_set, _rule(aid, rule)
    return _("Where this comes from"), _source(aid.library.sources[ref])


def role_words(role: str) -> str:
    """What a body says a criterion is for; empty for mere information."""
    return {
        "required": _("asked for"),
        "favourable": _("named as favourable"),
        "excluding": _("named as a reason against"),
        "only_in_trial": _("only within a trial"),
        "information": "",
    }[role]


def _rule(aid: Aid, rule: Rule) -> str:
    sources = aid.library.sources
    role = role_words(rule.role)
    words = f"{rule.words}. {rule.qualifier}" if rule.qualifier else rule.words
    lines = [f"<p>{escape(words)}{f' ({role})' if role else ''}</p>", _source(sources[rule.source])]
    if rule.read_in:
        lines.append(f"<p>{_('We read it in this summary:')}</p>{_source(sources[rule.read_in])}")
    if rule.also_in:
        lines.append(f"<p>{_('The same words stand here too:')}</p>{_source(sources[rule.also_in])}")
    return "".join(lines) + f"<p>{_('Last checked')}: {say(rule.checked)}</p>"


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
