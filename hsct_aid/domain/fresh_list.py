"""A list of trials from files the person downloaded: what was found, what was left out, what changed since our list."""

from collections.abc import Iterable
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from hsct_aid.domain.availability import Status, Trial, registry_address
from hsct_aid.domain.dates import PartialDate
from hsct_aid.domain.numbers import number

Kind = Literal["trial", "observational", "programme"]
KINDS: Final[tuple[Kind, ...]] = ("trial", "observational", "programme")
MOST_STUDIES: Final = 2_000
Counted = Literal["planned", "took_part", "not_said"]
Reason = Literal[
    "other_disease", "exosome", "cord", "adipose", "mesenchymal", "neural", "donor", "marrow", "other_cells",
    "not_shown", "no_transplant",
]  # fmt: skip


class FoundTrial(Struct, frozen=True):
    """A study of aHSCT for MS as its record describes it. ``updated`` is the day its status stood so."""

    number: str
    title: str
    kind: Kind
    status: Status
    updated: PartialDate | None = None
    countries: tuple[str, ...] = ()
    phase: str = ""
    people: int | None = None
    counted: Counted = "not_said"
    youngest: int | None = None
    oldest: int | None = None
    age_groups: bool = False
    ends: PartialDate | None = None
    main_part_ends: PartialDate | None = None

    @property
    def address(self) -> str:
        """Where the record stands."""
        return registry_address(self.number)


class LeftOut(Struct, frozen=True):
    """A study that is not one of aHSCT for MS, and why."""

    number: str
    title: str
    reason: Reason


class FreshList(Struct, frozen=True):
    """What was read on ``read_on`` from data of the day ``data_of`` (None where the files do not say)."""

    read_on: date
    data_of: PartialDate | None
    found: Annotated[tuple[FoundTrial, ...], Meta(max_length=MOST_STUDIES)]
    left_out: Annotated[tuple[LeftOut, ...], Meta(max_length=MOST_STUDIES)]


class StatusChange(Struct, frozen=True):
    """A trial whose status is another one than in our list."""

    number: str
    before: Status
    now: Status


class Changes(Struct, frozen=True):
    """What differs from the list that ships with the aid; a smaller search also leaves trials out of a file."""

    new: tuple[str, ...]
    status: tuple[StatusChange, ...]
    not_in_file: tuple[str, ...]


def as_trial(found: FoundTrial) -> Trial:
    """The same study in the shape of our own list, with its numbers in words."""
    ends, main = found.ends, found.main_part_ends
    return Trial(
        found.number, (found.number,), found.title, "", found.countries, found.status, found.updated, found.address,
        found.kind, people=people_words(found), ends=ends, main_part_ends=main if main != ends else None,
    )  # fmt: skip


def people_words(found: FoundTrial) -> str:
    """How many people and of what age, as the record says: never whether somebody can join."""
    counts = {
        "planned": _("{n} planned."),
        "took_part": _("{n} took part.") if found.people else _("Nobody took part."),
        "not_said": ngettext("{n} person.", "{n} people.", found.people or 0),
    }
    count = counts[found.counted].format(n=number(found.people)) if found.people is not None else ""
    ages = age_words(found)
    if not ages:
        return count
    words = (
        _("Age {ages}, the record says.") if not found.age_groups else _("The file names only an age group: {ages}.")
    )
    return f"{count} {words.format(ages=ages)}".strip()


def age_words(found: FoundTrial) -> str:
    """The ages in the record, such as "18 to 55"; empty where it names none."""
    if found.youngest and found.oldest:
        return _("{first} to {last}").format(first=found.youngest, last=found.oldest)
    if found.youngest:
        return _("{first} or more").format(first=found.youngest)
    return _("{last} or less").format(last=found.oldest) if found.oldest else ""


def matches(found: FoundTrial, *, words: str = "", country: str = "", status: str = "", age: int | None = None) -> bool:
    """Whether a study is in view. Its ages are those of the record: one that names none is always in view."""
    said = " ".join((found.number, found.title, *found.countries)).casefold()
    return (
        all(word in said for word in words.casefold().split())
        and (not country or country in found.countries)
        and (not status or status == found.status)
        and (age is None or (found.youngest or 0) <= age <= (found.oldest or age))
    )


def changes(fresh: FreshList, shipped: Iterable[Trial]) -> Changes:
    """What is new, what has another status, and which trials of our list the files do not hold."""
    ours = {number: trial for trial in shipped for number in trial.numbers if number.startswith("NCT")}
    read = {one.number for one in fresh.found} | {one.number for one in fresh.left_out}
    return Changes(
        tuple(one.number for one in fresh.found if one.number not in ours),
        tuple(
            StatusChange(one.number, ours[one.number].status, one.status)
            for one in fresh.found
            if one.number in ours and ours[one.number].status != one.status
        ),
        tuple(number for number in ours if number not in read),
    )


def reason_words(reason: Reason) -> str:
    """Why studies were left out, in plain words."""
    return {
        "other_disease": _("another disease: the record does not name MS as what is studied"),
        "exosome": _("particles from cells (exosomes), not a transplant of blood-forming stem cells"),
        "cord": _("cells from the umbilical cord or the placenta, not aHSCT"),
        "adipose": _("cells from fat tissue, not aHSCT"),
        "mesenchymal": _("mesenchymal or stromal cells, not aHSCT"),
        "neural": _("cells of the nervous system or from an embryo, not aHSCT"),
        "donor": _("cells of a donor (allogeneic), not a person’s own"),
        "marrow": _("cells from bone marrow without conditioning, not aHSCT"),
        "other_cells": _("another treatment with cells, not aHSCT"),
        "not_shown": _("it may be aHSCT, but the record does not show conditioning: ask your team about it"),
        "no_transplant": _("MS, but no transplant of stem cells"),
    }[reason]
