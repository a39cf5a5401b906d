"""Starting the program: arguments, and a picture."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui import app
from annotator.gui.main_window import START_SIZE
from annotator.gui.theme import LIGHT, style_sheet
from annotator.workspace.folders import open_folder
from annotator.workspace.opening import create_project, this_person

ROOT = Path(__file__).parents[2]


def run_program(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "annotator", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_picture_of_the_sample_is_saved(language: str, tmp_path: Path) -> None:
    output = tmp_path / "window.png"
    done = run_program("--sample", language, "--theme", "dark", "--screenshot", str(output))
    assert (done.returncode, done.stderr) == (0, "")
    picture = QImage(str(output))
    assert (picture.width(), picture.height()) == START_SIZE
    colours = {picture.pixel(x, y) for x in range(0, 1320, 7) for y in range(0, 860, 7)}
    assert len(colours) > 20


def test_a_picture_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    done = run_program("--sample", "--screenshot", str(tmp_path / "missing" / "window.png"))
    assert done.returncode == 1
    assert "window.png" in done.stderr.splitlines()[-1]


def test_wrong_arguments_end_with_code_2_and_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        app.parse(["--sample", "fr"])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_without_a_display_the_command_line_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if sys.platform != "linux":
        pytest.skip("other systems always have a display")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not app.has_display()
    assert app.run([]) == 1
    assert "annotator --help" in capsys.readouterr().err


def test_a_project_is_there_with_its_shapes_and_marked_as_open_after_the_first_paint(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mark waits for the disk, so the first paint does not wait for it."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    project = tmp_path / "p.annotator"
    create_project(project, this_person()).close()
    window = app.make_window(app.parse(["--theme", "light", str(project)]), tmp_path)
    qtbot.addWidget(window)
    assert window.page is not None
    assert window.page.workspace.path == project
    assert qapp.styleSheet() == style_sheet(LIGHT)
    assert not list(open_folder().glob("*.lock"))
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: bool(list(open_folder().glob("*.lock"))))
    window.close_project()
    assert not list(open_folder().glob("*.lock"))
