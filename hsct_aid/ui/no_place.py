"""What is shown where the folder of the notes cannot be used: calm, with a way on, and nothing is changed.

No other folder is offered. At the next start the usual one might do again, and the notes written meanwhile would seem
lost; a copy as one file says where it is, and can be brought in.
"""

from __future__ import annotations

import errno
from gettext import gettext as _
from pathlib import Path
from typing import Literal

from hsct_aid.ui.alone import Alone
from hsct_aid.ui.escape import escape
from hsct_aid.ui.recovery_code import beside
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.prose import Prose

Way = Literal["again", "without", "leave"]


class NoPlace(Alone):
    """``way`` is what the person chose: to try again, to go on without saving, or to leave."""

    def __init__(self, data_dir: Path, why: str) -> None:
        super().__init__(_("The folder of your notes cannot be used"))
        self.way: Way = "leave"
        folder = escape(_("This is the folder: {folder}")).format(folder=escape(str(data_dir)))
        self.page.add(Prose(f"<p><b>{escape(why)}</b></p><p>{folder}</p>", _("What is wrong with the folder")))
        self.page.add(Wrapped(_("Nothing was changed there. When you have put that right, try again.")))
        self.page.add(
            Wrapped(_("You can also go on now. Then nothing is saved by itself, but you can save a copy as one file."))
        )
        again = Button(_("Try again"), key="place.again", main=True)
        without = Button(_("Go on without saving"), key="place.without")
        leave = Button(_("Close the aid"), key="place.leave")
        again.clicked.connect(self._try_again)
        without.clicked.connect(self._go_on)
        leave.clicked.connect(self.close)
        self.page.add(beside(again, without, leave))
        self.begin_at(self.page.heading)

    def ask(self) -> Way:
        """Show the page until it is closed: the way that was chosen."""
        self.stay()
        return self.way

    def _try_again(self) -> None:
        self.way = "again"
        self.close()

    def _go_on(self) -> None:
        self.way = "without"
        self.close()


def reason(problem: OSError) -> str:
    """Why the folder cannot be used, in one sentence."""
    no_access, full = _("This account may not write there."), _("The disk is full.")
    no_folder = _("A file stands where the folder should be.")
    sentences = {
        errno.EACCES: no_access, errno.EPERM: no_access, errno.ENOSPC: full, errno.EDQUOT: full,
        errno.EROFS: _("Nothing can be written on that disk."), errno.ENOTDIR: no_folder, errno.EEXIST: no_folder,
        errno.ENAMETOOLONG: _("The name of the folder is too long."),
        errno.ELOOP: _("The folder leads back to itself."),
        errno.ENOENT: _("The folder is not there and cannot be made."),
    }  # fmt: skip
    code = errno.errorcode.get(problem.errno or 0, type(problem).__name__)
    return sentences.get(problem.errno or 0) or _("The disk gave an error ({code}).").format(code=code)
