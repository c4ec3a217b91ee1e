"""The other end of ``page_process.py``: the program as the process that makes pages, one after another."""

from __future__ import annotations

import faulthandler
import os
import sys
from gettext import gettext as _
from typing import IO, Final

import msgspec

from hsct_aid import shipped
from hsct_aid.report.page_process import Wanted, receive, send
from hsct_aid.report.pdf import get_ready, pages_png, render_pdf
from hsct_aid.report.rendered import Pages, Rendered

LONGEST_S: Final = 900
"""What takes longer will not come: the process ends, also where nobody is left to stop it. The longest legal record
has 300 pages, and its print took a minute on a busy machine."""


def main() -> int:
    """Serve the window that started this. 0 when it has gone; 1 where something else asks, said in one sentence."""
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    except (ValueError, msgspec.DecodeError, BrokenPipeError, KeyboardInterrupt):
        sys.stderr.write(_("This command is for the window of the aid alone.") + "\n")
        return 1
    return 0


def serve(asked: IO[bytes], made: IO[bytes]) -> None:
    """Make what is asked for until there is no more. ValueError where it is nothing of ours.

    Whatever else goes wrong ends the process: the window tells the person, and starts another.
    """
    get_ready()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        while (message := receive(asked)) is not None:
            wanted = msgspec.msgpack.decode(message, type=Wanted)
            faulthandler.dump_traceback_later(LONGEST_S, exit=True, file=nowhere)
            send(made, msgspec.msgpack.encode(_make(wanted)))
            faulthandler.cancel_dump_traceback_later()


def _make(wanted: Wanted) -> Rendered | Pages:
    shipped.speak(wanted.summary.language)
    if wanted.ppi:
        return pages_png(wanted.summary, wanted.paper, wanted.ppi)
    return render_pdf(wanted.summary, wanted.paper)
