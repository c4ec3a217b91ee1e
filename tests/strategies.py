"""Records to test with: any legal one, a small one, and the longest ones a person could write.

Everything is derived from the types of the record itself, so a new field is covered the day it is added.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, cast

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from hsct_aid.domain.dates import PartialDate
from hsct_aid.domain.facts import Facts
from hsct_aid.domain.record import Record

HOSTILE: Final = (
    "Grüße, Ἀσκληπιός, Žofia, Łódź, Ð, ß, ﬁ, naïve",
    "Как долго это длится?",
    "我什么时候需要决定？",
    "自家造血幹細胞移植について聞きたい",
    "كم يستغرق التعافي؟ 45",
    "כמה זמן לוקחת ההחלמה?",
    "ठीक होने में कितना समय लगता है?",
    "ต้องพักฟื้นนานแค่ไหน",
    "👩🏽‍🦽 👨‍👩‍👧‍👦 🏳️‍🌈 1️⃣",
    "e\u0301\u0302\u0303\u0304" * 8,
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "abc \u202egnirts desrever\u202c \u2066isolated\u2069 \u200b\u200d\ufeff\u00ad",
    "#set page(width: 1pt) #panic() #read(\"/etc/passwd\") $x^2$ @ref <label> `raw` \\ // /* */",
    "*strong* [term] {mortality.per100} [@source-id] {date:2026-01} {0} {} %s %(x)s",
    "<script>alert(1)</script> &amp; <b>bold</b> ]]> <!-- --> {{ x }} {% x %}",
    "<img src='file:///etc/passwd'> <a href='https://example.org'>x</a>",
    "'; DROP TABLE record; -- \" \\ \\n \\u0000 \\",
    "=1+1, +1, -1, @x | ; \t tab\nnew line\n\nempty line",
    "- a list\n+ another\n/ term: x\n= heading\n1. one\n    code",
    "\u2028line\u2029paragraph\u0085next\u00a0no-break\u202fnarrow",
    "\ufffd \ufffe \uffff \U0001fffe \ue000 \U0010fffd",
    "   ",
    "NO", "null", "NaN", "1e999", "-0", "0123",
)  # fmt: skip
"""Texts in many scripts and texts that mean something to a program. None holds what every door takes out."""

FILLERS: Final = {
    "wide": "W",
    "narrow": "i",
    "words": "My hands were numb for weeks and the walk to the shop took twice as long. ",
    "lines": "a\n",
    "emoji": "👩🏽‍🦽",
    "chinese": "我想知道恢复需要多长时间。",
    "arabic": "كم يستغرق التعافي بعد العلاج؟ ",
    "devanagari": "ठीक होने में कितना समय लगता है? ",
    "marks": "a\u0301\u0302\u0303",
    "typst": '#[*_`$@<\\"',
    "html": "<b>&\"'",
}
"""What the longest records are filled with, by name."""


def _strings(pattern: str) -> st.SearchStrategy[str]:
    days = st.dates(date(1950, 1, 1), date(2060, 12, 31)).map(str)
    return {
        _pattern(PartialDate): st.builds(lambda day, end: day[:end], days, st.sampled_from((4, 7, 10))),
        r"^[A-Z]{2}(?!\n)$": st.sampled_from(("GB", "SE", "US", "MX", "ZZ")),
    }[pattern]


def _pattern(kind: Any) -> str:
    return cast(inspect.StrType, inspect.type_info(kind)).pattern or ""


def texts(most: int) -> st.SearchStrategy[str]:
    """Any text a field can hold: no lone surrogates, and no control characters but the new line and the tab."""
    plain = st.characters(exclude_categories=["Cs"]).filter(lambda c: c >= " " or c in "\n\t")
    return st.sampled_from(HOSTILE).map(lambda text: text[:most]) | st.text(plain, max_size=min(most, 60))


def _any(kind: inspect.Type, items: int) -> st.SearchStrategy[Any]:
    match kind:
        case inspect.UnionType(types=kinds):
            return st.one_of(*(_any(each, items) for each in reversed(kinds)))
        case inspect.VarTupleType(item_type=item, max_length=most):
            return st.lists(_any(item, items), max_size=min(items, most or items))
        case inspect.StructType():
            return _struct(kind, items)
        case inspect.StrType(pattern=str(pattern)):
            return _strings(pattern)
        case inspect.StrType(max_length=most):
            return texts(most or 200)
        case inspect.LiteralType(values=values):
            return st.sampled_from(values)
    return _numbers(kind)


def _numbers(kind: inspect.Type) -> st.SearchStrategy[Any]:
    match kind:
        case inspect.IntType(ge=int(low), le=int(high)):
            return st.integers(low, high)
        case inspect.FloatType(ge=int(low), le=int(high), multiple_of=float(step)):
            return st.integers(int(low / step), int(high / step)).map(lambda count: count * step)
        case inspect.DateType():
            return st.dates(date(2020, 1, 1), date(2060, 12, 31)).map(str)
    return {inspect.BoolType: st.booleans(), inspect.NoneType: st.none()}[type(kind)]


def _struct(kind: inspect.StructType, items: int) -> st.SearchStrategy[dict[str, Any]]:
    needed = {field.name: _any(field.type, items) for field in kind.fields if field.required}
    maybe = {field.name: _any(field.type, items) for field in kind.fields if not field.required}
    if "unknown" in maybe:
        value = _any(_value(kind), items)
        given = st.fixed_dictionaries({"value": value}, optional={"on": maybe["on"]})
        return given | st.fixed_dictionaries({"unknown": st.just(True)}, optional={"on": maybe["on"]})
    return st.fixed_dictionaries(needed, optional=maybe)


def _value(answer: inspect.StructType) -> inspect.Type:
    """The type of an answer's value, without None: an answer that is there holds one or is unknown."""
    union = cast(inspect.UnionType, next(field.type for field in answer.fields if field.name == "value"))
    kinds = tuple(each for each in union.types if not isinstance(each, inspect.NoneType))
    return kinds[0] if len(kinds) == 1 else inspect.UnionType(kinds)


def _record(plain: dict[str, Any]) -> Record:
    return msgspec.convert(plain, Record)


def records(items: int = 3) -> st.SearchStrategy[Record]:
    """Any legal record, with up to ``items`` entries in each list."""
    return _any(inspect.type_info(Record), items).map(_record)


def small_records() -> st.SearchStrategy[Record]:
    """A record with a name, a place and a few facts: quick to make, and different each time."""
    facts = cast(inspect.StructType, inspect.type_info(Facts))
    few = {field.name: _any(field.type, 1) for field in facts.fields[:6]}
    parts = {"name": texts(200), "place": texts(200), "facts": st.fixed_dictionaries({}, optional=few)}
    return st.fixed_dictionaries({}, optional=parts).map(_record)


def longest(filler: str = "W") -> Record:
    """The longest legal record: every list and every text is full, and each text is ``filler`` over and over."""
    return _record(_longest(inspect.type_info(Record), filler))


def longest_records() -> st.SearchStrategy[Record]:
    """The longest legal record in one of several scripts."""
    return st.sampled_from(sorted(FILLERS)).map(lambda name: longest(FILLERS[name]))


def _longest(kind: inspect.Type, filler: str) -> Any:
    match kind:
        case inspect.UnionType(types=kinds):
            full = (_longest(each, filler) for each in kinds if not isinstance(each, inspect.NoneType))
            return max(full, key=lambda value: len(str(value)))
        case inspect.VarTupleType(item_type=item, max_length=int(most)):
            return [_longest(item, filler) for _ in range(most)]
        case inspect.StructType(fields=fields):
            return {field.name: _longest(field.type, filler) for field in fields if field.name != "unknown"}
        case inspect.StrType(max_length=int(most)):
            return (filler * most)[:most]
        case inspect.LiteralType(values=values):
            return max(values, key=lambda value: len(str(value)))
        case inspect.IntType(le=most) | inspect.FloatType(le=most):
            return most
    if isinstance(kind, inspect.StrType):
        return "2029-09-30" if kind.pattern == _pattern(PartialDate) else "GB"
    return {inspect.BoolType: True, inspect.DateType: "2029-09-30"}[type(kind)]
