"""The commands that work with the texts and facts: content check, compile and report."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from gettext import gettext as _

from hsct_aid import shipped
from hsct_aid.content.check import check_folder, findings
from hsct_aid.content.compile import compile_folder
from hsct_aid.content.load import load_aid, load_yaml
from hsct_aid.content.problem import ContentError
from hsct_aid.content.report import content_report
from hsct_aid.content.translations import can_compare, compare, compile_words
from hsct_aid.storage.plain import BadInput


def content(chosen: argparse.Namespace) -> int:
    """Do what ``chosen.action`` says with the content in ``chosen.dir``, or with what ships. 0 done; 1 problems."""
    folder, locale = chosen.dir or shipped.folder("content", "en"), shipped.folder("locale")
    is_shipped_only = chosen.dir is None and not folder.is_dir()
    if not folder.is_dir() and (not is_shipped_only or chosen.action == "compile"):
        where = _("There is no content to read in {folder}: name its folder with --dir.").format(folder=folder)
        raise BadInput(where)
    try:
        if chosen.action == "report":
            sys.stdout.write(content_report(load_aid("en") if is_shipped_only else load_yaml(folder)) + "\n")
            return 0
        if is_shipped_only:
            return _check_shipped()
        problems = check_folder(folder, date.today() if chosen.action == "check" else None)
        if chosen.action == "compile" and not problems:
            for written in (compile_folder(folder), *(compile_words(locale) if can_compare() else ())):
                sys.stdout.write(f"{written}\n")
        elif not problems and can_compare():
            problems, behind = compare(load_yaml(folder), locale)
            for line in behind:  # English is shown there, so nothing is wrong
                sys.stderr.write(f"{line}\n")
    except ContentError as error:
        problems = list(error.problems)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return 1 if problems else 0


def _check_shipped() -> int:
    """An installed aid has the compiled content alone, without the files that a fault could be shown in."""
    found = [sentence for _place, sentence in findings(load_aid("en"), date.today())]
    for sentence in found:
        sys.stderr.write(f"{sentence}\n")
    return 1 if found else 0
