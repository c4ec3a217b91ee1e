"""What is loaded when the first page stands. Anything more makes everybody wait for what few need at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.start import PLACE, lived_in

HEAVY = (
    "typst", "subprocess", "pypdf", "jinja2", "yaml", "pydantic", "PySide6.QtPrintSupport", "PySide6.QtSvg",
    "hsct_aid.report",
)  # fmt: skip
"""What the first page does without. Of the pages only the one that is shown is loaded, and what all pages are."""

FIRST_FRAME = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hsct_aid.cli import main
from hsct_aid.ui.window import Window

painted = Window.paintEvent
def paint(window, event):
    painted(window, event)
    print(json.dumps([window.page.step.id, window.page.isVisible(), sorted(sys.modules)]), flush=True)
    QTimer.singleShot(0, QApplication.quit)
Window.paintEvent = paint
main(["--data-dir", sys.argv[1]])
"""


def first_frame(home: Path, program: str = FIRST_FRAME) -> tuple[str, bool, list[str]]:
    command = [sys.executable, "-c", program, str(home)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    step, visible, modules = json.loads(run.stdout.splitlines()[0])
    return step, visible, modules


def too_much(modules: list[str]) -> list[str]:
    pages = [name for name in modules if name.startswith("hsct_aid.ui.pages.")]
    shown = {f"hsct_aid.ui.pages.{name}" for name in ("page", "blocks", PLACE.partition("_")[0])}
    strangers = set(pages) - shown
    return sorted(strangers) + [name for name in modules if name.startswith(HEAVY)]


def test_the_first_frame_holds_the_saved_page_and_loads_nothing_it_does_not_show(tmp_path: Path) -> None:
    step, visible, modules = first_frame(lived_in(tmp_path))
    assert step == PLACE
    assert visible
    assert too_much(modules) == []


@pytest.mark.parametrize("module", ["typst", "hsct_aid.report.html", "hsct_aid.ui.pages.summary"])
def test_a_module_too_many_is_found(tmp_path: Path, module: str) -> None:
    _step, _visible, modules = first_frame(lived_in(tmp_path), f"import {module}\n{FIRST_FRAME}")
    assert module in too_much(modules)


SOURCES = FIRST_FRAME.replace("sorted(sys.modules)", "sorted(__import__('linecache').cache)")
PYSIDE_READS = "import builtins, hsct_aid.ui; builtins.__import__ = builtins.__feature_import__"


@pytest.mark.parametrize(("before", "expected"), [("", False), (PYSIDE_READS, True)])
def test_no_source_of_the_window_is_read_on_the_way(tmp_path: Path, before: str, *, expected: bool) -> None:
    _step, _visible, read = first_frame(lived_in(tmp_path), f"{before}\n{SOURCES}")
    assert any(Path(path).name == "prose.py" for path in read) == expected


TEXTS = FIRST_FRAME.replace(
    "sorted(sys.modules)",
    "[one for one, it in sys.modules.items() if one.startswith('shibokensupport') and not hasattr(it, '__cached__')]",
)
NOT_UNPACKED = """
from pathlib import Path
exists = Path.exists
Path.exists = lambda path: path.name != "files.dir" and exists(path)
"""


@pytest.mark.parametrize(("before", "expected"), [("", False), (NOT_UNPACKED, True)])
def test_no_module_of_pyside_is_compiled_at_a_start(tmp_path: Path, before: str, *, expected: bool) -> None:
    _step, _visible, compiled = first_frame(lived_in(tmp_path), f"{before}\n{TEXTS}")
    assert ("shibokensupport.signature.loader" in compiled) == expected
    assert bool(compiled) == expected


EVERY_PAGE = """
import enum, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hsct_aid.cli import main
from hsct_aid.ui.window import Window

def met(of=enum.Enum):
    return [of.__qualname__] + [name for one in of.__subclasses__() for name in met(one)]

def walk(window):
    window.session.change_settings(depth="full")
    for step in window.session.journey.steps:
        window.session.go(step.id)
        QApplication.processEvents()
        {also}
        if "QTabWidget.TabShape" in met():
            break
    print("QTabWidget.TabShape" in met(), flush=True)
    QApplication.quit()

shown = Window.showEvent
def show(window, event):
    shown(window, event)
    QTimer.singleShot(0, lambda: walk(window))
Window.showEvent = show
main(["--data-dir", sys.argv[1]])
"""


@pytest.mark.parametrize(("also", "expected"), [("", "False"), ("window.stack.shown.viewport()", "True")])
def test_no_page_shows_python_the_views_that_qt_made_inside(tmp_path: Path, also: str, expected: str) -> None:
    """For the first of them Python looks at every kind of widget, also at tabs, which no page has: 15 ms of a turn."""
    program = EVERY_PAGE.replace("{also}", also)
    command = [sys.executable, "-c", program, str(lived_in(tmp_path))]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.split() == [expected]
