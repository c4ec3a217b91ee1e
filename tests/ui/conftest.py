"""The window's fixtures, for every test in this room."""

from tests.ui.arriving import copy, shelf, take
from tests.ui.made import opened
from tests.ui.voice import computer, voice
from tests.windows import aid, dressed, open_session, window

__all__ = ["aid", "computer", "copy", "dressed", "open_session", "opened", "shelf", "take", "voice", "window"]
