"""The shape of a record for others: every part named, every text and list with its cap."""

from __future__ import annotations

import json

from msgspec import inspect, structs

from hsct_aid.domain.facts import Facts
from hsct_aid.domain.record import Record
from hsct_aid.storage import plain


def test_the_empty_record_shows_all_its_parts() -> None:
    empty = json.loads(plain.new_record())
    assert list(empty) == [field.name for field in structs.fields(Record)]
    assert empty["facts"] == {}
    assert plain.read_record(plain.new_record()) == Record()


def test_the_schema_names_every_fact_and_needs_the_version() -> None:
    schema = json.loads(plain.schema())
    assert list(schema["$defs"]["Facts"]["properties"]) == [field.name for field in structs.fields(Facts)]
    assert schema["$defs"]["Record"]["required"] == ["schema_version"]
    assert str(plain.MOST_BYTES) in schema["description"]


def test_every_text_and_list_of_a_record_has_its_cap() -> None:
    open_ended = [kind for kind in _kinds(inspect.type_info(Record)) if _is_open_ended(kind)]
    assert open_ended == []
    assert _is_open_ended(inspect.type_info(str))
    assert _is_open_ended(inspect.type_info(tuple[int, ...]))


def _is_open_ended(kind: inspect.Type) -> bool:
    match kind:
        case inspect.StrType(max_length=most, pattern=pattern):
            return pattern is None and (most is None or most > 20_000)
        case inspect.VarTupleType(max_length=most):
            return most is None or most > 500
    return isinstance(kind, inspect.AnyType | inspect.DictType | inspect.BytesType)


def _kinds(kind: inspect.Type) -> list[inspect.Type]:
    inner: list[inspect.Type] = [field.type for field in getattr(kind, "fields", ())]
    inner += getattr(kind, "types", ())
    inner += [kind.item_type] if isinstance(kind, inspect.VarTupleType) else []
    return [kind, *(each for one in inner for each in _kinds(one))]
