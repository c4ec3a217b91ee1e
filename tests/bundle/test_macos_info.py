"""What macOS is told of the program fits what Linux is told, and can be written as it wants it."""

from __future__ import annotations

import plistlib
import re

from bundle.locked import TOP
from bundle.macos_info import COPY, info


def test_a_copy_of_notes_is_the_same_file_for_macos_as_for_linux() -> None:
    told = plistlib.loads(plistlib.dumps(info("0.1.0", ["en", "es"])))
    (declared,) = told["UTExportedTypeDeclarations"]
    tags = declared["UTTypeTagSpecification"]
    desktop = (TOP / "resources/desktop/hsct-aid.desktop").read_text(encoding="utf-8")
    assert (declared["UTTypeIdentifier"], told["CFBundleDocumentTypes"][0]["LSItemContentTypes"]) == (COPY, [COPY])
    assert re.findall("MimeType=(.*);", desktop) == tags["public.mime-type"]
    assert tags["public.filename-extension"] == ["hsct-aid.json"]
    assert told["CFBundleVersion"] == "0.1.0"


def test_nothing_in_it_is_about_a_network() -> None:
    assert not re.search(
        "network|http|url", plistlib.dumps(info("0.1.0", ["en"])).decode().split("<dict>", 1)[1].lower()
    )
