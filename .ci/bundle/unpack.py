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
EMPTIED = "shibokensupport/signature/lib/pyi_generator.py"
"""Writes stubs for developers of PySide. Every start loads it, and working out its patterns is a twentieth of ours."""


def unpack() -> Path:
    """Unpack into the packages of the Python that runs; OSError where PySide did not do it."""
    os.environ["SBK_EMBED"] = "0"
    import shiboken6

    folder = Path(shiboken6.__file__).resolve().parents[1] / FOLDER
    if not (folder / EMPTIED).is_file():
        raise OSError(f"PySide has not unpacked its modules into {folder}")
    why = '"""Emptied for HSCT Aid on 23 November 2026: it wrote stubs for developers."""\n'  # as its licence wants it
    (folder / EMPTIED).write_text(why, encoding="utf-8")
    # unchecked, and without this machine's path: the same bytes in every build, and no look at the source at a start
    compile_dir(folder, force=True, quiet=1, stripdir=str(folder), invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
    return folder


if __name__ == "__main__":
    unpack()
