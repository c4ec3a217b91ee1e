"""No network: the program refuses sockets before it does anything else, and without the refusal they would be made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[1]
TRIES = {
    "a socket": "import socket; socket.socket()",
    "IPv6": "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "under Python's own": "import _socket; _socket.socket()",
    "a look-up": "import socket; socket.getaddrinfo('127.0.0.1', 80)",
    "a server": "import http.server; http.server.HTTPServer(('127.0.0.1', 0), None)",
}
LOCAL = "import socket; pair = socket.socketpair(); pair[0].send(b'x'); socket.socket(socket.AF_UNIX)"


def run(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", TRIES)
def test_every_way_to_the_network_is_refused_once_the_command_has_begun(name: str) -> None:
    begun = "from hsct_aid.cli import main; main(['--version'])"
    assert "PermissionError: The aid opens no network connection." in run(f"{begun}; {TRIES[name]}").stderr


@pytest.mark.parametrize("name", TRIES)
def test_without_the_refusal_each_way_is_open(name: str) -> None:
    assert run(TRIES[name]).returncode == 0


def test_sockets_within_this_computer_are_left_alone() -> None:
    assert run(f"from hsct_aid.offline import refuse_network; refuse_network(); {LOCAL}").stderr == ""
