"""Numbers are read as people write them, and nothing else is taken for one."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.domain.numbers import number, read_number


@given(st.integers(0, 999_999))
def test_a_whole_number_is_read_with_and_without_its_thousands_parted(value: int) -> None:
    assert read_number(str(value)) == read_number(number(value)) == read_number(f" {value} ") == value


@given(st.integers(0, 20).map(lambda halves: halves / 2))
def test_half_steps_are_read_with_a_point_or_a_comma(value: float) -> None:
    assert read_number(str(value)) == read_number(str(value).replace(".", ",")) == value


@pytest.mark.parametrize("written", [
    "", " ", "nan", "inf", "-inf", "1e999", "1e3", "1_0", "-1", "+1", "0x10", "three", "3 4", "3.4.5", ".", "²",
])  # fmt: skip
def test_what_is_no_number_is_not_read(written: str) -> None:
    assert read_number(written) is None


@given(st.text(max_size=12))
def test_whatever_is_written_gives_no_number_or_a_finite_one(written: str) -> None:
    value = read_number(written)
    assert value is None or (math.isfinite(value) and value >= 0)
