"""Looks through a finished bundle: no way to a network, nothing for developers or unnamed in the bill, all it needs.

python -m bundle.folder dist/hsct-aid
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import packages_distributions
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

from PyInstaller.archive.readers import CArchiveReader, ZlibArchiveReader

from bundle import origin
from bundle.locked import shipped
from bundle.notices import without_text

UNWANTED = {
    "a way to a network": r"(lib)?Qt6?(Network|WebEngine|WebSockets|WebChannel|HttpServer)\w*\W?.*"
    r"|plugins/(tls|network\w+)"
    r"|lib(ssl|crypto|curl)[-.\d].*|_?(ssl|socket)|_(ssl|socket)\W.*|asyncio|ftplib|http|smtplib|socketserver|xmlrpc"
    r"|urllib/(request|error)",
    "a part of Qt that the aid has no use for": r"(lib)?Qt6?(Qml|Quick|OpenGL|Sql|Designer|Help|Test|Labs)\w*\W?.*"
    r"|qml|libqgtk\w*\W.*|xcbglintegrations|sqldrivers|opengl32sw\.dll",
    "a development package": r"(_pytest|pytest\w*|hypothesis|mypy|ruff|babel|fontTools|numpy|textstat|importlinter"
    r"|grimp|pip|setuptools|pkg_resources|PyInstaller|xdist|ensurepip|lib2to3|idlelib)([-.].*)?",
    "a test": r"tests?|unittest|doctest|conftest\W.*|test_\w+\.pyc?",
    "a source of the content": r".*\.(ya?ml|pot?)",
}
"""What may not be in the folder, and the parts of paths that give it away."""

NO_TEST = ("jinja2/tests",)
"""A module of Jinja2 that its templates need."""

OURS = ("hsct", "hsct_aid", "licences", "resources", "base_library", "_pyi_rth_utils")
QT_OR_PYTHON = r"(lib)?(Qt6|icu|python3|pyside6|shiboken6)|PySide6"
"""Ours and PyInstaller's, and what the notices name as Qt and Python; as these are called on Linux."""

BUS = r".*/(lib)?Qt6?DBus\W?.*"
"""On Linux it carries what assistive technology reads; on Windows nothing asks for it."""

FIRST = ("pyiboot01_bootstrap", "surroundings", "__main__")
"""What may run in the program on Linux: PyInstaller's own beginning, ours, and the aid."""

NEEDED = (
    *([BUS] if sys.platform != "win32" else []),
    r"hsct-aid(\.exe)?", r".*/resources/content/en\.pack\.json", r".*/resources/demo/sample-person\.json",
    r".*/resources/fonts/coverage\.json", r".*/resources/fonts/NotoSans-Regular\.ttf",
    r".*/resources/fonts/OFL-\w+\.txt",
    r".*/resources/icons/hsct-aid\.svg", r".*/resources/icons/hsct-aid\.png",
    r".*/resources/report/summary\.typ", r".*/resources/report/summary\.html",
    r".*/typst/_typst\W.*", r".*/platforms/(lib)?qoffscreen\W.*",
    r".*/iconengines/(lib)?qsvgicon\W.*", r".*/shiboken6/files\.dir/.*/loader\.[\w-]+\.pyc",
    r"licences/README\.txt", r"licences/bill-of-materials\.cdx\.json", "hsct_aid/app",
    r".*/cryptography/hazmat/bindings/_rust\W.*", "cryptography/hazmat/primitives/kdf/argon2",
    r".*/resources/build\.txt", r".*/resources/locale/es/LC_MESSAGES/hsct_aid\.mo", r".*/translations/qtbase_es\.qm",
)  # fmt: skip
"""What must be there, as whole paths."""


def names(folder: Path) -> Iterator[str]:
    """Every file below ``folder``, and every module that is packed into a program or a zip there, as a path."""
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            continue
        yield path.relative_to(folder).as_posix()
        if path.suffix == ".zip":
            yield from (name.removesuffix(".pyc") for name in ZipFile(path).namelist())
        elif path.parent == folder and path.stem.startswith("hsct-aid"):
            yield from _packed(path)


def _packed(program: Path) -> Iterator[str]:
    archive = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz")
    assert isinstance(archive, ZlibArchiveReader)
    yield from (name.replace(".", "/") for name in archive.toc)


def scripts(program: Path) -> list[str]:
    """What runs in a program, in its order."""
    return [name for name, entry in CArchiveReader(str(program)).toc.items() if entry[-1] == "s"]


def early(ran: Iterable[str]) -> list[str]:
    """Which of these scripts every start would wait for without need, one line each."""
    return [f"{name}: runs before the aid" for name in ran if name not in FIRST]


def unwanted(found: Iterable[str]) -> list[str]:
    """What may not be among these names, one line each."""
    return [
        f"{name}: {what}"
        for name in found
        if name not in NO_TEST
        for what, pattern in UNWANTED.items()
        if any(re.fullmatch(pattern, part) for part in _parts(name))
    ]


def _parts(name: str) -> Iterator[str]:
    """The parts of a path, alone and with their neighbour."""
    parts = name.split("/")
    yield from parts
    yield from map("/".join, pairwise(parts))


def missing(found: Iterable[str]) -> list[str]:
    """What should be among these names and is not, one line each."""
    there = list(found)
    return [f"missing: {wanted}" for wanted in NEEDED if not any(re.fullmatch(wanted, name) for name in there)]


def strangers(found: Iterable[str], packages: Collection[str]) -> list[str]:
    """The names that belong to no part of which the licence is told: not ours, not Python's, not of ``packages``."""
    known = {*OURS, *packages, *sys.stdlib_module_names}
    first = {name.removeprefix("_internal/").partition("/")[0] for name in found}
    tops = {re.sub(r"([.-]|\d\.).*", "", top) for top in first if not re.match(QT_OR_PYTHON, top)}
    return [f"{top}: which package is that, and under which licence?" for top in sorted(tops - known)]


def told_of() -> set[str]:
    """What the packages that run with the aid are called when they are imported."""
    names = {entry.name for entry in shipped()}
    return {
        top for top, of in packages_distributions().items() if {one.lower().replace("_", "-") for one in of} & names
    }


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    inside = list(names(folder))
    licences = folder / "licences"
    texts = {path.relative_to(licences).as_posix() for path in licences.rglob("*.txt")}
    told = json.loads((licences / "bill-of-materials.cdx.json").read_text(encoding="utf-8"))["components"]
    problems = [*unwanted(inside), *missing(inside), *without_text(told, texts)]
    if sys.platform == "linux":
        problems += early(scripts(folder / "hsct-aid"))
        problems += [*strangers(inside, told_of()), *origin.left(folder, origin.places())]
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    sys.exit(bool(problems))
