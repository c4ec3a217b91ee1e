"""The part of docs/release.md that a machine can check: what must hold before a release, one line for what does not."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bundle.locked import TOP
from bundle.stamp import FILE, stamp
from hsct_aid import __version__
from hsct_aid.content.load import load_yaml

METAINFO = "resources/desktop/org.hsct_aid.HsctAid.metainfo.xml"


def one_version(top: Path, version: str) -> Iterator[str]:
    """Places that should name ``version`` and do not, or have a version of their own."""
    project = tomllib.loads((top / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if "version" in project:
        yield "pyproject.toml has a version of its own"
    newest = re.search(r'<release version="([^"]+)"', (top / METAINFO).read_text(encoding="utf-8"))
    if newest is None or newest[1] != version:
        yield f"{METAINFO} does not name {version} as its newest release"


def notes(changelog: str, version: str) -> Iterator[str]:
    """Whether the changelog has something to say about ``version``."""
    part = re.search(rf"^## {re.escape(version)}\b.*?\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    if part is None or "* " not in part[1]:
        yield f"CHANGELOG.md has no notes under “## {version}”"


def dated(changelog: str, metainfo: str, version: str) -> Iterator[str]:
    """Whether the changelog names the day of the release, and the metadata the same day."""
    day = re.search(rf"^## {re.escape(version)} \((\d{{4}}-\d\d-\d\d)\)$", changelog, re.MULTILINE)
    if day is None:
        yield f"CHANGELOG.md names no day for {version}: “## {version} (YYYY-MM-DD)”"
    elif f'<release version="{version}" date="{day[1]}"' not in metainfo:
        yield f"{METAINFO} has another day for {version} than {day[1]}, the one in CHANGELOG.md"


def built(top: Path, version: str) -> Iterator[str]:
    """Whether what lies in ``dist`` was made from this commit, whole."""
    wanted = stamp("", top)
    told = top / "dist" / "hsct-aid" / "_internal" / "resources" / FILE
    made = told.read_text(encoding="utf-8").strip() if told.is_file() else "nothing"
    if made.removeprefix("bundle ") != wanted:
        yield f"make bundle: dist/hsct-aid is {made}, this is {wanted}"
    for pattern, way in ((f"hsct-aid_{version}_*.deb", "deb"), (f"hsct_aid-{version}-*.whl", "wheel")):
        if not list((top / "dist").glob(pattern)):
            yield f"make {way}: dist has no {pattern}"


def tidy(top: Path) -> Iterator[str]:
    """Whether anything stands in the checkout that no commit has."""
    status = subprocess.run(["git", "status", "--porcelain"], cwd=top, capture_output=True, text=True, check=True)
    if status.stdout:
        yield "the checkout has changes that no commit has"


def current(expires: str, today: date) -> Iterator[str]:
    """Whether the content is still to be shown: at least six months lie before its last day."""
    if (date.fromisoformat(expires) - today).days < 180:
        yield f"the content is to be gone over by {expires}, less than six months from now"


def problems(top: Path, today: date) -> list[str]:
    """All that stands against a release today."""
    changelog = (top / "CHANGELOG.md").read_text(encoding="utf-8")
    expires = str(load_yaml(top / "resources" / "content" / "en").expires)
    return [
        *one_version(top, __version__),
        *notes(changelog, __version__),
        *dated(changelog, (top / METAINFO).read_text(encoding="utf-8"), __version__),
        *built(top, __version__),
        *tidy(top),
        *current(expires, today),
    ]


if __name__ == "__main__":
    found = problems(TOP, date.today())
    print("\n".join(found) or f"{__version__} may be released: now the parts of docs/release.md that need a person.")
    sys.exit(bool(found))
