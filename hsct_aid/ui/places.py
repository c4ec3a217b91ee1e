"""Countries, trials and centres as rich text: what is known, of what day, and where it was read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from gettext import gettext as _

from hsct_aid.domain.availability import Country, Practical, Trial, WarningSign, status_words
from hsct_aid.domain.dates import say
from hsct_aid.ui.escape import escape
from hsct_aid.ui.widgets.rich_text import listed


def country(found: Country) -> str:
    """How aHSCT for MS can be reached in one country, with the day of the pages and what is not confirmed."""
    return "".join((
        f"<p>{escape(found.position)}</p>",
        _points(_("What they ask for"), found.criteria),
        _points(_("Centres, in no order"), found.centres),
        _line(_("Who pays"), found.funding),
        _points(_("Keep in mind"), found.cautions),
        f"<p>{escape(found.not_confirmed)}</p>" if found.not_confirmed else "",
        f"<p><b>{_('As of')}:</b> {escape(found.as_of)}. {read_at(found.id)}</p>",
    ))  # fmt: skip


def trial(found: Trial, today: date) -> str:
    """One study with its status and the day of it; number and address as text."""
    end, main = say(found.ends), say(found.main_part_ends)
    if end and main:
        end = _("{end} (its main part: {main})").format(end=end, main=main)
    is_over = found.status in ("finished", "stopped")
    return "".join((
        _line(_("Status"), status_words(found, today)),
        _line(_("What is compared"), found.compared),
        _line(_("People"), found.people),
        _line(_("Where"), ", ".join(found.countries)),
        _line(_("Ended") if is_over else _("Planned end"), end or main),
        _line(_("Note"), found.note),
        _line(_("Number"), ", ".join(found.numbers) or _("none was confirmed")),
        _line(_("Address"), found.address or _("none was confirmed")),
    ))  # fmt: skip


def practical(found: Practical) -> str:
    """A practical fact with its day and where it was read."""
    as_of = f"<b>{_('As of')}:</b> {escape(found.as_of)}. " if found.as_of else ""
    link = read_at(found.id) if found.addresses else ""
    return f"<p>{escape(found.text)}</p><p>{as_of}{link}</p>"


def warning(found: WarningSign) -> str:
    """Why something is a warning sign, and whose caution it is."""
    own = f" {_('This part is our own caution.')}" if found.own and found.addresses else ""
    link = f" {read_at(found.id)}" if found.addresses else ""
    return f"{escape(found.why)}{own}{link}"


def read_at(ref: str) -> str:
    """A link to the addresses of an entry; they are shown as text."""
    return f'<a href="read:{escape(ref)}">{_("Source")}</a>'


def _line(label: str, words: str) -> str:
    return f"<p><b>{label}:</b> {escape(words)}</p>" if words else ""


def _points(label: str, points: Iterable[str]) -> str:
    lines = listed(map(escape, points))
    return f"<p><b>{label}:</b></p>{lines}" if lines else ""
