"""What Windows shows as the details of the program."""

from __future__ import annotations

from typing import Any


def version_info(version: str, name: str) -> Any:
    """The version resource of the program ``name`` for ``version`` (three numbers). Windows only: it needs pefile."""
    from PyInstaller.utils.win32 import versioninfo as v

    numbers = (*(int(part) for part in version.split(".")), 0)
    told = {
        "CompanyName": "The HSCT Aid maintainers",
        "FileDescription": "HSCT Aid",
        "FileVersion": version,
        "InternalName": "hsct-aid",
        "LegalCopyright": "MIT licence",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "HSCT Aid",
        "ProductVersion": version,
    }
    words = v.StringTable("080904B0", [v.StringStruct(name, value) for name, value in told.items()])
    return v.VSVersionInfo(
        ffi=v.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[v.StringFileInfo([words]), v.VarFileInfo([v.VarStruct("Translation", [0x0809, 0x04B0])])],
    )
