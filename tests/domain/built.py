"""The page in words, and where to look on it."""

from __future__ import annotations

from datetime import date

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.paper import Box, Summary
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from tests.report.sample_aid import AID, TODAY


def built(record: Record, aid: Aid = AID, today: date = TODAY) -> Summary:
    return build_summary(aid, record, today)


def box(summary: Summary, name: str) -> Box:
    return next(one for one in summary.front if one.id == name)


def said(summary: Summary, name: str) -> dict[str, str]:
    return {entry.label: entry.text for entry in box(summary, name).entries}
