"""Every answer the form can ask for has its place in the record; nothing else gets in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from hsct_aid.domain.aid import Aid, Choice, Field
from hsct_aid.domain.facts import Answer
from hsct_aid.domain.record import MOST_DRAFTS, Draft, Record, value_at, with_draft, with_value, without_entry
from tests.strategies import records

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
SAMPLES: dict[str, tuple[object, ...]] = {
    "number": (0, 3, 10), "year": (1950, 2026), "date": ("2026", "2026-03", "2026-03-14"), "country": ("GB", "ZZ"),
    "medicines": ((), ({"name": "ocrelizumab"},)), "relapses": ((), ({"when": "2025"},)), "scan": ({"date": "2025"},),
}  # fmt: skip


def fields(aid: Aid) -> Iterator[Field]:
    for step in aid.steps.values():
        yield from step.fields


def values(field: Field) -> tuple[Any, ...]:
    """Answers that the form lets a person give to ``field``, the longest text and every choice among them."""
    names = tuple(choice.id for choice in field.choices)
    match field.kind:
        case "yes_no" if field.id.startswith("facts."):
            return (True, False)
        case "yes_no":
            return tuple(choice.id for choice in field.choices or YES_NO)
        case "choice":
            return names
        case "choices":
            return (*((name,) for name in names), names[: field.limit or len(names)])
        case "line":
            return ("ë" * (field.limit or 200),)
        case "text":
            return ("ë\n" * ((field.limit or 2000) // 2),)
    return SAMPLES[field.kind]


def test_every_answer_of_the_form_is_kept_and_found_again(aid: Aid) -> None:
    asked = list(fields(aid))
    assert len(asked) > 40
    for field in asked:
        for value in values(field):
            kept: object = Answer(value=value) if field.id.startswith("facts.") else value
            found = value_at(with_value(Record(), field.id, kept), field.id)
            assert msgspec.to_builtins(found) == msgspec.to_builtins(kept), (field.id, value)


def test_every_part_of_an_entry_is_kept_and_found_again(aid: Aid) -> None:
    paths = {
        "medicines": "facts.medicines.value.0", "relapses": "facts.relapses.value.0", "scan": "facts.mri.value",
        "centres": "availability.centres.0", "next_steps": "visit.next_steps.0",
    }  # fmt: skip
    assert set(aid.library.entries) == set(paths)
    for name, form in aid.library.entries.items():
        for field in form.fields:
            for value in (True, False) if field.kind == "yes_no" else values(field):
                path = f"{paths[name]}.{field.id}"
                found = value_at(with_value(Record(), path, value), path)
                assert found == value, path


def test_every_fact_that_offers_i_dont_know_keeps_it(aid: Aid) -> None:
    for field in fields(aid):
        if field.unknown:
            record = with_value(Record(), field.id, Answer[object](unknown=True))
            assert value_at(record, field.id).unknown, field.id


@settings(max_examples=40)
@given(records())
def test_an_answer_changes_nothing_else(record: Record) -> None:
    changed = with_value(record, "start.companion", "my sister")
    assert replace(changed, start=replace(changed.start, companion=record.start.companion)) == record
    assert with_value(record, "start.companion", record.start.companion) == record


@settings(max_examples=40)
@given(records())
def test_an_answer_that_is_taken_back_is_gone(record: Record) -> None:
    for name in record.facts.__struct_fields__:
        left = with_value(record, f"facts.{name}", None)
        assert getattr(left.facts, name) is None
        assert with_value(left, f"facts.{name}", getattr(record.facts, name)) == record


@settings(max_examples=40)
@given(records())
def test_the_record_given_is_never_changed(record: Record) -> None:
    before = msgspec.json.encode(record)
    with_value(record, "facts.medicines.value.0.name", "ocrelizumab") if not _is_unknown(record) else None
    with_value(record, "start.asks", ("talk",))
    assert msgspec.json.encode(record) == before


def _is_unknown(record: Record) -> bool:
    return record.facts.medicines is not None and record.facts.medicines.unknown


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("facts.ms_type", Answer(value="benign")),
        ("facts.edss", Answer(value=3.3)),
        ("facts.edss", Answer(value=10.5)),
        ("facts.birth_year", Answer(value=1899)),
        ("facts.country", Answer(value="England")),
        ("facts.edss_date", Answer(value="14/3/2026")),
        ("facts.walk_metres", Answer(value=-1)),
        ("facts.ms_type", {"value": "rrms", "unknown": True}),
        ("facts.ms_type", {}),
        ("facts.ms_type", {"value": "rrms", "note": "x"}),
        ("facts.shoe_size", Answer(value=40)),
        ("start.asks", ("marry",)),
        ("start.first_priorities", ("a", "b", "c", "d")),
        ("start.visit_with", "x" * 201),
        ("start.visit_with", None),
        ("standing.sure", "certain"),
        ("schema_version", 2),
        ("nothing.here", 1),
    ],
)
def test_a_value_that_does_not_belong_there_is_refused(path: str, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        with_value(Record(), path, value)


def test_a_part_of_a_fact_that_is_not_known_is_refused_until_it_is_known() -> None:
    record = with_value(Record(), "facts.mri", Answer[object](unknown=True))
    with pytest.raises(msgspec.ValidationError):
        with_value(record, "facts.mri.value.date", "2026")


def test_a_path_that_ends_early_has_no_value() -> None:
    assert value_at(Record(), "facts.medicines.value.0.name") is None
    record = with_value(Record(), "facts.medicines.value.0.name", "ocrelizumab")
    assert value_at(record, "facts.medicines.value.0.name") == "ocrelizumab"
    assert value_at(record, "facts.medicines.value.1.name") is None


def test_half_written_words_move_up_with_their_entry_and_go_with_it() -> None:
    path = "facts.medicines.value"
    record = Record()
    for box in (f"{path}.0.start", f"{path}.1.start", f"{path}.2.stop", "values.own"):
        record = with_draft(record, box, f"words in {box}")
    left = [(draft.box, draft.words) for draft in without_entry(record, path, 1).drafts]
    assert left == [
        (f"{path}.0.start", f"words in {path}.0.start"), (f"{path}.1.stop", f"words in {path}.2.stop"),
        ("values.own", "words in values.own"),
    ]  # fmt: skip


def test_what_there_is_no_room_for_leaves_the_record_as_it_is() -> None:
    full = Record(drafts=tuple(Draft(str(number), "x") for number in range(MOST_DRAFTS)))
    assert with_draft(full, "one more", "x") is full
    assert with_draft(full, "0", "y").drafts[-1] == Draft("0", "y")
    assert with_draft(full, "x" * 201, "y") is full
    assert with_draft(Record(), "a", "") == Record()
