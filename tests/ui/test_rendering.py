"""Work on a worker thread leaves the window its turn."""

from __future__ import annotations

import sys
from threading import Event

from hsct_aid.ui.rendering import GIVE_WAY_S, get_ready


def test_a_worker_gives_way_to_the_window_long_before_python_would_make_it() -> None:
    begun = Event()
    get_ready(begun.set)
    assert begun.wait(5)
    assert sys.getswitchinterval() == GIVE_WAY_S < 0.001
