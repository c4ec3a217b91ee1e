"""Downloads are read in a process of its own: what comes back, what is refused, and stopping it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hsct_aid.domain.fresh_list import FreshList
from hsct_aid.ui.registry_import import RegistryImport

SAMPLES = Path(__file__).parents[1] / "storage" / "registry_samples"


@pytest.fixture
def reader(qapp: QObject) -> Iterator[RegistryImport]:
    made = RegistryImport(qapp)
    yield made
    made.close()


def test_a_list_comes_back_with_progress_before_it(reader: RegistryImport, qtbot: QtBot) -> None:
    seen: list[int] = []
    reader.progressed.connect(seen.append)
    with qtbot.waitSignal(reader.arrived, timeout=20_000) as arrived:
        reader.start([SAMPLES / "website.json", SAMPLES / "single.json"])
        assert reader.is_running
    fresh = arrived.args[0] if arrived.args else None
    assert isinstance(fresh, FreshList)
    assert len(fresh.found) == 4
    assert seen[-1] == 99
    assert not reader.is_running


def test_it_works_from_any_folder_and_with_a_name_like_an_option(
    reader: RegistryImport, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "--json 100%.csv").write_bytes((SAMPLES / "download.csv").read_bytes())
    monkeypatch.chdir(tmp_path)
    with qtbot.waitSignal(reader.arrived, timeout=20_000):
        reader.start([Path("--json 100%.csv")])


def test_a_bad_file_is_refused_with_the_sentence_of_the_command(
    reader: RegistryImport, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text("<html>")
    with qtbot.waitSignal(reader.refused, timeout=20_000) as refused:
        reader.start([tmp_path / "page.html"])
    assert refused.args == ["This is a web page, not a download: press Download on the page of results instead."]


def test_it_can_be_stopped_while_it_reads_and_reads_again(reader: RegistryImport, qtbot: QtBot) -> None:
    came: list[object] = []
    reader.arrived.connect(came.append)
    with qtbot.waitSignal(reader.stopped, timeout=20_000):
        reader.start([SAMPLES / "api_page.json"])
        reader.cancel()
    assert not reader.is_running
    assert came == []
    with qtbot.waitSignal(reader.arrived, timeout=20_000):
        reader.start([SAMPLES / "api_page.json"])


def test_a_process_that_breaks_off_is_refused_calmly(reader: RegistryImport, qtbot: QtBot) -> None:
    reader.start([SAMPLES / "api_page.json"])
    with qtbot.waitSignal(reader.refused, timeout=20_000) as refused:
        os.kill(reader._process.processId(), 9)
    assert refused.args == ["The file could not be read: choose another one."]


def test_a_program_that_is_not_there_is_refused_calmly(
    reader: RegistryImport, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    with qtbot.waitSignal(reader.refused, timeout=20_000):
        reader.start([SAMPLES / "api_page.json"])
