"""The real aid, opened once for every test of the domain."""

from __future__ import annotations

from typing import Final

from hsct_aid.content.load import load_aid

AID: Final = load_aid("en")
