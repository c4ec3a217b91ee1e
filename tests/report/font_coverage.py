"""Computes which characters the bundled fonts draw; ``python -m tests.report.font_coverage`` writes the table anew."""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
TABLE = FONTS / "coverage.json"
FAMILIES = ("NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansMath", "NotoSansSymbols2", "NotoEmoji")
"""In the order in which they are tried; the window's own font is not used on paper."""


def ranges(points: set[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for point in sorted(points):
        if found and point == found[-1][1] + 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return found


def table() -> dict[str, list[list[int]]]:
    """By family name: what all its faces draw, so that bold text never meets a hole."""
    covered = {}
    for family in FAMILIES:
        faces = [TTFont(path) for path in sorted(FONTS.glob(f"{family}-*.ttf"))]
        points = set.intersection(*(set(face.getBestCmap()) for face in faces))
        covered[faces[0]["name"].getBestFamilyName()] = ranges(points)
    return covered


if __name__ == "__main__":
    TABLE.write_text(json.dumps(table(), separators=(",", ":")) + "\n", encoding="utf-8")
