"""Writes the bill of materials of a finished bundle as CycloneDX JSON: packages, what is inside them, native files.

    python -m bundle.bill dist/hsct-aid/licences/bill-of-materials.cdx.json

Packages are those of the lock; what is inside them their own bills tell; Qt's parts are in parts.py beside this.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from bundle.locked import TOP, shipped
from bundle.parts import FONTS, INSIDE_PYTHON, INSIDE_QT, QT, Part
from hsct_aid import __version__

Component = dict[str, Any]
_UNNAMED = {"jinja2": "BSD-3-Clause"}
"""Packages whose licence file is there, but whose description has no field for it."""
NATIVE = re.compile(r".*\.(so(\.[\d.]+)?|dll|pyd|dylib|exe)$")


def bill(folder: Path) -> dict[str, Any]:
    """The bill of the bundle in ``folder``; the same for the same folder, lock and SOURCE_DATE_EPOCH."""
    made = [*_packages(), *_inside_packages(), *_inside(folder), *_python(), *_fonts(), *_files(folder)]
    components = sorted(made, key=lambda one: (one["type"], one["bom-ref"]))
    known = hashlib.sha256(json.dumps(components).encode()).hexdigest()
    lock = hashlib.sha256((TOP / "requirements.lock").read_bytes()).hexdigest()
    when = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    aid = _component("hsct-aid", __version__, "MIT", kind="application")
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, known)}",
        "version": 1,
        "metadata": {
            "timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": aid,
            "properties": [{"name": "hsct-aid:requirements.lock:sha256", "value": lock}],
        },
        "components": components,
    }


def _component(name: str, version: str, licence: str, kind: str = "library", purl: str = "") -> Component:
    made: Component = {"type": kind, "bom-ref": purl or f"{name}@{version}", "name": name}
    made |= {"version": version} if version else {}
    made |= {"licenses": [{"expression": licence}]} if licence else {}
    return made | ({"purl": purl} if purl else {})


def licence_of(name: str) -> str:
    """The licence that an installed package names."""
    told = distribution(name).metadata
    named = next((str(told[key]) for key in ("License-Expression", "License") if told[key]), "")
    return named or _UNNAMED.get(name, "")


def _packages() -> Iterator[Component]:
    for entry in shipped():
        yield _component(
            entry.name, entry.version, licence_of(entry.name), purl=f"pkg:pypi/{entry.name}@{entry.version}"
        )


def inside_packages() -> list[Component]:
    """What the bills that packages bring of their own name (typst and cryptography do), each part once."""
    found: dict[str, Component] = {}
    for entry in shipped():
        for file in distribution(entry.name).files or []:
            if file.name.endswith(".cyclonedx.json") or (file.parent.name == "sboms" and file.suffix == ".json"):
                told = json.loads(Path(str(file.locate())).read_text(encoding="utf-8"))
                found |= {part.get("purl") or part["bom-ref"]: part for part in told["components"]}
    return list(found.values())


def _inside_packages() -> Iterator[Component]:
    for part in inside_packages():
        kept: Component = {key: part[key] for key in ("name", "version", "hashes", "licenses", "purl") if key in part}
        yield {"type": "library", "bom-ref": part.get("purl") or part["bom-ref"], **kept}


def _inside(folder: Path) -> Iterator[Component]:
    version = distribution("pyside6-essentials").version
    for library in sorted({path.name for path in folder.rglob("*Qt6*") if NATIVE.match(path.name)}):
        name = re.sub(r"^lib|\.(so|dll|dylib).*$", "", library)
        yield _component(name, version, QT, purl=f"pkg:generic/qt/{name}@{version}")
    for part in (*INSIDE_QT, *INSIDE_PYTHON):
        files = [path for path in sorted(folder.rglob(part.inside)) if NATIVE.match(path.name)]
        if files:
            yield _component(part.name, told(part, files[0]), part.licence)


def told(part: Part, file: Path) -> str:
    """The version of a part as the file that holds it tells; "" where it does not."""
    found = re.search(part.told.encode(), file.read_bytes()) if part.told else None
    return found[1].decode() if found else ""


def _python() -> Iterator[Component]:
    version, tool = platform.python_version(), distribution("pyinstaller").version
    yield _component("python", version, "Python-2.0", purl=f"pkg:generic/python@{version}")
    exception = "GPL-2.0-or-later WITH Bootloader-exception"
    yield _component("pyinstaller-bootloader", tool, exception, purl=f"pkg:pypi/pyinstaller@{tool}")


def _fonts() -> Iterator[Component]:
    for name, _holder in FONTS:
        yield _component(name, "", "OFL-1.1", kind="data")


def _files(folder: Path) -> Iterator[Component]:
    for path in sorted(folder.rglob("*")):
        if NATIVE.match(path.name) and path.is_file():
            name = path.relative_to(folder).as_posix()
            digest = {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}
            yield {"type": "file", "bom-ref": f"file:{name}", "name": name, "hashes": [digest]}


if __name__ == "__main__":
    out = Path(sys.argv[1])
    out.write_text(json.dumps(bill(out.parents[1]), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
