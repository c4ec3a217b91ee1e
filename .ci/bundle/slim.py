"""What the bundle leaves out: modules nobody calls, plug-ins nobody needs, and on Linux the system's own libraries."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import PurePosixPath

from bundle.locked import TOP

MODULES = (
    # ways to a network, and what cannot live without them
    "_socket", "_ssl", "asyncio", "email", "ftplib", "http", "multiprocessing", "smtplib", "socket", "socketserver",
    "ssl", "urllib.error", "urllib.request", "webbrowser", "xmlrpc", "PySide6.QtNetwork",
    # development and tests
    "_pyrepl", "distutils", "doctest", "ensurepip", "lib2to3", "pdb", "pip", "pkg_resources", "pydoc", "pydoc_data",
    "setuptools", "test", "textstat", "tkinter", "turtle", "unittest", "venv", "babel", "numpy", "PIL",
    # these need libraries of the system; Python has hashing of its own
    "_bz2", "_curses", "_hashlib", "_lzma", "_uuid", "bz2", "curses", "dbm", "lzma", "readline", "sqlite3",
)  # fmt: skip
"""Left out at the root; who imports one of these finds it missing, as tests of the finished folder would show."""

HOOKS = ("pyi_rth_cryptography_openssl", "pyi_rth_inspect", "pyi_rth_pyside6")
"""What PyInstaller would run first, left out on Linux: Qt was loaded before all else, also for a page without a window.

PySide then tried to read the source of whatever was imported next. ``surroundings.py`` does what is needed of it.
"""

PLUGINS = {
    "linux": (
        "platforms/libqxcb.so", "platforms/libqoffscreen.so", "iconengines/libqsvgicon.so", "imageformats/libqsvg.so",
        "imageformats/libqjpeg.so", "platforminputcontexts/libcompose*", "platforminputcontexts/libibus*",
        "platformthemes/libqxdgdesktopportal.so", "printsupport/libcups*",
    ),
    "win32": (
        "platforms/qwindows.dll", "platforms/qoffscreen.dll", "iconengines/qsvgicon.dll", "imageformats/qsvg.dll",
        "imageformats/qjpeg.dll", "styles/*",
    ),
    "darwin": (
        "platforms/libqcocoa.dylib", "platforms/libqoffscreen.dylib", "iconengines/libqsvgicon.dylib",
        "imageformats/libqsvg.dylib", "imageformats/libqjpeg.dylib", "styles/*",
    ),
}  # fmt: skip
"""Plug-ins of Qt that stay, by ``sys.platform``."""

QT = ("Core", "DBus", "Gui", "PrintSupport", "Svg", "Widgets", "XcbQpa")
"""Libraries of Qt that stay. DBus carries what assistive technology reads; PrintSupport is loaded to print."""

LANGUAGES = {path.name for path in (TOP / "resources" / "locale").glob("*/")}
"""Qt's own words, as in the menu of a text box, stay in the languages that the aid speaks."""

_QT_LIBRARY = re.compile(r"^(?:lib)?Qt6?(?P<part>[A-Z]\w*?)(?:\.abi3)?(?:\.so.*|\.dll|\.pyd|\.dylib)?$")
_OURS = re.compile(r"lib(?:python3|icu|pyside6\.|shiboken6\.|Qt6)")


def stays(name: str, platform: str) -> bool:
    """Whether a file collected under ``name`` goes into the bundle."""
    path = PurePosixPath(name.replace("\\", "/"))
    if "plugins" in path.parts and "PySide6" in path.parts:
        plugin = "/".join(path.parts[path.parts.index("plugins") + 1 :])
        return any(fnmatch(plugin, kept) for kept in PLUGINS[platform])
    if "translations" in path.parts:
        return path.stem in {f"qtbase_{language}" for language in LANGUAGES}
    if "qml" in path.parts or path.suffix in (".po", ".pot"):
        return False
    framework = next((part for part in path.parts if part.endswith(".framework")), path.name)
    if found := _QT_LIBRARY.match(framework.removesuffix(".framework")):
        return found["part"] in QT
    if platform == "linux" and len(path.parts) == 1 and path.name.startswith("lib"):
        return bool(_OURS.match(path.name))
    return not re.match(r"(?:lib)?(?:ssl|crypto|opengl32sw|d3dcompiler)", path.name)
