"""The command line: opens the aid, or does one thing and says in plain words what is wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path

from hsct_aid import __version__, shipped
from hsct_aid.storage.places import data_dir
from hsct_aid.storage.plain import BadInput

FORMATS = ("pdf", "html", "text", "json")
_SUFFIXES = {".pdf": "pdf", ".html": "html", ".htm": "html", ".txt": "text", ".json": "json"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0 done; 1 input or content has problems, said in one sentence each; 2 wrong usage."""
    shipped.speak("en")
    parser = _parser()
    try:
        chosen = parser.parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    run: Callable[[argparse.Namespace], int] = chosen.run
    try:
        return run(chosen)
    except BadInput as problem:
        return _complain(str(problem))
    except BrokenPipeError:
        return 0
    except OSError as problem:
        where = f"{problem.filename}: " if problem.filename else ""
        return _complain(f"{where}{problem.strerror or type(problem).__name__}.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hsct-aid", description=_("Open the decision aid, or use one command of it."))
    parser.add_argument("--version", action="version", version=f"hsct-aid {__version__}")
    parser.add_argument("--data-dir", type=Path, help=_("keep and read the notes in this folder"))
    parser.add_argument("--record", default="", metavar="NAME", help=_("open the notes of this person"))
    parser.set_defaults(run=_open)
    commands = parser.add_subparsers(metavar=_("COMMAND"))
    _add_summary(commands)
    _add_record(commands)
    _add_content(commands)
    demo = commands.add_parser("demo", help=_("the sample person: a screenshot of every step and their page"))
    demo.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    demo.set_defaults(run=_demo)
    return parser


type _Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _add_summary(commands: _Commands) -> None:
    summary = commands.add_parser("summary", help=_("make the page from a record"))
    summary.add_argument("file", nargs="?", type=Path, metavar="FILE")
    summary.add_argument("--record", default="", metavar="NAME", dest="person")
    summary.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    summary.add_argument("--format", choices=FORMATS)
    summary.add_argument("--paper", choices=("a4", "letter"), default="a4")
    summary.add_argument("--date", type=_day, default=None, metavar="YYYY-MM-DD")
    summary.add_argument("--lang", default="en")
    summary.set_defaults(run=_summary)


def _add_record(commands: _Commands) -> None:
    record = commands.add_parser("record", help=_("work with a plain record"))
    actions = record.add_subparsers(metavar=_("ACTION"), required=True)
    for name, words in (
        ("new", _("print an empty record")), ("schema", _("print its JSON Schema")), ("check", _("say what is wrong")),
    ):  # fmt: skip
        action = actions.add_parser(name, help=words)
        action.set_defaults(run=_record, action=name)
        if name == "check":
            action.add_argument("file", type=Path, metavar="FILE")


def _add_content(commands: _Commands) -> None:
    content = commands.add_parser("content", help=_("check or compile the texts and facts"))
    actions = content.add_subparsers(metavar=_("ACTION"), required=True)
    for name, words in (
        ("check", _("say what is wrong in the content")), ("compile", _("check and compile it")),
        ("report", _("print how the content was made and measured")),
    ):  # fmt: skip
        action = actions.add_parser(name, help=words)
        action.set_defaults(run=_content, action=name)
        action.add_argument("--dir", type=Path, default=None)


def _open(chosen: argparse.Namespace) -> int:
    from hsct_aid.app import open_aid

    return open_aid(data_dir(chosen.data_dir, os.environ), chosen.record)


def _demo(chosen: argparse.Namespace) -> int:
    from hsct_aid.app import make_demo

    written = make_demo(chosen.output, date.today())
    for path in (written[-1], chosen.output):
        sys.stdout.write(f"{path}\n")
    return 0


def _summary(chosen: argparse.Namespace) -> int:
    from hsct_aid.content.load import load_aid
    from hsct_aid.domain.summary import build_summary
    from hsct_aid.report import written_as

    form = chosen.format or _SUFFIXES.get(chosen.output.suffix.lower())
    if form is None:
        return _complain(_("Say which kind of file you want: add --format pdf, html, text or json."))
    shipped.speak(chosen.lang)
    aid = load_aid(chosen.lang)
    record = _read(chosen)
    summary = build_summary(aid, record, chosen.date or date.today())
    chosen.output.write_bytes(written_as(form, aid, summary, record, chosen.paper))
    return 0


def _read(chosen: argparse.Namespace):  # type: ignore[no-untyped-def]
    raise NotImplementedError
