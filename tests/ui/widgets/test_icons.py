"""Icons: every one has ink in the colour it is given, and those that point do so in the direction of writing."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hsct_aid import shipped
from hsct_aid.ui import icons

SIDE = 40


def ink(name: icons.Name, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> np.ndarray:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    icons.paint(painter, QRectF(0, 0, SIDE, SIDE), name, QColor("black"))
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, SIDE, 4)[:, :, 0] < 128


@pytest.mark.parametrize("name", get_args(icons.Name))
def test_every_icon_is_drawn_within_its_box(name: icons.Name, dressed: QApplication) -> None:
    drawn = ink(name)
    assert 0.08 < drawn.mean() < 0.6
    assert not drawn[0].any()
    assert not drawn[:, 0].any()


def test_what_points_turns_with_the_direction_of_writing(dressed: QApplication) -> None:
    turned = ink("next", Qt.LayoutDirection.RightToLeft)
    assert np.array_equal(turned, ink("back"))
    assert not np.array_equal(turned, ink("next"))
    assert np.array_equal(ink("help", Qt.LayoutDirection.RightToLeft), ink("help"))


def test_the_window_wears_the_icon_of_the_program(dressed: QApplication) -> None:
    """It is shipped as a picture too: to draw it from its lines would load Qt's reader of SVG."""
    folder = shipped.folder("icons")
    picture = QImage(str(folder / "hsct-aid.png")).convertToFormat(QImage.Format.Format_RGB32)
    lines = QIcon(str(folder / "hsct-aid.svg")).pixmap(picture.size(), 1.0).toImage()
    drawn = lines.convertToFormat(QImage.Format.Format_RGB32)
    both = [np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (picture, drawn)]
    assert abs(both[0] - both[1]).max() < SIDE
