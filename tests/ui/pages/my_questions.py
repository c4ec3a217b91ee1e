"""What is asked, as it stands in the record."""

from __future__ import annotations

from hsct_aid.ui.window import Window


def asked(window: Window) -> list[str]:
    return [one.text for one in window.session.record.questions.asked]
