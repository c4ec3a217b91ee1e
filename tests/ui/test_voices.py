"""Voices that are not there, do not answer or hang."""

from __future__ import annotations

import time

import pytest
from pytestqt.qtbot import QtBot

from hsct_aid.ui import reading
from hsct_aid.ui.window import Window
from tests.ui.voice import PAGE, Computer, opened, press, read_halfway, says
from tests.windows import Opens


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
