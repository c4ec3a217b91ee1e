"""Where the aid keeps everything on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import platformdirs


def data_dir(option: Path | None, environ: Mapping[str, str]) -> Path:
    """The data folder: ``--data-dir``, else ``HSCT_AID_HOME``, else the place this system has for it."""
    chosen = option or environ.get("HSCT_AID_HOME", "").strip()
    if chosen:
        return Path(chosen).absolute()
    return Path(platformdirs.user_data_dir("hsct-aid", appauthor=False))
