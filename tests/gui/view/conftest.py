"""A transcript view on the screen, with the focus."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.view.transcript_view import TranscriptView


@pytest.fixture
def view(qtbot: QtBot) -> TranscriptView:
    """Return an empty view, shown and focused."""
    made = TranscriptView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made
