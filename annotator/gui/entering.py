"""How a project comes onto the window: at once, and checked where nobody vouches for it."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from annotator.gui.memory import filling
from annotator.gui.recovery import Recovery, has_copies_of
from annotator.gui.warm_up import do_gradually
from annotator.model.errors import CannotWriteError, UserError
from annotator.model.message import _
from annotator.workspace.folders import log_path, open_folder
from annotator.workspace.opening import show_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.gui.first_check import FirstCheck
    from annotator.gui.main_window import MainWindow
    from annotator.gui.polled_worker import PolledWorker
    from annotator.gui.project_page import ProjectPage
    from annotator.model.history import Transaction
    from annotator.workspace.workspace import Workspace

SETTLED = 500
"""Milliseconds from the start of the program to what waits for the disk: the first paint does not.
"""


class Entering:
    """Lets projects onto a window and refuses those that are not sound."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.recovery = Recovery(open_folder())
        self._check: FirstCheck | None = None
        self._before: Path | None = None
        self._arriving: ProjectPage | None = None
        """Shown already, but not yet looked after."""
        self._coming: Callable[[], object] | None = None
        self._worker: PolledWorker | None = None
        """Puts a file right that is to be opened then."""

    def open_path(self, path: Path) -> None:
        """Open a project file; a sentence says what is wrong with it if it cannot be.

        One that has to be put right first is opened once a process has done so.
        """
        self._once_made(lambda: self._open_path(path))

    def _once_made(self, go_on: Callable[[], None]) -> None:
        """Go on when the panels for another project are there, made one by one under the eyes.

        What was to be opened before that is not opened any more.
        """
        self._coming = go_on
        if self._window.is_prepared or not self._window.isVisible():
            self._go_on_with(go_on)
        else:
            last = partial(self._go_on_with, go_on)
            do_gradually(self._window, chain(self._window.make_spare(), (last,)), pause=0)

    def _go_on_with(self, go_on: Callable[[], None]) -> None:
        if self._coming is go_on:
            self._coming = None
            go_on()

    def _open_path(self, path: Path) -> None:
        from annotator.store.opening import must_be_put_right

        self._stop_putting_right()
        if must_be_put_right(path):
            self._put_right(path)
        else:
            self._open(path)

    def _put_right(self, path: Path) -> None:
        from annotator.gui.polled_worker import PolledWorker
        from annotator.workspace.soundness import put_right

        def go_on(*, was_recovered: bool) -> None:
            self._stop_putting_right()
            self._open(path, was_recovered=was_recovered)

        self._window.say(_("Opening {name}…").format(name=path.name))
        self._worker = PolledWorker(self._window)
        self._worker.submit(
            put_right,
            path,
            self._window.session,
            done=lambda was_recovered: go_on(was_recovered=was_recovered),
            failed=lambda _failure: go_on(was_recovered=False),
        )

    def _stop_putting_right(self) -> None:
        if self._worker is not None:
            self._window.say("")
            self._worker.stop()
            self._worker = None

    def _open(self, path: Path, *, read_only: bool = False, was_recovered: bool = False) -> None:
        window = self._window

        def opened() -> Workspace:
            workspace = show_project(path, window.session, read_only=read_only)
            workspace.store.was_recovered |= was_recovered
            return workspace

        try:
            self._enter(opened, read_only=read_only)
        except CannotWriteError as error:
            title = _("The project cannot be written")
            if window.prompts.confirm(title, str(error), _("Open read-only")):
                self._open(path, read_only=True)
        except UserError as error:
            self.recovery.forget(path)
            if not path.exists():
                window.forget_recent(path)
            self._tell_refused(path, str(error))

    def _tell_refused(self, path: Path, sentence: str) -> bool:
        """Say why a file was not opened; returns whether a recovery copy is opened instead."""
        window, title = self._window, _("The project was not opened")
        if not has_copies_of(path, window.session):
            window.prompts.tell(title, sentence)
            return False
        if window.prompts.confirm(title, sentence, _("Recovery copies…")):
            return window.ask_to_restore(path)
        return False

    def enter(self, made: Callable[[], Workspace]) -> None:
        """Show a project that is made or copied here; a sentence says why it cannot be."""
        self._once_made(lambda: self._enter_made(made))

    def _enter_made(self, made: Callable[[], Workspace]) -> None:
        try:
            self._enter(made, read_only=False)
        except UserError as error:
            self._window.prompts.tell(_("The project was not opened"), str(error))

    def _enter(self, opened: Callable[[], Workspace], *, read_only: bool) -> None:
        window = self._window
        if not window.may_leave():
            return
        workspace = opened()
        shown = window.page.workspace if window.page else None
        self._before = shown.path if shown and shown.is_proven else None
        window.leave_page()
        if (latest := window.preferences.with_recent(workspace.path)) != window.preferences:
            window.remember(latest)
        try:
            with filling():
                page = window.show_project(workspace)
        except Exception:
            if workspace.is_proven:
                raise
            self._refuse(_("The file is damaged."))
            workspace.close()
            return
        if workspace.is_proven:
            self._arrive(page)
            return
        self._have_checked(page, read_only=read_only)

    def _have_checked(self, page: ProjectPage, *, read_only: bool) -> None:
        from annotator.gui.first_check import FirstCheck

        page.saved.emit(_("Read only while the file is being checked…"))
        self._check = FirstCheck(page, page.workspace)
        self._check.passed.connect(self._go_on)
        self._check.failed.connect(self._refuse)
        self._check.start(read_only=read_only)

    def close(self, page: ProjectPage) -> None:
        """Close the project of a page; there is a recovery copy of it, however soon that is."""
        page.leave()
        if page is self._arriving:
            page.workspace.keep_shadows()
        page.workspace.close(waits=False)
        self.leave()

    def leave(self) -> None:
        """Look after the project no longer: it was closed."""
        self._arriving = None
        self._stop_putting_right()
        if self._check is not None:
            self._check.stop()
            self._check = None
        self.recovery.leave()

    def _go_on(self, news: list[Transaction]) -> None:
        """Let the file be changed that was found sound."""
        window = self._window
        if window.page:
            window.page.watch.take_in(news)
            window.page.saved.emit("")
            window.show_title()
            self._arrive(window.page)

    def _refuse(self, sentence: str) -> None:
        """Show a file no longer that was found not to be sound, but the project shown before."""
        window = self._window
        before, self._before = self._before, None
        if window.page is None:
            window.prompts.tell(_("The project was not opened"), sentence)
        else:
            path = window.page.workspace.path
            window.leave_page()
            window.forget_recent(path)
            self.recovery.forget(path)
            if self._tell_refused(path, sentence):
                return
        if before is not None and window.page is None:
            self.open_path(before)

    def _arrive(self, page: ProjectPage) -> None:
        """Look after a project; what is to be said of it comes over the window."""
        window = self._window
        if window.isVisible():
            self._look_after(page)
        else:
            self._arriving = page
            QTimer.singleShot(SETTLED, window, partial(self._look_after, page))

    def _look_after(self, page: ProjectPage) -> None:
        window = self._window
        if page is not window.page:
            return
        self._arriving = None
        self.recovery.look_after(page.workspace)
        if other := self.recovery.speak(page.workspace, window.prompts):
            self.open_path(other)

    def say(self, sentence: str) -> None:
        """Say what could not be done."""
        self._window.prompts.tell(_("That could not be done"), sentence)

    def meet_crash(self, details: str) -> None:
        """Say that there was an error in the program, unless a file not yet checked is to blame."""
        window = self._window
        if window.page and not window.page.workspace.is_proven:
            self._refuse(_("The file is damaged."))
        else:
            window.prompts.crash(details, log_path(), window.keep_work())
