"""Patient text drawn as Qt rich text: one of the four drawers of the same spans."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QApplication

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.block import Block, Bullets, Numbered, Paragraph
from hsct_aid.domain.prose import prose
from hsct_aid.domain.text import Span
from hsct_aid.ui import theme
from hsct_aid.ui.escape import escape

TEN = 10
"""From so many on, the number of an item has two digits."""
LONG_TEXT = 4000
"""Letters that are laid out in no time. One text of much more holds the window up."""


def rich(aid: Aid, text: str, marks: dict[str, int]) -> str:
    """``text`` as rich text; ``marks`` numbers the sources of a page in the order they appear."""
    return "".join(_drawn(aid, span, marks) for span in prose(aid, text))


def rich_blocks(aid: Aid, blocks: Iterable[Block], marks: dict[str, int]) -> str:
    """Running text and lists as one document."""
    return "".join(_block(aid, block, marks) for block in blocks)


def beside(*rows: tuple[str, str], shares: tuple[int, int] = (50, 50)) -> str:
    """Texts beside each other, the first one where reading begins; ``shares`` of the room are in per cent.

    Below each other where they are long: in a table Qt lays them out three times.
    """
    if sum(len(text) for row in rows for text in row) > LONG_TEXT:
        return "".join(f"<p>{text}</p>" for row in rows for text in row)
    mirrored = QApplication.isRightToLeft()  # Qt leaves the columns of a table as they are
    apart = f' style="padding-{"left" if mirrored else "right"}: {2 * theme.GAP}px"'
    drawn = []
    for row in rows:
        cells = [f'<td width="{share}%"{apart}>{text}</td>' for text, share in zip(row, shares, strict=True)]
        drawn.append(f"<tr>{''.join(reversed(cells) if mirrored else cells)}</tr>")
    return f'<table width="100%" cellspacing="0">{"".join(drawn)}</table>'


def _block(aid: Aid, block: Block, marks: dict[str, int]) -> str:
    match block:
        case Paragraph():
            return f"<p>{rich(aid, block.text, marks)}</p>"
        case Bullets() | Numbered():
            return listed((rich(aid, item, marks) for item in block.items), numbered=isinstance(block, Numbered))
    return ""


def listed(items: Iterable[str], *, numbered: bool = False) -> str:
    """A list of rich texts. Its marks are letters of the text: those that Qt draws, no screen reader tells."""
    lines = list(items)
    kind = "point" if not numbered else "number" if len(lines) < TEN else "numbers"
    return "".join(
        f'<p class="{kind}">{f"{place}." if numbered else "•"}&nbsp;{"" if numbered else "&nbsp;"}{line}</p>'
        for place, line in enumerate(lines, 1)
    )


def _drawn(aid: Aid, span: Span, marks: dict[str, int]) -> str:
    text = escape(span.text)
    match span.mark:
        case "strong":
            return f"<b>{text}</b>"
        case "term" if span.text.casefold() in aid.terms:
            return f'<a class="term" href="term:{text}">{text}</a>'
        case "figure" if not span.ref.startswith("date"):
            return f'<a class="figure" href="figure:{escape(span.ref)}">{text}</a>'
        case "source":
            number = marks.setdefault(span.ref, len(marks) + 1)
            return f'&nbsp;<a class="source" href="source:{escape(span.ref)}">[{number}]</a>'
    return text
