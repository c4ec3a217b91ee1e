"""Pages come out of a process of their own: the same ones, nothing told to anybody else, and no end of it hangs."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from hsct_aid import cli, shipped
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.page_mode import serve
from hsct_aid.report.page_process import LARGEST, PageProcess, Wanted, send
from hsct_aid.report.pdf import pages_png, render_pdf
from hsct_aid.report.rendered import Pages
from tests.report.people import TYPICAL
from tests.report.sample_aid import AID, TODAY

TOP = Path(__file__).resolve().parents[2]
SOON_S = 60
SECRET = "canarywords"
PERSON = replace(TYPICAL, name=SECRET)
SUMMARY = replace(build_summary(AID, PERSON, TODAY), chapters=())
PPI = 40


@pytest.fixture(scope="module")
def pages() -> Iterator[PageProcess]:
    made = PageProcess()
    yield made
    made.close()


def number(pages: PageProcess) -> int:
    """The process's own, once it runs."""
    pages.begin()
    assert pages._process is not None
    return pages._process.pid


def held_up(pages: PageProcess, worker: ThreadPoolExecutor) -> Future[Pages]:
    """Pages that never come."""
    os.kill(number(pages), signal.SIGSTOP)
    going_on = worker.submit(pages.pictures, SUMMARY, "a4", PPI)
    while not going_on.running():
        time.sleep(0.001)
    time.sleep(0.05)  # until it has found the process, which it would start anew if that had ended by then
    return going_on


@pytest.mark.parametrize("language", ["en", "es"])
def test_pdf_and_pictures_are_those_that_are_made_here(pages: PageProcess, language: str) -> None:
    summary = replace(SUMMARY, language=language)
    shipped.speak(language)
    try:
        assert pages.pdf(summary, "letter") == render_pdf(summary, "letter")
        assert pages.pictures(summary, "a4", PPI) == pages_png(summary, "a4", PPI)
    finally:
        shipped.speak("en")


def test_signs_that_cannot_be_printed_are_told(pages: PageProcess) -> None:
    summary = replace(SUMMARY, reader="我")
    assert pages.pictures(summary, "a4", PPI).replaced == ("我",)


def test_it_has_no_qt_no_socket_no_core_file_and_no_word_of_the_person_on_show(pages: PageProcess) -> None:
    assert SECRET.encode() in msgspec.json.encode(SUMMARY)
    pages.pdf(SUMMARY, "a4")
    own = Path(f"/proc/{number(pages)}")
    shown = (own / "cmdline").read_bytes() + (own / "environ").read_bytes()
    assert b"make-pages" in shown
    assert SECRET.encode() not in shown
    assert not re.search("Qt6|PySide6|shiboken", (own / "maps").read_text(encoding="utf-8"))
    held = {os.readlink(one).partition(":")[0] for one in (own / "fd").iterdir()}
    assert held == {"pipe", os.devnull}
    assert re.search(r"Max core file size +0 ", (own / "limits").read_text(encoding="utf-8"))


def test_one_that_ended_while_nobody_waited_is_replaced_without_a_word(pages: PageProcess) -> None:
    before = number(pages)
    os.kill(before, signal.SIGKILL)
    time.sleep(0.05)
    assert pages.pictures(SUMMARY, "a4", PPI).pictures
    assert number(pages) != before


def test_one_that_breaks_off_is_told_and_the_next_page_comes(pages: PageProcess) -> None:
    with ThreadPoolExecutor(1) as worker:
        going_on = held_up(pages, worker)
        before = number(pages)
        os.kill(before, signal.SIGKILL)
        with pytest.raises(EOFError):
            going_on.result(SOON_S)
    assert pages.pictures(SUMMARY, "a4", PPI).pictures
    assert number(pages) != before


def test_a_page_that_takes_too_long_ends_the_process_though_nobody_is_there_to_stop_it() -> None:
    code = (
        "import sys; from hsct_aid.report import page_mode as mode\n"
        "mode.LONGEST_S = 0.1; mode.pages_png = lambda *asked: [_ for _ in iter(int, 1)]; sys.exit(mode.main())"
    )
    asked = BytesIO()
    send(asked, msgspec.msgpack.encode(Wanted(SUMMARY, "a4", PPI)))
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, cwd=TOP, input=asked.getvalue(), capture_output=True, timeout=SOON_S, check=False)
    assert ended.returncode != 0
    assert ended.stdout + ended.stderr == b""


GARBAGE = {
    "words": b"hello, are you there?\n",
    "too long": (LARGEST + 1).to_bytes(8, "big"),
    "no summary": b"\0\0\0\0\0\0\0\5hello",
    "another summary": b"\0\0\0\0\0\0\0\1\x80",
}


@pytest.mark.parametrize("name", GARBAGE)
def test_what_the_window_never_says_is_refused(name: str) -> None:
    made = BytesIO()
    with pytest.raises(ValueError, match=r"no message|truncated|Expected|missing"):
        serve(BytesIO(GARBAGE[name]), made)
    assert made.getvalue() == b""


@pytest.mark.parametrize("cut", [b"", b"\0\0\0", b"\0\0\0\0\0\0\0\5he"])
def test_the_end_of_the_window_is_the_end(cut: bytes) -> None:
    serve(BytesIO(cut), made := BytesIO())
    assert made.getvalue() == b""


def test_started_by_hand_it_says_one_sentence() -> None:
    command = [sys.executable, "-m", "hsct_aid", "make-pages"]
    ended = subprocess.run(command, cwd=TOP, input=GARBAGE["words"], capture_output=True, timeout=SOON_S, check=False)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert ended.stderr == b"This command is for the window of the aid alone.\n"


def test_no_help_tells_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    assert cli.main(["fly"]) == 2
    assert "make-pages" not in "".join(capsys.readouterr())
