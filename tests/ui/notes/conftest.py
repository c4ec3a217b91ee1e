"""The fixtures of a window on somebody's notes."""

from tests.ui.notes.opened import ann, open_on, shelf

__all__ = ["ann", "open_on", "shelf"]
