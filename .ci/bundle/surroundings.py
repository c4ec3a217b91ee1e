"""Runs first in the bundle on Linux: what the aid starts, such as the browser, keeps the libraries of the system.

PyInstaller starts the program with a path to our libraries. They have been found by then, and a browser that is made
with Qt would take ours for its own. Qt finds its plug-ins beside itself; those of another Qt would come before them.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
os.environ.pop("LD_LIBRARY_PATH", None)
if before:
    os.environ["LD_LIBRARY_PATH"] = before
os.environ.pop("QT_PLUGIN_PATH", None)
