"""Setting up: what the scripts say and do on systems with and without the packages, the right and the Python."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
ALL_BUT_QT = "installed make \ninstalled libglib2.0-0t64 libglib2.0-0 (= 2.80.0)\n"


class System:
    """A clone in a folder with a space, on a system whose commands answer as the test says."""

    def __init__(self, folder: Path) -> None:
        self.clone = folder / "my clone"
        self.commands = folder / "bin"
        self.commands.mkdir()
        shutil.copytree(TOP / ".ci", self.clone / ".ci")
        self.command("python3", "exit 0")
        self.command("dpkg-query", "cat <<'.'\n" + ALL_BUT_QT + ".")
        self.command("id", "echo 0")
        self.command("apt-get", f'echo "$@" >> "{folder}/installed"')
        self.log = folder / "installed"

    def command(self, name: str, does: str) -> None:
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, *script: str, typed: str | None = None, path: str = "") -> subprocess.CompletedProcess[str]:
        env = {"PATH": path or f"{self.commands}:{os.environ['PATH']}"}
        ours, theirs = pty.openpty()
        try:
            os.write(ours, (typed or "").encode())
            return subprocess.run(
                ["/bin/sh", str(self.clone / ".ci" / script[0]), *script[1:]],
                env=env,
                stdin=subprocess.DEVNULL if typed is None else theirs,
                capture_output=True,
                text=True,
                check=False,
                timeout=60,
            )
        finally:
            os.close(ours)
            os.close(theirs)

    def installed(self) -> str:
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""


@pytest.fixture
def system(tmp_path: Path) -> System:
    return System(tmp_path)


def test_root_without_a_terminal_is_told_what_is_missing_and_gets_it(system: System) -> None:
    said = system.run("packages", "demo")
    assert said.returncode == 0
    assert said.stdout.index("libegl1") < said.stdout.index("Installing them")
    assert "install -y -qq --no-install-recommends libegl1" in system.installed()


def test_a_package_that_stands_in_for_another_counts(system: System) -> None:
    system.run("packages", "demo")
    assert "libglib2.0-0" not in system.installed()


def test_nothing_is_said_where_nothing_is_missing(system: System) -> None:
    assert system.run("packages", "setup").stdout == ""
    assert system.installed() == ""


def test_without_the_right_to_install_the_line_to_type_is_printed(system: System) -> None:
    system.command("id", "echo 1000")
    system.command("sudo", "exit 1")
    said = system.run("packages", "window")
    assert said.returncode == 1
    assert "sudo apt-get install --no-install-recommends libegl1" in said.stdout
    assert system.installed() == ""


def test_sudo_without_a_password_is_used(system: System) -> None:
    system.command("id", "echo 1000")
    system.command("sudo", '[ "$1" = -n ] && exit 0; "$@"')
    assert system.run("packages", "demo").returncode == 0
    assert "libegl1" in system.installed()


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1)])
def test_at_a_terminal_it_asks_first(system: System, typed: str, code: int) -> None:
    said = system.run("packages", "demo", typed=typed)
    assert "Install them now? [y/N]" in said.stdout
    assert said.returncode == code
    assert ("libegl1" in system.installed()) == (code == 0)


@pytest.mark.parametrize(
    ("pythons", "wanted"),
    [
        ({}, "python3 python3-venv"),
        ({"python3": "exit 1"}, "python3.11 python3.11-venv"),
        ({"python3": 'case "$2" in *venv*) exit 1 ;; esac'}, "python3-venv"),
        ({"python3": "exit 1", "python3.12": 'case "$2" in *venv*) exit 1 ;; esac'}, "python3.12-venv"),
        ({"python3": "exit 1", "python3.11": "exit 0"}, ""),
    ],
)
def test_a_python_that_fits_is_found_or_named(system: System, pythons: dict[str, str], wanted: str) -> None:
    (system.commands / "python3").unlink()
    for name, does in pythons.items():
        system.command(name, does)
    alone = str(system.commands)
    assert system.run("python", "--packages", path=alone).stdout.strip() == wanted
    chosen = system.run("python", path=alone)
    assert (chosen.returncode == 0) == (not wanted)
    assert wanted in chosen.stderr
