"""What is done after the first paint."""

import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.gui.warm_up import BESIDE, FIRST, LAST, do_gradually, steps


def test_every_module_is_there() -> None:
    assert [name for name in (*FIRST, *BESIDE, *LAST) if find_spec(name) is None] == []


def test_every_step_can_be_done() -> None:
    done = [step() for step in steps()]
    assert len(done) > len(FIRST) + len(LAST)


def test_what_takes_long_to_load_costs_the_windows_thread_little() -> None:
    """In a fresh program: this one has loaded all of it. The thread has the most to do by far."""
    code = """
import time
from annotator.gui.warm_up import BESIDE, FIRST, LAST, steps
longest = 0.0
for step in steps():
    began = time.thread_time()
    step()
    if getattr(step, "args", ())[:1] not in {(name,) for name in (*FIRST, *LAST)}:
        longest = max(longest, time.thread_time() - began)
from annotator.suggest.near import figure_at
assert figure_at("3人", 0)
print(longest < time.process_time() / 20)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "True\n"


def test_a_broken_file_of_units_is_left_to_who_looks_for_figures(own_home: Path) -> None:
    """In a fresh program: the units of this one are read already."""
    broken = own_home / "config" / "units" / "mine.toml"
    broken.parent.mkdir(parents=True)
    broken.write_text("[", "utf-8")
    code = "from annotator.gui.warm_up import steps\nfor step in steps(): step()\n"
    look = "from annotator.suggest.near import figure_at\nfigure_at('3人', 0)"
    told = [
        subprocess.run([sys.executable, "-c", code + more], check=False, capture_output=True)
        for more in ("", look)
    ]
    assert (told[0].returncode, told[0].stderr) == (0, b"")
    assert b"mine.toml cannot be read" in told[1].stderr


def test_one_step_is_done_at_a_time(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    do_gradually(owner, (partial(done.append, number) for number in range(3)), pause=1)
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 3)
    qtbot.waitUntil(lambda: not owner.children())
    assert done == [0, 1, 2]
