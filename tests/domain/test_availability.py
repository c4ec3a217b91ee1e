"""A trial's status always carries its date, and is not confirmed when it is old or its planned end has passed."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import msgspec
import pytest

from hsct_aid import shipped
from hsct_aid.content.yaml_file import read_yaml
from hsct_aid.domain.availability import (
    Availability,
    NotedTrial,
    Trial,
    as_noted,
    is_confirmed,
    noted_words,
    status_words,
)

TODAY: Final = date(2026, 11, 22)
SHIPPED: Final = msgspec.convert(
    read_yaml(shipped.folder("content", "en", "library", "availability.yaml"), "availability.yaml").value, Availability
)


def trial(status: str = "recruiting", seen: str | None = "2026-01-13", **fields: Any) -> Trial:
    plain = {"id": "x", "numbers": [], "title": "", "compared": "", "countries": [], "address": ""}
    return msgspec.convert(plain | {"status": status, "seen": seen, **fields}, Trial)


def test_a_recent_status_is_told_in_calm_words_with_its_month() -> None:
    assert status_words(trial(), TODAY) == "looking for people, as of January 2026"


@pytest.mark.parametrize(
    ("fields", "confirmed"),
    [
        ({"seen": "2025-11-22"}, True),
        ({"seen": "2025-11-21"}, False),
        ({"seen": "2025-11"}, True),
        ({"seen": "2025-10"}, False),
        ({"seen": None}, False),
        ({"ends": "2026-11-22"}, True),
        ({"ends": "2026-11-21"}, False),
        ({"ends": "2026-11"}, True),
        ({"ends": "2026-10"}, False),
        ({"ends": "2029-10", "main_part_ends": "2026-10"}, False),
        ({"status": "unknown"}, False),
    ],
)
def test_an_old_status_or_a_passed_end_is_not_confirmed(fields: dict[str, Any], confirmed: bool) -> None:
    one = trial(**fields)
    assert is_confirmed(one, TODAY) is confirmed
    assert status_words(one, TODAY).startswith("not confirmed (") is not confirmed


@pytest.mark.parametrize("status", ["finished", "stopped"])
def test_what_is_over_stays_over(status: str) -> None:
    assert is_confirmed(trial(status, "2019-01", ends="2015"), TODAY)


def test_a_window_ends_on_the_last_day_of_february() -> None:
    assert is_confirmed(trial(seen="2027-02-28"), date(2028, 2, 29))
    assert not is_confirmed(trial(seen="2027-02-27"), date(2028, 2, 29))


def test_a_noted_trial_keeps_the_day_of_its_status_and_is_not_confirmed_once_it_is_old() -> None:
    noted = as_noted(trial(numbers=["NCT1"], title="x" * 300, ends="2029", main_part_ends="2027-10"))
    assert (noted.status, noted.as_of, noted.ends, len(noted.title)) == ("recruiting", "2026-01-13", "2027-10", 200)
    assert noted_words(noted, TODAY) == "looking for people, as of January 2026"
    for later in (date(2027, 1, 14), date(2027, 11, 1)):
        assert noted_words(noted, later) == "not confirmed (looking for people, as of January 2026)"


@pytest.mark.parametrize(("status", "as_of", "words"), [
    ("finished", "2019-01", "finished, as of January 2019"),
    ("not open yet", "January 2026", "not open yet, as of January 2026"),
    ("recruiting", "", "not confirmed (looking for people, date not known)"),
    ("open, they said", "last week", "open, they said, last week"), ("", "", "not known"),
])  # fmt: skip
def test_what_a_person_wrote_of_a_status_is_kept(status: str, as_of: str, words: str) -> None:
    assert noted_words(NotedTrial("NCT1", "One", status, as_of), TODAY) == words


def test_every_shipped_status_carries_its_date_or_says_that_it_is_not_known() -> None:
    for one in SHIPPED.trials:
        words = status_words(one, TODAY)
        assert "as of" in words or "date not known" in words, one.id


def test_trials_to_join_first_are_not_confirmed_once_their_dates_have_passed() -> None:
    first = {one.id: is_confirmed(one, TODAY) for one in SHIPPED.trials if one.first}
    assert first == {"beat-ms": False, "star-ms": False, "ram-ms": False, "net-ms": False}


def test_every_trial_has_its_address_and_one_with_a_number_that_of_a_registry() -> None:
    registries = (
        "clinicaltrials.gov/study/NCT",
        "euclinicaltrials.eu/",
        "www.isrctn.com/ISRCTN",
        "anzctr.org.au/Trial/",
    )
    for one in SHIPPED.trials:
        assert one.address, one.id
        assert one.address.removeprefix("https://").startswith(registries) or not one.numbers, one.id


def test_words_of_a_provider_are_not_shown_as_criteria() -> None:
    for country in SHIPPED.countries:
        if country.code in ("MX", "RU"):
            assert not country.criteria
            assert country.cautions
            assert country.not_confirmed


def test_a_warning_sign_has_an_address_or_is_marked_as_our_own() -> None:
    for sign in SHIPPED.warning_signs:
        assert bool(sign.addresses) is not sign.own, sign.id
