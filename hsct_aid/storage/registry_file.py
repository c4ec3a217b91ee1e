"""Reads files that a person downloaded from ClinicalTrials.gov; what is wrong with one is said in one sentence."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from functools import partial
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
Told = Callable[[float], None]
"""Hears what share of the work is done, from 0 to 1."""
_READING: Final = 0.2
"""The share of the work that is reading from the disk, about."""
_MARK: Final = b"\xef\xbb\xbf"


def file_bytes(path: Path, told: Told | None = None) -> bytes:
    """The bytes of a file the person named; raises BadInput where it cannot be read or is larger than 100 MB."""
    try:
        return disk.read(path, MOST_BYTES, told)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise BadInput(_("This file is larger than 100 MB: narrow the search and download again.")) from None
        raise BadInput(why(error)) from error
    except ValueError as error:
        raise BadInput(_("That is not the name of a file: check how it is written.")) from error


def read_files(paths: Sequence[Path], told: Told) -> list[Study]:
    """The studies in all of these files; ``told`` hears what share of the work is done. Raises BadInput, with the
    file's name where there are several."""
    studies = []
    size = 1 / len(paths)
    for count, path in enumerate(paths):
        begin = count * size
        try:
            data = file_bytes(path, partial(_tell, told, begin, size * _READING))
            studies += read_studies(data, partial(_tell, told, begin + size * _READING, size * (1 - _READING)))
            if len(studies) > MOST_STUDIES:
                raise BadInput(_too_many())
        except BadInput as problem:
            raise BadInput(f"{path.name}: {problem}" if len(paths) > 1 else str(problem)) from None
    return studies


def _tell(told: Told, begin: float, size: float, share: float) -> None:
    told(begin + size * share)


def read_studies(data: bytes, told: Told = lambda _share: None) -> list[Study]:
    """The studies in one file, in its order; ``told`` hears what share of them is read. Raises BadInput."""
    data = data.removeprefix(_MARK)
    start = data[:64].lstrip()
    _check(data, start)
    if start.startswith((b"{", b"[")):
        # every study has one of these; counted before anything is decoded, so that memory stays within bounds
        if data.count(b'"protocolSection"') > MOST_STUDIES:
            raise BadInput(_too_many())
        studies = read_json(data, told)
    else:
        studies = list(read_csv(data, MOST_STUDIES, told))
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
