"""A desktop of its own for the tests of one file."""

from collections.abc import Iterator

import pytest

from tests.outside.desktop import private_desktop


@pytest.fixture(scope="module")
def desktop() -> Iterator[dict[str, str]]:
    with private_desktop() as environment:
        yield environment
