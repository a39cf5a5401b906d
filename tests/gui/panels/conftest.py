"""An inspector on the screen and annotations to show in it."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.panels.inspected import InspectedAnnotation
from annotator.gui.panels.inspector import Inspector
from tests.example import QUANTITY, STATEMENT, snapshot
from tests.gui.panels.inspecting import FREE, TRUTH
from tests.gui.panels.screen import (
    put_on_screen,
)
from tests.gui.panels.test_inspected import inspected


@pytest.fixture
def inspector(qtbot: QtBot) -> Inspector:
    made = Inspector(lambda: [TRUTH, FREE], "en")
    put_on_screen(qtbot, made, 320, 900)
    return made


@pytest.fixture
def figure() -> InspectedAnnotation:
    return inspected(snapshot(), QUANTITY, "12个")


@pytest.fixture
def claim() -> InspectedAnnotation:
    return inspected(snapshot(), STATEMENT, "公交线路新开7条")
