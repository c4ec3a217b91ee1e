"""Who stands in an icon array, as people and in words: a benefit or a harm, those more than beside it, the others."""

from __future__ import annotations

from gettext import gettext as _
from typing import Literal, NamedTuple

from hsct_aid.domain.estimate import Base, Count, Outcome, Percent, Share, per, share_words
from hsct_aid.domain.numbers import number

Sign = Literal["counted", "counted_more", "harm", "harm_more", "none"]
"""How one person is drawn: by shape first and colour second, so that it reads the same in black and white."""


class Crowd(NamedTuple):
    """``n`` of ``base`` people are counted; the last ``more`` of them are more than in the group beside it."""

    n: int
    base: Base
    harm: bool = False
    more: int = 0

    def sign(self, number: int) -> Sign:
        """How the person with that number is drawn: the counted from 0 on, those more at their end, then the others."""
        if number >= self.n:
            return "none"
        if number >= self.n - self.more:
            return "harm_more" if self.harm else "counted_more"
        return "harm" if self.harm else "counted"


class Line(NamedTuple):
    """One line of the legend: the signs it explains, and its words."""

    signs: tuple[Sign, ...]
    words: str


def crowd(outcome: Outcome, figure: Count | Percent, base: Base) -> Crowd:
    """The people of ``figure``, a figure of ``outcome``, on that denominator."""
    share, beside = per(figure, base), _beside(outcome, figure)
    more = share.n - per(beside, base).n if beside else 0
    return Crowd(share.n, base, figure.counts == "harm", max(0, more))


def legend(outcome: Outcome, figure: Count | Percent, base: Base) -> tuple[Line, ...]:
    """What each sign of the picture stands for, with both framings; read one after the other it is the same fact."""
    people, share, beside = crowd(outcome, figure, base), per(figure, base), _beside(outcome, figure)
    kind: Sign = "harm" if people.harm else "counted"
    rest = Share(base - share.n, base, share.about, fewer=False)
    lines = [Line((kind,), _counted_words(figure, share))]
    if beside and people.more:
        added: Sign = "harm_more" if people.harm else "counted_more"
        same, about = per(beside, base), share.about or per(beside, base).about
        lines = [
            Line((kind, added), lines[0].words),
            Line((kind,), _("as many as with “{group}”: {n}").format(group=beside.label, n=_n(same))),
            Line(
                (added,),
                _("more than that, each in a box: {n}").format(n=_n(Share(people.more, base, about, fewer=False))),
            ),
        ]
    return (*lines, Line(("none",), _("{rest} not").format(rest=share_words(rest))))


def spoken(outcome: Outcome, figure: Count | Percent, base: Base) -> str:
    """The picture as read aloud: the legend as one line."""
    return "; ".join(line.words for line in legend(outcome, figure, base))


def _beside(outcome: Outcome, figure: Count | Percent) -> Count | Percent | None:
    found = outcome.figures.get(figure.beside)
    return found if isinstance(found, Count | Percent) else None


def _counted_words(figure: Count | Percent, share: Share) -> str:
    match figure.counts:
        case "harm":
            return _("a harm: {have}").format(have=share_words(share))
        case "benefit":
            return _("a benefit: {have}").format(have=share_words(share))
    return share_words(share)


def _n(share: Share) -> str:
    if share.fewer:
        return _("fewer than 1")
    return _("about {n}").format(n=number(share.n)) if share.about else number(share.n)
