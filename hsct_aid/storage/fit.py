"""What of a plain record fits the record's types, and a sentence for each thing that does not.

The sentences name places and values of the record's own shape only, never a word from the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from gettext import gettext as _
from types import UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, get_args, get_origin

import msgspec
from msgspec import Struct, structs

from hsct_aid.domain.dates import PartialDate
from hsct_aid.domain.facts import Answer

_GONE: Final = object()
_PARTIAL_DATE: Final = get_args(PartialDate)[1].pattern


class Fit(NamedTuple):
    """``kept`` is the part of the value that fits; ``problems`` says, one sentence each, what was left out."""

    kept: Any
    problems: list[str]

    @property
    def is_gone(self) -> bool:
        """Nothing of the value fits."""
        return self.kept is _GONE


def fit(value: object, kind: Any, place: str = "") -> Fit:
    """Hold ``value`` (as read from JSON) against the type ``kind``; ``place`` is its path, such as "facts.edss"."""
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        inner = _inner(kind)
        shape = get_origin(inner) or inner
        if isinstance(value, dict) and isinstance(shape, type) and issubclass(shape, Struct):
            found = _fit_struct(value, inner, place)
        elif isinstance(value, list) and shape is tuple and "length" not in str(error):
            found = _fit_list(value, get_args(inner)[0], place)
        else:
            found = Fit(_GONE, [])
        if found.problems:
            return _checked(found, kind)
        return Fit(_GONE, [_sentence(str(error), inner, place)])
    return Fit(value, [])


def _fit_struct(value: Mapping[str, object], struct: Any, place: str) -> Fit:
    fields = {field.encode_name: field for field in structs.fields(struct)}
    fits = {name: fit(value[name], field.type, _at(place, name)) for name, field in fields.items() if name in value}
    problems = [problem for each in fits.values() for problem in each.problems]
    problems += [
        _("{place} is missing: add it.").format(place=_at(place, name))
        for name, field in fields.items()
        if field.required and name not in value
    ]
    unknown = [name for name in value if name not in fields]
    if unknown:
        problems.append(_unknown(unknown, list(fields), place))
    return Fit({name: each.kept for name, each in fits.items() if not each.is_gone}, problems)


def _fit_list(value: list[object], item: Any, place: str) -> Fit:
    fits = [fit(each, item, f"{place}[{number}]") for number, each in enumerate(value)]
    return Fit([each.kept for each in fits if not each.is_gone], [line for each in fits for line in each.problems])


def _checked(found: Fit, kind: Any) -> Fit:
    """``found``, unless what was left out cannot be done without."""
    try:
        msgspec.convert(found.kept, kind)
    except msgspec.ValidationError:
        return Fit(_GONE, found.problems)
    return found


def _inner(kind: Any) -> Any:
    """The type without its limits, and without None where it may be absent."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, UnionType):
        kinds = [each for each in get_args(kind) if each is not type(None)]
        return _inner(kinds[0]) if len(kinds) == 1 else kind
    return kind


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _unknown(unknown: list[str], fields: list[str], place: str) -> str:
    from difflib import get_close_matches  # only where something is wrong

    where = place or _("The record")
    near = [match for name in unknown[:5] for match in get_close_matches(name[:60], fields, 1, 0.75)]
    if near:
        return _("{place} holds a name that is not known there: did you mean {names}?").format(
            place=where, names=", ".join(dict.fromkeys(near))
        )
    return _('{place} holds a name that is not known there: take it out, or see "hsct-aid record schema".').format(
        place=where
    )


def _sentence(error: str, kind: Any, place: str) -> str:
    where = place or _("The record")
    return _("{place} should be {wanted}: correct it.").format(place=where, wanted=_wanted(error, kind))


def _wanted(error: str, kind: Any) -> str:
    if get_origin(kind) is Answer:
        return _('either {"value": …} or {"unknown": true}')
    if get_origin(kind) is Literal:
        return _("one of {values}").format(values=", ".join(map(str, get_args(kind))))
    if "date" in error:
        return _("a full date, such as 2026-03-14")
    if "regex" in error:
        dated = _PARTIAL_DATE in error.replace("\\\\", "\\")
        return _("a date, such as 2026, 2026-03 or 2026-03-14") if dated else _("two capital letters, such as GB")
    if limit := re.search(r"`(str|array)` of length <= (\d+)", error):
        entries, characters = _("a list of {most} entries or fewer"), _("a text of {most} characters or fewer")
        return (entries if limit[1] == "array" else characters).format(most=limit[2])
    if limit := re.search(r"`(?:int|float)` ([<>])= ([\d.]+)", error):
        least, most = _("a number not under {limit}"), _("a number not over {limit}")
        return (least if limit[1] == ">" else most).format(limit=f"{float(limit[2]):g}")
    if step := re.search(r"multiple of ([\d.]+)", error):
        return _("a number in steps of {step}").format(step=step[1])
    return _expected(error)


def _expected(error: str) -> str:
    words = {
        "int": _("a whole number"), "float": _("a number"), "str": _("a text in quotation marks"),
        "bool": _("true or false"), "array": _("a list in [ ]"), "object": _("a group of names and values in { }"),
    }  # fmt: skip
    found = re.match(r"Expected `([\w |]+)`", error)
    kinds = [words[kind] for kind in (found[1].split(" | ") if found else []) if kind in words]
    return _(" or ").join(kinds) or _("as the schema says")
