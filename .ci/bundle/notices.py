"""Puts the licences of everything that ships beside the program: who holds the rights, and the texts.

python -m bundle.notices dist/hsct-aid/licences
"""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
from collections.abc import Container, Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from bundle.bill import inside_packages, licence_of
from bundle.locked import TOP, shipped
from bundle.parts import FONTS, INSIDE_PYTHON, INSIDE_QT
from hsct_aid import __version__

INSIDE = "inside-packages.txt"
STARTER = "pyinstaller"
"""The package of the small program that starts the bundle."""
NO_TEXT = ("LicenseRef-public-domain", "GPL-2.0-or-later", "Bootloader-exception", "Python-2.0", "OFL-1.1")
"""Licences without a text of their own, and those whose text is a file of the part that has it, as OFL-NotoSans.txt."""
QT_IS_FREE = """\
Qt and PySide
-------------
This program uses Qt and PySide (Qt for Python) under the GNU Lesser General Public License, version 3
(texts/LGPL-3.0-only.txt, which builds on texts/GPL-3.0-only.txt), unchanged but for one file: pyi_generator.py in
_internal/shiboken6/files.dir is empty. You may replace them: the libraries are files in _internal/PySide6 and
_internal/shiboken6 and are loaded when the program starts. Put your own build of the same libraries (Qt {qt},
Qt for Python {qt}, same file names) in their place, and take files.dir away: it holds modules that are inside the
library too, and comes before them. Nothing checks or refuses it. To build the
whole program anew with changed libraries, take its source and follow docs/licences.md there. You may take the program
apart to find and mend faults in such changes. The source of Qt and of Qt for Python is published by The Qt Company at
https://download.qt.io and as packages on the Python Package Index.
"""


def write(out: Path) -> None:
    """Fill ``out`` with README.txt, the licence files of the packages, and the texts that several share."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(TOP / ".ci" / "bundle" / "texts", out / "texts")
    shutil.copy(TOP / "LICENSE", out / "HSCT-Aid.txt")
    for name in (*(entry.name for entry in shipped()), STARTER):
        for number, file in enumerate(_licence_files(name)):
            shutil.copy(file, out / f"{name}{f'-{number}' if number else ''}.txt")
    _python_licence(out / "python.txt")
    for file in sorted((TOP / "resources" / "fonts").glob("OFL-*.txt")):
        shutil.copy(file, out)
    (out / INSIDE).write_text("\n".join(_inside_packages()), encoding="utf-8")
    (out / "README.txt").write_text("\n".join(_readme()), encoding="utf-8")


def without_text(components: Iterable[dict[str, Any]], there: Container[str]) -> list[str]:
    """The components of a bill whose licence has no text among the files ``there``, one line each.

    Of licences to choose from, one with its text is enough. A package that brought a file of its own has its text.
    """
    return [
        f"{component['name']}: no text of {named['expression']}"
        for component in components
        for named in component.get("licenses", ())
        if "expression" in named and f"{component['name']}.txt" not in there
        if not _has_text(named["expression"], there)
    ]


def _has_text(expression: str, there: Container[str]) -> bool:
    joined = {"AND": "and", "WITH": "and", "OR": "or"}

    def said(word: re.Match[str]) -> str:
        return joined.get(word[0]) or str(word[0] in NO_TEXT or f"texts/{word[0]}.txt" in there)

    return bool(eval(re.sub(r"[A-Za-z0-9][\w.+-]*", said, expression)))  # nothing is left in it but True, and, or, (, )


def _inside_packages() -> Iterator[str]:
    yield "Inside typst and cryptography: what the bills of these packages name. The texts are in texts.\n"
    for part in sorted(inside_packages(), key=lambda one: str(one["name"])):
        licences = " AND ".join(one["expression"] for one in part.get("licenses", ()) if "expression" in one)
        holder = part.get("author") or "its authors"  # OpenSSL stands there without its licence
        yield f"{part['name']} {part.get('version', '')}: {licences or 'Apache-2.0'}. Copyright (c) {holder}"
    yield ""


def _licence_files(name: str) -> list[Path]:
    files = distribution(name).files or []
    named = [file for file in files if re.search(r"\.dist-info/.*(licen|copying)", str(file).lower())]
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
    yield f"PyInstaller's starter: GPL-2.0-or-later with an exception for the programs made with it ({STARTER}.txt)"
    yield f"Inside typst and cryptography: libraries, with those who hold the rights, in {INSIDE}\n"
    yield "Fonts, all under the SIL Open Font License 1.1 (OFL-*.txt)\n-----"
    yield from (f"{name}: {holder}" for name, holder in FONTS)
    yield "\nInside Python and its packages; the texts are in texts\n---------"
    yield from (f"{part.name}: {part.licence}, {part.holder}" for part in INSIDE_PYTHON)
    yield "\nInside Qt, after its page “Third-Party Code Used in Qt”; the texts are in texts\n---------"
    yield from (f"{part.name}: {part.licence}, {part.holder}" for part in INSIDE_QT)
    yield ""


if __name__ == "__main__":
    write(Path(sys.argv[1]))
