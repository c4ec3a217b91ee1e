"""Help: people to turn to, keys to press, how this aid was made."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from PySide6.QtGui import QKeySequence

from hsct_aid import __version__, shipped
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.dates import say
from hsct_aid.domain.welcome import currency
from hsct_aid.ui.escape import escape
from hsct_aid.ui.widgets.rich_text import rich


def help_text(aid: Aid, country: str | None, today: date, part: str) -> tuple[str, str]:
    """Title and rich text of a part of the help: ``people``, ``keys`` or ``made``."""
    titles = {"people": _("People who can help"), "keys": _("Keys"), "made": _("How this aid was made")}
    made = _people(aid, country) if part == "people" else _keys() if part == "keys" else _made(aid, today)
    others = " · ".join(f'<a href="help:{name}">{title}</a>' for name, title in titles.items() if name != part)
    return titles[part], f"<p>{others}</p>{made}"


def _people(aid: Aid, country: str | None) -> str:
    here = [one for one in aid.library.contacts if one.country == country]
    everywhere = [one for one in aid.library.contacts if not one.country]
    others = [one for one in aid.library.contacts if one.country not in ("", country)]
    return "".join(
        f"<p><b>{escape(one.name)}</b>{f' ({one.country})' if one.country else ''}: {rich(aid, one.text, {})} "
        f"{_('Checked {day}.').format(day=say(one.checked))}</p>"
        for one in (*everywhere, *here, *others)
    )


def _keys() -> str:
    native = QKeySequence.SequenceFormat.NativeText
    standard = QKeySequence.StandardKey
    undo, redo, larger, smaller, leave = (
        QKeySequence(key).toString(native)
        for key in (standard.Undo, standard.Redo, standard.ZoomIn, standard.ZoomOut, standard.Quit)
    )
    onward, back = (QKeySequence(keys).toString(native) for keys in ("Alt+Right", "Alt+Left"))
    keys = (
        (_("Tab"), _("to the next thing on the page")), (_("Shift and Tab"), _("to the thing before")),
        (_("Space"), _("press or tick")), (_("Arrows"), _("to the other answers of a question; through a text")),
        (_("Enter"), _("explain the word or number one is at; open a section of the list")),
        (onward, _("next screen")), (back, _("screen before")),
        (undo, _("take the last answer back")), (redo, _("bring it back")),
        (larger, _("larger text")), (smaller, _("smaller text")), ("F1", _("this help")),
        (_("Esc"), _("close an explanation; nothing is lost")), (leave, _("save and leave")),
    )  # fmt: skip
    return "".join(f"<p><b>{escape(key)}</b>: {what}</p>" for key, what in keys if key)


def _made(aid: Aid, today: date) -> str:
    met = {"yes": _("met"), "needs_people": _("needs people, not met yet"), "not_applicable": _("does not apply")}
    count = _("{n} sources, {figures} results with their source.").format(
        n=len(aid.library.sources), figures=len(aid.library.outcomes)
    )
    build = _("from the source") if shipped.build() == shipped.SOURCE else shipped.build()
    version = _("Version {n}, build: {build}.").format(n=__version__, build=build)
    head = (aid.purpose, aid.review, aid.funding, currency(aid, today), version, count, _terms())
    standards = "".join(
        f"<p><b>{one.id}</b> {rich(aid, one.item, {})} <b>{met[one.met]}</b>: {rich(aid, one.how, {})}</p>"
        for one in aid.library.standards
    )
    title = _("International standards for decision aids (IPDAS)")
    return "".join(f"<p>{escape(line)}</p>" for line in head) + f"<p><b>{title}</b></p>{standards}"


def _terms() -> str:
    free = _("This aid is free software. It uses Qt and PySide, under the GNU Lesser General Public License, and more.")
    folder = shipped.licences()
    where = _("All licences are in the folder {folder}.").format(folder=folder) if folder else ""
    return f"{free} {where}".strip()
