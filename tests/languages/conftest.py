"""A window, an aid and a page in a made-up language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.domain.record import Record
from hsct_aid.storage.plain import read_record
from hsct_aid.storage.settings import Settings
from hsct_aid.ui import style
from hsct_aid.ui.session import Session
from hsct_aid.ui.window import Window
from tests.languages import pseudo
from tests.languages.seen import in_own_words
from tests.windows import TODAY, aid, dressed

__all__ = ["aid", "dressed"]

Opens = Callable[[str, int], Window]


@pytest.fixture(scope="session")
def locale(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like ``resources/locale`` with both made-up languages in it."""
    folder = tmp_path_factory.mktemp("locale")
    pseudo.make(folder)
    return folder


@pytest.fixture
def made_up(locale: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The aid finds its languages in that folder; afterwards it speaks English again."""
    found = shipped.folder
    monkeypatch.setattr(
        shipped, "folder", lambda *parts: locale.joinpath(*parts[1:]) if parts[0] == "locale" else found(*parts)
    )
    yield
    monkeypatch.undo()
    shipped.speak("en")


@pytest.fixture
def open_window(made_up: None, dressed: QApplication, qtbot: QtBot) -> Iterator[Opens]:
    """Opens the window on the sample person, who writes in that language too."""

    def make(language: str, text_size: int) -> Window:
        shipped.speak(language)
        settings = Settings(theme="light", language=language, text_size=text_size)
        style.dress(dressed, settings)
        session = Session(
            load_aid(language), sample(language), settings, keep=lambda _record: None,
            keep_settings=lambda _settings: None, today=TODAY, clock=lambda: datetime(2026, 11, 23, 14, 2),
        )  # fmt: skip
        window = Window(session)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        return window

    yield make
    shipped.speak("en")
    style.dress(dressed, Settings(theme="light"))


def sample(language: str) -> Record:
    """The sample person, at the first step, in the words of ``language``."""
    record = read_record((shipped.folder("demo") / "sample-person.json").read_bytes())
    spoken = in_own_words(record, language) if language in pseudo.NAMES else record
    assert isinstance(spoken, Record)
    return spoken
