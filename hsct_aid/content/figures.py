"""Whether figures can stand as they are: ranges around values, intervals as counted, pictures of like with like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import comb

from hsct_aid.content.problem import Finding
from hsct_aid.content.wording import sentences
from hsct_aid.content.words import Text, pieces
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.block import Picture
from hsct_aid.domain.estimate import Change, Count, Figure, Outcome, Percent, Words, per
from hsct_aid.domain.prose import outcome_of
from hsct_aid.domain.text import spans

_ADDRESS = re.compile(r"https?://[^\s/]+\.\S+")


def ranges(aid: Aid) -> Iterator[Finding]:
    """Results without a figure or an interval, values outside their range, computed intervals that do not follow."""
    for place, outcome in pieces(aid.library.outcomes, ("library", "outcomes")):
        if not isinstance(outcome, Outcome):
            continue
        if not outcome.figures:
            yield Finding(place, "no figure is given")
        if not outcome.interval:
            yield Finding(place, "the interval is missing: where there is none, say “not given”")
        for name, figure in outcome.figures.items():
            here = (*place, "figures", name)
            yield from (Finding(here, sentence) for sentence in (*_range(figure), *_counted(outcome, figure)))
            if outcome.interval_kind == "computed" and isinstance(figure, Count):
                yield from (Finding(here, sentence) for sentence in _computed(figure))


def crowded(aid: Aid, text: Text) -> Iterator[Finding]:
    """Sentences with more than one number; the range of a figure and its other side belong to it."""
    if text.voice != "prose":
        return
    for sentence in sentences(text.text):
        marks = (span.ref.partition(":") for span in spans(sentence) if span.mark == "figure")
        refs = {ref for ref, _colon, form in marks if ref != "date" and form not in ("span", "who")}
        numbers = sorted(ref for ref in refs if _is_number(aid, ref))
        if len(numbers) > 1:
            yield Finding(text.place, f"{len(numbers)} figures in one sentence: {', '.join(numbers)}")


def _is_number(aid: Aid, ref: str) -> bool:
    try:
        return not isinstance(outcome_of(aid, ref)[1], Words)
    except (KeyError, StopIteration):
        return False


def _range(figure: Figure) -> Iterator[str]:
    if isinstance(figure, Words):
        return
    if (figure.low is None) != (figure.high is None):
        yield "a range needs both ends"
    elif figure.low is not None and figure.high is not None and not isinstance(figure, Change):
        value = figure.n * 100 / figure.of if isinstance(figure, Count) else figure.value
        # The ends are printed rounded, so that the value may lie half a unit beyond.
        if figure.low > figure.high or (value is not None and not figure.low - 0.5 <= value <= figure.high + 0.5):
            yield f"{value:g} does not lie between {figure.low:g} and {figure.high:g}"
    if isinstance(figure, Percent) and not 0 <= figure.value <= 100:
        yield f"{figure.value:g} is not a share of 100"


def _counted(outcome: Outcome, figure: Figure) -> Iterator[str]:
    """What a picture has to know: whether a benefit or a harm is counted, and who stands beside it with fewer."""
    if not isinstance(figure, Count | Percent):
        return
    if figure.counts is None:
        yield "say whether it counts a benefit, a harm or neither"
    if not figure.beside:
        return
    beside = outcome.figures.get(figure.beside)
    if not isinstance(beside, Count | Percent) or beside.counts != figure.counts:
        yield f"“{figure.beside}” is no count of the same kind in this result"
    elif per(beside, outcome.base).n >= per(figure, outcome.base).n:
        yield f"“{figure.beside}” has not fewer, so that nobody is more than beside it"


def exact_interval(n: int, of: int) -> tuple[float, float]:
    """The exact 95 % interval of ``n`` of ``of``, per 100 (Clopper and Pearson 1934)."""

    def upper_tail(k: int, share: float) -> float:
        return sum(comb(of, i) * share**i * (1 - share) ** (of - i) for i in range(k, of + 1))

    def share_where(k: int, tail: float) -> float:
        low, high = 0.0, 1.0
        for _ in range(50):
            middle = (low + high) / 2
            low, high = (middle, high) if upper_tail(k, middle) < tail else (low, middle)
        return low * 100

    return (share_where(n, 0.025) if n else 0.0), (share_where(n + 1, 0.975) if n < of else 100.0)


def _computed(figure: Count) -> Iterator[str]:
    if figure.low is None or figure.high is None:
        return
    low, high = exact_interval(figure.n, figure.of)
    if abs(low - figure.low) > 0.06 or abs(high - figure.high) > 0.06:
        yield f"{figure.n} of {figure.of} gives {low:.1f} to {high:.1f}, not {figure.low:g} to {figure.high:g}"


def pictures(aid: Aid) -> Iterator[Finding]:
    """Pictures of what cannot be drawn, or not side by side."""
    for place, picture in pieces(aid.sections, ("sections",)):
        if isinstance(picture, Picture):
            yield from (Finding(place, sentence) for sentence in _picture(aid, picture))


def _picture(aid: Aid, picture: Picture) -> Iterator[str]:
    if not picture.figures:
        yield "a picture of nothing"
    spans = set()
    for ref in picture.figures:
        try:
            outcome, figure = outcome_of(aid, ref)
        except (KeyError, StopIteration):
            continue  # the gate of references tells of it
        spans.add(outcome.span)
        if not isinstance(figure, Count | Percent):
            yield f"“{ref}” is not a count of people and cannot be drawn"
        elif per(figure, picture.base).fewer:
            yield f"“{ref}” would show nobody of {picture.base}: draw it on 1,000"
    if len(spans) > 1:
        yield f"different time spans side by side: {'; '.join(sorted(spans))}"


def addresses(aid: Aid) -> Iterator[Finding]:
    """Addresses that are none: what has no address is cited by its title and never shown as a link."""
    for place, piece in pieces(aid.library, ("library",)):
        for name in ("url", "address"):
            address = getattr(piece, name, "")
            if address and not _ADDRESS.fullmatch(address):
                yield Finding((*place, name), f"“{address}” is not an address: leave it empty")
        for number, address in enumerate(getattr(piece, "addresses", ())):
            if not _ADDRESS.fullmatch(address):
                yield Finding((*place, "addresses", number), f"“{address}” is not an address: leave it out")
