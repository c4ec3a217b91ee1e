"""The icons for Windows and macOS, read back by another reader than the one that wrote them."""

from __future__ import annotations

from io import BytesIO

from PIL import IcnsImagePlugin, IcoImagePlugin
from PIL.Image import Image
from PySide6.QtWidgets import QApplication

from bundle import icon
from bundle.locked import TOP

DRAWING = TOP / "resources" / "icons" / "hsct-aid.svg"


def is_drawn(picture: Image, pixels: int) -> bool:
    """Whether it has this size, a corner that shows what is behind it, and something in the middle."""
    seen = picture.convert("RGBA").getchannel("A").tobytes()
    return len(seen) == pixels**2 and seen[0] < 32 and seen[(pixels + 1) * pixels // 2] == 255


def test_the_icon_of_windows_has_a_picture_of_its_own_for_each_size(qapp: QApplication) -> None:
    read = IcoImagePlugin.IcoFile(BytesIO(icon.ico(DRAWING)))
    assert read.sizes() == {(pixels, pixels) for pixels in icon.WINDOWS}
    assert all(is_drawn(read.getimage((pixels, pixels)), pixels) for pixels in icon.WINDOWS)


def test_the_icon_of_macos_has_a_picture_for_plain_and_for_fine_screens(qapp: QApplication) -> None:
    read = IcnsImagePlugin.IcnsFile(BytesIO(icon.icns(DRAWING)))
    sizes = {(wide, scale) for wide, _high, scale in read.itersizes()}
    assert sizes >= {(16, 2), (32, 2), (128, 1), (128, 2), (256, 1), (256, 2), (512, 1), (512, 2)}
    assert all(is_drawn(read.getimage((wide, wide, scale)), wide * scale) for wide, scale in sizes)
