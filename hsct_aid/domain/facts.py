"""The facts a referral turns on, as the person knows them: absent, "I don't know", or known with a day."""

from datetime import date
from gettext import gettext as _
from typing import Annotated, Generic, Literal, TypeVar

from msgspec import Meta, Struct

from hsct_aid.domain.dates import PartialDate, earliest, latest, months_before

T = TypeVar("T")

Line = Annotated[str, Meta(max_length=200)]
Words = Annotated[str, Meta(max_length=2000)]
Year = Annotated[int, Meta(ge=1900, le=2100)]
EDSS = Annotated[float, Meta(ge=0, le=10, multiple_of=0.5)]
MSType = Literal["rrms", "spms", "ppms", "cis"]
Walking = Literal["free", "limited", "one_aid", "two_aids", "wheelchair"]
StopReason = Literal["not_working", "side_effects", "risk", "pregnancy", "cost", "still_taking", "other"]


class Answer(Struct, Generic[T], frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One answered field: either ``unknown`` or a ``value``, and the day it was given. Not answered is None instead."""

    value: T | None = None
    unknown: bool = False
    on: date | None = None

    def __post_init__(self) -> None:
        if self.unknown == (self.value is not None):
            raise ValueError("an answer holds either a value or unknown")


class Relapse(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One relapse: when, on which medicine (its name, or yes or no), and whether it went away again."""

    when: PartialDate | None = None
    on_medicine: bool | Line | None = None
    recovered: bool | Literal["fully", "partly", "not"] | None = None


def is_no_medicine(words: str) -> bool:
    """Whether ``words`` say that no medicine was taken, as the form asks for them."""
    return words.strip().casefold() in ("none", "no", "nothing", _("none").casefold())


class Scan(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The last MRI: a number of lesions, or only whether there were any."""

    date: PartialDate | None = None
    contrast: bool | None = None
    new_lesions: bool | Annotated[int, Meta(ge=0, le=500)] | None = None
    enhancing: bool | Annotated[int, Meta(ge=0, le=500)] | None = None


class Medicine(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One MS medicine taken now or before."""

    name: Line = ""
    start: PartialDate | None = None
    stop: PartialDate | None = None
    last_dose: PartialDate | None = None
    reason: StopReason | None = None

    @property
    def is_taken(self) -> bool:
        """Still being taken, as far as the person said."""
        return self.reason == "still_taking" or (self.stop is None and self.reason is None)


Many = Annotated[tuple[T, ...], Meta(max_length=50)]


class Facts(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything asked about the person's MS and health; the keys of the plain record."""

    ms_type: Answer[MSType] | None = None
    type_said_by: Answer[Line] | None = None
    birth_year: Answer[Year] | None = None
    first_symptom_year: Answer[Year] | None = None
    diagnosis_year: Answer[Year] | None = None
    edss: Answer[EDSS] | None = None
    edss_date: Answer[PartialDate] | None = None
    walking: Answer[Walking] | None = None
    walk_metres: Answer[Annotated[int, Meta(ge=0, le=100_000)]] | None = None
    walk_support: Answer[Literal["none", "one_side", "two_sides"]] | None = None
    relapses: Answer[Many[Relapse]] | None = None
    mri: Answer[Scan] | None = None
    csf_oligoclonal_bands: Answer[bool] | None = None
    medicines: Answer[Many[Medicine]] | None = None
    previous_ahsct: Answer[bool] | None = None
    pml: Answer[bool] | None = None
    illnesses: Answer[Many[Line]] | None = None
    infections: Answer[Many[Line]] | None = None
    allergies: Answer[Line] | None = None
    family_plans: Answer[Line] | None = None
    smoking: Answer[Line] | None = None
    vaccines: Answer[Line] | None = None
    country: Answer[Annotated[str, Meta(pattern=r"^[A-Z]{2}(?!\n)$")]] | None = None
    new_symptoms_4_weeks: Answer[bool] | None = None
    new_symptoms_words: Answer[Line] | None = None


def known(answer: Answer[T] | None) -> T | None:
    """The value, or None where the field is not answered or not known."""
    return answer.value if answer is not None else None


class Range(Struct, frozen=True):
    """Every whole number from ``low`` to ``high`` is possible."""

    low: int
    high: int


def years_since(year: int | None, today: date) -> Range | None:
    """Full years from some day in ``year`` until today: two numbers, since the day is not known.

    "Born 1981" in November 2026 is 44 or 45. None where the year is not known or lies ahead.
    """
    if year is None or year > today.year:
        return None
    return Range(max(0, today.year - year - 1), today.year - year)


def relapses_within(relapses: tuple[Relapse, ...], months: int, today: date) -> Range:
    """How many relapses fall in the last ``months``: surely (low) and possibly (high), as dates may be coarse.

    What a person wrote has happened, so "this month" and "this year" end today.
    """
    since = months_before(today, months)
    dates = [relapse.when for relapse in relapses]
    sure = sum(1 for when in dates if when and since <= earliest(when) <= today)
    maybe = sum(1 for when in dates if not when or (latest(when) >= since and earliest(when) <= today))
    return Range(sure, maybe)
