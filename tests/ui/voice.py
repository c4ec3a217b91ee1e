"""A computer with a voice that writes down what it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hsct_aid.ui import reading
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


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that can read aloud, and so has buttons for it."""
    program = tmp_path / "espeak-ng"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


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


def read_halfway(computer: Computer, open_session: Opens, qtbot: QtBot) -> Window:
    """A window that reads its third paragraph, and no further."""
    computer.has("espeak-ng", f'[ $(wc -l < "{computer.heard_in}") -lt 6 ] || exec sleep 60')
    window = opened(open_session, qtbot)
    press(window)
    qtbot.waitUntil(lambda: len(computer.words) == 3, timeout=20_000)
    return window
