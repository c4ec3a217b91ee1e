"""Every page in every look, what a screen reader says of three, and the whole way walked by assistive technology's
actions alone and by keys alone: prints what is wrong, and how much there is.

``python -m tests.audit [part of a look, "orca", "actions" or "keys" [beginning of a step's id]]``
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.storage import plain
from hsct_aid.storage.settings import Settings
from hsct_aid.ui.theme import THEMES
from tests.audit import contrast, ink, orca, page
from tests.audit.beside import besides
from tests.audit.seen import Finding
from tests.audit.walk import Look, pages
from tests.outside import whole

LOOKS = [Look(theme, size, (1280, 720)) for theme in THEMES for size in (100, 200)]
LOOKS += [Look(theme, 150, (800, 600)) for theme in THEMES]
PAINTED = {"light", "yellow_on_black"}
"""Themes whose pixels are looked at."""


def main(wanted: str = "", step: str = "") -> int:
    """Look everything over; 1 if anything was found."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from hsct_aid.ui.application import make_application

    make_application(Settings())
    aid, record = load_aid("en"), plain.read_record((shipped.folder("demo") / "sample-person.json").read_bytes())
    found: list[Finding] = []
    for name, colours in THEMES.items():
        found += contrast.palette(name, colours)
    for look in LOOKS:
        if wanted not in str(look):
            continue
        start = time.perf_counter()
        checks = [ink.handles, *([ink.words] if look.theme in PAINTED else []), *page.CHECKS]
        here = list(pages(aid, record, look, checks, only=step, opened=True))
        if not step:
            here += besides(aid, look, checks)
        print(f"{look}: {len(here)} findings in {time.perf_counter() - start:.0f} s", flush=True)
        found += here
    if wanted in "orca":
        start = time.perf_counter()
        here = list(orca.findings())
        print(f"Orca on {len(orca.PAGES)} pages: {len(here)} findings in {time.perf_counter() - start:.0f} s")
        found += here
    for name in whole.HANDS:
        if wanted in name:
            start = time.perf_counter()
            here = [Finding("walk", words) for words in whole.barred(name)]
            print(f"The whole walk by {name}: {len(here)} findings in {time.perf_counter() - start:.0f} s", flush=True)
            found += here
    for finding, times in Counter(found).items():
        print(f"  {finding.rule:9}{finding.what}{f' ({times} looks)' if times > 1 else ''}")
    print(f"{len(found)} findings.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
