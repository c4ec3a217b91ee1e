"""B8: two exports of one record are the same bytes, in whatever process they are made."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from hsct_aid.domain.record import Record
from hsct_aid.storage.plain import read_record, write_record
from tests.reliability.keepers import Verdict, numbered
from tests.strategies import FILLERS, longest

Export = Callable[[Record], bytes]


def plainly(record: Record) -> bytes:
    """The export of the aid."""
    return write_record(record)


def unordered(record: Record) -> bytes:
    """An export that goes through a set."""
    return json.dumps(list(set(json.loads(write_record(record))))).encode()


def digest(export: Export) -> str:
    """One sum over the exports of the longest records and of ordinary ones, each read and written once more."""
    total = hashlib.sha256()
    records = [*(longest(FILLERS[name]) for name in FILLERS), *map(numbered, range(50))]
    for record in records:
        total.update(export(record))
        if len(write_record(record)) < 1_000_000:
            total.update(export(read_record(write_record(record))))
    return total.hexdigest()


def export_twice(export: Export) -> Verdict:
    """Export in processes that order their sets differently."""
    code = f"from tests.reliability import exported; print(exported.digest(exported.{export.__name__}))"
    made = {
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True,
            cwd=Path(__file__).parents[2], env=os.environ | {"PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in (1, 2)
    }  # fmt: skip
    return Verdict(f"{len(FILLERS) + 50} records in 2 processes: {len(made)} different results", len(made) == 1)
