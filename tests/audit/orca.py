"""What Orca, the screen reader, says on a way through pages by keyboard, held against what is to be seen on them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from hsct_aid.content.load import load_aid
from hsct_aid.domain.journey import journey
from hsct_aid.domain.record import Record
from hsct_aid.storage import settings
from hsct_aid.ui.widgets.heading import BREAK
from tests.audit.seen import Finding
from tests.outside.desktop import PATIENCE_S, QUIET, Program, Thing, private_desktop, until
from tests.outside.rest import wait_for_rest

PAGES = ("welcome_about", "start_facts", "evidence_activity")
"""Running text and notes; questions with their hints; pictures, links and a table."""
MOST_STOPS, SHORTEST_LINE = 150, 40
KEYS = ("left control", "left alt", "tab")
"""Keys that Orca names as they are pressed."""
ITEMS = {"list": "list item", "radio button": "radio button"}
"""What the arrows go through, by what has the focus."""
_SAID = re.compile(r"SPEECH OUTPUT: '(.*?)' ?\{'established'", re.DOTALL)
_WORDS = re.compile(r"[^\W_]+")
_BUTTON = " ((collapsed|expanded) )?((push|toggle) )?button "
_ENDS = re.compile(r"[.?!:]\s+|\n|\ufffc|[\ufdd0\ufdd1]")
"""What parts sentences: stops, links, and the edges of a table's cells."""
_PLAIN = """
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
application, window = QApplication([]), QWidget()
rows = QVBoxLayout(window)
for part in (QPushButton("This is told"), QLabel("Nobody ever tells this sentence.")):
    rows.addWidget(part)
window.setWindowTitle("A window")
window.show()
application.exec()
"""
"""A window with a sentence that no screen reader comes to."""
_ALOUD = """
import runpy, sys
from orca import debug
def heard(_level, text="", *_more):
    if "SPEECH OUTPUT" in text:
        print(text, flush=True)
debug.println = heard
sys.argv = ["orca", "--disable=braille"]
runpy.run_path("/usr/bin/orca", run_name="__main__")
"""
"""Orca with each utterance on its standard output: what it writes to a file itself comes in blocks, too late."""


class Reader:
    """Orca on a private desktop, and the keyboard in front of it."""

    def __init__(self, desktop: dict[str, str]) -> None:
        self._desktop, self._log = desktop, bytearray()
        # without a voice: were one looked for, Orca would wait for it
        alone = desktop | {"SPEECHD_ADDRESS": "unix_socket:/nonexistent", "SPEECHD_CMD": "/bin/false"}
        # nor does it look for another Orca, which may read to who runs this
        alone["PATH"] = f"{_nobody(Path(desktop['HOME']))}{os.pathsep}{desktop['PATH']}"
        told = ["/usr/bin/python3", "-W", "ignore", "-c", _ALOUD]
        self._orca = subprocess.Popen(told, env=alone, stdout=subprocess.PIPE, stderr=QUIET)
        Thread(target=self._listen, daemon=True).start()

    @property
    def log(self) -> str:
        """All that Orca wrote so far."""
        return bytes(self._log).decode("utf-8", "replace")

    def press(self, *keys: str) -> None:
        """Press these keys, and hear what is said until it is silent."""
        subprocess.run(["xdotool", "key", *keys], env=self._desktop, check=True)
        self.wait()

    def wait(self) -> None:
        """Until nobody works any more, and nothing more is written."""
        wait_for_rest(self._desktop["HOME"], lambda: len(self._log))

    def close(self) -> None:
        """Let go of Orca."""
        self._orca.kill()
        self._orca.wait(PATIENCE_S)

    def _listen(self) -> None:
        assert self._orca.stdout
        for line in self._orca.stdout:
            self._log += line


def said(log: str) -> str:
    """The words that were spoken, without stops and commas: Orca sets its own."""
    return words(" ".join(_SAID.findall(log)))


def words(text: str) -> str:
    """Only the words, each with a blank on both sides."""
    return f" {' '.join(_WORDS.findall(text.replace(BREAK, '').casefold()))} "


def sentences(things: list[Thing]) -> Iterator[str]:
    """Every sentence that is to be seen; not what cannot be pressed now, nor the frame or a scroll bar."""
    for thing in things:
        if thing.depth > 1 and "enabled" in thing.states and thing.role != "scroll bar":
            for sentence in _ENDS.split(thing.text or thing.name):
                if words(sentence).strip():
                    yield sentence.strip()


def unsaid(things: list[Thing], log: str) -> list[str]:
    """The sentences to be seen that were not spoken; a key or a description may come between two lines."""
    heard = [words(utterance) for utterance in _SAID.findall(log)]
    described = {words(thing.description) for thing in things} | {words(key) for key in KEYS}
    spoken = [said(log), words(" ".join(one for one in heard if one not in described))]
    return [sentence for sentence in sentences(things) if not any(words(sentence) in one for one in spoken)]


def untold_roles(things: list[Thing], log: str) -> list[str]:
    """The title that was not told as a heading, and buttons not told as buttons."""
    heard, missing = said(log), []
    for thing in things:
        as_what = " heading level 1 " if thing.is_title else _BUTTON if _can_be_pressed(thing) else ""
        if as_what and not re.search(f"{re.escape(words(thing.name).rstrip())}{as_what}", heard):
            missing.append(thing.name)
    return missing


def _can_be_pressed(thing: Thing) -> bool:
    return thing.role == "button" and {"enabled", "focusable"} <= set(thing.states)


def walk(program: Program, reader: Reader) -> None:
    """Go once round the page with Tab, and with the arrows through every text and every group of answers."""
    seen = set()
    for _stop in range(MOST_STOPS):
        reader.press("Tab")
        things = program.look(closely=True)
        at = next(
            (one for one in things if {"focused", "focusable"} <= set(one.states) and one.role != "list item"), None
        )
        if at is None:
            continue
        if at.role == "heading":
            return
        place = (at.role, at.name, at.id, at.text)
        for key in _through(at, things) if place not in seen else ():
            reader.press(key)  # one at a time: of what is passed quickly, Orca names the last alone
        seen.add(place)
    raise AssertionError("Tab does not come back")


def _through(at: Thing, things: list[Thing]) -> list[str]:
    """The keys that go through a text from its beginning, or through a list or a group of answers."""
    if at.role == "text" and "read-only" in at.states:
        return ["ctrl+Home", *["Down"] * (len(at.text) // SHORTEST_LINE + at.text.count("\n") + 1)]
    items = sum(one.role == ITEMS.get(at.role) for one in things)
    return ["Home", *["Down"] * items] if items else []


def findings() -> Iterator[Finding]:
    """What is to be seen on three pages and not told; and first, that a sentence nobody tells is found."""
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.py"
        plain.write_text(_PLAIN, encoding="utf-8")
        with _read([sys.executable, str(plain)]) as (program, reader):
            reader.press("Tab")
            if unsaid(program.look(closely=True), reader.log) != ["Nobody ever tells this sentence."]:
                yield Finding("orca", "the sentence that nobody tells was not found")
    yield from _pages()


def _pages() -> Iterator[Finding]:
    steps = journey(load_aid("en"), Record(), "standard").steps
    with TemporaryDirectory() as folder:
        settings.save(Path(folder), settings.Settings())  # past what is asked at the first start
        command = [sys.executable, "-m", "hsct_aid", "--data-dir", folder]
        with _read(command) as (program, reader):
            for step, following in pairwise(steps):
                if step.id in PAGES:
                    before = len(reader.log)
                    reader.press("alt+Left")
                    reader.press("alt+Right")
                    missed, no_role = [""], [""]
                    for _time in range(2):  # on a busy machine Orca passes by what comes too fast
                        walk(program, reader)
                        things, log = program.look(closely=True), reader.log[before:]
                        missed, no_role = unsaid(things, log), untold_roles(things, log)
                        if not missed and not no_role:
                            break
                    yield from (Finding("orca", f"{step.id}: what “{name}” is, is not told") for name in no_role)
                    yield from (Finding("orca", f"{step.id}: “{sentence}” is not told") for sentence in missed)
                program.press("button", "Next")
                until(program.heading, following.heading.__eq__, following.heading)
                if step.id == PAGES[-1]:
                    return


@contextmanager
def _read(command: list[str]) -> Iterator[tuple[Program, Reader]]:
    """A program on a desktop with Orca, which has said its first words."""
    with private_desktop() as desktop, ExitStack() as running:
        # Orca asks to hear of what Qt does not know, and Qt says so
        desktop["QT_LOGGING_RULES"] = "qt.accessibility.atspi.warning=false"
        program = Program(command, desktop)
        running.callback(program.close)
        until(program.look, bool, "a window")
        reader = Reader(desktop)
        running.callback(reader.close)
        until(lambda: said(reader.log), lambda words: "reader on" in words, "Orca")
        seek = ["xdotool", "search", "--onlyvisible", "--name", "."]
        window = subprocess.run(seek, env=desktop, capture_output=True, text=True, check=True).stdout.split()[-1]
        subprocess.run(["xdotool", "windowfocus", window], env=desktop, check=True)
        reader.wait()
        yield program, reader


def _nobody(folder: Path) -> Path:
    """A folder with a ``pgrep`` that finds nothing."""
    found = folder / "nobody"
    found.mkdir()
    (found / "pgrep").symlink_to("/bin/false")
    return found
