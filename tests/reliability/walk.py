"""``python -m tests.reliability.walk ACT HOME``: every box to type in, found by walking the aid; and what was missed.

A box may stand on a page, come with an “Add”, in the notes, or before them. Whatever makes one in the source, and every
field of the content that is typed into, has to be met on the way: else it is named.
"""

from __future__ import annotations

import ast
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.domain.registry import sort_out
from hsct_aid.storage.registry_file import read_files
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.ui.unlock import Unlock
from hsct_aid.ui.widgets.entries import Entries
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.typed import OneLine, Text
from tests.reliability.driven import CANARY, drive, part, tell, window
from tests.storage.keys import key

TOP: Final = Path(__file__).parents[2]
UI: Final = TOP / "hsct_aid" / "ui"
TRIALS: Final = TOP / "tests" / "storage" / "registry_samples" / "api_page.json"
MAKES_A_BOX: Final = {"OneLine", "Text", "Secret", "QLineEdit", "QPlainTextEdit", "QTextEdit"}
TYPED: Final = {"line", "text", "number", "year", "date"}
TEN_MB: Final = "x" * 10_000_000
ROUNDS: Final = 3

Box = OneLine | Text
_made_at: dict[int, set[str]] = {}
"""Where in the source each box was made, by its id: the lines of all the calls that led to it."""


def sites(ui: Path) -> set[str]:
    """Every line of the source that makes a box to type in."""
    return {
        f"{path.relative_to(ui).as_posix()}:{node.lineno}"
        for path in ui.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKES_A_BOX
    }


def fields(aid: Aid) -> set[str]:
    """The id of every field of the content that is typed into."""
    steps = [field for section in aid.sections for step in section.steps for field in step.fields]
    entries = [field for form in aid.library.entries.values() for field in form.fields]
    return {field.id for field in (*steps, *entries) if field.kind in TYPED}


def missed(met: Iterable[str], made_at: Iterable[str], wanted: set[str], in_source: set[str]) -> list[str]:
    """Fields and lines of the source whose box was not among those that were met."""
    names = {name.removesuffix(".box") for name in met}
    unmet = {each for each in wanted if not any(name == each or name.endswith(f".{each}") for name in names)}
    return sorted(unmet | (in_source - set(made_at)))


def _watch() -> None:
    """Note from now on where each box is made."""
    for kind in (OneLine, Text):
        begin: Callable[..., None] = kind.__init__

        def noting(self: Box, *given: Any, _begin: Callable[..., None] = begin, **named: Any) -> None:
            _begin(self, *given, **named)
            frame, lines = sys._getframe(1), set()
            while frame.f_back is not None:
                path = Path(frame.f_code.co_filename)
                if path.is_relative_to(UI):
                    lines.add(f"{path.relative_to(UI).as_posix()}:{frame.f_lineno}")
                frame = frame.f_back
            _made_at[id(self)] = lines

        kind.__init__ = noting  # type: ignore[method-assign]


class Walk:
    """Yields each box once, in sight; then ``missed`` says what it did not come to."""

    def __init__(self, home: Path, *, adds: bool = True) -> None:
        self._home, self._adds = home, adds
        self._met: set[str] = set()
        self._lines: set[str] = set()

    def boxes(self) -> Iterator[Box]:
        """On every page of the whole way, in the notes, and before them."""
        shown = window()
        shown.session.change_settings(depth="full")
        shown.session.take_fresh(sort_out(read_files([TRIALS], lambda _share: None), [], date(2026, 11, 23)))
        for step in shown.session.journey.steps:
            shown.session.go(step.id)
            QTest.qWait(1)
            yield from self._in(shown.page)
            if self._adds:
                _open_all(shown.page)
                yield from self._in(shown.page)
        if not self._adds:
            return
        shown.show_notes()
        _press("protect.set")
        yield from self._in(shown.stack.shown)
        _press("protect.leave")
        door = _door(self._home / "closed")
        yield from self._in(door)
        door.close()

    def missed(self) -> list[str]:
        """Names what has a box that was not met."""
        return missed(self._met, self._lines, fields(window().session.aid), sites(UI))

    def _in(self, room: QWidget) -> Iterator[Box]:
        found: list[Box] = [*room.findChildren(OneLine), *room.findChildren(Text)]
        for box in found:
            is_there = box.isVisibleTo(room) and box.isEnabled() and not box.isReadOnly()
            if is_there and box.objectName() not in self._met:
                self._met.add(box.objectName())
                self._lines |= _made_at[id(box)]
                yield box


def _open_all(page: QWidget) -> None:
    """Open every fold, and press every “Add” of a list or of words just written."""
    for entries in page.findChildren(Entries):
        for _ in range(2):  # the first after “none” may only take that back
            entries._add.click()
    for fold in page.findChildren(Fold):
        fold.open()
    for name in ("questions.add", "candidacy.add", "values.add"):
        for button in page.findChildren(QPushButton, name):
            button.click()
    QTest.qWait(1)


def _press(name: str) -> None:
    button = part(name)
    assert isinstance(button, QPushButton)
    button.click()
    QTest.qWait(1)


def _door(data_dir: Path) -> Unlock:
    """The page before notes that have a passphrase."""
    store = Shelf(data_dir).add(Record(name="Ann"), datetime(2026, 11, 23, 12, 0))
    store.load()
    store.protect(key()[0], Record(name="Ann"), datetime(2026, 11, 23, 12, 0))
    closed = Store(store.folder)
    door = Unlock(Shelf(data_dir), closed, closed.load())
    door.show()
    QTest.qWait(1)
    return door


def types_everywhere(*, adds: bool = True) -> None:
    """Type the canary into every field, save a copy, and leave."""
    home = Path(sys.argv[2])
    walk, count = Walk(home, adds=adds), 0
    for box in walk.boxes():
        QTest.keyClicks(box, CANARY)
        count += 1
    QFileDialog.getSaveFileName = lambda *_asked: (str(home / "export.json"), "")  # type: ignore[method-assign]
    window().show_notes()
    QTest.qWait(1)
    _press("notes.save_copy")
    while not (home / "export.json").exists():
        QTest.qWait(20)
    tell(f"{count} fields, not met: {', '.join(walk.missed()) or 'none'}")
    window().leave()


def types_in_sight() -> None:
    """Do the same, but open nothing."""
    types_everywhere(adds=False)


def leaks() -> None:
    """Do the same, and write every answer into a log."""
    log = Path(sys.argv[2]) / "aid.log"
    window().session.record_changed.connect(lambda: log.write_text(repr(window().session.record)))
    types_everywhere()


def pastes_everywhere() -> None:
    """Paste 10 MB into every field: the slowest answer in ms, how many, which said nothing, and which were not met."""
    walk = Walk(Path(sys.argv[2]))
    tell(*_pasted(walk.boxes()), ",".join(walk.missed()) or "-")
    window().leave()


def pastes_into_bare_boxes() -> None:
    """Paste 10 MB into a box of Qt's own that is capped, but has nothing to say."""
    bare = QLineEdit()
    bare.setMaxLength(2000)
    bare.setObjectName("bare")
    bare.setParent(window().page)
    tell(*_pasted(iter([bare])), "-")
    window().leave()


def _pasted(each: Iterator[QLineEdit | Text]) -> tuple[int, int, str]:
    slowest, count, silent = 0.0, 0, []
    for box in each:
        QGuiApplication.clipboard().setText(TEN_MB)
        before = _saying(box.window())
        took = []
        for _ in range(ROUNDS):  # the best of them: other programs are no fault of the box
            start = time.perf_counter()
            box.paste()
            QApplication.processEvents()
            took.append(time.perf_counter() - start)
        slowest, count = max(slowest, min(took)), count + 1
        if _saying(box.window()) == before:
            silent.append(box.objectName())
    return round(1000 * slowest), count, ",".join(silent) or "-"


def _saying(room: QWidget) -> set[int]:
    """The lines in sight that say a box is full."""
    return {id(line) for line in room.findChildren(QLabel) if "was not taken" in line.text() and line.isVisible()}


if __name__ == "__main__":
    _watch()
    sys.exit(drive((types_everywhere, types_in_sight, leaks, pastes_everywhere, pastes_into_bare_boxes)))
