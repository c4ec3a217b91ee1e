"""The window's fixtures, for every test in this room."""

from tests.windows import aid, dressed

__all__ = ["aid", "dressed"]
