"""Lines of 45 to 75 characters, and letters as the person wants them: live, and remembered."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.storage import settings as settings_file
from hsct_aid.storage.settings import Settings
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.audit.page import full_lines
from tests.windows import TODAY, part

STEPS = ("welcome_about", "process_what", "evidence_how", "values_intro")


@pytest.mark.parametrize("font", ["noto", "atkinson"])
@pytest.mark.parametrize("spacing", ["normal", "wide"])
@pytest.mark.parametrize("size", [100, 130])
def test_a_line_of_running_text_has_45_to_75_characters(window: Window, font: str, spacing: str, size: int) -> None:
    window.session.change_settings(font=font, spacing=spacing, text_size=size)
    lengths: list[int] = []
    for step in STEPS:
        window.session.go(step)
        QApplication.processEvents()
        lengths += [len(line) for text in window.page.findChildren(Prose) for line in full_lines(text)]
    window.session.change_settings(font="noto", spacing="normal", text_size=100)
    assert max(lengths) <= 75
    assert median(lengths) >= 45


def pressed(window: Window, name: str) -> None:
    button = part(window, name)
    assert isinstance(button, QRadioButton)
    button.click()
    QApplication.processEvents()


def test_letters_change_at_once_and_are_remembered(
    aid: Aid, dressed: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    session = Session(
        aid, Record(), Settings(theme="light"), keep=lambda _record: None, today=TODAY, clock=datetime.now,
        keep_settings=lambda chosen: settings_file.save(tmp_path, chosen),
    )  # fmt: skip
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    session.go("welcome_energy")
    pressed(window, "settings.font.atkinson")
    assert window.page.heading.font().family() == "Atkinson Hyperlegible"
    pressed(window, "settings.spacing.wide")
    assert window.page.heading.font().letterSpacing() == pytest.approx(106)
    assert window.page.heading.font().letterSpacingType() == QFont.SpacingType.PercentageSpacing
    kept, trouble = settings_file.load(tmp_path)
    assert (kept.font, kept.spacing, trouble) == ("atkinson", "wide", "")
    session.change_settings(font="noto", spacing="normal")
    session.close()
