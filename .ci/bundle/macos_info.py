"""What macOS is told of the program: its names, what it needs, and which files are copies of notes."""

from __future__ import annotations

import re
from typing import Any

from bundle.locked import TOP

IDENTIFIER = "org.hsct_aid.HsctAid"
COPY = f"{IDENTIFIER}.record"
"""The type of a copy of notes; a double-click on one opens the aid, which asks whether to bring it in."""


def info(version: str, languages: list[str]) -> dict[str, Any]:
    """The entries of Info.plist for this ``version``; none is about a network, as the aid has no use for one."""
    mime = (TOP / "resources" / "desktop" / "hsct-aid-mime.xml").read_text(encoding="utf-8")
    (kind,), (ending,) = re.findall('type type="(.*?)"', mime), re.findall(r'pattern="\*\.(.*?)"', mime)
    name = "HSCT Aid notes, as one plain file"
    return {
        "CFBundleDisplayName": "HSCT Aid",
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": languages,  # else the system's own dialogs speak English only
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": name,
                "CFBundleTypeRole": "Viewer",  # a copy is read, and never written over
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [COPY],
            },
            # where the system looks at the last part of the name alone, the aid is offered under “Open With”
            {
                "CFBundleTypeName": "JSON",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.json"],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": COPY,
                "UTTypeDescription": name,
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {"public.filename-extension": [ending], "public.mime-type": [kind]},
            }
        ],
        "LSApplicationCategoryType": "public.app-category.medical",
        "LSMinimumSystemVersion": "13.0",  # that of Qt's wheel
        "NSPrincipalClass": "NSApplication",
    }
