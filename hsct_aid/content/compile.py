"""Compiles checked content into one file that opens fast and needs no development tools."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from hsct_aid.content import readability
from hsct_aid.content.check import check_folder
from hsct_aid.content.load import load_yaml, pack_of
from hsct_aid.content.problem import ContentError
from hsct_aid.domain.aid import Aid


def compile_folder(folder: Path) -> Path:
    """Check the YAML below ``folder`` and write its pack beside it. Raises ContentError where anything is wrong."""
    problems = check_folder(folder)
    if problems:
        raise ContentError(*problems)
    return write_pack(load_yaml(folder), pack_of(folder))


def write_pack(aid: Aid, pack: Path) -> Path:
    """Write ``aid``, with its readability where that can be measured, to ``pack``, which is replaced whole."""
    if readability.can_measure():
        aid = msgspec.structs.replace(aid, readability=readability.grades(aid))
    new = pack.with_name(f"{pack.name}.{os.getpid()}.new")
    new.write_bytes(msgspec.json.encode(aid))
    return new.replace(pack)
