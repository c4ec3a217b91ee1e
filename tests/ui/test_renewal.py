"""An update of a running aid is told, once, and not where nothing was updated."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hsct_aid import shipped
from hsct_aid.ui.renewal import tell_of_renewal


def test_an_update_of_the_running_aid_is_told_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "folder", tmp_path.joinpath)
    window = QWidget()
    qtbot.addWidget(window)
    stamp, told = tmp_path / "build.txt", list[str]()
    stamp.write_text("deb one", encoding="utf-8")
    timer = tell_of_renewal(window, told.append)
    timer.timeout.emit()
    assert told == []
    (tmp_path / "new").write_text("deb two", encoding="utf-8")
    (tmp_path / "new").replace(stamp)
    timer.timeout.emit()
    assert len(told) == 1
    assert not timer.isActive()


def test_a_copy_without_a_stamp_has_nothing_to_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "folder", tmp_path.joinpath)
    assert shipped.mark() is None
