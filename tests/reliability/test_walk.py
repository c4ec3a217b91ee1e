"""The walk to every box: a field or a line of the source that it did not come to is named."""

from __future__ import annotations

from pathlib import Path

from hsct_aid.content.load import load_aid
from tests.reliability.walk import UI, fields, missed, sites


def test_every_box_in_the_source_is_found(tmp_path: Path) -> None:
    (tmp_path / "plan.py").write_text('class Plan:\n    def build(self):\n        return OneLine("x", key="plan")\n')
    assert sites(tmp_path) == {"plan.py:3"}
    assert len(sites(UI)) > 10


def test_a_field_that_was_not_met_is_named() -> None:
    wanted = fields(load_aid("en"))
    assert {"start.ask_words", "last_dose"} <= wanted
    met = {f"{each}.box" for each in wanted}
    assert missed(met, {"a.py:1"}, wanted, {"a.py:1"}) == []
    assert missed(met - {"last_dose.box"}, {"a.py:1"}, wanted, {"a.py:1", "b.py:2"}) == ["b.py:2", "last_dose"]
