"""Reads a JSON download of ClinicalTrials.gov: a page of the API, a single study, or the website's plain array.

Only the fields named here are decoded, study by study, so that one can say how far it is. Contacts, sites and people
have no field, so that nothing of them is kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from gettext import gettext as _
from typing import Annotated, Final, TypeVar

import msgspec
from msgspec import Meta, Raw, Struct

from hsct_aid.domain.fresh_list import Counted
from hsct_aid.domain.registry import Study
from hsct_aid.storage import registry_fields as fields
from hsct_aid.storage.plain import BadInput

_T = TypeVar("_T")
_PARTS: Final = re.compile(rb'"protocolSection"\s*:')
_MOST_BYTES: Final = 8 * 1024 * 1024
"""Of what is decoded of one study; those with the most hospitals have about one."""
_COUNTED: Final[dict[str, Counted]] = {"ESTIMATED": "planned", "ACTUAL": "took_part"}


class _Named(Struct, rename="camel", frozen=True):
    nct_id: str
    brief_title: str = ""
    official_title: str = ""
    acronym: str = ""


class _Date(Struct, frozen=True):
    date: str = ""


class _Status(Struct, rename="camel", frozen=True):
    overall_status: str
    status_verified_date: str = ""
    last_update_post_date_struct: _Date = _Date()
    primary_completion_date_struct: _Date = _Date()
    completion_date_struct: _Date = _Date()


class _Conditions(Struct, frozen=True):
    conditions: list[str] = []
    keywords: list[str] = []


class _Description(Struct, rename="camel", frozen=True):
    brief_summary: str = ""
    detailed_description: str = ""


class _Given(Struct, rename="camel", frozen=True):
    name: str = ""
    label: str = ""
    description: str = ""
    other_names: list[str] = []


class _Arms(Struct, rename="camel", frozen=True):
    interventions: list[_Given] = []
    arm_groups: list[_Given] = []


class _Enrollment(Struct, frozen=True):
    count: Annotated[int, Meta(ge=0)] | None = None
    type: str = ""


class _Design(Struct, rename="camel", frozen=True):
    study_type: str = ""
    phases: list[str] = []
    enrollment_info: _Enrollment = _Enrollment()


class _Ages(Struct, rename="camel", frozen=True):
    minimum_age: str = ""
    maximum_age: str = ""


class _Place(Struct, frozen=True):
    country: str = ""


class _Places(Struct, frozen=True):
    locations: list[_Place] = []


class _Protocol(Struct, rename="camel", frozen=True):
    identification_module: _Named
    status_module: _Status
    conditions_module: _Conditions = _Conditions()
    description_module: _Description = _Description()
    arms_interventions_module: _Arms = _Arms()
    design_module: _Design = _Design()
    eligibility_module: _Ages = _Ages()
    contacts_locations_module: _Places = _Places()


class _Version(Struct, rename="camel", frozen=True):
    version_holder: str = ""


class _Derived(Struct, rename="camel", frozen=True):
    misc_info_module: _Version = _Version()


class _Record(Struct, rename="camel", frozen=True):
    """A study, with its parts as they stand in the file: only those that are used are decoded, one after another."""

    protocol_section: Raw
    derived_section: Raw = Raw(b"{}")


class _File(Struct, rename="camel", frozen=True):
    """A page of the API has ``studies``; a single study is itself the file."""

    studies: list[_Record] | None = None
    protocol_section: Raw = Raw(b"")
    derived_section: Raw = Raw(b"{}")


def read_json(data: bytes, told: Callable[[float], None]) -> list[Study]:
    """The studies in a JSON download; ``told`` hears what share is done. Raises BadInput with one sentence."""
    records = _decoded(data, list[_Record]) if data.lstrip().startswith(b"[") else _page(_decoded(data, _File))
    if len(_PARTS.findall(data)) > len(records):
        raise BadInput(_twice())
    studies = []
    for count, record in enumerate(records, 1):
        if len(bytes(record.protocol_section)) > _MOST_BYTES:
            raise BadInput(_unlike("", count))
        said = _decoded(record.protocol_section, _Protocol, count)
        version = _decoded(record.derived_section, _Derived, count)
        _check_names(record.protocol_section)
        studies.append(_study(said, version.misc_info_module.version_holder))
        told(count / len(records))
    return studies


def _page(file: _File) -> list[_Record]:
    if bytes(file.protocol_section):
        return [_Record(file.protocol_section, file.derived_section)]
    if file.studies is None:
        raise BadInput(_("This file is not a list of studies from ClinicalTrials.gov: choose another one."))
    return file.studies


def _decoded(data: bytes | Raw, shape: type[_T], count: int | None = None) -> _T:
    """``data`` in this shape; ``count`` says which study it belongs to, where that is known."""
    try:
        return msgspec.json.decode(data, type=shape)
    except msgspec.ValidationError as error:
        raise BadInput(_unlike(str(error), count)) from None
    except msgspec.DecodeError as error:
        raise BadInput(
            _("The file ends too early, as after half a download: download it again.")
            if "truncated" in str(error)
            else _("This file is damaged: download it again.")
        ) from None
    except UnicodeDecodeError:
        raise BadInput(_("This file is not text in UTF-8: download it again.")) from None
    except RecursionError:
        raise BadInput(_("This file is nested deeper than a registry record is: download it again.")) from None


def _check_names(part: Raw) -> None:
    """Refuse a part of a record in which a name stands twice: nobody can say which of the two is meant."""
    try:
        json.loads(bytes(part), object_pairs_hook=_group)
    except RecursionError:
        raise BadInput(_("This file is nested deeper than a registry record is: download it again.")) from None
    except ValueError:
        raise BadInput(_("This file is damaged: download it again.")) from None


def _group(pairs: list[tuple[str, object]]) -> None:
    if len(dict(pairs)) < len(pairs):
        raise BadInput(_twice())


def _twice() -> str:
    return _("A name stands twice in one study of this file: download it again.")


def _unlike(message: str, count: int | None) -> str:
    """The sentence for a field of another kind than the registry writes; it repeats nothing of the file."""
    if count is None and (place := re.search(r"\[([0-9]+)\]", message)):
        count = int(place[1]) + 1
    if count is None:
        return _("This file is not as ClinicalTrials.gov writes it: download it again.")
    return _("Study {n} in this file is not as ClinicalTrials.gov writes it: download it again.").format(n=count)


def _study(said: _Protocol, version: str) -> Study:
    named, status, design, arms = (
        said.identification_module, said.status_module, said.design_module, said.arms_interventions_module,
    )  # fmt: skip
    number = fields.number(named.nct_id)
    given = [*arms.interventions, *arms.arm_groups]
    texts = [
        *said.conditions_module.keywords, said.description_module.brief_summary,
        said.description_module.detailed_description, *(one.label for one in given),
        *(one.description for one in given), *(name for one in given for name in one.other_names),
    ]  # fmt: skip
    return Study(
        number=number,
        title=fields.line(named.brief_title or named.official_title or number, number),
        status=fields.word(status.overall_status),
        kind=fields.word(design.study_type),
        titles=f"{named.official_title}\n{named.acronym}"[: fields.MOST_TEXT],
        texts="\n".join(texts)[: fields.MOST_TEXT],
        conditions=tuple(said.conditions_module.conditions),
        interventions=tuple(one.name for one in arms.interventions),
        countries=fields.each_once(
            fields.line(place.country, number) for place in said.contacts_locations_module.locations
        ),
        phase=fields.phase(design.phases),
        people=design.enrollment_info.count,
        counted=_COUNTED.get(design.enrollment_info.type, "not_said"),
        youngest=fields.years(said.eligibility_module.minimum_age),
        oldest=fields.years(said.eligibility_module.maximum_age),
        updated=fields.day(status.last_update_post_date_struct.date or status.status_verified_date, number),
        ends=fields.day(status.completion_date_struct.date, number),
        main_part_ends=fields.day(status.primary_completion_date_struct.date, number),
        version=fields.day(version, number),
    )
