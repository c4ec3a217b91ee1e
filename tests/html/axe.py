"""Asks axe-core about a page in a headless browser: the faults it finds, and what it could not decide."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import msgspec
from msgspec import Struct

AXE: Final = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
_POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_ASK: Final = """
const asked = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'];
axe.run(document, {runOnly: asked}).then(found => {
  const told = document.createElement('pre');
  const places = one => one.nodes.map(node => node.target.join(' ')).slice(0, 3);
  const lines = kind => found[kind].map(one => one.id + ': ' + places(one));
  told.id = 'told';
  const passed = found.passes.length;
  told.textContent = JSON.stringify({passed, wrong: lines('violations'), open: lines('incomplete')});
  document.body.append(told);
});
"""


class Found(Struct, frozen=True):
    """How many rules passed, which were broken and where, and which need a person to look."""

    passed: int
    wrong: list[str]
    open: list[str]


def ask(page: str, width: int = 1280) -> Found:
    """What axe-core says of ``page`` in a window ``width`` wide.

    The page itself forbids every script, so its policy is taken out of the copy that is looked at.
    """
    scripts = f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{_ASK}</script>"
    copy, gone = _POLICY.subn("", page)
    assert gone == 1, "the page says what it may load"
    with TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(copy.replace("</body>", f"{scripts}</body>"), encoding="utf-8")
        seen = subprocess.run(
            [_browser(), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
             f"--window-size={width},900", "--virtual-time-budget=60000", "--dump-dom", path.as_uri()],
            capture_output=True, text=True, check=True, timeout=240,
        ).stdout  # fmt: skip
    told = re.search(r'<pre id="told">(.*?)</pre>', seen, re.DOTALL)
    assert told, "axe-core came to an end"
    return msgspec.json.decode(unescape(told[1]), type=Found)


def _browser() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "a browser: chromium"
    return found
