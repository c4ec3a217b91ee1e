"""The window's fixtures, for every test in this room."""

from tests.windows import aid, dressed, open_session, window

__all__ = ["aid", "dressed", "open_session", "window"]
