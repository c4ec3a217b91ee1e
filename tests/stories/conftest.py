"""The window's fixtures, for the stories."""

from tests.windows import aid, dressed, open_session, window

__all__ = ["aid", "dressed", "open_session", "window"]
