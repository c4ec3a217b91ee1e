"""On macOS a double-click is an event: it ends where the word of a second start does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
IS_CLICKED = """
import sys
from pathlib import Path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from hsct_aid.storage import instance
from hsct_aid.ui.clicked import ClickedApplication, take_clicks
hold = instance.begin(Path(sys.argv[1]))
application = ClickedApplication([])
take_clicks(application, Path(sys.argv[1]))
application.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile(sys.argv[2])))
print(*hold.asked())
"""


def test_a_file_that_is_clicked_is_asked_about_as_one_that_a_second_start_names(tmp_path: Path) -> None:
    copy = tmp_path / "my notes ü.hsct-aid.json"
    command = [sys.executable, "-c", IS_CLICKED, str(tmp_path / "notes"), str(copy)]
    said = subprocess.run(command, cwd=TOP, capture_output=True, encoding="utf-8", check=True)
    assert (said.stdout, said.stderr) == (f"{copy}\n", "")
