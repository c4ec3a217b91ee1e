"""How the aid looks and where it opens, in ``settings.json``. Never an answer."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from hsct_aid.storage import disk

MOST_BYTES: Final = 64 * 1024


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """What the person set. ``text_size`` is a percentage; ``last_record`` is the id of a record’s folder.

    ``reading_at`` is a page and the number of the passage that reading aloud had come to there.
    ``paper`` is empty until it is chosen: then it is what is usual where the computer is.
    """

    language: Annotated[str, Meta(pattern=r"^[A-Za-z]{2,3}(_[A-Za-z]{2,4})?(?!\n)$")] = "en"
    text_size: Annotated[int, Meta(ge=100, le=300)] = 100
    theme: Literal["system", "light", "dark", "cream", "yellow_on_black"] = "system"
    spacing: Literal["normal", "wide"] = "normal"
    depth: Literal["short", "standard", "full"] = "standard"
    paper: Literal["", "a4", "letter"] = ""
    font: Literal["noto", "atkinson"] = "noto"
    reading_speed: Literal["slow", "normal", "fast"] = "normal"
    reading_at: Annotated[str, Meta(max_length=100)] = ""
    last_record: Annotated[str, Meta(max_length=64)] = ""


def are_kept(data_dir: Path) -> bool:
    """Whether the aid has been opened here before: its settings are kept as soon as it stands."""
    return _file(data_dir).exists()


def load(data_dir: Path) -> tuple[Settings, str]:
    """The settings, and a sentence for the person where they could not be read and start afresh."""
    try:
        return msgspec.json.decode(disk.read(_file(data_dir), MOST_BYTES), type=Settings), ""
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Settings(), _("Your settings could not be read: text size and colours are back to how they began.")


def save(data_dir: Path, settings: Settings) -> None:
    """Keep the settings, whole or not at all. Raises OSError."""
    disk.make_folder(data_dir)
    disk.replace(_file(data_dir), msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n")


def _file(data_dir: Path) -> Path:
    return data_dir / "settings.json"
