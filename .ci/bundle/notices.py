"""Puts the licences of everything that ships beside the program: who holds the rights, and the texts.

python -m bundle.notices dist/hsct-aid/licences
"""

from __future__ import annotations

import shutil
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from bundle.bill import licence_of
from bundle.locked import TOP, shipped
from bundle.parts import FONTS, INSIDE_QT
from hsct_aid import __version__

QT_IS_FREE = """\
Qt and PySide
-------------
This program uses Qt and PySide (Qt for Python), unchanged, under the GNU Lesser General Public License, version 3
(texts/LGPL-3.txt, which builds on texts/GPL-3.txt). You may replace them: the libraries lie as separate files in
_internal/PySide6 and _internal/shiboken6 and are loaded when the program starts. Put your own build of the same
libraries (Qt {qt}, Qt for Python {qt}, same file names) in their place; nothing checks or refuses it. To build the
whole program anew with changed libraries, take its source and follow docs/licences.md there. You may take the program
apart to find and mend faults in such changes. The source of Qt and of Qt for Python is published by The Qt Company at
https://download.qt.io and as packages on the Python Package Index.
"""


def write(out: Path) -> None:
    """Fill ``out`` with README.txt, the licence files of the packages, and the texts that several share."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(TOP / ".ci" / "bundle" / "texts", out / "texts")
    shutil.copy(TOP / "LICENSE", out / "HSCT-Aid.txt")
    for entry in shipped():
        for number, file in enumerate(_licence_files(entry.name)):
            shutil.copy(file, out / f"{entry.name}{f'-{number}' if number else ''}.txt")
    _python_licence(out / "python.txt")
    for file in sorted((TOP / "resources" / "fonts").glob("OFL-*.txt")):
        shutil.copy(file, out)
    (out / "README.txt").write_text("\n".join(_readme()), encoding="utf-8")


def _licence_files(name: str) -> list[Path]:
    files = distribution(name).files or []
    named = [file for file in files if ".dist-info" in str(file) and "licen" in file.name.lower()]
    return [Path(str(file.locate())) for file in sorted(named)]


def _python_licence(out: Path) -> None:
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    found = next((place for place in places if place.is_file()), None)
    if found:
        shutil.copy(found, out)
    else:
        out.write_text(str(license), encoding="utf-8")


def _readme() -> Iterator[str]:
    yield f"HSCT Aid {__version__}: what it is made of, and on which terms\n"
    yield "HSCT Aid itself: MIT (HSCT-Aid.txt). The whole list, with versions, is in bill-of-materials.cdx.json.\n"
    yield QT_IS_FREE.format(qt=distribution("pyside6-essentials").version)
    yield "Packages\n--------"
    for entry in shipped():
        text = f" ({entry.name}.txt)" if _licence_files(entry.name) else ""
        yield f"{entry.name} {entry.version}: {licence_of(entry.name)}{text}"
    yield "Python: Python Software Foundation License (python.txt)"
    yield "PyInstaller's starter: GPL-2.0-or-later with an exception that lets programs made with it have any licence"
    yield "Inside typst: Rust libraries, listed in the bill; mostly MIT or Apache-2.0 (texts/Apache-2.0.txt)\n"
    yield "Fonts, all under the SIL Open Font License 1.1 (OFL-*.txt)\n-----"
    yield from (f"{name}: {holder}" for name, holder in FONTS)
    yield "\nInside Qt (its page “Third-Party Code Used in Qt” has every text: https://doc.qt.io/qt-6.11/)\n---------"
    yield from (f"{part.name}: {part.licence}, {part.holder}" for part in INSIDE_QT)
    yield ""


if __name__ == "__main__":
    write(Path(sys.argv[1]))
