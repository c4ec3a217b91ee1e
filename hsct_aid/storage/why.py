"""Why a file could not be read or written: one sentence for the person, for every answer of the system."""

from __future__ import annotations

import errno
from gettext import gettext as _


def why(error: OSError) -> str:
    """One sentence for the person: what is wrong and what to do next. It names no file and repeats no words."""
    sentences = {
        errno.ENOSPC: _("The disk is full: make some room on it, then try again."),
        errno.EDQUOT: _("Your space on this computer is used up: make some room, then try again."),
        errno.EACCES: _("This account has no access there: choose another place."),
        errno.EPERM: _("This account has no access there: choose another place."),
        errno.EROFS: _("Nothing can be written there: choose another place."),
        errno.ENOENT: _("There is no file or folder of that name: check how it is written."),
        errno.ENOTDIR: _("A part of that place is a file, not a folder: choose another place."),
        errno.EISDIR: _("That is not a file that can be read: choose a file."),
        errno.EFBIG: _("That file is too large: choose another one."),
        errno.ELOOP: _("That place leads back to itself: choose another one."),
        errno.ENXIO: _("Nothing reads what is written there: choose another place."),
        errno.ENAMETOOLONG: _("That name is too long: choose a shorter one."),
    }
    code = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return sentences.get(error.errno or 0) or _(
        "The disk gave an error ({code}): try again, or choose another place."
    ).format(code=code)
