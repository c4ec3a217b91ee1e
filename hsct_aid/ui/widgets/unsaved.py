"""What can be done where a save failed: every word is still here, and there are three ways to keep it."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.file_dialogs import CopyOut
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.on_the_way import tell_on_the_way
from hsct_aid.ui.widgets.scroll_bar import wide_bars
from hsct_aid.ui.widgets.told import Told

MOST = 0.4
"""As much of the window's height at most: where the text is very large, the rest scrolls."""


class _Ground(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.callout_ground(QPainter(self), self.rect(), self.palette(), care=True)


class Unsaved(QScrollArea):
    """Stands above the page from a failed save to the next one that is done. It never takes the focus by itself."""

    close_anyway = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        named(self, _("Your notes are not saved"), key="unsaved", role=QAccessible.Role.Grouping)
        self.hide()
        session.save_failed.connect(self._show)
        session.saved.connect(self._dismiss)

    def _fill(self) -> None:
        """Make what stands in it; when a save failed first, so that no other start waits for it."""
        self._why = Told(key="unsaved.why", bold=True)
        self._told = Told(key="unsaved.told")
        self._copying = CopyOut(self, self._told)
        self._again = Button(_("Try again"), key="unsaved.again")
        self._elsewhere = Button(_("Save elsewhere…"), key="unsaved.elsewhere")
        self._copy = Button(_("Copy as text"), key="unsaved.copy")
        self._close = Button(_("Close without saving"), key="unsaved.close")
        self._ground = _Ground()
        rows = QVBoxLayout(self._ground)
        side = theme.em(self, 0.6)
        rows.setContentsMargins(side * 2, side, side, side)
        buttons = QWidget()
        flow = Flow(buttons)
        for button in (self._again, self._elsewhere, self._copy, self._close):
            flow.addWidget(button)
        for widget in (self._why, buttons, self._told):
            rows.addWidget(widget)
        wide_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(self._ground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        for line in (self._why, self._told):
            line.told.connect(partial(tell_on_the_way, self))
        self._again.clicked.connect(self._session.save)
        self._elsewhere.clicked.connect(self._save_elsewhere)
        self._copy.clicked.connect(self._put_on_clipboard)
        self._close.clicked.connect(self.close_anyway)
        self._close.hide()

    def ask_before_closing(self) -> None:
        """The window was to be closed: offer that too, and go to what can be done."""
        self._appear()
        self._close.show()
        self._again.setFocus()
        QTimer.singleShot(0, self, self._bring_into_sight)  # once it is laid out

    def _appear(self) -> None:
        if self.widget() is None:
            self._fill()
        self.show()

    def _show(self, reason: str) -> None:
        self._appear()
        self._why.tell(_("Not saved. {reason} All your words are still here.").format(reason=reason))

    def _bring_into_sight(self) -> None:
        self.ensureWidgetVisible(self._again, 0, 0)

    def _dismiss(self) -> None:
        if self.widget() is not None:
            self.hide()
            self._close.hide()
            self._told.tell("")

    def _save_elsewhere(self) -> None:
        self._copying.start_record(self, self._session.as_file(self._session.record), self._session.today)

    def _put_on_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._session.as_file(self._session.record).decode())
        self._told.tell(_("Copied. Paste it into a text file: “My notes” can bring it in again."))

    def sizeHint(self) -> QSize:
        # no height for a width, which a layout takes for the least: where room is short, this scrolls first
        tall = min(self._ground.heightForWidth(self.width()), round(self.window().height() * MOST))
        return QSize(self._ground.minimumSizeHint().width(), tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._ground.minimumSizeHint().width(), theme.TARGET)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
