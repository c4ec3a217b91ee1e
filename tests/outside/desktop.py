"""A private desktop (Xvfb, D-Bus, AT-SPI) and a program on it, seen and worked as assistive technology does."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

T = TypeVar("T")

PATIENCE_S = 20
QUIET = subprocess.DEVNULL
TOP = Path(__file__).resolve().parents[2]
DRIVER = Path(__file__).with_name("atspi.py")
AID = tuple(shlex.split(os.environ.get("HSCT_AID_PROGRAM", ""))) or (sys.executable, "-m", "hsct_aid")
"""How the aid is started: the checkout's, or the one that HSCT_AID_PROGRAM names, such as a bundle's."""
NOT_A_COMPLAINT = ("QSpiApplication::keyEventError", "GetApplicationBusAddress", "Could not find accessible on path")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
MISSING = "not found: `.ci/packages test` installs it"


class Thing(Struct, frozen=True):
    """One visible thing of the window, as assistive technology is told of it; from ``description`` on if asked."""

    handle: int
    depth: int
    role: str
    name: str
    states: tuple[str, ...]
    level: int = 0
    description: str = ""
    id: str = ""
    text: str = ""
    labelled_by: tuple[str, ...] = ()
    label_for: tuple[str, ...] = ()
    box: tuple[int, int, int, int] | None = None
    around: tuple[str, ...] = ()

    @property
    def is_title(self) -> bool:
        """Whether it is the heading of the whole page."""
        return (self.role, self.level) == ("heading", 1)

    def __repr__(self) -> str:
        return f"{'  ' * self.depth}{self.role} “{self.name}” {'/'.join(self.states)}"


class Program:
    """A running program and the assistive technology that looks at it."""

    def __init__(self, command: list[str], desktop: dict[str, str]) -> None:
        self._output = TemporaryFile()  # noqa: SIM115  # closed in close
        self.process = subprocess.Popen(command, cwd=TOP, env=desktop, stdout=self._output, stderr=subprocess.STDOUT)
        self._driver = subprocess.Popen(
            [_python_with_gi(), "-W", "ignore", str(DRIVER)],
            env=desktop,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Program:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        said = self.said()
        self.close()
        if kind is not None:
            print(said)
        else:
            assert not said, f"the program complained: {said}"

    def look(self, *, closely: bool = False) -> list[Thing]:
        """Everything visible, in order; ``closely`` takes three times as long and brings the text and more."""
        return msgspec.convert(self._ask(do="look", closely=closely), list[Thing])

    def find(self, role: str, name: str | None = None) -> list[Thing]:
        """Every visible thing of this role (and name)."""
        return [thing for thing in self.look() if thing.role == role and name in {None, thing.name}]

    def one(self, role: str, name: str | None = None) -> Thing:
        """The one visible thing of this role (and name), waited for."""
        return until(lambda: self.find(role, name), lambda found: len(found) == 1, f"one {role} {name or ''}")[0]

    def heading(self) -> str:
        """The title of the page."""
        return until(self.titles, lambda found: len(found) == 1, "one title")[0]

    def titles(self) -> list[str]:
        """The headings of the first level."""
        return [thing.name for thing in self.look() if thing.is_title]

    def press(self, role: str, name: str) -> None:
        """Do what this thing is there for: press, tick, pick."""
        self.act(self.one(role, name))

    def act(self, thing: Thing) -> None:
        """The first action of a thing just seen."""
        self._ask(do="act", handle=thing.handle)

    def write(self, thing: Thing, text: str) -> None:
        """Put a text into a field just seen."""
        self._ask(do="write", handle=thing.handle, text=text)

    def where(self, wait_s: float) -> Thing | None:
        """What has the keyboard; waits so long for it to move."""
        found = self._ask(do="where", wait_s=wait_s)
        return msgspec.convert(found, Thing) if found else None

    def quit(self) -> int:
        """Ask it to end, as the system does at log-out; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE_S)

    def said(self) -> str:
        """What the program has printed, but for what Qt says of questions about what has just gone or never was."""
        lines = os.pread(self._output.fileno(), 100_000, 0).decode().splitlines(keepends=True)
        return "".join(line for line in lines if not any(words in line for words in NOT_A_COMPLAINT))

    def close(self) -> None:
        """Let go of everything, whatever state it is in."""
        for process in (self._driver, self.process):
            process.kill()
            process.communicate()
        self._output.close()

    def _ask(self, **wanted: object) -> Any:
        assert self._driver.stdin
        assert self._driver.stdout
        self._driver.stdin.write(json.dumps(wanted) + "\n")
        self._driver.stdin.flush()
        line = self._driver.stdout.readline()
        answer = json.loads(line) if line else {"wrong": "the driver ended"}
        if "wrong" in answer:
            running = "it runs" if self.process.poll() is None else f"it ended with {self.process.returncode}"
            raise AssertionError(f"{wanted}: {answer['wrong']}; {running} and said: {self.said()}")
        return answer["ok"]


def until(ask: Callable[[], T], is_right: Callable[[T], bool], what: str) -> T:
    """Ask until the answer is right; a window may take a moment."""
    end = time.monotonic() + PATIENCE_S
    while not is_right(answer := ask()):
        lines = "\n".join(map(str, answer)) if isinstance(answer, list) else answer
        assert time.monotonic() < end, f"waited in vain for {what}; last there was:\n{lines}"
        time.sleep(0.02)
    return answer


@contextmanager
def private_desktop() -> Iterator[dict[str, str]]:
    """The environment of a desktop of its own: no setting, bus or screen of the person who runs the tests."""
    keep = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV", "PYTHONPATH") if name in os.environ}
    desktop = keep | {
        "LANG": "C.UTF-8",
        "GSETTINGS_BACKEND": "memory",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    with ExitStack() as running:
        # a short path (a socket's may have 107 letters), and readable by this account only
        desktop["HOME"] = desktop["XDG_RUNTIME_DIR"] = running.enter_context(TemporaryDirectory(prefix="desk"))
        screen = ["Xvfb", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
        desktop["DISPLAY"] = ":" + running.enter_context(_serving([*screen, "-displayfd"], desktop))
        bus = ["dbus-daemon", "--session", f"--address=unix:dir={desktop['HOME']}", "--nofork", "--nopidfile"]
        desktop["DBUS_SESSION_BUS_ADDRESS"] = running.enter_context(_serving([*bus, "--print-address"], desktop))
        # before any program: Qt looks for it once, when it starts
        launcher = next((path for path in LAUNCHERS if Path(path).exists()), None)
        assert launcher, f"at-spi-bus-launcher {MISSING}"
        buses = subprocess.Popen([launcher, "--launch-immediately"], env=desktop, stdout=QUIET, stderr=QUIET)
        running.enter_context(_ending(buses))
        yield desktop


@contextmanager
def _serving(command: list[str], env: dict[str, str]) -> Iterator[str]:
    """A server that writes its address to the file descriptor named last; yields the address."""
    reading, writing = os.pipe()
    with open(reading, encoding="ascii") as answer:
        try:
            server = subprocess.Popen([*command, str(writing)], env=env, pass_fds=[writing], stderr=QUIET)
        except FileNotFoundError as error:
            raise AssertionError(f"{command[0]} {MISSING}") from error
        finally:
            os.close(writing)
        with _ending(server):
            address = answer.readline().strip()
            assert address, f"{command[0]} did not start"
            yield address


@contextmanager
def _ending(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()


def _python_with_gi() -> str:
    """The system's Python that can speak AT-SPI; our own environment has no gi."""
    ask = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    for name in ("/usr/bin/python3", "python3", sys.executable):
        if subprocess.run([name, "-c", ask], capture_output=True, check=False).returncode == 0:
            return name
    raise AssertionError(f"a Python with gi and Atspi {MISSING}")
