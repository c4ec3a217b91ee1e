"""What ships inside other parts and has no entry in the lock: what Qt and Python are built with, and the fonts."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """A part, its licence (SPDX) and who holds the rights; ``inside`` matches the file, ``told`` the version in it."""

    name: str
    licence: str
    holder: str
    inside: str
    told: str = ""


QT = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
_BSD, _PUBLIC = "BSD-3-Clause", "LicenseRef-public-domain"
_CORE, _GUI = r"*Qt6Core*", r"*Qt6Gui*"

INSIDE_QT = (
    Part("PCRE2", _BSD, "University of Cambridge and others", _CORE, r"(1\d\.\d\d) 20\d\d-\d\d-\d\d"),
    Part("sljit", "BSD-2-Clause", "Zoltan Herczeg", _CORE),
    Part("double-conversion", _BSD, "the V8 project authors", _CORE),
    Part("TinyCBOR", "MIT", "Intel Corporation", _CORE),
    Part("Unicode Character Database and CLDR", "Unicode-3.0", "Unicode, Inc.", _CORE),
    Part("Apache Tika MIME types", "Apache-2.0", "the Apache Software Foundation", _CORE),
    Part("BLAKE2", "CC0-1.0 OR Apache-2.0", "Samuel Neves", _CORE),
    Part("SipHash", "CC0-1.0", "Jean-Philippe Aumasson and Daniel J. Bernstein", _CORE),
    Part("SHA-1, MD4, MD5 and SHA-3", f"{_PUBLIC} OR CC0-1.0", "their authors", _CORE),
    Part("RFC 6234 hashes", _BSD, "IETF Trust and its authors", _CORE),
    Part("Easing equations", _BSD, "Robert Penner", _CORE),
    Part("FreeBSD strtoll and strtoull", _BSD, "the Regents of the University of California", _CORE),
    Part("forkfd", "MIT", "Intel Corporation", _CORE),
    Part("HarfBuzz", "MIT", "Behdad Esfahbod, Google and others", _GUI, r"\0(1[0-9]\.\d+\.\d+)\0"),
    Part("libpng", "libpng-2.0", "the PNG reference library authors", _GUI, r"libpng version (\d\.\d\.\d+)"),
    Part("MD4C", "MIT", "Martin Mitáš", _GUI),
    Part("Emoji segmenter", "Apache-2.0", "Google", _GUI),
    Part("Anti-aliasing rasteriser from FreeType", "FTL OR GPL-2.0-only", "the FreeType project", _GUI),
    Part("Smooth scaling", "BSD-2-Clause AND Imlib2", "Carsten Haitzler and others", _GUI),
    Part("Adobe Glyph List", _BSD, "Adobe", _GUI),
    Part("WebGradients", "MIT", "itmeo", _GUI),
    Part("Vulkan headers and memory allocator", "MIT", "Khronos Group, AMD", _GUI),
    Part("libdbus headers", "AFL-2.1 OR GPL-2.0-or-later", "CodeFactory, Red Hat", r"*Qt6DBus*"),
    Part("XSVG", "HPND", "USC Information Sciences Institute", r"*Qt6Svg*"),
    Part(
        "libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", "the libjpeg-turbo project", r"*qjpeg*",
        r"libjpeg-turbo version (\d\.\d\.\d+)",
    ),
    Part("ICU", "Unicode-3.0", "Unicode, Inc.", r"libicuuc*", r"\0(7\d\.\d)\0"),
    Part("zlib", "Zlib", "Jean-loup Gailly and Mark Adler", r"*Qt6Core*.d*"),
)  # fmt: skip
"""After Qt's page “Third-Party Code Used in Qt” (6.11), what is in the modules that ship. Versions are read from the
files themselves, where they tell. On Linux zlib, FreeType and the rest are the system's own."""

INSIDE_PYTHON = (
    Part("libyaml", "MIT", "Ingy döt Net and Kirill Simonov", r"*_yaml*", r"\0(0\.\d\.\d)\0"),
    Part("libffi", "MIT", "Anthony Green, Red Hat, Inc and others", r"*_cffi_backend*"),
    Part("libmpdec", "BSD-2-Clause", "Stefan Krah", r"*_decimal*", r"\0(2\.\d\.\d)\0"),
)
"""What the native files of Python and of its packages hold, where no bill of theirs names it."""

FONTS = (
    ("Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans Math, Noto Sans Symbols 2", "the Noto project authors"),
    ("Noto Emoji", "the Noto project authors"),
    ("Atkinson Hyperlegible", "the Braille Institute of America"),
)
