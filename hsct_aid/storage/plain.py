"""The plain record: one JSON file that people and programs can read, write and check.

Whatever comes from outside is looked at as bytes first, then as JSON, then against the record's own types. What is
wrong is said in one sentence with a next step, and no sentence repeats a word of the file.
"""

from __future__ import annotations

import json
import re
from gettext import gettext as _
from pathlib import Path
from typing import Any, Final, NoReturn

import msgspec

from hsct_aid.domain.record import SCHEMA_VERSION, Record
from hsct_aid.storage import disk
from hsct_aid.storage.fit import fit
from hsct_aid.storage.why import why

MOST_BYTES: Final = 5 * 1024 * 1024
"""A little more than the longest record a person could write takes; each list and text has its own limit besides."""
MOST_DEPTH: Final = 16
MOST_VALUES: Final = 50_000

_STRING: Final = re.compile(rb'"(?:[^"\\]|\\.?)*+(?:"|\Z)', re.DOTALL)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f]")
_HALF: Final = re.compile("[\ud800-\udfff]")


class BadInput(Exception):  # noqa: N818  # the name says what happened
    """What was given cannot be used. Its text is one sentence for the person, with a next step."""


class NewerVersion(BadInput):
    """A newer version of the aid made this record."""


class OwnSave(BadInput):
    """This is a save from the aid's own folder, and not a plain copy of one."""


def clean(text: str) -> str:
    """``text`` without control characters but the new line and the tab, and with one kind of line end."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """``text`` with a mark in place of each sign that cannot be seen, for a name that stands in a sentence."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def file_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file the person named; raises BadInput where it cannot be read or is too large."""
    try:
        return disk.read(path, most)
    except OSError as error:
        raise BadInput(why(error)) from error
    except ValueError as error:
        raise BadInput(_("That is not the name of a file: check how it is written.")) from error


def read_record(data: bytes) -> Record:
    """The record in a plain file. Raises BadInput, or NewerVersion where a newer version of the aid made it."""
    plain = _parsed(data, MOST_BYTES)
    _check_version(plain)
    try:
        return msgspec.convert(plain, Record)
    except msgspec.ValidationError:
        raise BadInput(fit(plain, Record).problems[0]) from None


def problems(data: bytes) -> list[str]:
    """Everything that is wrong with a plain file, one sentence each; empty where it can be used."""
    try:
        plain = _parsed(data, MOST_BYTES)
        _check_version(plain)
    except BadInput as problem:
        return [str(problem)]
    return fit(plain, Record).problems


def read_saved(payload: bytes) -> tuple[Record, bool]:
    """The record in the aid's own file, and whether a newer version made it: then it is what this version can show."""
    plain = _parsed(payload, len(payload))
    try:
        _check_version(plain)
        return msgspec.convert(plain, Record), False
    except (NewerVersion, msgspec.ValidationError):
        return msgspec.convert(fit(plain | {"schema_version": SCHEMA_VERSION}, Record).kept, Record), True


def write_record(record: Record) -> bytes:
    """The record as a plain file: the same record gives the same bytes, always."""
    return _written({"schema_version": SCHEMA_VERSION} | msgspec.to_builtins(record))


def merged(newer: bytes, shown: Record, record: Record) -> bytes:
    """The plain file ``newer`` of a newer version, of which ``shown`` is shown here, with what became of it since.

    Nothing that this version does not know is lost; where nothing was changed, it is the same bytes.
    """
    if record == shown:
        return newer
    before, now = msgspec.to_builtins(shown), msgspec.to_builtins(record)
    return _written(_overlaid(_parsed(newer, len(newer)), before, now))


def _overlaid(newer: dict[str, Any], shown: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    whole = dict(newer)
    for name in shown.keys() | now.keys():
        if shown.get(name) == now.get(name):
            continue
        if isinstance(here := newer.get(name), dict) and isinstance(now.get(name, {}), dict):
            whole[name] = _overlaid(here, shown.get(name, {}), now.get(name, {}))
        elif name in now:
            whole[name] = now[name]
        else:
            del whole[name]
    return whole


def write_copy(path: Path, data: bytes) -> None:
    """Write a plain file where the person asked for it. Raises BadInput where that cannot be done."""
    try:
        disk.replace(path, data)
    except OSError as error:
        raise BadInput(why(error)) from error
    except ValueError as error:
        raise BadInput(_("That is not the name of a file: check how it is written.")) from error


def new_record() -> bytes:
    """An empty plain record with all its parts."""
    empty = Record()
    return _written({name: msgspec.to_builtins(getattr(empty, name)) for name in Record.__struct_fields__})


def schema() -> bytes:
    """The JSON Schema of the plain record."""
    limits = _(
        "The file is UTF-8, {bytes} bytes or fewer, nested {depth} levels or fewer, and holds no name twice in one "
        'group. A fact is absent, {{"unknown": true}} or {{"value": …, "on": "2026-11-22"}}.'
    ).format(bytes=MOST_BYTES, depth=MOST_DEPTH)
    shape = msgspec.json.schema(Record)
    shape["$defs"]["Record"]["required"] = ["schema_version"]
    top = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Record", "description": limits}
    return _written(top | shape)


def _written(plain: object) -> bytes:
    try:
        encoded = msgspec.json.encode(plain)
    except UnicodeEncodeError:
        # half a character, as some keyboards send it: nothing else of what was typed is to be lost for it
        encoded = json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace")
    return msgspec.json.format(encoded, indent=2) + b"\n"


def _parsed(data: bytes, most: int) -> dict[str, Any]:
    _check_bytes(data, most)
    try:
        text = data.decode("utf-8-sig")
        plain = json.loads(text, object_pairs_hook=_group, parse_constant=_not_a_number)
    except UnicodeDecodeError:
        raise BadInput(_("This file is not text in UTF-8: save it again as UTF-8.")) from None
    except json.JSONDecodeError as error:
        raise BadInput(_("This is not JSON: correct line {line}.").format(line=error.lineno)) from None
    except ValueError:
        raise BadInput(_("A number in this file is too long: correct it.")) from None
    if not isinstance(plain, dict):
        raise BadInput(_("This is not a record: it should begin with { and a schema_version."))
    cleaned: dict[str, Any] = _cleaned(plain)
    return cleaned


def _check_bytes(data: bytes, most: int) -> None:
    if len(data) > most:
        raise BadInput(_("This file is too large for a record: choose another one."))
    if not data.strip():
        raise BadInput(_("This file is empty: choose another one."))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:2]:
        raise BadInput(_("This file is in UTF-16: save it again as UTF-8."))
    if data.startswith(b"hsct-aid sealed "):
        raise OwnSave(_("This record has a passphrase: export a plain copy of it in the aid first."))
    if data.startswith(b"hsct-aid save "):
        raise OwnSave(_("This is a copy from the aid's own folder: open it in the aid and export the record."))
    bare = _STRING.sub(b"", data)
    if sum(map(bare.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise BadInput(_("This file holds far more than a record can: choose another one."))
    depth = 0
    for bracket in re.findall(rb"[\[\]{}]", bare):
        depth += 1 if bracket in b"[{" else -1
        if depth > MOST_DEPTH:
            raise BadInput(_("This file is nested deeper than a record can be: choose another one."))


def _group(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    group = dict(pairs)
    if len(group) < len(pairs):
        raise BadInput(_("A name stands twice in one group of this file: keep one of the two."))
    return group


def _not_a_number(_constant: str) -> NoReturn:
    raise BadInput(_("NaN and Infinity are not numbers a record can hold: correct them."))


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return clean(_whole(value))
        case list():
            return [_cleaned(each) for each in value]
        case dict():
            return {_whole(name): _cleaned(each) for name, each in value.items()}
    return value


def _whole(text: str) -> str:
    if _HALF.search(text):
        raise BadInput(_("A text in this file holds half a character: write that text again."))
    return text


def _check_version(plain: dict[str, Any]) -> None:
    version = plain.get("schema_version")
    if type(version) is not int or version < SCHEMA_VERSION:
        raise BadInput(_('The record needs "schema_version": {number}: add it.').format(number=SCHEMA_VERSION))
    if version > SCHEMA_VERSION:
        raise NewerVersion(_("A newer version of the aid made this record: update the aid, then try again."))
