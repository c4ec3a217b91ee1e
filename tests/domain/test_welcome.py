"""How current the aid is on the day it is opened."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.dates import say
from hsct_aid.domain.welcome import currency
from tests.domain.shipped_aid import AID

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@given(DAYS)
def test_the_date_of_the_evidence_is_always_said(today: date) -> None:
    assert say(AID.evidence_date) in currency(AID, today)


@given(DAYS)
def test_a_newer_copy_is_asked_for_once_the_facts_are_past_their_date(today: date) -> None:
    words = currency(AID, today)
    assert ("before you rely on it" in words) == (today > AID.expires)
    assert ("list of trials is too old" in words) == (AID.trials_expire < today <= AID.expires)


def test_on_its_last_day_the_aid_is_still_current(aid: Aid) -> None:
    last = replace(aid, trials_expire=aid.expires)
    assert f"after {say(aid.expires)}" in currency(last, aid.expires)
    assert "too long ago" in currency(last, aid.expires + timedelta(days=1))


def test_trials_are_never_called_current_for_longer_than_the_facts(aid: Aid) -> None:
    assert aid.evidence_date < aid.trials_expire <= aid.expires
