"""Pictures of counts: as many people filled as the words say, the same in black and white, always named."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.estimate import Base, Count, Percent, Share, per, sentence, spoken
from hsct_aid.domain.record import Record
from hsct_aid.ui import theme
from hsct_aid.ui.explanations import explanation
from hsct_aid.ui.widgets.icon_array import IconArray, Pictured, Pictures
from hsct_aid.ui.widgets.prose import person_side
from tests.ui.widgets.conftest import Shows
from tests.windows import TODAY

BASES: tuple[Base, ...] = (100, 1000)


def filled(array: IconArray, of: int) -> list[bool]:
    """Which of the people are drawn filled, in order, seen without colour."""
    picture = array.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    side = person_side(array, of)
    ground = 247  # the light theme's, seen without colour
    shares = []
    for number in range(of):
        block, inside = divmod(number, 100)
        row, column = divmod(inside, 10)
        left, top = (block % 5 * 11 + column) * side, (block // 5 * 11 + 9 - row) * side
        cell = grey[top : top + side, left : left + side].astype(int)
        shares.append(float((abs(cell - ground) > 60).mean()))
    middle = (min(shares) + max(shares)) / 2
    return [share > middle for share in shares]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(n=st.integers(1, 99), base=st.sampled_from(BASES))
def test_the_counted_ones_are_filled_from_the_first_on(dressed: QApplication, n: int, base: Base) -> None:
    share = per(Count(n=n, of=base), base)
    array = IconArray(share, "words")
    array.resize(array.sizeHint())
    assert filled(array, base) == [number < share.n for number in range(base)]


def test_a_thousand_people_stand_in_ten_blocks_of_a_hundred(dressed: QApplication) -> None:
    hundred, thousand = (IconArray(Share(1, base, about=False, fewer=False), "") for base in (100, 1000))
    size, side = thousand.sizeHint(), person_side(thousand, 1000)
    assert size.width() >= 54 * side
    assert size.height() >= 21 * side
    assert hundred.sizeHint() != QSize()


@pytest.mark.parametrize("base", BASES)
def test_a_picture_and_its_words_come_from_one_figure(base: Base, shown: Shows) -> None:
    figure = Count(n=5, of=364)
    pictured = Pictured(figure, "Deaths", base, f"<p>{spoken(figure, base)}</p>")
    shown(pictured)
    (array,) = pictured.findChildren(IconArray)
    assert array.accessibleName() == f"Deaths: {spoken(figure, base)}"
    assert pictured.prose.toPlainText() == spoken(figure, base)
    if base == 1000:
        assert sum(filled(array, base)) == per(figure, base).n


def test_a_picture_is_a_picture_to_assistive_technology(shown: Shows) -> None:
    array = IconArray(Share(5, 100, about=False, fewer=False), "5 of 100 people")
    shown(array)
    interface = QAccessible.queryAccessibleInterface(array)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "5 of 100 people"


@pytest.mark.parametrize(("width", "rows"), [(300, 3), (1400, 1)])
def test_pictures_stand_beside_each_other_where_there_is_room(shown: Shows, width: int, rows: int) -> None:
    pictured = [Pictured(Count(n=n, of=100), f"Group {n}", 100, "") for n in (1, 5, 9)]
    shown(Pictures(pictured, 100), width).resize(width, 1500)
    QApplication.processEvents()
    assert len({one.y() for one in pictured}) == rows


def test_every_picture_behind_a_result_has_the_same_number_in_its_words(aid: Aid) -> None:
    for outcome in aid.library.outcomes.values():
        for name, figure in outcome.figures.items():
            _title, html = explanation(aid, Record(), TODAY, f"figure:{outcome.id}.{name}")
            assert sentence(figure) in html or not isinstance(figure, Count)
            if isinstance(figure, Count | Percent):
                assert any(
                    f'src="people:{per(figure, base).n}/{base}"' in html and spoken(figure, base) in html
                    for base in BASES
                ), outcome.id


def test_a_person_is_large_enough_to_be_seen(dressed: QApplication) -> None:
    array = IconArray(Share(1, 1000, about=False, fewer=False), "")
    assert person_side(array, 1000) >= theme.em(array, 0.3) >= 5
