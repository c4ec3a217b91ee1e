"""``make check-html``: sample people's pages have no fault that axe-core finds, and it finds each that is planted."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.html import render_html
from hsct_aid.storage.plain import read_record
from tests.html.axe import ask
from tests.report.people import EMPTY, EVERY_LIMIT, TYPICAL, URGENT
from tests.report.sample_aid import TODAY
from tests.strategies import HOSTILE

FAULTS = {
    "html-has-lang": ('<html lang="en" dir="ltr">', "<html>"),
    "color-contrast": ("color: #000", "color: #aaa"),
    "heading-order": ('<h2 id="questions-heading">', '<h5 id="questions-heading">'),
    "scope-attr-valid": ('scope="row"', 'scope="line"'),
    "document-title": ("<title>", "<title></title><title>"),
    "landmark-unique": ('role="group"', 'role="region"'),
    "scrollable-region-focusable": ('tabindex="0"', ""),
}
"""What axe-core calls a fault, and how it is planted. Tables scroll sideways in a narrow window alone."""


def html(record: Record) -> str:
    return render_html(build_summary(load_aid("en"), record, TODAY)).decode()


def people() -> Iterator[tuple[str, Record]]:
    """The sample person who ships with the aid, and those of the tests."""
    yield "sample person", read_record((shipped.folder("demo") / "sample-person.json").read_bytes())
    yield from (("empty", EMPTY), ("typical", TYPICAL), ("urgent", URGENT), ("every limit", EVERY_LIMIT))
    yield "many scripts", Record(name=HOSTILE[4], place=HOSTILE[5], read=())


def main() -> int:
    """Print a line for each page and each planted fault; 1 if a page has a fault, or a planted one is not found."""
    shipped.speak("en")
    wrong = 0
    for name, record in people():
        for width in (1280, 320):
            found = ask(html(record), width)
            wrong += bool(found.wrong)
            said = "; ".join(found.wrong) or "no fault"
            left = f"; to look at: {'; '.join(found.open)}" if found.open else ""
            print(f"{name}, {width} wide: {said} ({found.passed} rules passed{left})", flush=True)
    page = html(next(people())[1])
    for rule, (good, bad) in FAULTS.items():
        assert good in page, rule
        is_found = any(one.startswith(f"{rule}:") for one in ask(page.replace(good, bad), 320).wrong)
        wrong += not is_found
        print(f"planted {rule}: {'found' if is_found else 'NOT FOUND'}", flush=True)
    print("No fault, and every planted one is found." if not wrong else f"{wrong} lines are not as they should be.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
