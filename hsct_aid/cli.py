"""The command line: opens the aid, or does one thing and says in plain words what is wrong."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from hsct_aid import __version__, no_core, offline, shipped
from hsct_aid.domain.record import Record
from hsct_aid.record_commands import add_record, kept_record
from hsct_aid.storage import plain
from hsct_aid.storage.places import data_dir
from hsct_aid.storage.plain import BadInput, OwnSave
from hsct_aid.storage.saves import NotSaved
from hsct_aid.storage.why import why

if TYPE_CHECKING:
    from hsct_aid.report.formats import Form

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

STARTED_BY_DESKTOP = ("DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN")
"""One of these is set where a click started the aid, even from a desktop that was itself started at a terminal."""
FORMATS = ("pdf", "html", "text", "json", "fhir")
_SUFFIXES: dict[str, Form] = {
    ".pdf": "pdf", ".html": "html", ".htm": "html", ".txt": "text", ".fhir.json": "fhir", ".json": "json",
}  # fmt: skip


class _Arguments(argparse.ArgumentParser):
    """Answers wrong usage in one sentence."""

    def error(self, message: str) -> NoReturn:
        _complain(_("{problem}; see “{command} --help”.").format(problem=message, command=self.prog))
        self.exit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0 done; 1 input or content has problems, said in one sentence each; 2 wrong usage."""
    offline.refuse_network()
    no_core.leave_none()
    shipped.speak("en")
    parser = _parser()
    try:
        chosen = parser.parse_args(_with_open(parser, sys.argv[1:] if arguments is None else arguments))
    except SystemExit as leaving:
        return int(leaving.code or 0)
    run: Callable[[argparse.Namespace], int] = chosen.run
    if run is not _open:
        gc.enable()
    try:
        return run(chosen)
    except BadInput as problem:
        return _complain(str(problem))
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 1
    except NotSaved as problem:
        return _complain(str(problem))
    except OSError as problem:
        where = f"{problem.filename}: " if problem.filename else ""
        return _complain(where + why(problem))


def _parser() -> argparse.ArgumentParser:
    words = _("Open the decision aid, or use one command of it.")
    parser: argparse.ArgumentParser = _Arguments(prog="hsct-aid", description=words, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"hsct-aid {__version__} ({shipped.build()})")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help=_("keep and read the notes in this folder"))
    parser.add_argument("--record", default="", metavar="NAME", help=_("open the notes of this person"))
    parser.set_defaults(run=_open, copy=None)
    commands = parser.add_subparsers(metavar=_("COMMAND"))
    opens = commands.add_parser("open", help=_("ask in the window whether to bring in a copy of notes"))
    opens.add_argument("copy", type=Path, metavar="FILE")
    _add_summary(commands)
    add_record(commands)
    _add_content(commands)
    _add_trials(commands)
    demo = commands.add_parser("demo", help=_("the sample person: a screenshot of every step and their page"))
    demo.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    demo.set_defaults(run=_demo)
    return parser


def _add_summary(commands: Commands) -> None:
    summary = commands.add_parser("summary", help=_("make the page from a record"))
    summary.add_argument("file", nargs="?", type=Path, metavar="FILE")
    summary.add_argument("--record", default="", metavar="NAME", dest="person")
    summary.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    summary.add_argument("--format", choices=FORMATS)
    summary.add_argument("--paper", choices=("a4", "letter"), default="a4")
    summary.add_argument("--date", type=_day, default=None, metavar="YYYY-MM-DD")
    summary.add_argument("--lang", default="en")
    summary.set_defaults(run=_summary)


def _add_content(commands: Commands) -> None:
    content = commands.add_parser("content", help=_("check or compile the texts and facts"))
    actions = content.add_subparsers(metavar=_("ACTION"), required=True)
    for name, words in (
        ("check", _("say what is wrong in the content")), ("compile", _("check and compile it")),
        ("report", _("print how the content was made and measured")),
    ):  # fmt: skip
        action = actions.add_parser(name, help=words)
        action.set_defaults(run=_content, action=name)
        action.add_argument("--dir", type=Path, default=None)


def _add_trials(commands: Commands) -> None:
    trials = commands.add_parser("trials", help=_("sort what was downloaded from ClinicalTrials.gov"))
    trials.add_argument("files", nargs="+", type=Path, metavar="FILE")
    trials.add_argument("--json", action="store_true", help=_("print it as JSON"))
    trials.add_argument("--progress", action="store_true", help=_("say on standard error how far it is"))
    trials.set_defaults(run=_trials)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(_("write the day as YYYY-MM-DD, such as 2026-11-23")) from None


def _with_open(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> list[str]:
    """``arguments`` with the command ``open`` before a file that stands in its place, as a double-click says it."""
    take_a_word = {name for name, option in parser._option_string_actions.items() if option.nargs != 0}
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        at += 2 if arguments[at] in take_a_word else 1
    is_file = any(sign in first for first in arguments[at : at + 1] for sign in (".", "/", os.sep))
    return [*arguments[:at], *(["open"] if is_file else []), *arguments[at:]]


def _open(chosen: argparse.Namespace) -> int:
    gc.disable()  # until the first page stands
    copy = chosen.copy and chosen.copy.absolute()
    if copy and _is_read_here():
        with suppress(OwnSave):
            plain.read_record(plain.file_bytes(copy))  # what is wrong with it is said here; else in the window

    from hsct_aid.app import open_aid

    return open_aid(data_dir(chosen.data_dir, os.environ), chosen.record, copy)


def _is_read_here() -> bool:
    """Whether somebody reads what is said on standard error: it is a terminal's, and no click started the aid."""
    is_clicked = any(name in os.environ for name in STARTED_BY_DESKTOP)
    is_clicked |= os.environ.get("GIO_LAUNCHED_DESKTOP_FILE_PID") == str(os.getpid())  # what it starts inherits it
    return sys.stderr is not None and sys.stderr.isatty() and not is_clicked


def _demo(chosen: argparse.Namespace) -> int:
    from hsct_aid.app import make_demo

    pictures, page = make_demo(chosen.output, date.today())
    _print(_("The page: {page}").format(page=page))
    _print(_("A screenshot of each step: {first} to {last}").format(first=pictures[0], last=pictures[-1].name))
    return 0


def _summary(chosen: argparse.Namespace) -> int:
    from hsct_aid.content.load import load_aid
    from hsct_aid.report.formats import render

    name = chosen.output.name.lower()
    form: Form | None = chosen.format or next((_SUFFIXES[end] for end in _SUFFIXES if name.endswith(end)), None)
    if form is None:
        raise BadInput(_("Say which kind of file you want: add --format pdf, html, text, json or fhir."))
    if chosen.lang not in shipped.languages():
        there = ", ".join(shipped.languages())
        raise BadInput(
            _("This copy of the aid does not speak “{lang}”: choose {there}.").format(lang=chosen.lang, there=there)
        )
    record = _record_of(chosen)
    shipped.speak(chosen.lang)
    made = render(load_aid(chosen.lang), record, chosen.date or date.today(), form, chosen.paper)
    plain.write_copy(chosen.output, made.data)
    if made.replaced:
        signs = " ".join(made.replaced)
        sys.stderr.write(_("Some signs cannot be printed and were replaced: {signs}").format(signs=signs) + "\n")
    return 0


def _record_of(chosen: argparse.Namespace) -> Record:
    if (chosen.file is None) == (not chosen.person):
        raise BadInput(_("Name one record: a file, or --record with the name of a person."))
    if chosen.file is not None:
        return plain.read_record(plain.file_bytes(chosen.file))
    return kept_record(chosen, chosen.person)


def _content(chosen: argparse.Namespace) -> int:
    from hsct_aid.content_commands import content

    return content(chosen)


def _trials(chosen: argparse.Namespace) -> int:
    from hsct_aid.content.load import load_aid
    from hsct_aid.domain.registry import sort_out
    from hsct_aid.report.fresh_list import as_json, as_text
    from hsct_aid.storage.registry_file import read_files

    told = 0

    def tell(share: float) -> None:
        nonlocal told
        if chosen.progress and (percent := int(99 * share)) > told:  # the hundredth is what follows: sorting them
            told = percent
            sys.stderr.write(f"{percent}%\n")
            sys.stderr.flush()

    shipped_list, today = load_aid("en").library.availability.trials, date.today()
    fresh = sort_out(read_files(chosen.files, tell), shipped_list, today)
    _print((as_json if chosen.json else as_text)(fresh, shipped_list, today))
    return 0


def _print(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def _complain(words: str) -> int:
    sys.stderr.write(f"hsct-aid: {plain.one_line(words)}\n")
    return 1
