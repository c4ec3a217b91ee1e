"""Evidence: every way forward has its cell, facts are the same for everyone, and a kept result comes once."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.evidence import Cell, suggest, toggled
from hsct_aid.domain.prose import plain
from hsct_aid.domain.record import Record
from hsct_aid.domain.text import words

NAMES = st.sampled_from("abcdef")
KEPT = st.lists(NAMES, unique=True).map(tuple)


def tables(aid: Aid) -> list[tuple[str, tuple[Cell, ...]]]:
    """The rows of the side-by-side table and of the grid of values, by id."""
    rows = [(row.id, row.cells) for row in aid.library.rows]
    return rows + [(concern.id, concern.cells) for concern in aid.library.concerns]


@given(KEPT, NAMES)
def test_a_result_is_kept_or_left_out_and_the_others_stay_in_order(kept: tuple[str, ...], name: str) -> None:
    now = toggled(kept, name)
    assert (name in now) != (name in kept)
    assert [one for one in now if one != name] == [one for one in kept if one != name]


@given(KEPT, NAMES)
def test_keeping_and_leaving_out_again_changes_nothing(kept: tuple[str, ...], name: str) -> None:
    if name not in kept:
        assert toggled(toggled(kept, name), name) == kept


def test_every_row_has_a_cell_for_every_way_forward_in_the_same_order(aid: Aid) -> None:
    options = [option.id for option in aid.library.options]
    assert options == ["no_change", "medicine", "ahsct", "trial", "progressive_medicine"]
    for name, cells in tables(aid):
        assert [cell.option for cell in cells] == options, name


def test_no_cell_is_empty_or_longer_than_the_others_by_far(aid: Aid) -> None:
    for name, cells in tables(aid):
        for cell in cells:
            assert 1 <= words(cell.text) <= 12, (name, cell.option)


def test_every_cell_is_said_in_plain_words_with_its_figures(aid: Aid) -> None:
    for _name, cells in tables(aid):
        for cell in cells:
            assert not set("{}[]*") & set(plain(aid, cell.text))


def test_a_kept_result_becomes_a_question_in_the_order_it_was_kept(aid: Aid) -> None:
    kept = [*list(aid.library.outcomes)[:3]][::-1]
    record = msgspec.convert({"evidence": {"kept": kept}}, Record)
    assert [one.id for one in suggest(aid, record)] == [f"sg_kept:{name}" for name in kept]
