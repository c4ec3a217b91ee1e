"""Reads the CSV download of ClinicalTrials.gov, with its columns in any order and some of them left out."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from gettext import gettext as _
from typing import Final

from hsct_aid.domain.registry import Study
from hsct_aid.storage import registry_fields as fields
from hsct_aid.storage.plain import BadInput

NEEDED: Final = ("NCT Number", "Study Title", "Study Status", "Conditions", "Interventions")
"""Without these no study can be judged."""
_AGES: Final = {"CHILD": (0, 17), "ADULT": (18, 64), "OLDER_ADULT": (65, None)}
_OPEN_END: Final = 200


def read_csv(data: bytes, most: int, told: Callable[[float], None]) -> Iterator[Study]:
    """The studies in a CSV download, no more than ``most`` and one; ``told`` hears what share is done.

    Raises BadInput with one sentence.
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(data)))
    file = io.BytesIO(data)
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    rows = csv.reader(text, strict=True)
    try:
        header = [name.strip() for name in next(rows, [])]
        _check(header)
        count = 0
        for row in rows:
            if not row:
                continue
            if len(row) != len(header):
                raise BadInput(_("A row of this file is not whole, as after half a download: download it again."))
            yield _study(dict(zip(header, row, strict=True)))
            told(file.tell() / len(data))
            count += 1
            if count > most:
                return
    except UnicodeDecodeError:
        raise BadInput(_("This file is not text in UTF-8: download it again.")) from None
    except csv.Error as error:
        raise BadInput(
            _("The file ends too early, as after half a download: download it again.")
            if "end of data" in str(error)
            else _("This file is damaged: download it again.")
        ) from None


def _check(header: list[str]) -> None:
    if "NCT Number" not in header:
        raise BadInput(_("This is not a download from ClinicalTrials.gov: choose a file in JSON or CSV from there."))
    missing = [name for name in NEEDED if name not in header]
    if missing:
        words = _("Columns are missing ({names}): choose all columns when you download.")
        raise BadInput(words.format(names=", ".join(missing)))
    if len(set(header)) < len(header):
        raise BadInput(_("A column stands twice in this file: download it again."))


def _study(row: dict[str, str]) -> Study:
    number = fields.number(row["NCT Number"])
    people = row.get("Enrollment", "").strip()
    youngest, oldest = _ages(row.get("Age", ""))
    # what is given stands as "DRUG: Name"
    given = (one.partition(": ")[2] or one for one in row["Interventions"].split("|"))
    return Study(
        number=number,
        title=fields.line(row["Study Title"] or number, number),
        status=fields.word(row["Study Status"]),
        kind=fields.word(row.get("Study Type", "")),
        titles=row.get("Acronym", "")[: fields.MOST_TEXT],
        texts=row.get("Brief Summary", "")[: fields.MOST_TEXT],
        conditions=fields.each_once(row["Conditions"].split("|")),
        interventions=fields.each_once(given),
        countries=fields.each_once(_country(place, number) for place in row.get("Locations", "").split("|")),
        phase=fields.phase(row.get("Phases", "").split("|")),
        people=int(people) if people.isascii() and people.isdigit() and len(people) < 10 else None,
        youngest=youngest,
        oldest=oldest,
        age_groups=True,
        updated=fields.day(row.get("Last Update Posted", ""), number),
        ends=fields.day(row.get("Completion Date", ""), number),
        main_part_ends=fields.day(row.get("Primary Completion Date", ""), number),
    )


def _ages(written: str) -> tuple[int | None, int | None]:
    """From the youngest to the oldest in "ADULT, OLDER_ADULT"; no limit where nobody is left out."""
    groups = [_AGES[name] for name in map(fields.word, written.split(",")) if name in _AGES]
    if not groups:
        return None, None
    last = max(_OPEN_END if end is None else end for _first, end in groups)
    return min(first for first, _end in groups) or None, None if last == _OPEN_END else last


def _country(place: str, study: str) -> str:
    """The country at the end of "Hospital, City, 12345, Country"; a few have a comma in their name."""
    *rest, country = place.split(",")
    if rest and country.strip().endswith("Republic of"):
        country = f"{rest[-1]},{country}"
    return fields.line(country, study)
