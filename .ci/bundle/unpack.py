"""Unpacks the modules that PySide carries as text within its library, compiled, to where it looks for them first.

python -m bundle.unpack

PySide compiles some 3,000 lines at every start otherwise, a tenth of ours. The folder and the switch are its own:
https://doc.qt.io/qtforpython-6/developer/embed.html. Whoever changes PySide makes the environment anew, and this too.
"""

from __future__ import annotations

import os
from compileall import compile_dir
from pathlib import Path
from py_compile import PycInvalidationMode

FOLDER = "shiboken6/files.dir"
"""Where PySide looks, from the packages on."""


def unpack() -> Path:
    """Unpack into the packages of the Python that runs; OSError where PySide did not do it."""
    os.environ["SBK_EMBED"] = "0"
    import shiboken6

    folder = Path(shiboken6.__file__).resolve().parents[1] / FOLDER
    # unchecked, and without this machine's path: the same bytes in every build, and no look at the source at a start
    compiled = compile_dir(
        folder, force=True, quiet=1, stripdir=str(folder), invalidation_mode=PycInvalidationMode.UNCHECKED_HASH
    )
    if not compiled or not any(folder.rglob("*.pyc")):
        raise OSError(f"PySide has not unpacked its helper modules into {folder}")
    return folder


if __name__ == "__main__":
    unpack()
