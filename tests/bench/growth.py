"""Growth: content and record 1, 10 and 100 times as large, in what a person waits for; 1 where it grows in line."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from statistics import median
from typing import TypeVar

import msgspec
from PySide6.QtCore import Qt

from hsct_aid.content.load import load_aid
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.paper import Summary
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from tests.bench import files, window
from tests.bench.timing import Row, exponent, row, timed

TURNS = 12
LONG = 100
"""Letters from which on a text is no name or date."""
DAY = date(2026, 11, 23)
T = TypeVar("T")


def measure(record: Record, longest: Record) -> Iterator[Row]:
    """Opening the content, turning its pages, and the printed page; the last also with a part of the longest record."""
    aids = {times: _larger(load_aid("en"), times) for times in (1, 10, 100)}
    packs = {times: msgspec.json.encode(aid) for times, aid in aids.items()}
    yield _grown("Opening the content", "content", _each(packs, lambda pack: msgspec.json.decode(pack, type=Aid)))
    turned = {times: _turned(record, aid) for times, aid in aids.items()}
    yield _grown("Page turn, revisit,", "content", turned)
    yield _grown("Summary", "content", _each(aids, lambda aid: build_summary(aid, record, DAY)))
    yield _grown("PDF", "content", _printed({times: build_summary(aid, record, DAY) for times, aid in aids.items()}))
    records = {len(msgspec.json.encode(one)): one for one in (_cut(longest, 0.01), _cut(longest, 0.1), longest)}
    yield _grown("Summary", "record", _each(records, lambda one: build_summary(aids[1], one, DAY)))
    yield _grown("PDF", "record", _printed({size: build_summary(aids[1], one, DAY) for size, one in records.items()}))


def _each(sizes: Mapping[int, T], act: Callable[[T], object]) -> dict[int, float]:
    return {size: median(timed(lambda: act(one)) for _ in range(3)) for size, one in sizes.items()}  # noqa: B023


def _printed(summaries: Mapping[int, Summary]) -> dict[int, float]:
    return {size: median(files.made(summary) for _ in range(3)) for size, summary in summaries.items()}


def _grown(words: str, of: str, took: Mapping[int, float]) -> Row:
    """How long it takes with the most, beside the least."""
    least, most = min(took), max(took)
    what = f"{words} with {of} {most / least:.0f} times as large"
    return row(what, [took[most]], [took[least]], note=exponent(took))


def _cut(record: Record, part: float) -> Record:
    """The same record with this part of each long text and of each list."""

    def cut(value: object) -> object:
        match value:
            case str() if len(value) > LONG:
                return value[: math.ceil(len(value) * part)]
            case list() | tuple():
                return [cut(each) for each in value[: math.ceil(len(value) * part)]]
            case dict():
                return {name: cut(each) for name, each in value.items()}
        return value

    return msgspec.convert(cut(msgspec.to_builtins(record)), Record)


def _larger(aid: Aid, times: int) -> Aid:
    more = tuple(
        msgspec.structs.replace(section, steps=tuple(
            msgspec.structs.replace(step, id=f"{step.id}_{number}" if number else step.id)
            for number in range(times) for step in section.steps
        ))
        for section in aid.sections
    )  # fmt: skip
    return msgspec.structs.replace(aid, sections=more)


def _turned(record: Record, aid: Aid) -> float:
    """A page turn to a page that was there before, in milliseconds."""
    shown = window.open_window(record, aid)
    for _ in range(TURNS):
        window.press(shown.next, Qt.Key.Key_Space)
    took = median(window.press(shown.back, Qt.Key.Key_Space) for _ in range(TURNS))
    shown.close()
    return took
