"""Opens the aid: from the compiled pack, or in a checkout from the YAML where that is newer."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from hsct_aid import shipped
from hsct_aid.content.problem import ContentError, Problem
from hsct_aid.domain.aid import Aid
from hsct_aid.shipped import SOURCE_LANGUAGE


def load_aid(language: str = SOURCE_LANGUAGE) -> Aid:
    """The aid in ``language``, English where a text is not translated. Raises ContentError where it cannot be read."""
    aid = _unpacked(shipped.folder("content", SOURCE_LANGUAGE))
    if language == SOURCE_LANGUAGE:
        return aid
    from hsct_aid.content.words import translated  # walks over every word

    words = shipped.words(shipped.CONTENT_WORDS, language)
    return msgspec.structs.replace(translated(aid, words.gettext), language=language)


def load_yaml(folder: Path) -> Aid:
    """The aid from the YAML below ``folder``, checked for form only. Raises ContentError with files and lines."""
    from hsct_aid.content.assemble import draft  # reads YAML, which a shipped aid never does

    found = draft(folder)
    if found.problems:
        raise ContentError(*found.problems)
    return found.aid


def pack_of(folder: Path) -> Path:
    """The compiled pack that belongs to a folder of YAML: ``content/en`` has ``content/en.pack.json``."""
    return folder.with_name(f"{folder.name}.pack.json")


def _unpacked(folder: Path) -> Aid:
    pack = pack_of(folder)
    why = _why_stale(folder, pack)
    if not why:
        try:
            return msgspec.json.decode(pack.read_bytes(), type=Aid)
        except msgspec.DecodeError as error:
            why = f"{pack.name} does not fit this version ({error})"
    if not folder.is_dir():
        raise ContentError(Problem(pack.name, why))
    from hsct_aid.content.compile import write_pack  # reads YAML, which a shipped aid never does

    print(f"{why}: compiling the content", file=sys.stderr)
    aid = load_yaml(folder)
    write_pack(aid, pack)
    return aid


def _why_stale(folder: Path, pack: Path) -> str:
    """Why the pack cannot be used as it is; empty where it can."""
    if not pack.is_file():
        return f"{pack.name} is missing"
    # A folder's own time tells of files that were added or taken away.
    written = (
        max((path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))), default=0) if folder.is_dir() else 0
    )
    return f"{folder.name} was changed after {pack.name}" if written > pack.stat().st_mtime_ns else ""
