"""Reading aloud: a voice that writes down what it is told, on a real page."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from hsct_aid.ui import reading
from hsct_aid.ui.widgets.heading import Heading
from hsct_aid.ui.window import Window
from tests.windows import Opens, part

PAGE = "process_what"


class Computer:
    """A folder of programs, the only one on the path, and what its voice was told."""

    def __init__(self, folder: Path) -> None:
        self.programs, self.heard_in = folder / "programs", folder / "heard"
        self.programs.mkdir()
        for name in ("cat", "sleep", "wc"):
            found = next(path for path in (Path("/bin"), Path("/usr/bin")) if (path / name).exists())
            (self.programs / name).symlink_to(found / name)

    def has(self, voice: str, does: str = "") -> None:
        program = self.programs / voice
        program.write_text(
            f'#!/bin/sh\necho "# $*" >> "{self.heard_in}"\ncat >> "{self.heard_in}"\n{does}\n', encoding="utf-8"
        )
        program.chmod(0o755)

    @property
    def heard(self) -> list[str]:
        return self.heard_in.read_text(encoding="utf-8").splitlines() if self.heard_in.exists() else []

    @property
    def words(self) -> list[str]:
        return [line for line in self.heard if not line.startswith("# ")]


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Computer:
    made = Computer(tmp_path)
    monkeypatch.setenv("PATH", str(made.programs))
    monkeypatch.setattr(reading, "FASTEST", 1_000_000)  # the voices here only write
    return made


def opened(open_session: Opens, qtbot: QtBot) -> Window:
    window = Window(open_session())
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.session.go(PAGE)
    return window


def press(window: Window, name: str = "read_aloud") -> None:
    button = part(window, name)
    assert isinstance(button, QPushButton)
    button.click()


def says(window: Window) -> str:
    button = part(window, "read_aloud")
    assert isinstance(button, QPushButton)
    return button.text()


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


def read_halfway(computer: Computer, open_session: Opens, qtbot: QtBot) -> Window:
    """A window that reads its third paragraph, and no further."""
    computer.has("espeak-ng", f'[ $(wc -l < "{computer.heard_in}") -lt 6 ] || exec sleep 60')
    window = opened(open_session, qtbot)
    press(window)
    qtbot.waitUntil(lambda: len(computer.words) == 3, timeout=20_000)
    return window


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


def test_a_language_of_one_country_is_named_as_voices_name_it() -> None:
    assert "pt-br" in reading._ESPEAK.command("normal", "pt_BR")


def test_a_voice_that_does_not_answer_is_told_to_the_person(
    computer: Computer, open_session: Opens, qtbot: QtBot
) -> None:
    computer.has("espeak-ng", "exit 1")
    window = opened(open_session, qtbot)
    press(window)
    qtbot.waitUntil(lambda: says(window) == "The voice did not answer")


def test_a_voice_that_hangs_gives_way_to_another(
    computer: Computer, open_session: Opens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "BEGIN_MS", 600)
    monkeypatch.setattr(reading, "SLOWEST", 1000)
    computer.has("spd-say", "exec sleep 60")
    computer.has("espeak-ng")
    window = opened(open_session, qtbot)
    wanted = [one.words for one in reading.passages(window.stack.whole)]
    press(window)
    qtbot.waitUntil(lambda: says(window) == "Read aloud", timeout=20_000)
    assert computer.words[-len(wanted) :] == wanted
    assert [line for line in computer.heard if line.startswith("# -w")] == ["# -w -e -l en -r 0"]


@pytest.mark.parametrize("limit", ["BEGIN_MS", "FASTEST"])
def test_a_computer_that_is_not_heard_says_so(
    limit: str, computer: Computer, open_session: Opens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    if limit == "FASTEST":  # no loudspeaker: the voice is done at once
        monkeypatch.setattr(reading, "FASTEST", 80)
        computer.has("espeak-ng")
    else:  # a voice that waits for something
        monkeypatch.setattr(reading, "BEGIN_MS", 0)
        monkeypatch.setattr(reading, "SLOWEST", 1000)
        computer.has("spd-say", "exec sleep 60")
    window = opened(open_session, qtbot)
    press(window)
    qtbot.waitUntil(lambda: says(window) == "The voice did not answer", timeout=20_000)


def test_the_window_does_not_wait_for_a_voice_that_hangs(computer: Computer, open_session: Opens, qtbot: QtBot) -> None:
    computer.has("spd-say", "exec sleep 60")
    window = opened(open_session, qtbot)
    press(window)
    qtbot.waitUntil(lambda: len(computer.words) == 1)
    start = time.perf_counter()
    press(window)
    assert says(window) == "Read on"
    assert time.perf_counter() - start < reading.HUSH_MS / 1000
    window.close()


def test_who_opens_the_aid_again_goes_on_with_the_same_paragraph(
    computer: Computer, open_session: Opens, qtbot: QtBot
) -> None:
    window = read_halfway(computer, open_session, qtbot)
    window.close()
    kept = window.session.settings
    assert computer.words[2] not in kept.reading_at
    again = Window(open_session(reading_at=kept.reading_at))
    qtbot.addWidget(again)
    again.show()
    again.session.go(PAGE)
    assert says(again) == "Read on"
    press(again)
    qtbot.waitUntil(lambda: len(computer.words) == 4, timeout=20_000)
    assert computer.words[3] == computer.words[2]
    again.close()


def test_without_a_voice_there_is_no_button(computer: Computer, open_session: Opens, qtbot: QtBot) -> None:
    window = opened(open_session, qtbot)
    assert not window.aloud.isVisible()


@pytest.mark.parametrize(("platform", "program"), [("linux", "spd-say"), ("darwin", "say"), ("win32", "powershell")])
def test_each_system_has_its_own_voice(computer: Computer, platform: str, program: str) -> None:
    for name in ("spd-say", "espeak-ng", "say", "powershell"):
        computer.has(name)
    found = reading.voices(platform)[0]
    assert found.program == program
    assert all("{" not in one or program == "powershell" for one in found.command("slow", "en"))
