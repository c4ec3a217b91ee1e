"""No core files: the limits stand as soon as a command has begun, and a crash leaves nothing; without them it does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
PATTERN = Path("/proc/sys/kernel/core_pattern")
CANARY = "qzcanaryx"
ALLOWED = (
    "import resource, os; from hsct_aid.no_core import FILTER; FILTER.write_text('0x33'); "
    "resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2); "
)
"""As the system has it, whatever the tests before did in this process."""
BEGUN = "from hsct_aid.cli import main; main(['--version']); "
CRASHES = f"typed = '{CANARY[:4]}' + '{CANARY[4:]}'; os.abort()"


def cores(code: str, folder: Path) -> list[bytes]:
    """The core files that a program leaves in an empty folder."""
    folder.mkdir()
    path = f"import sys; sys.path.insert(0, {str(TOP)!r}); "
    subprocess.run([sys.executable, "-c", path + code], cwd=folder, capture_output=True, check=False)
    return [core.read_bytes() for core in folder.iterdir()]


def can_look() -> bool:
    """Whether this system puts core files where a test can look."""
    if sys.platform == "win32" or not PATTERN.exists():
        return False
    import resource

    in_folder = PATTERN.read_text(encoding="ascii").strip() == "core"
    return in_folder and resource.getrlimit(resource.RLIMIT_CORE)[1] != 0


def test_the_limits_stand_once_the_command_has_begun() -> None:
    if sys.platform == "win32":
        return  # which writes no core files
    code = BEGUN + "import resource; from hsct_aid.no_core import FILTER; "
    code += "print(resource.getrlimit(resource.RLIMIT_CORE)[0], FILTER.exists() and int(FILTER.read_text(), 16))"
    found = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=False)
    assert found.stdout.splitlines()[1] in ("0 0", "0 False")


def test_a_crash_leaves_no_word_behind_and_without_the_limits_it_would(tmp_path: Path) -> None:
    open_to_all = cores(ALLOWED + CRASHES, tmp_path / "open")
    assert any(CANARY.encode() in core for core in open_to_all) is can_look()
    assert cores(ALLOWED + BEGUN + CRASHES, tmp_path / "closed") == []
    by_filter = ALLOWED + "FILTER.write_text('0'); " + CRASHES
    assert not any(CANARY.encode() in core for core in cores(by_filter, tmp_path / "filtered"))
