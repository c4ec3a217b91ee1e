"""A list of trials from files the person downloaded: what was found, what was left out, what changed since our list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from gettext import gettext as _
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from hsct_aid.domain.availability import Status, Trial
from hsct_aid.domain.dates import PartialDate, latest
from hsct_aid.domain.registry import Counted, Reason, Study, why_left_out

Kind = Literal["trial", "observational", "programme"]
MOST_STUDIES: Final = 2_000
ADDRESS: Final = "https://clinicaltrials.gov/study/{number}"
_STATUS: Final[dict[str, Status]] = {
    "RECRUITING": "recruiting",
    "NOT_YET_RECRUITING": "not_yet",
    "ENROLLING_BY_INVITATION": "invitation",
    "AVAILABLE": "invitation",
    "ACTIVE_NOT_RECRUITING": "closed",
    "SUSPENDED": "closed",
    "TEMPORARILY_NOT_AVAILABLE": "closed",
    "NO_LONGER_AVAILABLE": "closed",
    "APPROVED_FOR_MARKETING": "finished",
    "COMPLETED": "finished",
    "TERMINATED": "stopped",
    "WITHDRAWN": "stopped",
}
"""The registry's words for a status and ours; any other is not known."""
_KINDS: Final = ("trial", "observational", "programme")
_ORDER: Final = ("recruiting", "not_yet", "invitation", "closed", "unknown", "finished", "stopped")


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
        return ADDRESS.format(number=self.number)


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


def sort_out(studies: Iterable[Study], shipped: Iterable[Trial], today: date) -> FreshList:
    """Sort studies into those of aHSCT for MS and the others.

    Of a study read twice, from several files, the newer record counts. What our own list holds was judged by people:
    where only the conditioning is not shown, it stays in.
    """
    known = {number for trial in shipped for number in trial.numbers}
    newest: dict[str, Study] = {}
    for study in studies:
        other = newest.setdefault(study.number, study)
        if (study.updated or "") > (other.updated or ""):
            newest[study.number] = study
    found, left_out = [], []
    for study in newest.values():
        reason = why_left_out(study)
        if reason is None or (reason == "not_shown" and study.number in known):
            found.append(_found(study))
        else:
            left_out.append(LeftOut(study.number, study.title, reason))
    found.sort(key=lambda one: (_KINDS.index(one.kind), _ORDER.index(one.status), one.number))
    days = [day for study in newest.values() if (day := study.version or study.updated)]
    return FreshList(today, max(days, key=latest, default=None), tuple(found), tuple(left_out))


def _found(study: Study) -> FoundTrial:
    status = _STATUS.get(study.status, "unknown")
    kind: Kind = "trial"
    if study.kind == "OBSERVATIONAL":
        kind = "observational"
    elif study.kind == "EXPANDED_ACCESS" or status == "invitation":
        kind = "programme"
    began = study.status != "WITHDRAWN"  # such a record keeps the end that was planned
    return FoundTrial(
        study.number, study.title, kind, status, study.updated, study.countries, study.phase, study.people,
        study.counted, study.youngest, study.oldest, study.age_groups, study.ends if began else None,
        study.main_part_ends if began else None,
    )  # fmt: skip


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
        "not_said": _("{n} people."),
    }
    count = counts[found.counted].format(n=f"{found.people:,}") if found.people is not None else ""
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
