"""Runs first in the bundle on Linux: what the aid starts keeps the system's libraries, and an update hurts nothing.

PyInstaller starts the program with a path to our libraries. They have been found by then, and a browser that is made
with Qt would take ours for its own. Qt finds its plug-ins beside itself; those of another Qt would come before them.
It reads its modules out of the program's file by name, when each is first wanted: where an update has put another file
there, the aid would end with an error. The file that runs is there until it ends.
"""

import os
import sys

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
os.environ.pop("LD_LIBRARY_PATH", None)
if before:
    os.environ["LD_LIBRARY_PATH"] = before
os.environ.pop("QT_PLUGIN_PATH", None)
modules, running = sys.modules.get("pyimod02_importers"), "/proc/self/exe"
if modules is not None and os.path.exists(running):
    modules.pyz_archive._filename = running
