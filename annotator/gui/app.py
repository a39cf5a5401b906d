"""Starts the window: arguments, appearance, the project, and the event loop."""

import argparse
import os
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from annotator.gui.input_method import prepare_input_method
from annotator.gui.logging_setup import catch_crashes, log_qt_messages, start_log
from annotator.gui.memory import filling
from annotator.gui.signals import close_when_told_to_end
from annotator.gui.theme import apply_theme
from annotator.gui.warm_up import do_gradually, steps
from annotator.model.ids import IdSource
from annotator.model.message import _
from annotator.workspace.folders import config_folder, log_path
from annotator.workspace.opening import this_person
from annotator.workspace.preferences import PreferencesFile

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

LOOK = 300
"""Milliseconds between two looks at whether the picture can be taken."""
PATIENCE = 15_000
"""Milliseconds after which it is taken with what is there."""
THEMES = ("system", "light", "dark")
LARGEST_KEPT_LETTER = "QT_MAX_CACHED_GLYPH_SIZE", "300"
"""Pixels up to which Qt keeps letters that it has drawn, in place of 64. Enlarged text on a screen
of double resolution is larger: drawing it anew took 25 to 32 ms a page in place of 5 to 7."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, as the commands do."""

    def error(self, message: str) -> NoReturn:
        """End the program with code 2."""
        self.exit(2, f"{message[:1].upper()}{message[1:]}.\n")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the window's arguments; wrong ones end the program with code 2."""
    parser = _Parser(prog="annotator", description=_("Open the window."))
    parser.add_argument("project", nargs="?", type=Path, help=_("a project file (*.annotator)"))
    parser.add_argument(
        "--sample", nargs="?", const="zh", choices=("zh", "en"), help=_("open a sample project")
    )
    parser.add_argument(
        "--screenshot", type=Path, metavar="OUT.png", help=_("save a picture of the window and end")
    )
    parser.add_argument("--theme", choices=THEMES, help=_("colours, for this start only"))
    return parser.parse_args(list(arguments))


def run(arguments: Sequence[str]) -> int:
    """Open the window and run until it is closed; returns the exit code."""
    options = parse(arguments)
    if options.screenshot:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not has_display():
        sentence = _("There is no display. Use the command line instead: annotator --help.")
        print(sentence, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 1
    prepare_input_method(os.environ)
    app = QApplication.instance() or QApplication(["annotator"])
    assert isinstance(app, QApplication)  # noqa: S101 - for the type checker
    app.setApplicationName("Annotator")
    app.setDesktopFileName("annotator")
    QAccessible.installFactory(accessible)
    start_log(log_path())
    log_qt_messages()
    if options.screenshot:
        with TemporaryDirectory() as own:
            return save_picture(app, make_window(options, Path(own)), options.screenshot)
    close_when_told_to_end(app)
    window = make_window(options, config_folder())
    window.show()
    do_gradually(window, chain(steps(), window.prepare()))
    return app.exec()


@filling()
def make_window(options: argparse.Namespace, folder: Path) -> "MainWindow":
    """Return the window with what the arguments ask for opened in it.

    ``folder`` is where preferences are kept; a picture has its own, to be the same everywhere.
    """
    from annotator.gui.dialogs import Prompts
    from annotator.gui.main_window import MainWindow

    os.environ.setdefault(*LARGEST_KEPT_LETTER)
    preferences = PreferencesFile(folder, IdSource())
    theme = options.theme or preferences.load().theme
    apply_theme(theme, has_shapes=False)
    prompts = Prompts()
    window = MainWindow(this_person(), preferences, prompts)
    prompts.set_parent(window)
    if options.sample or options.project:
        for step in window.make_spare():
            step()
    apply_theme(theme)
    if not options.screenshot:
        window.fit_screen()
    catch_crashes(window.entering.meet_crash, window.entering.say)
    if options.sample:
        window.open_sample(options.sample)
    elif options.project:
        window.take_files([options.project])
    else:
        window.reopen_after_crash()
    return window


def save_picture(app: QApplication, window: "MainWindow", output: Path) -> int:
    """Save a picture of the window with its suggestions; returns the exit code."""
    from annotator.gui.main_window import START_SIZE

    window.show()
    window.resize(*START_SIZE)
    if window.page:
        window.page.bottom.show_panel("suggestions")
    looks = iter(range(PATIENCE // LOOK))
    done: list[bool] = []

    def look() -> None:
        if window.page and window.page.is_busy and next(looks, None) is not None:
            return
        timer.stop()
        done.append(window.grab().save(str(output)))
        app.quit()

    timer = QTimer(window, interval=LOOK)
    timer.timeout.connect(look)
    timer.start()
    app.exec()
    if not done or not done[0]:
        sentence = _("The picture could not be written to {path}.").format(path=output)
        print(sentence, file=sys.stderr)  # noqa: T201 - the window is about to close
        return 1
    return 0


def accessible(class_name: str, made_for: QObject) -> QAccessibleInterface | None:
    """Return what screen readers see of the transcript and of labels; loaded when one asks."""
    if class_name == "TranscriptView":
        from annotator.gui.view.accessible import make_interface
    elif class_name == "LabelRow":
        from annotator.gui.panels.accessible_row import make_interface
    else:
        return None
    return make_interface(class_name, made_for)


def has_display() -> bool:
    """Say whether there is a screen to show a window on."""
    if sys.platform in {"win32", "darwin", "cygwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
