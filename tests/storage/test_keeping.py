"""What is worth keeping: the newest five, and the last of each of seven days and of four weeks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.storage.keeping import worth_keeping

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TIMES = st.lists(st.integers(-3000, 3000), max_size=60)


@given(TIMES)
def test_the_newest_five_and_the_last_of_each_day_and_week_are_kept(hours: list[int]) -> None:
    saves = {number: NOON + timedelta(hours=each) for number, each in enumerate(hours)}
    kept = worth_keeping(saves)
    newest_first = sorted(saves, reverse=True)
    assert set(newest_first[:5]) <= kept
    for most, span in ((7, "%F"), (4, "%G %V")):
        last_of: dict[str, int] = {}
        for number in newest_first:
            last_of.setdefault(saves[number].strftime(span), number)
        assert set(list(last_of.values())[:most]) <= kept
    assert len(kept) <= 5 + 7 + 4
