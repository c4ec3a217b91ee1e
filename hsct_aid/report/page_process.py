"""Has the pages made in a process of their own: while typst makes one, nothing else in its process can run.

The process is this program once more, in a mode of its own (``page_mode.py``). It is started when it is first needed
and stays for the pages to come. It ends when its standard input does, so also when the window is gone in whatever way.
What the person wrote goes through its two pipes alone: into no file, argument, environment or log.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from threading import Lock
from typing import IO, Final, TypeVar

import msgspec

from hsct_aid import shipped
from hsct_aid.domain.paper import Summary
from hsct_aid.report.rendered import Pages, Paper, Rendered

T = TypeVar("T")

LARGEST: Final = 1 << 30
"""Bytes in a message; what says that it is longer is no message. The longest legal record in print takes a fifth."""
_HEAD: Final = 8


class Wanted(msgspec.Struct, frozen=True):
    """What to make: pictures of the pages with ``ppi`` pixels an inch, or the PDF where it is 0."""

    summary: Summary
    paper: Paper
    ppi: float = 0


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message: its length, then itself."""
    stream.write(len(message).to_bytes(_HEAD, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message, None where there is no more; ValueError where it is none."""
    head = stream.read(_HEAD)
    size = int.from_bytes(head, "big")
    if size > LARGEST:
        raise ValueError("no message")
    message = stream.read(size)
    return message if len(head) == _HEAD and len(message) == size else None


class PageProcess:
    """The window's end of it. One thread has pages made; any may ``stop`` that."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def pdf(self, summary: Summary, paper: Paper) -> Rendered:
        """As ``render_pdf``; EOFError where the process ended before, by itself or because it was stopped."""
        return self._made(Wanted(summary, paper), Rendered)

    def pictures(self, summary: Summary, paper: Paper, ppi: float) -> Pages:
        """As ``pages_png``; EOFError as for ``pdf``."""
        return self._made(Wanted(summary, paper, ppi), Pages)

    def begin(self) -> None:
        """Start it, unless it runs: it takes a moment until it can make the first page."""
        self._running()

    def stop(self) -> None:
        """End it at once, whatever it does; the next page starts another."""
        with self._lock:
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """End it, and wait until it has."""
        self.stop()
        self._let_go()

    def _made(self, wanted: Wanted, kind: type[T]) -> T:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            send(process.stdin, msgspec.msgpack.encode(wanted))
            answer = receive(process.stdout)
        except BrokenPipeError:
            answer = None
        if answer is None:
            self.close()
            raise EOFError
        return msgspec.msgpack.decode(answer, type=kind)

    def _running(self) -> subprocess.Popen[bytes]:
        running = self._process
        if running is None or running.poll() is not None:
            self._let_go()
            # in the folder of the package, so that Python finds it; a panic of typst would quote the text, unheard here
            running = subprocess.Popen(
                [*shipped.command(), shipped.MAKE_PAGES], cwd=Path(__file__).parents[2],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            with self._lock:
                self._process = running
        return running

    def _let_go(self) -> None:
        with self._lock:
            ended, self._process = self._process, None
        if ended is not None:
            ended.communicate()  # the rest of both pipes, and the exit code


PAGES: Final = PageProcess()
"""The one that all windows of this program share."""
