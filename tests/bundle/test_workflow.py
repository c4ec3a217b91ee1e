"""The workflow that builds for three systems finds scripts it can run, and actions that stay what they were."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile

from bundle.locked import TOP


def test_a_checkout_on_windows_has_scripts_that_run() -> None:
    """Git there makes the line ends those of Windows, unless told not to; then no shell reads the scripts."""
    windows = ["git", "-c", "core.autocrlf=true", "archive", "HEAD", ".ci"]
    archive = subprocess.run(windows, cwd=TOP, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        found = {one.name: files.extractfile(one) for one in files if one.isfile()}
        assert ".ci/bundle/make" in found
        assert [name for name, file in found.items() if file and b"\r\n" in file.read()] == []


def test_each_action_is_named_by_a_commit() -> None:
    workflow = (TOP / ".github" / "workflows" / "bundle.yml").read_text(encoding="utf-8")
    named = re.findall(r"uses: (.*)", workflow)
    assert len(named) == 3
    assert [one for one in named if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []
