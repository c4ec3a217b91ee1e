"""The running program: nothing typed is lost when it is killed, and no trace stays outside its folder."""

from __future__ import annotations

import configparser
import os
import re
import signal
import subprocess
import sys
import time
from fnmatch import fnmatch
from pathlib import Path

import pytest

from hsct_aid.domain.record import Record
from hsct_aid.storage.plain import write_record
from hsct_aid.storage.shelf import Shelf

TOP = Path(__file__).resolve().parents[1]
MIME = "resources/desktop/hsct-aid-mime.xml"
TYPED = "canary words, typed with effort"
PATIENCE_S = 30
SOON_S = 1.0
"""What was typed is on disk this long after the last key."""

DRIVEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from hsct_aid import app
from hsct_aid.ui.application import make_application
from hsct_aid.storage.settings import Settings
from hsct_aid.ui.window import Window

def window():
    return next(one for one in application.topLevelWidgets() if isinstance(one, Window) and one.isVisible())

def part(name):
    return next(one for one in window().findChildren(QWidget, name) if one.isVisible())

def tell(words):
    print(words, flush=True)

def has_pages_made():
    from hsct_aid.report.page_process import PAGES
    PAGES.begin()
    tell(PAGES._process.pid)

def begin():
    {act}

application = make_application(Settings(theme="light"))
QTimer.singleShot(400, begin)
sys.exit(app.open_aid(Path(sys.argv[1]), ""))
"""
TYPES = """
    window().session.go("start_wish")
    QTest.keyClicks(part("start.ask_words.box"), sys.argv[2])
    tell("typed")
"""
ASKS_TO_END = (
    TYPES
    + """
    import os, signal
    os.kill(os.getpid(), signal.SIGTERM)
"""
)
LOGS_OUT = (
    TYPES
    + """
    application.commitDataRequest.emit(None)
    tell("kept")
    import os, signal
    os.kill(os.getpid(), signal.SIGKILL)
"""
)
READS = """
    has_pages_made()
    tell(part("start.ask_words.box").toPlainText())
    window().leave()
"""
SAVES_A_COPY = """
    def choose():
        application.activeModalWidget().accept()
    window().show_notes()
    QTimer.singleShot(400, choose)
    QTest.mouseClick(part("notes.save_copy"), Qt.MouseButton.LeftButton)
    while not [one for one in window().findChildren(QWidget, "notes.told") if one.isVisible()]:
        QTest.qWait(20)
    tell(part("notes.told").text())
    window().leave()
"""
SETTLES = """
    import gc
    QTimer.singleShot(app.SETTLE_MS + 100, lambda: (tell(gc.isenabled()), window().leave()))
"""
IS_HANDED_A_COPY = """
    from hsct_aid.ui.widgets.heading import Heading
    import subprocess
    def title():
        return next(one.text() for one in window().findChildren(Heading) if one.isVisible())
    def until(is_so):
        while not is_so():
            QTest.qWait(20)
    def look():
        tell(window().session.record.name)
        tell(Path(window().session.settings.last_record).name)
        tell(window().explain.prose.toPlainText())
        window().leave()
    tell(subprocess.run([sys.executable, "-m", "hsct_aid", "--data-dir", sys.argv[1], sys.argv[2]]).returncode)
    until(window().explain.isVisible)
    tell(title())
    window().turn_next()
    until(lambda: title() != "Before you begin" and window().stack.is_beside)
    tell(title())
    QTimer.singleShot(400, look)
    part("arrived.bring").click()
"""


def start(act: str, home: Path, *words: str) -> subprocess.Popen[str]:
    """The aid on an own home folder, driven from within as a person would from without."""
    code = DRIVEN.replace("    {act}\n", act).replace("import QTimer\n", "import Qt, QTimer\n")
    environment = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "XDG_CACHE_HOME": ""}
    return subprocess.Popen(
        [sys.executable, "-c", code, str(home / "notes"), *words], cwd=TOP, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def said(act: str, home: Path, *words: str) -> list[str]:
    """Run to the end; the lines it said."""
    with start(act, home, *words) as program:
        try:
            output, _errors = program.communicate(timeout=PATIENCE_S)
        finally:
            program.kill()
    return output.splitlines()


def goes_on(process: int) -> bool:
    """Whether that process is still there a moment later."""
    command, until = Path(f"/proc/{process}/cmdline"), time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if not (command.exists() and command.read_bytes()):  # one that ended and was not fetched yet has no command
            return False
        time.sleep(0.01)
    return True


def kept(home: Path) -> Record:
    record = Shelf(home / "notes").stores()[0].read().record
    assert record is not None
    return record


def test_what_was_typed_before_the_program_is_killed_is_there_again_and_no_process_goes_on(tmp_path: Path) -> None:
    with start("    has_pages_made()\n" + TYPES.removeprefix("\n"), tmp_path, TYPED) as program:
        assert program.stdout
        pages = int(program.stdout.readline())
        assert program.stdout.readline() == "typed\n"
        time.sleep(SOON_S)
        program.kill()
    assert program.returncode == -signal.SIGKILL
    assert kept(tmp_path).start.ask_words == TYPED
    assert not goes_on(pages)
    closed, words = said(READS, tmp_path)
    assert words == TYPED
    assert not goes_on(int(closed))


@pytest.mark.parametrize("act", [ASKS_TO_END, LOGS_OUT])
def test_what_was_typed_just_before_the_end_is_kept(tmp_path: Path, act: str) -> None:
    assert said(act, tmp_path, TYPED)[0] == "typed"
    assert kept(tmp_path).start.ask_words == TYPED


def test_python_never_searches_for_waste_by_itself(tmp_path: Path) -> None:
    assert said(SETTLES, tmp_path) == ["False"]


def test_a_second_program_hands_its_copy_over_to_the_window_that_asks_after_the_first_start(tmp_path: Path) -> None:
    copy = tmp_path / "my notes.hsct-aid.json"
    copy.write_bytes(write_record(Record(name="Zoë")))
    ended, first, question, name, opened, told = said(IS_HANDED_A_COPY, tmp_path, str(copy))
    assert (ended, first, question, name) == ("0", "Before you begin", "Bring in these notes?", "Zoë")
    assert "that you brought in: Zoë" in told
    assert [store.folder.name for store in Shelf(tmp_path / "notes").stores()] == [opened]
    assert kept(tmp_path) == Record(name="Zoë")


def test_the_system_starts_the_aid_with_the_file_it_knows_as_a_copy() -> None:
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.read(TOP / "resources/desktop/hsct-aid.desktop", encoding="utf-8")
    entry = desktop["Desktop Entry"]
    (known,) = re.findall('mime-type type="(.*?)"', (TOP / MIME).read_text(encoding="utf-8"))
    metainfo = (TOP / "resources/desktop/org.hsct_aid.HsctAid.metainfo.xml").read_text(encoding="utf-8")
    assert (entry["Exec"], entry["MimeType"]) == ("hsct-aid %f", f"{known};")
    assert f"<mediatype>{known}</mediatype>" in metainfo


def files_with(canary: str, home: Path) -> list[str]:
    return [
        str(path.relative_to(home)) for path in sorted(home.rglob("*"))
        if path.is_file() and canary.encode() in path.read_bytes()
    ]  # fmt: skip


def test_a_session_with_a_dialog_leaves_no_folder_and_no_word_outside_the_notes(tmp_path: Path) -> None:
    home = tmp_path / "canaryhome"
    home.mkdir()
    said(TYPES + "    window().leave()\n", home, TYPED)
    assert "my-notes-" in said(SAVES_A_COPY, home)[0]
    (outside,) = {name for name in files_with("canary", home) if not name.startswith("notes/records/")}
    (known,) = re.findall('glob pattern="(.*?)"', (TOP / MIME).read_text(encoding="utf-8"))
    assert fnmatch(outside, f"my-{known}")


def test_without_our_care_the_dialog_leaves_the_folder_behind(tmp_path: Path) -> None:
    home = tmp_path / "canaryhome"
    home.mkdir()
    careless = "    from hsct_aid.ui import file_dialogs\n    file_dialogs.leave_no_trace = lambda: None\n"
    assert "my-notes-" in said(careless + SAVES_A_COPY.removeprefix("\n"), home)[0]
    assert ".config/QtProject.conf" in files_with("canary", home)
