"""One door to the dialogs for files, and no way to another program without a question."""

from __future__ import annotations

from pathlib import Path

import pytest

import hsct_aid

PACKAGE = Path(hsct_aid.__file__).parent
ASKS_FIRST = {"ui/delivery.py", "ui/widgets/search_words.py"}
"""These open a mail program or a browser, each after a question that says what will be seen there."""


def naming(folder: Path, name: str) -> set[str]:
    """The modules in ``folder`` that name this."""
    found = (path for path in folder.rglob("*.py") if name in path.read_text(encoding="utf-8"))
    return {path.relative_to(folder).as_posix() for path in found}


def test_only_one_module_opens_dialogs_for_files() -> None:
    assert naming(PACKAGE, "QFileDialog") == {"ui/file_dialogs.py"}


def test_only_what_asks_first_opens_another_program() -> None:
    assert naming(PACKAGE, "openUrl") == naming(PACKAGE, "QDesktopServices") == ASKS_FIRST
    assert naming(PACKAGE, "setOpenExternalLinks") == set()


@pytest.mark.parametrize("name", ["QFileDialog", "openUrl"])
def test_another_door_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "page.py").write_text(f"{name}(None)\n", encoding="utf-8")
    assert naming(tmp_path, name) == {"page.py"}
