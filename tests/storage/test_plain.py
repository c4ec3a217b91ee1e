"""The record as a plain file: bad input gets one clear sentence, and a record comes back as it was."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsct_aid.domain.facts import Answer, Facts
from hsct_aid.domain.record import Record, with_value
from hsct_aid.storage import plain
from tests.strategies import FILLERS, HOSTILE, longest, records

CANARY = "canarywordxq"


def written(**parts: Any) -> bytes:
    return json.dumps({"schema_version": 1, **parts}).encode()


def fact(**facts: Any) -> bytes:
    return written(facts=facts)


NAMED_WRONG = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t", "empty"),
    "not JSON": (b"Dear doctor, " + CANARY.encode(), "not JSON"),
    "cut off": (written(name=CANARY)[:-3], "not JSON"),
    "two records": (written() * 2, "not JSON"),
    "UTF-16": (written().decode().encode("utf-16"), "UTF-16"),
    "UTF-16 without a mark": (written().decode().encode("utf-16-be"), "UTF-16"),
    "Latin-1": ('{"name": "Zoë"}'.encode("latin-1"), "UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + os.urandom(100), "UTF-8"),
    "too large": (written(name="x" * plain.MOST_BYTES), "too large"),
    "6 MB": (b" " * 6_000_000, "too large"),
    "nested deeply": (b"[" * 1_000_000, "far more"),
    "nested too deeply": (written(name=json.loads("[" * 20 + "]" * 20)), "deeper"),
    "a million things": (b"[" + b"0," * 900_000 + b"0]", "far more"),
    "quotes without end": (b'"\\"' + b'\\"' * 900_000, "not JSON"),
    "a list": (b"[]", "not a record"),
    "a number": (b"3", "not a record"),
    "no version": (b"{}", "schema_version"),
    "version in words": (written(schema_version=CANARY), "schema_version"),
    "version true": (written(schema_version=True), "schema_version"),
    "version below one": (written(schema_version=0), "schema_version"),
    "newer version": (written(schema_version=2, what=CANARY), "newer version"),
    "NaN": (fact(edss={"value": float("nan")}), "NaN"),
    "Infinity": (fact(edss={"value": float("-inf")}), "NaN"),
    "more than infinite": (b'{"schema_version": 1, "facts": {"edss": {"value": 1e999}}}', "over 10"),
    "a number of 5,000 digits": (b'{"schema_version": 1, "name": ' + b"1" * 5000 + b"}", "too long"),
    "duplicate keys": (b'{"schema_version": 1, "name": "canarywordxq", "name": "x"}', "twice"),
    "duplicate keys inside": (b'{"schema_version": 1, "facts": {"pml": null, "pml": null}}', "twice"),
    "half a character": (b'{"schema_version": 1, "name": "canarywordxq \\ud83d"}', "half a character"),
    "half a character as a name": (b'{"schema_version": 1, "\\ud83d": 1}', "half a character"),
    "unknown name": (written(**{CANARY: 1}), "not known"),
    "misspelt name": (fact(edsss={"value": 3}), "did you mean edss?"),
    "wrong type": (fact(birth_year={"value": CANARY}), "facts.birth_year.value should be a whole number"),
    "number as text": (fact(birth_year={"value": "1981"}), "whole number"),
    "not wrapped": (fact(birth_year=1981), '{"value": …}'),
    "neither value nor unknown": (fact(birth_year={}), '{"unknown": true}'),
    "value and unknown": (fact(birth_year={"value": 1981, "unknown": True}), '{"unknown": true}'),
    "unknown choice": (fact(ms_type={"value": CANARY}), "one of rrms, spms, ppms, cis"),
    "too early": (fact(birth_year={"value": 1}), "not under 1900"),
    "between the steps": (fact(edss={"value": 6.1}), "steps of 0.5"),
    "no such month": (fact(edss_date={"value": "2026-13"}), "such as 2026, 2026-03"),
    "not a full date": (fact(edss={"value": 6, "on": "2026"}), "full date"),
    "not a country": (fact(country={"value": "gb"}), "two capital letters"),
    "too long a text": (written(name=CANARY * 100), "200 characters"),
    "too long a list": (written(read=[CANARY] * 501), "500 entries"),
    "text for a list": (written(read=CANARY), "a list"),
    "list for a part": (written(facts=[]), "names and values"),
    "wrong inside a list": (written(questions={"asked": [{"id": "q", "text": 3}]}), "questions.asked[0].text"),
    "missing inside a list": (written(questions={"asked": [{"id": "q"}]}), "questions.asked[0].text is missing"),
    "the aid's own file": (b"hsct-aid save 42 at ", "export the record"),
}


@pytest.mark.parametrize("name", NAMED_WRONG)
def test_wrong_input_gets_one_clear_sentence_at_once(name: str) -> None:
    data, expected = NAMED_WRONG[name]
    start = time.perf_counter()
    with pytest.raises(plain.BadInput) as caught:
        plain.read_record(data)
    assert time.perf_counter() - start < 1
    sentence = str(caught.value)
    assert expected in sentence
    assert re.fullmatch(r"[^\n]+: [^\n:]+[.?]|[^\n]+\"unknown\": true}: correct it\.", sentence)
    assert CANARY not in sentence
    assert plain.problems(data)[0] == sentence


def test_a_newer_version_is_told_apart() -> None:
    with pytest.raises(plain.NewerVersion):
        plain.read_record(written(schema_version=2))


def test_every_problem_is_listed() -> None:
    wrong = fact(edss={"value": 11}, ms_type={"value": "x"}, edsss=1)
    assert [line.split(" ")[0] for line in plain.problems(wrong)] == [
        "facts.ms_type.value",
        "facts.edss.value",
        "facts",
    ]
    assert plain.problems(plain.new_record()) == []


@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(("facts", "edss", "value", "unknown", "on", "read", "asked", "x")), inner)
        ),
    ).map(lambda value: json.dumps({"schema_version": 1, "facts": value, "questions": value}).encode())
)
def test_nothing_but_bad_input_is_ever_raised(data: bytes) -> None:
    found = plain.problems(data)
    try:
        plain.read_record(data)
    except plain.BadInput:
        assert found
    else:
        assert not found


@given(records())
@settings(max_examples=50)
def test_a_record_comes_back_as_it_was_and_in_the_same_bytes(record: Record) -> None:
    data = plain.write_record(record)
    assert plain.read_record(data) == record
    assert plain.write_record(plain.read_record(data)) == data
    assert data.endswith(b"}\n")
    assert json.loads(data)["schema_version"] == 1


@pytest.mark.parametrize("name", FILLERS)
def test_the_longest_records_come_back_from_the_store_and_from_an_export(name: str) -> None:
    record = longest(FILLERS[name])
    data = plain.write_record(record)
    assert plain.read_saved(data) == (record, False)
    assert plain.read_record(data) == record


def test_order_and_spacing_of_the_names_do_not_matter() -> None:
    first = b'{"name": "a", "facts": {"pml": {"value": true}, "edss": {"value": 4}}, "schema_version": 1}'
    second = b'\xef\xbb\xbf{"schema_version":1,"facts":{"edss":{"value":4.0},"pml":{"value":true}},"name":"a"}\r\n'
    assert plain.write_record(plain.read_record(first)) == plain.write_record(plain.read_record(second))


def test_control_characters_are_taken_out_and_line_ends_made_one() -> None:
    assert plain.clean("a\0b\x1b[31m\tc\r\nd\re\x0c\x07") == "ab[31m\tc\nd\ne"
    assert plain.read_record(written(name="a\0\r\nb")).name == "a\nb"
    assert all(plain.clean(text) == text for text in HOSTILE)


def test_half_a_character_from_a_keyboard_loses_nothing_else() -> None:
    assert plain.read_record(plain.write_record(Record(name="Zoë \ud83d"))).name == "Zoë ?"


def test_what_fits_of_a_newer_record_is_shown() -> None:
    newer = written(
        schema_version=7, name="Ann", mood="x",
        facts={"pml": {"value": True}, "edss": {"scale": 2}, "birth_year": {"value": 1981, "by": "x"}},
        questions={"asked": [{"id": "q1", "text": "Why?"}, {"id": "q2"}, {"id": "q3", "text": "How?", "voice": "x"}]},
    )  # fmt: skip
    record, is_newer = plain.read_saved(newer)
    assert is_newer
    assert record.name == "Ann"
    assert record.facts == Facts(pml=Answer(value=True), birth_year=Answer(value=1981))
    assert [question.id for question in record.questions.asked] == ["q1", "q3"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("missing.json", "no file"),
        (".", "not a file"),
        ("x" * 300, "too long"),
        ("a\0b", "not the name"),
        ("pipe", "not"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence(tmp_path: Path, name: str, expected: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(plain.BadInput, match=expected):
        plain.file_bytes(tmp_path / name)


def test_a_file_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(bytes(plain.MOST_BYTES + 1))
    for path in (tmp_path / "large", Path("/dev/zero")):
        with pytest.raises(plain.BadInput):
            plain.file_bytes(path)


def test_a_fact_left_out_and_one_said_to_be_unknown_are_told_apart() -> None:
    record = plain.read_record(fact(edss={"unknown": True}))
    assert record.facts.edss == msgspec.convert({"unknown": True}, Answer[float])
    assert record.facts.pml is None


NEWER = {
    "schema_version": 9, "name": "Ann", "moon": [1, {"sun": "x"}], "start": {"companion": "Bo", "star": 1},
    "visit": {"decided": "wait"}, "facts": {"edss": {"value": 3.5, "comet": 2}},
}  # fmt: skip


def test_what_a_newer_version_wrote_stays_in_a_copy_with_what_was_changed_since() -> None:
    newer = json.dumps(NEWER).encode()
    shown, is_newer = plain.read_saved(newer)
    assert is_newer
    assert plain.merged(newer, shown, shown) == newer
    changed = with_value(with_value(shown, "start.companion", "my sister"), "visit.decided", "")
    copy = json.loads(plain.merged(newer, shown, changed))
    assert copy == NEWER | {"start": {"companion": "my sister", "star": 1}, "visit": {}}
