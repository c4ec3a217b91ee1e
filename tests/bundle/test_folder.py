"""The gate on a finished bundle finds what is planted, and what goes into a bundle is chosen file by file."""

from __future__ import annotations

import os
import runpy
from pathlib import Path
from zipfile import ZipFile

import pytest

from bundle import folder, slim

GOOD = [
    "_internal/PySide6/Qt/lib/libQt6DBus.so.6",
    "_internal/PySide6/Qt/plugins/platforms/libqxcb.so",
    "_internal/libpython3.11.so.1.0",
    "_internal/resources/content/en.pack.json",
    "hsct_aid/ui/pages/quiz",
    "jinja2/tests",
    "urllib/parse",
]


def test_what_runs_before_the_aid_is_found() -> None:
    assert folder.early(folder.FIRST) == []
    assert len(folder.early([*folder.FIRST, "pyi_rth_pyside6"])) == 1


def test_what_the_bundle_starts_keeps_the_libraries_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/hsct-aid/_internal")
    monkeypatch.setenv("QT_PLUGIN_PATH", "/usr/lib/qt6/plugins")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    runpy.run_module("bundle.surroundings")
    assert {"LD_LIBRARY_PATH", "QT_PLUGIN_PATH"}.isdisjoint(os.environ)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/hsct-aid/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/lib")
    runpy.run_module("bundle.surroundings")
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/lib"


def test_what_belongs_there_is_let_through() -> None:
    assert folder.unwanted(GOOD) == []


@pytest.mark.parametrize(
    "planted",
    [
        "_internal/PySide6/Qt/lib/libQt6Network.so.6",
        "_internal/PySide6/QtNetwork.abi3.so",
        "_internal/PySide6/Qt6Network.dll",
        "_internal/PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "_internal/PySide6/Qt/plugins/networkinformation/libqglib.so",
        "_internal/libssl.so.3",
        "_internal/libcrypto-3-x64.dll",
        "_internal/PySide6/Qt/lib/libQt6WebEngineCore.so.6",
        "_internal/PySide6/Qt/lib/libQt6Qml.so.6",
        "_internal/PySide6/Qt/qml/QtQuick/qmldir",
        "_internal/PySide6/Qt/lib/libQt6OpenGL.so.6",
        "_internal/PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "_internal/PySide6/QtTest.abi3.so",
        "_internal/python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "_internal/python3.11/lib-dynload/_socket.cpython-311-x86_64-linux-gnu.so",
        "_internal/babel/core.pyc",
        "_internal/pytest-9.2.0.dist-info/METADATA",
        "_internal/resources/content/en/aid.yaml",
        "_internal/resources/locale/hsct_aid.pot",
        "hsct_aid/tests/test_cli.pyc",
        "socket",
        "http/client",
        "urllib/request",
        "unittest/mock",
        "setuptools/command",
    ],
)
def test_what_does_not_belong_there_is_found(planted: str) -> None:
    assert len(folder.unwanted([*GOOD, planted])) == 1


def test_a_file_planted_in_a_folder_is_found(tmp_path: Path) -> None:
    library = tmp_path / "_internal" / "libssl.so.3"
    library.parent.mkdir()
    library.touch()
    assert folder.unwanted(folder.names(tmp_path)) == ["_internal/libssl.so.3: a way to a network"]


def test_a_module_planted_in_a_packed_library_is_found(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "base_library.zip", "w") as packed:
        packed.writestr("socket.pyc", "")
    assert folder.unwanted(folder.names(tmp_path)) == ["socket: a way to a network"]


def test_what_no_package_is_known_for_is_found() -> None:
    assert folder.strangers(GOOD, {"jinja2"}) == []
    (found,) = folder.strangers([*GOOD, "_internal/gadget/core.so", "gadget/core"], {"jinja2"})
    assert found.startswith("gadget: ")


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    missing = folder.missing(folder.names(tmp_path))
    assert len(missing) == len(folder.NEEDED)
    assert any("en\\.pack\\.json" in line for line in missing)


@pytest.mark.parametrize(
    ("name", "platform", "stays"),
    [
        ("PySide6/Qt/lib/libQt6DBus.so.6", "linux", True),
        ("PySide6/Qt/lib/libQt6Network.so.6", "linux", False),
        ("PySide6/Qt/lib/libicuuc.so.73", "linux", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "linux", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "linux", False),
        ("libpython3.11.so.1.0", "linux", True),
        ("libglib-2.0.so.0", "linux", False),
        ("msgspec/_core.cpython-311-x86_64-linux-gnu.so", "linux", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "win32", True),
        ("PySide6\\Qt6Network.dll", "win32", False),
        ("libcrypto-3.dll", "win32", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "darwin", True),
        ("PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork", "darwin", False),
        ("PySide6/Qt/lib/QtNetwork.framework/Versions/A/Resources/Info.plist", "darwin", False),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/Resources/Info.plist", "darwin", True),
        ("PySide6/Qt/translations/qtbase_tlh.qm", "darwin", False),
        ("PySide6/Qt/translations/qtbase_es.qm", "linux", True),
        ("PySide6/Qt/translations/designer_es.qm", "linux", False),
        ("resources/locale/hsct_aid.pot", "linux", False),
        ("resources/locale/sv/LC_MESSAGES/hsct_aid.mo", "linux", True),
    ],
)
def test_a_file_stays_or_goes(name: str, platform: str, stays: bool) -> None:
    assert slim.stays(name, platform) is stays
