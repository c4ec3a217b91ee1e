"""Blocks: the pieces of text, pictures and tables that a step is made of."""

from typing import Literal

from msgspec import Struct

from hsct_aid.domain.estimate import Base

Depth = Literal["short", "standard", "full"]
DEPTHS: tuple[Depth, ...] = ("short", "standard", "full")


class _Block(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """A piece of a step; shown at ``depth`` and deeper."""

    depth: Depth = "short"


class Paragraph(_Block, frozen=True, tag="paragraph"):
    """Running text."""

    text: str = ""


class Bullets(_Block, frozen=True, tag="list"):
    """Points in no order."""

    items: tuple[str, ...] = ()


class Numbered(_Block, frozen=True, tag="steps"):
    """Points in order."""

    items: tuple[str, ...] = ()


class Callout(_Block, frozen=True, tag="callout"):
    """A text set apart: a note, or something to take care of."""

    heading: str = ""
    text: str = ""
    items: tuple[str, ...] = ()
    tone: Literal["note", "care"] = "note"


class Net(_Block, frozen=True, tag="net"):
    """A safety net from the library, word for word the same wherever it stands."""

    id: str = ""


class Picture(_Block, frozen=True, tag="figure"):
    """Icon arrays of counts on one denominator: ``figures`` are estimate ids, with one time span for all."""

    heading: str = ""
    figures: tuple[str, ...] = ()
    base: Base = 100
    caption: str = ""


class Table(_Block, frozen=True, tag="table"):
    """Rows and columns; the first column names the row."""

    heading: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class ClaimRef(_Block, frozen=True, tag="claim"):
    """A claim that needs caution, from the library."""

    id: str = ""


Block = Paragraph | Bullets | Numbered | Callout | Net | Picture | Table | ClaimRef
