"""Reading aloud: a voice that writes down what it is told, on a real page."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from hsct_aid.ui import reading
from hsct_aid.ui.widgets.heading import Heading
from hsct_aid.ui.window import Window
from tests.ui.voice import Computer, opened, press, read_halfway, says
from tests.windows import Opens


def test_the_page_is_read_in_its_order_and_then_it_is_silent(
    computer: Computer, open_session: Opens, qtbot: QtBot
) -> None:
    computer.has("espeak-ng")
    window = opened(open_session, qtbot)
    wanted = [one.words for one in reading.passages(window.stack.whole)]
    press(window)
    qtbot.waitUntil(lambda: says(window) == "Read aloud", timeout=20_000)
    assert computer.words == wanted
    assert wanted[0] == window.page.heading.text()
    assert {line for line in computer.heard if line.startswith("# ")} == {"# --stdin -v en -s 165"}


def test_every_visible_word_of_a_running_text_is_among_what_is_read(
    computer: Computer, open_session: Opens, qtbot: QtBot
) -> None:
    window = opened(open_session, qtbot)
    for step in ("process_what", "evidence_activity", "start_facts", "values_grid"):
        window.session.go(step)
        qtbot.wait(20)
        read = " ".join(one.words for one in reading.passages(window.stack.whole))
        for text in window.page.findChildren(QTextEdit):
            if text.isVisible() and text.isReadOnly():
                for line in text.toPlainText().replace("\ufffc", "").splitlines():
                    assert " ".join(line.split()) in read


def test_a_pause_is_silent_at_once_and_goes_on_with_the_same_passage(
    computer: Computer, open_session: Opens, qtbot: QtBot
) -> None:
    computer.has("espeak-ng", "exec sleep 60")
    window = opened(open_session, qtbot)
    press(window)
    qtbot.waitUntil(lambda: len(computer.words) == 1)
    assert says(window) == "Pause"
    press(window)
    assert says(window) == "Read on"
    press(window)
    qtbot.waitUntil(lambda: len(computer.words) == 2)
    assert computer.words[0] == computer.words[1]


def test_what_is_being_read_is_shown_and_no_longer_when_the_page_turns(
    computer: Computer, open_session: Opens, qtbot: QtBot
) -> None:
    computer.has("espeak-ng", "[ -e step ] || exec sleep 60")
    window = opened(open_session, qtbot)
    press(window)
    heading = window.page.findChild(Heading)
    assert heading is not None
    qtbot.waitUntil(heading.autoFillBackground)
    window.turn_next()
    assert not heading.autoFillBackground()
    assert says(window) == "Read aloud"


def test_the_paragraph_that_is_read_is_lit_in_its_text(computer: Computer, open_session: Opens, qtbot: QtBot) -> None:
    window = opened(open_session, qtbot)
    first = next(one.words for one in reading.passages(window.stack.whole) if isinstance(one.widget, QTextEdit))
    for name in ("tail", "grep"):
        found = next(path for path in (Path("/bin"), Path("/usr/bin")) if (path / name).exists())
        os.symlink(found / name, computer.programs / name)
    computer.has(
        "espeak-ng", f'tail -n 1 "{computer.programs.parent}/heard" | grep -qxF "{first}" && exec sleep 60; exit 0'
    )
    window = opened(open_session, qtbot)
    press(window)
    qtbot.waitUntil(lambda: bool(lit(window)), timeout=20_000)
    assert lit(window) == [first]


def lit(window: Window) -> list[str]:
    texts = [text for text in window.page.findChildren(QTextEdit) if text.isVisible()]
    return [one.cursor.selectedText() for text in texts for one in text.extraSelections()]


def test_the_speed_is_told_to_the_voice(computer: Computer, open_session: Opens, qtbot: QtBot) -> None:
    computer.has("spd-say", '[ "$1" = -S ] || exec sleep 60')
    window = opened(open_session, qtbot)
    press(window)
    qtbot.waitUntil(lambda: len(computer.words) == 1)
    press(window, "reading_speed")
    qtbot.waitUntil(lambda: len(computer.words) == 2)
    told = [line for line in computer.heard if line.startswith("# ")]
    assert told[0] == "# -w -e -l en -r 0"
    assert "# -w -e -l en -r 40" in told
    assert "# -S" in told
    assert window.session.settings.reading_speed == "fast"
    window.close()


def test_the_speed_is_as_it_was_left(computer: Computer, open_session: Opens, qtbot: QtBot) -> None:
    computer.has("espeak-ng", "exec sleep 60")
    window = Window(open_session(reading_speed="slow"))
    qtbot.addWidget(window)
    window.show()
    press(window)
    qtbot.waitUntil(lambda: len(computer.words) == 1)
    assert computer.heard[0] == "# --stdin -v en -s 120"


def test_who_comes_back_to_a_page_read_halfway_goes_on_there(
    computer: Computer, open_session: Opens, qtbot: QtBot
) -> None:
    window = read_halfway(computer, open_session, qtbot)
    assert says(window) == "Pause"
    window.turn_next()
    assert says(window) == "Read aloud"
    window.turn_back()
    assert says(window) == "Read on"
    press(window)
    qtbot.waitUntil(lambda: len(computer.words) == 4, timeout=20_000)
    assert computer.words[3] == computer.words[2]
