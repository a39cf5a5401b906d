"""What is imported after the first paint."""

import sys
from importlib.util import find_spec

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.gui.warm_up import MODULES, import_gradually


def test_every_module_is_there() -> None:
    assert [name for name in MODULES if find_spec(name) is None] == []


def test_modules_are_imported_one_at_a_time(qtbot: QtBot) -> None:
    owner = QObject()
    names = ["colorsys", "stringprep"]
    for name in names:
        sys.modules.pop(name, None)
    import_gradually(owner, names, pause=1)
    assert not set(names) & set(sys.modules)
    qtbot.waitUntil(lambda: set(names) <= set(sys.modules))
    qtbot.waitUntil(lambda: not owner.children())
