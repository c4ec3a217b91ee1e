"""The envelope: what went in comes out, and no changed byte goes unnoticed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.storage import seal

NOON = datetime(2026, 11, 22, 12, 0, 5, tzinfo=UTC)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(datetime(1970, 1, 2), datetime(2999, 1, 1), timezones=ZONES).map(
    lambda when: when.replace(microsecond=0, fold=0)
)


@given(st.binary(max_size=300), st.integers(0, 10**18 - 1), TIMES)
def test_what_went_in_comes_out(payload: bytes, generation: int, saved_at: datetime) -> None:
    data = seal.wrap(payload, generation, saved_at)
    assert seal.unwrap(data) == (payload, generation, saved_at)
    assert len(data) - len(payload) <= seal.OVERHEAD


@pytest.mark.parametrize("place", range(len(seal.wrap(b"{}\n", 42, NOON))))
def test_every_changed_byte_is_found(place: int) -> None:
    data = bytearray(seal.wrap(b"{}\n", 42, NOON))
    for bit in range(8):
        data[place] ^= 1 << bit
        with pytest.raises(seal.Damaged):
            seal.unwrap(bytes(data))
        data[place] ^= 1 << bit


@given(st.data())
def test_what_is_cut_added_or_mixed_is_found(data: st.DataObject) -> None:
    whole = seal.wrap(b"one", 42, NOON)
    other = seal.wrap(b"two", 43, NOON)
    cut = data.draw(st.integers(0, len(whole) - 1))
    more = data.draw(st.binary(min_size=1, max_size=9))
    mixed = whole[:cut] + other[cut:]
    for wrong in [whole[:cut], whole + more, more + whole, whole[:cut] + bytes(len(whole) - cut)]:
        with pytest.raises(seal.Damaged):
            seal.unwrap(wrong)
    if mixed != other:
        with pytest.raises(seal.Damaged):
            seal.unwrap(mixed)


@pytest.mark.parametrize(
    "wrong",
    [b"", b"{}", b"hsct-aid save 1 at 2026-99-99T00:00:00+00:00 crc32 " + b"0" * 8 + b"\n", b"\0" * 5000],
)
def test_what_never_was_an_envelope_is_damaged(wrong: bytes) -> None:
    with pytest.raises(seal.Damaged):
        seal.unwrap(wrong)
