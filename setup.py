"""Lays the shipped files inside the package when a wheel is built: fonts, templates and the content, compiled."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

TOP = Path(__file__).resolve().parent
ROOMS = ("demo", "fonts", "icons", "locale", "report")


class BuildWithResources(build_py):
    """The package as setuptools builds it, and ``resources`` in it; an editable install reads the checkout's own."""

    def run(self) -> None:
        """Build, then compile the content into what was built. Raises ContentError where the content is wrong."""
        super().run()
        if self.editable_mode:
            return
        resources = Path(self.build_lib) / "hsct_aid" / "resources"
        for room in ROOMS:
            if (TOP / "resources" / room).is_dir():
                shutil.copytree(TOP / "resources" / room, resources / room, dirs_exist_ok=True)
        sys.path[:0] = [str(TOP), str(TOP / ".ci")]
        from bundle.stamp import FILE, stamp
        from hsct_aid.content.check import check_folder
        from hsct_aid.content.compile import write_pack
        from hsct_aid.content.load import load_yaml
        from hsct_aid.content.problem import ContentError
        from hsct_aid.content.translations import compile_words

        compile_words(resources / "locale")
        for words in (resources / "locale").rglob("*.po*"):
            words.unlink()
        (resources / FILE).write_text(f"{stamp('wheel')}\n", encoding="utf-8")
        source = TOP / "resources" / "content" / "en"
        if problems := check_folder(source):
            raise ContentError(*problems)
        (resources / "content").mkdir(parents=True, exist_ok=True)
        write_pack(load_yaml(source), resources / "content" / "en.pack.json")


setup(cmdclass={"build_py": BuildWithResources})
