"""Which fields of the content are words for people, and one walk over them all, for translation and for the gates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from msgspec import Struct, structs

from hsct_aid.content.problem import Place
from hsct_aid.domain import aid as shapes
from hsct_aid.domain import availability, block, estimate
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.candidacy import Rule
from hsct_aid.domain.evidence import Cell, Claim, Conflict, MedicineEvidence, Option, Row
from hsct_aid.domain.process import PathStep
from hsct_aid.domain.questions import Prompt, SuggestionText
from hsct_aid.domain.quiz import QuizQuestion
from hsct_aid.domain.source import Source
from hsct_aid.domain.values import Concern, TradeOff

Voice = Literal["prose", "quoted", "facts"]
"""``prose`` is ours, under every gate; ``quoted`` is a claim of others; ``facts`` may hold numbers."""

_PROSE: dict[type[Struct], tuple[str, ...]] = {
    Aid: ("title", "purpose", "decision", "review", "funding"),
    shapes.Section: ("title",),
    shapes.Step: ("heading",),
    block.Paragraph: ("text",),
    block.Bullets: ("items",),
    block.Numbered: ("items",),
    block.Callout: ("heading", "text", "items"),
    block.Picture: ("heading", "caption"),
    block.Table: ("heading", "columns", "rows"),
    shapes.Field: ("label", "hint", "find", "record"),
    shapes.Choice: ("label", "hint"),
    shapes.EntryForm: ("add", "empty", "none"),
    shapes.Term: ("term", "meaning", "forms"),
    shapes.SafetyNet: ("heading", "text", "items"),
    Claim: ("verdict", "answer"),
    Conflict: ("topic", "text"),
    Option: ("name", "text"),
    Row: ("name",),
    Cell: ("text",),
    PathStep: ("name", "what", "duration", "feels", "wrong", "who", "question"),
    Concern: ("text", "short"),
    TradeOff: ("text", "question"),
    QuizQuestion: ("question", "choices", "why", "ask"),
    Prompt: ("topic", "text"),
    SuggestionText: ("text", "reason"),
    availability.WarningSign: ("sign", "why"),
    availability.CentreQuestion: ("topic", "question"),
}
_QUOTED: dict[type[Struct], tuple[str, ...]] = {Claim: ("claim",)}
_FACTS: dict[type[Struct], tuple[str, ...]] = {
    Source: ("design", "people", "note"),
    shapes.Contact: ("name", "text"),
    shapes.Standard: ("item", "how"),
    estimate.Outcome: ("title", "who", "span", "group", "intervention", "comparator", "interval", "note"),
    estimate.Certainty: ("reason",),
    estimate.Count: ("label",),
    estimate.Percent: ("label",),
    estimate.Rate: ("label",),
    estimate.Ratio: ("label",),
    estimate.Change: ("label", "unit"),
    estimate.Duration: ("label",),
    estimate.Words: ("label", "text"),
    MedicineEvidence: ("name", "comparator", "effect", "harms", "burden", "limits"),
    Rule: ("rule_set", "words", "qualifier"),
    availability.Country: ("name", "position", "criteria", "centres", "funding", "as_of", "not_confirmed", "cautions"),
    availability.Trial: ("title", "compared", "countries", "people", "note"),
    availability.Cost: ("country", "amount", "what", "as_of"),
    availability.Practical: ("name", "text", "as_of"),
}
VOICES: dict[type[Struct], dict[str, Voice]] = {
    shape: {
        **dict.fromkeys(_PROSE.get(shape, ()), "prose"),
        **dict.fromkeys(_QUOTED.get(shape, ()), "quoted"),
        **dict.fromkeys(_FACTS.get(shape, ()), "facts"),
    }
    for shape in (*_PROSE, *_FACTS)
}
"""Struct → field → voice: every word that a person reads and a translator translates."""


class Text(NamedTuple):
    """One text of the content, with its place and its voice."""

    place: Place
    text: str
    voice: Voice


def pieces(value: object, place: Place = ()) -> Iterator[tuple[Place, Struct]]:
    """Every piece of the aid below ``value`` with its place, the whole before its parts."""
    if isinstance(value, Struct):
        yield place, value
        for name in value.__struct_fields__:
            yield from pieces(getattr(value, name), (*place, name))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from pieces(one, (*place, _key(one, number)))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from pieces(one, (*place, key))


def texts(part: Any, place: Place = ()) -> list[Text]:
    """Every text for people in ``part``, which stands at ``place`` in the aid."""
    found: list[Text] = []

    def keep(text: Text) -> str:
        found.append(text)
        return text.text

    _rebuilt(part, place, None, keep)
    return found


def translated(aid: Aid, say: Callable[[str], str]) -> Aid:
    """``aid`` with every text put through ``say``; ids, figures and dates stay as they are."""
    whole: Aid = _rebuilt(aid, (), None, lambda text: say(text.text))
    return whole


def _rebuilt(value: Any, place: Place, voice: Voice | None, change: Callable[[Text], str]) -> Any:
    if isinstance(value, str):
        return change(Text(place, value, voice)) if voice and value else value
    if isinstance(value, tuple):
        return tuple(_rebuilt(one, (*place, _key(one, n)), voice, change) for n, one in enumerate(value))
    if isinstance(value, dict):
        return {key: _rebuilt(one, (*place, key), voice, change) for key, one in value.items()}
    if isinstance(value, Struct):
        voices = VOICES.get(type(value), {})
        names = value.__struct_fields__
        parts = {name: _rebuilt(getattr(value, name), (*place, name), voices.get(name), change) for name in names}
        return structs.replace(value, **parts)
    return value


def _key(item: Any, number: int) -> str | int:
    """A section is called by its kind, as its file is; anything else by its place."""
    return item.kind if isinstance(item, shapes.Section) else number
