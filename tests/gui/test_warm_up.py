"""What is done after the first paint."""

from functools import partial
from importlib.util import find_spec

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.gui.warm_up import MODULES, do_gradually, steps


def test_every_module_is_there() -> None:
    assert [name for name in MODULES if find_spec(name) is None] == []


def test_every_step_can_be_done() -> None:
    done = [step() for step in steps()]
    assert len(done) > len(MODULES)


def test_one_step_is_done_at_a_time(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    do_gradually(owner, (partial(done.append, number) for number in range(3)), pause=1)
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 3)
    qtbot.waitUntil(lambda: not owner.children())
    assert done == [0, 1, 2]
