"""The real window, with answers in place of dialogs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.gui.theme import apply_theme
from annotator.gui.warm_up import steps
from annotator.model.ids import IdSource
from annotator.workspace.folders import config_folder
from annotator.workspace.importing import import_files
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.preferences import PreferencesFile
from tests.gui.fakes import Answers
from tests.gui.warm_processes import start_warm
from tests.gui.watchdog import Watchdog

WATCHDOG = pytest.StashKey[Watchdog]()
MakeWindow = Callable[[], MainWindow]
TEXT = (
    "主持人：各位好，现在开始。\n"
    "张明：今年投入2.3万人，比去年增长12.5%。完成投资400亿元😀，这是实话。\n"
    "记者：请问2.3万人从哪里来？\n"
    "张明：从各县抽调2.3万人，12月底到位。\n"
)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Let a test fail whose window worked for too long at a stretch."""
    if WATCHDOG not in item.config.stash:
        for step in steps():  # the window does them while nobody types
            step()
        item.config.stash[WATCHDOG] = Watchdog()
    watchdog = item.config.stash[WATCHDOG]
    watchdog.start()
    try:
        outcome = yield
    finally:
        watchdog.stop()
    if watchdog.slow:
        pytest.fail("The window did not answer.\n" + "\n".join(watchdog.slow), pytrace=False)
    return outcome


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Make the application whichever test comes first: fonts need one as windows do."""
    return qapp


@pytest.fixture(autouse=True)
def warm_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare each process beside a window the loading of the program."""
    start_warm(monkeypatch)


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[MakeWindow]:
    """Return what makes a shown window; all are closed at the end."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        apply_theme("light")
        window = MainWindow(this_person(), PreferencesFile(config_folder(), IdSource()), Answers())
        qtbot.addWidget(window)
        made.append(window)
        with qtbot.waitExposed(window):
            window.show()
        for step in window.prepare():  # the window does them while nobody types
            step()
        window.activateWindow()
        return window

    yield make
    for window in made:
        if window.page:
            window.close_project()


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """Return a window on its start page."""
    return make_window()


@pytest.fixture
def page(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> ProjectPage:
    """Return the page of a new project with one short transcript, the focus in the text."""
    source = tmp_path / "talk.txt"
    source.write_text(TEXT, encoding="utf-8")
    with create_project(tmp_path / "talk.annotator", this_person()) as workspace:
        import_files(workspace, [source])
    window.open_path(tmp_path / "talk.annotator")
    assert window.page is not None
    window.page.view.setFocus()
    qtbot.waitUntil(window.page.view.hasFocus)
    return window.page
