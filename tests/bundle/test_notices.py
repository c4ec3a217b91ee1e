"""What ships has the text of its licence beside it."""

from __future__ import annotations

import pytest

from bundle.notices import without_text

TEXTS = {"texts/MIT.txt", "texts/Apache-2.0.txt", "texts/LLVM-exception.txt", "jinja2.txt"}


@pytest.mark.parametrize(
    ("licence", "is_there"),
    [
        ("MIT", True),
        ("MIT OR BSL-1.0", True),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", False),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("LGPL-3.0-only OR GPL-3.0-only", False),
        ("IJG AND MIT", False),
    ],
)
def test_a_licence_without_its_text_is_found(licence: str, is_there: bool) -> None:
    found = without_text([{"name": "planted", "licenses": [{"expression": licence}]}], TEXTS)
    assert found == ([] if is_there else [f"planted: no text of {licence}"])


def test_a_package_with_a_file_of_its_own_has_its_text() -> None:
    assert without_text([{"name": "jinja2", "licenses": [{"expression": "A licence nobody listed"}]}], TEXTS) == []
