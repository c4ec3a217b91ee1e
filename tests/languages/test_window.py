"""The whole window in a language that is longer, and in one that runs from right to left."""

from __future__ import annotations

import re
from html import unescape

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPixmap, QTextDocument, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.domain.aid import Aid
from hsct_aid.ui.explanations import explanation
from hsct_aid.ui.rendering import Rendering
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.languages import pseudo, room, seen
from tests.languages.conftest import Opens, sample
from tests.languages.pseudo import said
from tests.windows import TODAY

TURNS = 20_000


def _settled(window: Window) -> None:
    """The page laid out and drawn, as a person sees it: nothing is being made, and nothing moves any more."""
    before: list[QRect] = []
    for _turn in range(TURNS):
        QApplication.processEvents()
        QApplication.sendPostedEvents()
        places = [one.geometry() for one in window.page.findChildren(QWidget)]
        if places == before and not any(work.is_working for work in window.page.findChildren(Rendering)):
            return
        before = places
        QTest.qWait(1)
    raise AssertionError("the page does not come to rest")


@pytest.mark.parametrize(("language", "text_size"), [("xx", 200), ("xr", 200)])
def test_every_step_is_translated_and_has_room(
    language: str, text_size: int, open_window: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = room.watch_painting(monkeypatch)
    window = open_window(language, text_size)
    names = seen.names(window.session.aid)
    english: dict[str, str] = {}
    cut: dict[str, str] = {}
    for step in window.session.journey.steps:
        window.session.go(step.id)
        for fold in window.page.findChildren(Fold):
            fold.open()
        _settled(window)
        painted.clear()
        window.page.grab()
        cut |= dict.fromkeys(painted, step.id)
        for widget in seen.shown(window):
            for text in seen.words_of(widget):
                english |= dict.fromkeys(seen.left_in_english(text, names), f"{step.id}: {text}")
            found = (room.cut(widget), room.outside(widget), *room.overlaps(widget))
            cut |= dict.fromkeys(filter(None, found), step.id)
    assert english == {}
    assert cut == {}


def _keys() -> list[str]:
    """The names that Qt gives to keys; it brings them in the languages it knows."""
    pressed = (*QKeySequence.StandardKey, "Alt+Right", "Alt+Left")
    native = QKeySequence.SequenceFormat.NativeText
    return sorted((QKeySequence(key).toString(native) for key in pressed), key=len, reverse=True)


def _links(aid: Aid) -> list[str]:
    library, found = aid.library, aid.library.availability
    practical = (*found.practical, *found.experience, *found.accreditation)
    return [
        *(f"help:{part}" for part in ("people", "keys", "made")),
        *(f"term:{term}" for term in aid.terms),
        *(f"figure:{outcome}" for outcome in library.outcomes),
        *(f"source:{source}" for source in library.sources),
        *(f"rule:{rule.id}" for rule in library.rules),
        *(f"cell:{row.id}:{cell.option}" for row in library.rows for cell in row.cells),
        *(f"read:{country.id}" for country in found.countries),
        *(f"read:{one.id}" for one in practical),
    ]


@pytest.mark.usefixtures("made_up", "dressed")
def test_every_explanation_is_translated() -> None:
    shipped.speak("xx")
    aid, record = load_aid("xx"), sample("xx")
    names = [*seen.names(aid), *_keys()]
    english: dict[str, str] = {}
    for link in _links(aid):
        title, html = explanation(aid, record, TODAY, link)
        text = unescape(re.sub("<[^>]*>", " ", f"{title}\n{html}"))
        english |= {word: f"{link}: {text}" for word in seen.left_in_english(text, names)}
    assert english == {}


@pytest.mark.usefixtures("made_up", "dressed")
def test_figures_and_pictures_are_the_same_in_every_language() -> None:
    told = {}
    links = [link for link in _links(load_aid("en")) if not link.startswith("term:")]
    for language in ("en", "xx"):
        shipped.speak(language)
        aid, record = load_aid(language), sample(language)
        htmls = {link: explanation(aid, record, TODAY, link)[1] for link in links}
        told[language] = {link: re.findall(r'(?:src|href)="(?!term:)([^"]*)"', html) for link, html in htmls.items()}
    assert told["xx"] == told["en"]


def test_parts_are_called_the_same_in_every_language(open_window: Opens) -> None:
    called = {}
    for language in ("en", "xx"):
        window = open_window(language, 100)
        window.resize(1900, 720)  # so wide that tables are tables in both
        steps = window.session.journey.steps
        called[language] = {
            step.id: sorted(one.objectName() for one in window.stack.page(step).findChildren(QWidget)) for step in steps
        }
    assert called["xx"] == called["en"]


HALVES = ("process_path", "evidence_deaths", "candidacy_criteria_age", "values_grid", "summary_private")


def test_a_language_that_stopped_halfway_leaves_the_window_whole(open_window: Opens) -> None:
    window = open_window(pseudo.HALF, 150)
    names = seen.names(window.session.aid)
    english, accented, cut = 0, 0, []
    for step in HALVES:
        window.session.go(step)
        _settled(window)
        for widget in seen.shown(window):
            for text in seen.words_of(widget):
                assert not re.search(r"\{|\[@|\*\w", text)
                left = len(seen.left_in_english(text, names))
                english, accented = english + left, accented + len(text.split()) - left
            cut += [words for words in (room.cut(widget), room.outside(widget), *room.overlaps(widget)) if words]
    assert min(english, accented) > 200
    assert cut == []


def test_a_language_from_right_to_left_turns_the_window(open_window: Opens) -> None:
    window = open_window("xr", 100)
    _settled(window)
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.next.mapTo(window, window.next.rect().center()).x() < window.width() // 2
    assert window.back.mapTo(window, window.back.rect().center()).x() > window.next.pos().x()
    window.session.go("candidacy_criteria_age")
    _settled(window)
    theirs, mine = next(
        _cells(text.document()) for text in window.page.findChildren(Prose) if "<table" in text.toHtml()
    )
    assert theirs.left() > mine.left()


def _cells(document: QTextDocument) -> list[QRectF]:
    """Where the texts of the first table stand, in the order in which one reads them."""
    table = next(one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable))
    blocks = [table.cellAt(0, column).firstCursorPosition().block() for column in range(table.columns())]
    blocks.sort(key=lambda block: block.text().startswith(said("You", "xr")))
    return [document.documentLayout().blockBoundingRect(block) for block in blocks]


# the gates find what they are for


def test_a_word_that_was_not_translated_is_found() -> None:
    assert seen.left_in_english("Ḃáááçķ and ñéééẋť, Burt 2019", ["Burt 2019"]) == ["and"]


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_a_widget_without_room_is_found(kind: type[QLabel | QPushButton], qtbot: QtBot) -> None:
    widget = kind("A long word")
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    assert room.cut(widget) == ""
    widget.resize(widget.width() // 2, widget.height())
    assert "width" in room.cut(widget)


def test_widgets_over_each_other_and_outside_are_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder)
    first, second = QLabel("one", holder), QLabel("two", holder)
    holder.resize(100, 100)
    first.setGeometry(0, 0, 60, 20)
    second.setGeometry(50, 10, 60, 20)
    holder.show()
    assert len(list(room.overlaps(holder))) == 1
    assert room.outside(second)
    assert not room.outside(first)


def test_a_painted_text_without_room_is_found(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    found = room.watch_painting(monkeypatch)
    picture = QPixmap(200, 200)
    painter = QPainter(picture)
    painter.drawText(QRect(0, 0, 190, 190), Qt.TextFlag.TextWordWrap, "as much room as it needs")
    assert found == []
    painter.drawText(QRect(0, 0, 60, 15), Qt.TextFlag.TextWordWrap, "more lines than there is room for")
    painter.end()
    assert len(found) == 1
