"""Reads files that a person downloaded from ClinicalTrials.gov; what is wrong with one is said in one sentence."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Final

from hsct_aid.domain.fresh_list import MOST_STUDIES
from hsct_aid.domain.numbers import number
from hsct_aid.domain.registry import Study
from hsct_aid.storage import disk
from hsct_aid.storage.plain import BadInput
from hsct_aid.storage.registry_csv import read_csv
from hsct_aid.storage.registry_json import read_json
from hsct_aid.storage.why import why

MOST_BYTES: Final = 100 * 1024 * 1024
_MARK: Final = b"\xef\xbb\xbf"


def file_bytes(path: Path) -> bytes:
    """The bytes of a file the person named; raises BadInput where it cannot be read or is larger than 100 MB."""
    try:
        return disk.read(path, MOST_BYTES)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise BadInput(_("This file is larger than 100 MB: narrow the search and download again.")) from None
        raise BadInput(why(error)) from error
    except ValueError as error:
        raise BadInput(_("That is not the name of a file: check how it is written.")) from error


def read_files(paths: Sequence[Path], told: Callable[[int], None]) -> list[Study]:
    """The studies in all of these files; ``told`` hears how many files are read. Raises BadInput, with the file's name
    where there are several."""
    studies = []
    for count, path in enumerate(paths, 1):
        try:
            studies += read_studies(file_bytes(path))
            if len(studies) > MOST_STUDIES:
                raise BadInput(_too_many())
        except BadInput as problem:
            raise BadInput(f"{path.name}: {problem}" if len(paths) > 1 else str(problem)) from None
        told(count)
    return studies


def read_studies(data: bytes) -> list[Study]:
    """The studies in one file, in its order. Raises BadInput."""
    data = data.removeprefix(_MARK)
    start = data[:64].lstrip()
    _check(data, start)
    if start.startswith((b"{", b"[")):
        # every study has one of these; counted before anything is decoded, so that memory stays within bounds
        if data.count(b'"protocolSection"') > MOST_STUDIES:
            raise BadInput(_too_many())
        studies = read_json(data)
    else:
        studies = list(read_csv(data, MOST_STUDIES))
    if len(studies) > MOST_STUDIES:
        raise BadInput(_too_many())
    if not studies:
        raise BadInput(_("There are no studies in this file: widen the search and download again."))
    seen = set()
    for study in studies:
        if study.number in seen:
            words = _("Study {number} stands twice in this file: download it again.")
            raise BadInput(words.format(number=study.number))
        seen.add(study.number)
    return studies


def _check(data: bytes, start: bytes) -> None:
    """Say at once what is no download at all."""
    if not start and not data.strip():
        raise BadInput(_("This file is empty: download it again."))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in start[:4]:
        raise BadInput(_("This file is in UTF-16: download it again, and do not save it in another program."))
    if start.startswith(b"<"):
        raise BadInput(_("This is a web page, not a download: press Download on the page of results instead."))
    if start.startswith(b"PK\x03\x04"):
        raise BadInput(_("This is a ZIP archive: choose one file when you download, or unpack it first."))


def _too_many() -> str:
    return _("There are more than {most} studies: narrow the search and download again.").format(
        most=number(MOST_STUDIES)
    )
