"""Gates on the source itself: each takes a folder or a text and returns what is wrong, one line a finding."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

from hsct_aid.domain.aid import Kind

LONGEST_FILE = 250
LONGEST_FUNCTION = 40
ROOMS = (
    "resources/content/en/sections/{}.yaml",
    "hsct_aid/domain/{}.py",
    "hsct_aid/ui/pages/{}.py",
    "tests/**/test_{}.py",
)
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "websockets", "wsgiref", "xmlrpc",
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
}  # fmt: skip
SIZE_CALLS = re.compile(
    r"^(set(Fixed|Minimum|Maximum)(Size|Width|Height)|setContentsMargins|set(Horizontal|Vertical)?Spacing|addSpacing|resize|QSize|QMargins)$"
)
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\brgba?\(|\d(?:px|pt)\b")
MACHINE_PATH = re.compile(
    r"(?<![\w.~$}/])/(?:home|Users|root|work|mnt|media)/[\w.-]+|\b[A-Z]:\\+Users\b|(?<![\w$}])/tmp/\w"
)
ADDRESS = re.compile(r"\bhttps?:", re.IGNORECASE)


def _modules(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(folder.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def long_files(folder: Path) -> list[str]:
    """Files with more lines than fit in one head."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sorted(folder.rglob("*.py"))}
    return [f"{path}: {length} lines" for path, length in lengths.items() if length > LONGEST_FILE]


def long_functions(folder: Path) -> list[str]:
    """Functions with more lines than fit on one screen."""
    found = []
    for path, tree in _modules(folder):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                length = node.end_lineno - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    found.append(f"{path}:{node.lineno} {node.name}: {length} lines")
    return found


def missing_rooms(top: Path) -> list[str]:
    """Kinds without their file on one of the shelves."""
    wanted = [room.format(kind) for kind in get_args(Kind) for room in ROOMS]
    return [room for room in wanted if not any(top.glob(room))]


def network_imports(folder: Path) -> list[str]:
    """Imports that could reach a network."""
    found = []
    for path, tree in _modules(folder):
        for node in ast.walk(tree):
            for name in _imported(node):
                if name in NETWORK or name.split(".")[0] in NETWORK:
                    found.append(f"{path}: {name}")
                    break
    return found


def loose_colours_and_sizes(folder: Path, *, theme: str = "theme.py") -> list[str]:
    """Colours, pixels and points written outside the theme."""
    found = []
    for path, tree in _modules(folder):
        if path.name == theme:
            continue
        words = _docstrings(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in words:
                wrong = bool(COLOUR.search(node.value))
            elif isinstance(node, ast.Call):
                name = _called(node)
                first = next(iter(node.args), None)
                is_colour = name == "QColor" and isinstance(first, ast.Constant)
                wrong = is_colour or (bool(SIZE_CALLS.match(name)) and any(map(_is_number, node.args)))
            else:
                wrong = isinstance(node, ast.Attribute) and node.attr == "GlobalColor"
            if wrong and isinstance(node, ast.expr):
                found.append(f"{path}:{node.lineno} {ast.unparse(node)[:60]}")
    return found


def accessibility_outside_widgets(ui: Path) -> list[str]:
    """Calls to accessibility outside the room that carries names and roles."""
    found = []
    for path, tree in _modules(ui):
        if path.is_relative_to(ui / "ui" / "widgets"):
            continue
        for node in ast.walk(tree):
            name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
            if name.startswith(("QAccessible", "setAccessible")) and isinstance(node, ast.expr):
                found.append(f"{path}:{node.lineno} {name}")
    return found


def addresses(path: Path) -> list[str]:
    """Lines of a lock file that name an address."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [f"{path.name}:{number} {line}" for number, line in enumerate(lines, 1) if ADDRESS.search(line)]


def machine_paths(top: Path, names: list[str]) -> list[str]:
    """Paths of somebody's machine in text files."""
    found = []
    for name in names:
        content = (top / name).read_bytes()
        if b"\0" in content:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            if MACHINE_PATH.search(line):
                found.append(f"{name}:{number} {line.strip()[:80]}")
    return found


def lost_references(call: Callable[[], object], times: int = 500, of: object = None) -> int:
    """How many references to ``of`` are lost over ``times`` calls; about none is right."""
    before = sys.getrefcount(of)
    for _ in range(times):
        call()
    return before - sys.getrefcount(of)


WITHOUT_QT = """
import importlib, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Refuse())
for name in sys.argv[1:]:
    room = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(room, "__path__", []), name + "."):
        importlib.import_module(found.name)
"""


def needs_qt(top: Path, modules: list[str]) -> str:
    """What goes wrong when ``modules`` (and all within) are imported where PySide6 cannot be; "" is right."""
    command = [sys.executable, "-W", "error", "-c", WITHOUT_QT, *modules]
    return subprocess.run(command, cwd=top, capture_output=True, text=True, check=False).stderr


def _docstrings(tree: ast.Module) -> set[int]:
    alone = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    return {id(value) for value in alone if isinstance(value, ast.Constant)}


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module, *(f"{module}.{alias.name}" for alias in node.names)]
        case ast.Call() if _called(node) in {"import_module", "__import__"}:
            return [str(word.value) for word in node.args if isinstance(word, ast.Constant)]
    return []


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value not in (0, -1)
