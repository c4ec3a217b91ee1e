"""Pictures of counts: as many people filled as the words say, the same in black and white, always named."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QImage, QPalette
from PySide6.QtWidgets import QApplication

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.crowd import Crowd, Sign, crowd, spoken
from hsct_aid.domain.estimate import Base, Count, Percent, sentence
from hsct_aid.domain.record import Record
from hsct_aid.ui import drawing, theme
from hsct_aid.ui.explanations import explanation
from hsct_aid.ui.results import legend_html
from hsct_aid.ui.widgets.icon_array import IconArray, Pictured, Pictures
from hsct_aid.ui.widgets.prose import person_side
from tests.ui.widgets.conftest import Shows
from tests.windows import TODAY

BASES: tuple[Base, ...] = (100, 1000)


def grey_cells(array: IconArray, of: int) -> list[np.ndarray]:
    """Each of the people as drawn, in order, seen without colour."""
    picture = array.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    side = person_side(array, of)
    cells = []
    for number in range(of):
        block, inside = divmod(number, 100)
        row, column = divmod(inside, 10)
        left, top = (block % 5 * 11 + column) * side, (block // 5 * 11 + 9 - row) * side
        cells.append(grey[top : top + side, left : left + side].astype(int))
    return cells


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(n=st.integers(2, 98), more=st.integers(1, 97), base=st.sampled_from(BASES), is_harm=st.booleans())
def test_each_person_looks_like_their_sign_without_colour(
    dressed: QApplication, n: int, more: int, base: Base, is_harm: bool
) -> None:
    people = Crowd(n, base, is_harm, min(more, n - 1))
    array = IconArray(people, "words")
    array.resize(array.sizeHint())
    looks: dict[bytes, Sign] = {}
    for number, cell in enumerate(grey_cells(array, base)):
        assert looks.setdefault(cell.tobytes(), people.sign(number)) == people.sign(number)
    assert len(looks) == 3


@pytest.mark.parametrize("theme_name", theme.THEMES)
def test_the_signs_differ_by_shape_in_every_theme(dressed: QApplication, theme_name: str) -> None:
    """In ink, however it is coloured: what signs cover differs by a tenth of their square; no picture has two boxed."""
    palette, side = theme.palette(theme.THEMES[theme_name]), 16
    covered = {}
    for sign in get_args(Sign):
        image = drawing.stamp(1, side, palette, sign).convertToFormat(QImage.Format.Format_ARGB32)
        pixels = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(side, side, 4).astype(int)
        window = palette.color(QPalette.ColorRole.Window)
        ground = np.array([window.blue(), window.green(), window.red()])
        inked = (pixels[:, :, 3] > 128) & (abs(pixels[:, :, :3] - ground).max(axis=2) > 60)
        covered[sign] = inked
    for one, other in combinations(covered, 2):
        if (one, other) != ("counted_more", "harm_more"):
            assert (covered[one] != covered[other]).mean() > 0.1


def test_a_thousand_people_stand_in_ten_blocks_of_a_hundred(dressed: QApplication) -> None:
    hundred, thousand = (IconArray(Crowd(1, base), "") for base in BASES)
    size, side = thousand.sizeHint(), person_side(thousand, 1000)
    assert size.width() >= 54 * side
    assert size.height() >= 21 * side
    assert hundred.sizeHint() != QSize()


@pytest.mark.parametrize("base", BASES)
def test_a_picture_and_its_words_come_from_one_figure(base: Base, aid: Aid, shown: Shows) -> None:
    outcome = aid.library.outcomes["trm_uk"]
    figure = outcome.figure
    assert isinstance(figure, Count)
    words = spoken(outcome, figure, base)
    pictured = Pictured(crowd(outcome, figure, base), words, "Deaths", legend_html(outcome, figure, base))
    shown(pictured)
    (array,) = pictured.findChildren(IconArray)
    assert array.accessibleName() == f"Deaths: {words}"
    lines = [line.strip("\ufffc ").casefold() for line in pictured.prose.toPlainText().splitlines()]
    assert lines == words.casefold().split("; ")


def test_a_picture_is_a_picture_to_assistive_technology(shown: Shows) -> None:
    array = IconArray(Crowd(5, 100), "5 of 100 people")
    shown(array)
    interface = QAccessible.queryAccessibleInterface(array)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "5 of 100 people"


@pytest.mark.parametrize(("width", "rows"), [(300, 3), (1400, 1)])
def test_pictures_stand_beside_each_other_where_there_is_room(shown: Shows, width: int, rows: int) -> None:
    pictured = [Pictured(Crowd(n, 100), "", f"Group {n}", "") for n in (1, 5, 9)]
    shown(Pictures(pictured, 100), width).resize(width, 1500)
    QApplication.processEvents()
    assert len({one.y() for one in pictured}) == rows


def test_every_picture_behind_a_result_has_the_same_number_in_its_words(aid: Aid) -> None:
    for outcome in aid.library.outcomes.values():
        for name, figure in outcome.figures.items():
            _title, html = explanation(aid, Record(), TODAY, f"figure:{outcome.id}.{name}")
            assert sentence(figure) in html or not isinstance(figure, Count)
            if isinstance(figure, Count | Percent):
                people = crowd(outcome, figure, outcome.base)
                picture = f'src="people:{people.n}/{people.base}/{figure.counts}/{people.more}"'
                assert picture in html, outcome.id
                assert legend_html(outcome, figure, outcome.base) in html


def test_a_person_is_large_enough_to_be_seen(dressed: QApplication) -> None:
    array = IconArray(Crowd(1, 1000), "")
    assert person_side(array, 1000) >= theme.em(array, 0.3) >= 5
