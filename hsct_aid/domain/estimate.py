"""Figures from studies. One object gives the sentence, the table cell, the icon array and what is read aloud."""

from datetime import date
from gettext import gettext as _
from gettext import ngettext
from math import ceil
from typing import Literal, NamedTuple

from msgspec import Struct

from hsct_aid.domain.numbers import number
from hsct_aid.domain.source import Verified

Level = Literal["high", "moderate", "low", "very low", "not applicable", "not stated"]
Base = Literal[100, 1000]
Counts = Literal["benefit", "harm", "neither"]
"""What those who are counted had, which a picture shows by shape and says in words."""


class Certainty(Struct, frozen=True, forbid_unknown_fields=True):
    """Our reading, not an official rating: how exact for the people studied, how sure the treatment caused it."""

    precision: Level
    causal: Level
    reason: str = ""


class _Figure(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """What every figure can say: ``label`` is the group or the part of the result it stands for."""

    label: str = ""


class _Drawn(_Figure, frozen=True):
    """A share of people, which can be drawn.

    ``beside`` names the figure of the same result that had fewer: another group over the same time.
    """

    counts: Counts | None = None
    beside: str = ""


class Count(_Drawn, frozen=True, tag="count"):
    """``n`` of ``of`` people, as printed in the source; ``low``–``high`` per 100 where an interval is known."""

    n: int = 0
    of: int = 1
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.n <= self.of or self.of < 1:
            raise ValueError(f"{self.n} of {self.of} is not a count")


class Percent(_Drawn, frozen=True, tag="percent"):
    """So many of 100 people; ``estimated`` by time (Kaplan–Meier), never a share of the whole group."""

    value: float = 0
    low: float | None = None
    high: float | None = None
    estimated: bool = False


class Rate(_Figure, frozen=True, tag="rate"):
    """Events a year, or per 1,000 people followed for one year."""

    value: float = 0
    unit: Literal["year", "1000_years"] = "year"
    low: float | None = None
    high: float | None = None


class Ratio(_Figure, frozen=True, tag="ratio"):
    """A hazard or risk ratio. Relative only: for clinicians, never drawn and never alone."""

    value: float = 1
    low: float | None = None
    high: float | None = None


class Change(_Figure, frozen=True, tag="change"):
    """An average before and after, on the scale named by ``unit``."""

    before: float = 0
    after: float = 0
    unit: str = ""
    low: float | None = None
    high: float | None = None


class Duration(_Figure, frozen=True, tag="duration"):
    """How long something takes; ``value`` is the middle and ``low``–``high`` the range, where given."""

    unit: Literal["days", "weeks", "months", "years"] = "days"
    value: float | None = None
    low: float | None = None
    high: float | None = None


class Words(_Figure, frozen=True, tag="words"):
    """A result that its source gives in words or in a form that cannot be drawn."""

    text: str = ""


Figure = Count | Percent | Rate | Ratio | Change | Duration | Words


class Outcome(Struct, frozen=True, forbid_unknown_fields=True):
    """One result of one source with all that a reader needs to weigh it. Its id is the id in the evidence data.

    ``base`` is how many people it is shown of, such as 1,000 for deaths.
    """

    id: str
    title: str
    source: str
    who: str
    span: str
    figures: dict[str, Figure]
    certainty: Certainty
    verified: Verified
    checked: date
    group: str = ""
    base: Base = 100
    intervention: str = "aHSCT"
    comparator: str = ""
    interval: str = ""
    interval_kind: Literal["printed", "computed", ""] = ""
    note: str = ""
    clinicians: bool = False
    main: bool = False

    @property
    def figure(self) -> Figure:
        """The first figure: the one that ``{id}`` stands for."""
        return next(iter(self.figures.values()))


def figure_label(outcome: Outcome, figure: Figure) -> str:
    """What a figure stands for when it stands alone: the result, and its part where the result has several."""
    if len(outcome.figures) == 1 or not figure.label:
        return outcome.title
    return f"{outcome.title}: {figure.label}"


class Share(NamedTuple):
    """A count on a shared denominator; ``about`` where rounding changed it. ``n`` is 0 with ``fewer`` below 1."""

    n: int
    base: int
    about: bool
    fewer: bool


def per(figure: Count | Percent, base: Base) -> Share:
    """``figure`` on a denominator of 100 or 1,000, rounded half up."""
    top, bottom = (figure.n, figure.of) if isinstance(figure, Count) else (round(figure.value * 100), 10_000)
    n = (2 * top * base + bottom) // (2 * bottom)
    fewer = n == 0 and top > 0
    return Share(n, base, about=isinstance(figure, Percent) or top * base != n * bottom, fewer=fewer)


def share_words(share: Share) -> str:
    """ "about 14 of 1,000 people"; "fewer than 1 of 1,000 people" where rounding would give none."""
    if share.fewer:
        return _("fewer than 1 of {base} people").format(base=number(share.base))
    words = _("about {n} of {base} people") if share.about else _("{n} of {base} people")
    return words.format(n=number(share.n), base=number(share.base))


def count_words(n: int, of: int) -> str:
    """ "14 of 110 people", as printed in a source."""
    return ngettext("{n} of {of} person", "{n} of {of} people", of).format(n=number(n), of=number(of))


def span_words(low: float | None, high: float | None) -> str:
    """ "66 to 81"; empty where no interval is known."""
    return "" if low is None or high is None else _("{low} to {high}").format(low=number(low), high=number(high))


def sentence(figure: Figure) -> str:
    """The figure as it stands in a sentence."""
    match figure:
        case Count():
            return count_words(figure.n, figure.of)
        case Percent():
            words = share_words(per(figure, 100))
            return _("{words} (estimated)").format(words=words) if figure.estimated else words
        case Rate(unit="year"):
            return _("{n} a year per person").format(n=number(figure.value))
        case Rate():
            return _("{n} for every 1,000 people each year").format(n=number(figure.value))
        case Ratio():
            return _("a ratio of {n}").format(n=number(figure.value))
        case Change():
            words = _("{before} before and {after} after").format(
                before=number(figure.before), after=number(figure.after)
            )
            return f"{words} ({figure.unit})" if figure.unit else words
        case Duration():
            return _duration(figure)
        case Words():
            return figure.text


def _duration(figure: Duration) -> str:
    spread = span_words(figure.low, figure.high)
    if figure.value is None:
        return _time(figure.unit, spread, figure.high or 0)
    words = _("about {time}").format(time=_time(figure.unit, number(figure.value), figure.value))
    return f"{words} ({spread})" if spread else words


def _time(unit: str, text: str, last: float) -> str:
    """``text``, a number or a range that ends with ``last``, with its unit."""
    n = ceil(last)
    return {
        "days": ngettext("{n} day", "{n} days", n),
        "weeks": ngettext("{n} week", "{n} weeks", n),
        "months": ngettext("{n} month", "{n} months", n),
        "years": ngettext("{n} year", "{n} years", n),
    }[unit].format(n=text)
