"""What every test shares: no window on anybody's screen, and no clock over the property tests."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from hsct_aid import shipped

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# enough to bite, few enough to run at every change
settings.register_profile("shared", deadline=None, print_blob=True, max_examples=60)
settings.load_profile("shared")
# as the program does first of all: else every word is looked for on the disk
shipped.speak("en")

# assistive technology is driven from outside through AT-SPI, which is Linux's own
collect_ignore_glob = [] if sys.platform == "linux" else ["outside/*"]

# as in the program: a search for waste in the middle of an event deletes the windows of the test before (ui/waste.py)
gc.disable()


@pytest.fixture(autouse=True)
def _waste() -> Iterator[None]:
    """What a test left is thrown away after it, not in the middle of a later one."""
    yield
    gc.collect(0)
