"""What is said of a term, a figure, a source, a criterion, a cell or the aid itself when someone asks."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from gettext import gettext as _

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.candidacy import Role, Rule
from hsct_aid.domain.dates import say
from hsct_aid.domain.facts import known
from hsct_aid.domain.prose import outcome_of
from hsct_aid.domain.record import Record
from hsct_aid.ui.escape import escape
from hsct_aid.ui.help import help_text
from hsct_aid.ui.results import cell, result, source
from hsct_aid.ui.widgets.rich_text import rich


def explanation(aid: Aid, record: Record, today: date, link: str) -> tuple[str, str]:
    """Title and rich text for a link such as ``term:relapse``, ``figure:trm_uk`` or ``cell:death:ahsct``.

    The record says only which results are kept and in which country help is near; facts are the same for everyone.
    """
    kind, _colon, ref = link.partition(":")
    kept = record.evidence.kept
    match kind:
        case "help":
            return help_text(aid, known(record.facts.country), today, ref)
        case "term":
            term = aid.terms[ref.casefold()]
            return term.term, f"<p>{rich(aid, term.meaning, {})}</p>"
        case "figure":
            outcome, _figure = outcome_of(aid, ref)
            return outcome.title, result(aid, outcome, kept)
        case "rule":
            rule = next(rule for rule in aid.library.rules if rule.id == ref)
            return rule.rule_set, _rule(aid, rule)
        case "cell":
            return _cell(aid, ref, kept)
        case "read":
            return _("Where this was read"), _read(aid, ref)
    return _("Where this comes from"), source(aid.library.sources[ref])


def role_words(role: Role) -> str:
    """What a body says a criterion is for; empty for mere information."""
    return {
        "required": _("asked for"),
        "favourable": _("named as favourable"),
        "excluding": _("named as a reason against"),
        "only_in_trial": _("only within a trial"),
        "information": "",
    }[role]


def _cell(aid: Aid, ref: str, kept: Container[str]) -> tuple[str, str]:
    row_id, _colon, option_id = ref.partition(":")
    row = next(row for row in aid.library.rows if row.id == row_id)
    option = next(option for option in aid.library.options if option.id == option_id)
    found = next(one for one in row.cells if one.option == option_id)
    return f"{row.name} · {option.name}", cell(aid, found, kept)


def _rule(aid: Aid, rule: Rule) -> str:
    sources = aid.library.sources
    role = role_words(rule.role)
    words = f"{rule.words}. {rule.qualifier}" if rule.qualifier else rule.words
    lines = [f"<p>{escape(words)}{f' ({role})' if role else ''}</p>", source(sources[rule.source])]
    if rule.read_in:
        lines.append(f"<p>{_('We read it in this summary:')}</p>{source(sources[rule.read_in])}")
    if rule.also_in:
        lines.append(f"<p>{_('The same words stand here too:')}</p>{source(sources[rule.also_in])}")
    return "".join(lines) + f"<p>{_('Last checked')}: {say(rule.checked)}</p>"


def _read(aid: Aid, ref: str) -> str:
    """The addresses of an entry on availability, as text: nothing here opens a browser."""
    found = aid.library.availability
    practical = (*found.practical, *found.experience, *found.accreditation)
    addresses = {
        **{one.id: one.addresses for one in found.countries},
        **{one.id: one.addresses for one in practical},
        **{one.id: one.addresses for one in found.warning_signs},
        **{one.id: (one.address,) for one in found.costs},
    }
    return "".join(f"<p>{escape(address)}</p>" for address in addresses[ref])
