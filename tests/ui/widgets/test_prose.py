"""Running text: one Tab stop, as tall as its words, its links by keyboard, its pictures the counted people."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.block import Paragraph
from hsct_aid.storage.settings import Settings
from hsct_aid.ui import drawing, style, theme
from hsct_aid.ui.widgets import links
from hsct_aid.ui.widgets.prose import Prose, person_side
from hsct_aid.ui.widgets.rich_text import listed, rich, rich_blocks
from tests.ui.widgets.conftest import Shows

LONG = "<p>" + "The chemotherapy takes most of the immune system away. " * 30 + "</p>"


@pytest.mark.parametrize("width", [200, 500, 1100])
def test_the_view_is_as_tall_as_its_text_and_never_scrolls(shown: Shows, width: int) -> None:
    prose = Prose(LONG, "What happens")
    shown(prose, width).resize(width, 3000)
    QApplication.processEvents()
    assert prose.height() >= prose.document().size().height()
    assert not prose.verticalScrollBar().isVisible()
    assert prose.verticalScrollBar().maximum() == 0


def test_the_text_is_named_and_one_stop_for_the_keyboard(shown: Shows, qtbot: QtBot) -> None:
    prose = Prose(LONG, "What happens")
    window = shown(prose)
    window.activateWindow()
    prose.setFocus()
    assert prose.accessibleName() == "What happens"
    qtbot.keyClick(prose, Qt.Key.Key_Tab)
    assert not prose.hasFocus()


def test_links_are_reached_and_opened_by_the_keyboard(shown: Shows, qtbot: QtBot) -> None:
    prose = Prose('<p>A <a href="term:relapse">relapse</a> and a <a href="figure:trm_uk">number</a>.</p>', "Words")
    shown(prose).activateWindow()
    prose.setFocus()
    asked: list[str] = []
    prose.asked.connect(asked.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(prose, Qt.Key.Key_Tab)
        qtbot.keyClick(prose, key)
    assert asked == ["term:relapse", "figure:trm_uk"]


def test_back_through_the_links_comes_to_the_text_and_then_out_of_it(shown: Shows, qtbot: QtBot) -> None:
    prose = Prose('<p>A <a href="x:1">re<b>lap</b>se</a> and a <a href="x:2">number</a>.</p>', "Words")
    window = shown(prose)
    window.activateWindow()
    after = window.findChild(QLineEdit)
    assert after is not None
    after.setFocus()
    qtbot.waitUntil(after.hasFocus)
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    seen = []
    for _press in range(3):
        seen.append(prose.textCursor().selectedText())
        qtbot.keyClick(prose, Qt.Key.Key_Backtab)
    assert seen == ["number", "relapse", ""]
    assert not prose.hasFocus()


def test_a_screen_reader_takes_it_for_a_text_and_reads_from_its_first_word(shown: Shows) -> None:
    prose = Prose(LONG, "What happens")
    shown(prose)
    told = QAccessible.queryAccessibleInterface(prose)
    assert told.role() == QAccessible.Role.EditableText
    assert told.state().readOnly
    assert told.textInterface().cursorPosition() == 0


def test_a_link_is_pressed_by_hand_and_sliding_off_it_takes_the_press_back(shown: Shows, qtbot: QtBot) -> None:
    prose = Prose('<p><a href="x:1">number</a> of all</p>', "Words")
    shown(prose)
    asked: list[str] = []
    prose.asked.connect(asked.append)
    surface, on, off = prose.viewport(), QPoint(20, 15), QPoint(prose.width() - 5, 15)
    qtbot.mousePress(surface, Qt.MouseButton.LeftButton, pos=on)
    qtbot.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=off)
    assert asked == []
    qtbot.mouseClick(surface, Qt.MouseButton.LeftButton, pos=on)
    assert asked == ["x:1"]


def test_the_link_one_is_at_wears_the_ring_alone(shown: Shows, qtbot: QtBot) -> None:
    prose = Prose('<p>Some <a href="x:1">number</a> of all</p>', "Words")
    shown(prose).activateWindow()
    prose.setFocus()
    qtbot.waitUntil(prose.hasFocus)
    assert _ring(prose) == prose.viewport().width()
    qtbot.keyClick(prose, Qt.Key.Key_Tab)
    (room,) = links.rooms(prose)
    assert _ring(prose) == room.width() < prose.viewport().width()


def _ring(prose: Prose) -> int:
    """How wide the ring is, on a line through the middle of the text; it is 3 px thick."""
    colour, picture = prose.palette().color(QPalette.ColorRole.Accent), prose.viewport().grab().toImage()
    y = prose.cursorRect().center().y()
    at = [x for x in range(picture.width()) if picture.pixelColor(x, y) == colour]
    assert len(at) == 2 * theme.FOCUS_WIDTH
    return at[-1] - at[0] + 1


def test_the_marks_of_a_list_are_words_of_the_text(shown: Shows) -> None:
    points, steps = (Prose(listed(("one", "two"), numbered=numbered), "Words") for numbered in (False, True))
    shown(points)
    shown(steps)
    assert [line.split() for line in points.toPlainText().splitlines()] == [["•", "one"], ["•", "two"]]
    assert [line.split() for line in steps.toPlainText().splitlines()] == [["1.", "one"], ["2.", "two"]]


def test_nothing_can_be_typed_into_it(shown: Shows, qtbot: QtBot) -> None:
    prose = Prose("<p>Fixed.</p>", "Words")
    shown(prose)
    qtbot.keyClicks(prose, "abc")
    assert prose.toPlainText() == "Fixed."


def test_who_reads_in_the_middle_stays_there_when_the_text_changes(shown: Shows) -> None:
    prose = Prose("<p>One two three four</p>", "Words")
    shown(prose)
    cursor = prose.textCursor()
    cursor.setPosition(8)
    prose.setTextCursor(cursor)
    prose.show_text("<p>One two three four five</p>")
    assert prose.textCursor().position() == 8
    prose.show_text("<p>One</p>")
    assert prose.textCursor().position() <= 4


def counted(picture: QImage, side: int, of: int, palette: QPalette) -> int:
    """How many of the people drawn are filled: most of a filled one has the colour of what is counted."""
    image = picture.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    inked = pixels[:, :, 3] > 128
    shares = []
    for number in range(of):
        block, inside = divmod(number, 100)
        row, column = divmod(inside, 10)
        left, top = (block % 5 * 11 + column) * side, (block // 5 * 11 + 9 - row) * side
        shares.append(inked[top : top + side, left : left + side].mean())
    return (
        int(sum(share > (min(shares) + max(shares)) / 2 for share in shares))
        if max(shares) - min(shares) > 0.05
        else -1
    )


def test_the_height_is_right_before_the_text_was_ever_shown(dressed: QApplication, shown: Shows) -> None:
    before = {width: Prose(LONG, "What happens").heightForWidth(width) for width in (200, 500, 1100)}
    prose = Prose(LONG, "What happens")
    shown(prose)
    assert before == {width: prose.heightForWidth(width) for width in before}


def test_more_space_was_asked_for_and_lines_and_paragraphs_stand_further_apart(
    dressed: QApplication, shown: Shows
) -> None:
    heights = []
    for spacing in ("normal", "wide", "normal"):
        style.dress(dressed, Settings(theme="light", spacing=spacing))
        lines = Prose("<p>One line.</p>" * 10, "Words")
        shown(lines, 900)
        heights.append(lines.heightForWidth(900))
    assert heights[0] == heights[2]
    assert heights[1] > heights[0] * 1.25


@pytest.mark.parametrize(("n", "of"), [(1, 100), (5, 100), (73, 100), (99, 100), (14, 1000), (999, 1000)])
def test_a_picture_in_the_text_shows_the_number_it_stands_for(n: int, of: int, shown: Shows) -> None:
    prose = Prose(f'<p><img src="people:{n}/{of}/harm/0"></p>', "Picture")
    shown(prose)
    picture = prose.document().resource(QTextDocument.ResourceType.ImageResource.value, f"people:{n}/{of}/harm/0")
    assert isinstance(picture, QImage)
    assert counted(picture, person_side(prose, of), of, prose.palette()) == n


@pytest.mark.parametrize(("width", "across"), [(900, 5), (420, 4), (300, 3)])
def test_a_picture_of_a_thousand_people_is_no_wider_than_its_room(width: int, across: int, shown: Shows) -> None:
    prose = Prose('<p>Three of 1000 people: more.</p><p><img src="people:14/1000/harm/0"></p>', "Picture")
    shown(prose, 900)
    prose.resize(300, prose.heightForWidth(300))
    prose.resize(width, prose.heightForWidth(width))
    picture = prose.document().resource(QTextDocument.ResourceType.ImageResource.value, "people:14/1000/harm/0")
    side = person_side(prose, 1000)
    assert isinstance(picture, QImage)
    assert picture.size() / picture.devicePixelRatio() == drawing.crowd_size(1000, side, across)
    assert prose.document().size().width() <= width
    assert prose.document().size().height() <= prose.height()


def test_marks_become_links_and_what_people_wrote_never_becomes_a_tag(aid: Aid) -> None:
    marks: dict[str, int] = {}
    html = rich(aid, "A *strong* [relapse] <b>x</b> & {trm_uk}.[@uk2025] And again.[@uk2025]", marks)
    assert "<b>strong</b>" in html
    assert 'href="term:relapse"' in html
    assert 'href="figure:trm_uk"' in html
    assert "&lt;b&gt;x&lt;/b&gt; &amp;" in html
    assert html.count("[1]") == 2
    assert marks == {"uk2025": 1}


def test_blocks_of_another_kind_are_no_running_text(aid: Aid) -> None:
    assert rich_blocks(aid, [Paragraph(text="One.")], {}) == "<p>One.</p>"
