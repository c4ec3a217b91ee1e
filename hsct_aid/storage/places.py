"""Where the aid keeps everything on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path

import platformdirs

from hsct_aid.storage.plain import BadInput


def data_dir(option: Path | None, environ: Mapping[str, str]) -> Path:
    """The data folder: ``--data-dir``, else ``HSCT_AID_HOME``, else the place this system has for it.

    Raises BadInput where the system has none: “~/notes” would become a folder of that name, wherever one happens to be.
    """
    chosen = option or environ.get("HSCT_AID_HOME", "").strip()
    if chosen:
        return Path(chosen).absolute()
    place = Path(platformdirs.user_data_dir("hsct-aid", appauthor=False))
    if not place.is_absolute():
        raise BadInput(_("This account has no home folder: name a folder for the notes with --data-dir."))
    return place
