"""Patient text with its figures filled in from the library, so that every drawer shows the same words.

A figure mark is ``{id}`` or ``{id.name}`` for one figure of an outcome, with an optional form after a colon:
``per100`` or ``per1000`` (shared denominator), ``not`` (the other framing), ``range`` or ``range1000`` (the interval),
``span`` (how long people were followed), ``who`` (who was studied). ``{date:2026-01}`` is a typed date.
"""

from __future__ import annotations

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.dates import say
from hsct_aid.domain.estimate import (
    Base,
    Count,
    Figure,
    Outcome,
    Percent,
    Share,
    count_words,
    per,
    sentence,
    share_words,
    span_words,
)
from hsct_aid.domain.source import citation
from hsct_aid.domain.text import Span, spans


def prose(aid: Aid, text: str) -> tuple[Span, ...]:
    """``text`` as spans with every figure in words; sources keep their id in ``ref`` and carry the citation.

    Raises KeyError where a figure or source is not in the library; ``content check`` finds these before release.
    """
    return tuple(_filled(aid, span) for span in spans(text))


def plain(aid: Aid, text: str) -> str:
    """``text`` as one line without marks or references."""
    return "".join(span.text for span in prose(aid, text) if span.mark != "source").replace(" .", ".")


def outcome_of(aid: Aid, ref: str) -> tuple[Outcome, Figure]:
    """The outcome and figure that a mark such as ``swe_disability.worse`` names."""
    outcome_id, _dot, name = ref.partition(".")
    outcome = aid.library.outcomes[outcome_id]
    return outcome, outcome.figures[name] if name else outcome.figure


def _filled(aid: Aid, span: Span) -> Span:
    if span.mark == "source":
        return Span("source", citation(aid.library.sources[span.ref]), span.ref)
    if span.mark == "figure":
        return Span("figure", _figure_words(aid, span.ref), span.ref.partition(":")[0])
    return span


def _figure_words(aid: Aid, mark: str) -> str:
    ref, _colon, form = mark.partition(":")
    if ref == "date":
        return say(form)
    outcome, figure = outcome_of(aid, ref)
    match form:
        case "":
            return sentence(figure)
        case "span":
            return outcome.span
        case "who":
            return outcome.who
        case "range" | "range1000":
            return _interval(figure, 1000 if form == "range1000" else 100)
        case "per100" | "per1000" | "not" if isinstance(figure, Count | Percent):
            return _shared(figure, form)
    raise KeyError(mark)


def _shared(figure: Count | Percent, form: str) -> str:
    if form == "not" and isinstance(figure, Count):
        return count_words(figure.of - figure.n, figure.of)
    base: Base = 1000 if form == "per1000" else 100
    share = per(figure, base)
    return share_words(Share(base - share.n, base, share.about, fewer=False) if form == "not" else share)


def _interval(figure: Figure, base: Base) -> str:
    low, high = getattr(figure, "low", None), getattr(figure, "high", None)
    if low is None or high is None or base == 100:
        return span_words(low, high)
    return span_words(round(low * 10), round(high * 10))
