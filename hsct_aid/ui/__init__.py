"""The window: what is seen, heard and pressed."""

import builtins

import PySide6.QtCore  # noqa: F401  # first, as it puts its own import in the place of Python's

# That one reads the source of every module imported from now on, to see whether it asks for PySide's `__feature__`.
# None of ours does, and the reading is a twentieth of a start. PySide keeps Python's own import under this name.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
