"""The main window: a start page or an open project, menus, and what concerns whole files."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QToolButton

from annotator.gui.actions import Actions
from annotator.gui.author_button import AuthorButton, author_in, renaming
from annotator.gui.commands import window_commands
from annotator.gui.dialogs import Prompts
from annotator.gui.entering import Entering
from annotator.gui.on_screen import resize_within_screen
from annotator.gui.other_keys import other_keys
from annotator.gui.panels.start_page import StartPage
from annotator.gui.plain_text import plain_label, visible, without_mnemonic
from annotator.gui.recovery import ask_to_restore
from annotator.gui.saving_desk import SavingDesk
from annotator.gui.spare_page import SparePage
from annotator.gui.theme import apply_theme
from annotator.gui.unsaved_bar import UnsavedBar
from annotator.gui.warm_up import do_gradually
from annotator.gui.window_keys import WindowKeys
from annotator.model.errors import UserError
from annotator.model.message import _
from annotator.store.session import Session
from annotator.version import __version__
from annotator.workspace.folders import documents_folder, log_path
from annotator.workspace.opening import SUFFIX, authored, create_project, with_suffix
from annotator.workspace.preferences import Preferences, PreferencesFile

if TYPE_CHECKING:
    from annotator.gui.project_page import ProjectPage
    from annotator.workspace.workspace import Workspace

NAME = "Annotator"
START_SIZE = (1320, 860)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MainWindow(QMainWindow):
    """Opens, makes and closes projects; the project page does the rest."""

    def __init__(self, session: Session, preferences: PreferencesFile, prompts: Prompts) -> None:
        super().__init__()
        self.session = session
        self.prompts = prompts
        self._preferences_file = preferences
        self.preferences: Preferences = preferences.load()
        self.page: ProjectPage | None = None
        self._prepares = False
        self.entering = Entering(self)
        self._saving = SavingDesk(prompts, self.say, _project_filter())
        self.setAcceptDrops(True)
        self._stack = QStackedWidget()
        self._spare = SparePage(self._stack)
        self.setCentralWidget(self._stack)
        self._start = self._make_start_page()
        self._saved = plain_label()
        self.statusBar().addPermanentWidget(self._saved)
        self.author_button = AuthorButton()
        self.author_button.clicked.connect(lambda _on=False: self.ask_for_name())
        self.statusBar().addPermanentWidget(self.author_button)
        self.unsaved_bar = UnsavedBar()
        self.unsaved_bar.try_again_requested.connect(self.save_again)
        self.unsaved_bar.copy_requested.connect(self.save_elsewhere)
        self.statusBar().addPermanentWidget(self.unsaved_bar)
        self.actions_by_id = Actions(self, self.menuBar(), window_commands(self))
        WindowKeys(self, self.actions_by_id["export"].shortcuts())
        self._restore_window()
        self._show_start()

    # --- projects ---

    @property
    def workspace(self) -> "Workspace | None":
        """The open project."""
        return self.page.workspace if self.page else None

    def new_project(self) -> None:
        """Ask for a file and make a project there."""
        start = documents_folder() / (_("New project") + SUFFIX)
        if path := self.prompts.save_file(_("New project"), start, _project_filter()):
            self.entering.enter(lambda: create_project(with_suffix(path), self.session))

    def ask_for_project(self) -> None:
        """Ask for a project file and open it."""
        if paths := self.prompts.open_files(_("Open project"), self._folder(), _project_filter()):
            self.open_path(paths[0])

    def open_path(self, path: Path) -> None:
        """Open a project file; a sentence says what is wrong with it if it cannot be."""
        self.entering.open_path(path)

    def reopen_after_crash(self) -> None:
        """Open the project that was open when the program ended unexpectedly, if one was."""
        if path := self.entering.recovery.last_crashed():
            self.open_path(path)

    def ask_to_restore(self, refused: Path | None = None) -> bool:
        """Open a recovery copy at a new place, perhaps of a file that was refused."""
        now, pattern = self.workspace, _project_filter()
        found = ask_to_restore(self.prompts, self.session, now, pattern, refused)
        if found:
            self.open_path(found)
        return found is not None

    def keep_work(self) -> Path | None:
        """Make a recovery copy of all work at once, saved or not; returns where it is."""
        with suppress(UserError):
            if self.workspace and self.workspace.shadows:
                unsaved = self.workspace.unsaved
                return self.workspace.shadows.take_with(unsaved, self.session)
        return None

    def open_sample(self, language: str) -> None:
        """Open a copy of the sample project in the user's data folder."""
        from annotator.workspace.samples import open_sample_copy

        self.entering.enter(lambda: open_sample_copy(language, self.session))

    def close_project(self) -> None:
        """Close the project and show the start page."""
        if self.may_leave():
            self.leave_page()

    def leave_page(self) -> None:
        """Close the project on show."""
        if self.page is None:
            return
        self._remember_window()
        page, self.page = self.page, None
        self.entering.close(page)
        self._stack.removeWidget(page)
        page.deleteLater()
        self._show_start()

    def show_project(self, workspace: "Workspace") -> "ProjectPage":
        """Show a project's page."""
        page = self._spare.take()
        page.resize(self.size())  # what its panels are measured by
        page.open(workspace, self.prompts, self.preferences.window)
        self.page = page
        page.said.connect(self.say)
        page.saved.connect(self._show_saved)
        page.changed.connect(self._show_steps)
        self.actions_by_id.bind(page.view)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.actions_by_id.enable_for(has_project=True)
        self.show_title()
        page.enter()
        self.author_button.show_name(author_in(workspace).name)
        self._show_steps()
        return page

    def show_title(self) -> None:
        """Show which project this is, and what can be done in it."""
        if self.page is None:
            return
        workspace = self.page.workspace
        suffix = _(" (read only)") if workspace.read_only else ""
        self.setWindowTitle(f"{workspace.title}{suffix} — {NAME}")
        self.setWindowFilePath(str(workspace.path))
        self._show_steps()

    def _show_start(self) -> None:
        self.actions_by_id.enable_for(has_project=False)
        self.setWindowTitle(NAME)
        self._saved.clear()
        self.author_button.show_name(self.session.author.name)
        self._start.show_recent(self.preferences.recent)
        self._stack.setCurrentWidget(self._start)
        self._start.take_focus()
        if self._prepares:
            do_gradually(self, self.prepare())

    def prepare(self) -> "Iterator[Callable[[], object]]":
        """Yield what makes the page of the next project, from now on whenever there is none."""
        self._prepares = True
        if self.page is None:
            yield from self.make_spare()

    @property
    def is_prepared(self) -> bool:
        """Whether the page of the next project is made."""
        return self._spare.is_made

    def make_spare(self) -> "Iterator[Callable[[], object]]":
        """Yield what is still to be made of the page of the next project."""
        return self._spare.make()

    def _make_start_page(self) -> StartPage:
        page = StartPage()
        page.new_requested.connect(self.new_project)
        page.open_requested.connect(self.ask_for_project)
        page.sample_requested.connect(self.open_sample)
        page.recent_chosen.connect(lambda path: self.open_path(Path(path)))
        self._stack.addWidget(page)
        return page

    # --- saving ---

    def save_copy(self) -> None:
        """Write a copy of the project file, to send or to keep."""
        if self.page:
            self._saving.save_copy(self.page)

    def save_again(self) -> None:
        """Try once more to write what the disk did not take."""
        if self.page:
            self._saving.save_again(self.page)
            self._show_steps()

    def save_elsewhere(self) -> None:
        """Go on in a copy on another disk, with what this one did not take."""
        if self.page and self._saving.save_elsewhere(self.page):
            self.entering.recovery.moved_to(self.page.workspace)
            self.show_title()

    # --- undo ---

    def undo(self) -> None:
        """Take back the last step."""
        if self.page:
            self.page.undo()

    def redo(self) -> None:
        """Do the undone step again."""
        if self.page:
            self.page.redo()

    def _show_steps(self) -> None:
        """Name the steps that undo and redo would take, and say what is not saved."""
        workspace = self.workspace
        if workspace is None:
            return
        for action_id, text, step in (
            ("undo", _("&Undo"), workspace.undoable()),
            ("redo", _("&Redo"), workspace.redoable()),
        ):
            action = self.actions_by_id[action_id]
            action.setEnabled(step is not None and not workspace.unsaved)
            action.setText(f"{text}: {without_mnemonic(str(step))}" if step else text)
        self.unsaved_bar.show_count(len(workspace.unsaved), is_cut_off=workspace.is_cut_off)

    def _show_saved(self, text: str) -> None:
        self._saved.setText(text)

    # --- the window itself ---

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar for some seconds."""
        self.statusBar().showMessage(visible(sentence), 8000)

    def ask_for_name(self) -> None:
        """Ask under which name the annotations are made; an open project is told at once."""
        workspace = self.workspace
        now = author_in(workspace).name if workspace else self.session.author.name
        name = self.prompts.line(_("Your name"), now)
        if not name or name == now:
            return
        if self.page and not self.page.apply(renaming(self.page.workspace, name)):
            return
        self.session = authored(self.session, replace(self.session.author, name=name))
        self.remember(replace(self.preferences, author_name=name))
        self.author_button.show_name(name)

    def show_about(self) -> None:
        """Say which version this is and where the files are."""
        self.prompts.about(__version__, self.workspace.path if self.workspace else None, log_path())

    def show_keys(self) -> None:
        """List the keys."""
        self.prompts.keys([*other_keys(), *self.actions_by_id.keys_table()])

    def set_theme(self, theme: str) -> None:
        """Show the window light, dark, or as the system does."""
        self.remember(replace(self.preferences, theme=theme))
        apply_theme(theme)

    def forget_recent(self, path: Path) -> None:
        """List a project no longer among those opened last."""
        self.remember(self.preferences.without_recent(path))
        self._start.show_recent(self.preferences.recent)

    def remember(self, preferences: Preferences) -> None:
        """Keep preferences for the next start."""
        self.preferences = preferences
        self._preferences_file.save(preferences)

    def _folder(self) -> Path:
        recent = self.preferences.recent
        return Path(recent[0]).parent if recent else documents_folder()

    def _restore_window(self) -> None:
        self.resize(*START_SIZE)
        geometry = self.preferences.window.get("geometry", "")
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore")))

    def fit_screen(self) -> None:
        """Be no larger than the screen: it may be small, or everything on it enlarged."""
        resize_within_screen(self, self.width(), self.height())

    def _remember_window(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        kept = dict(self.preferences.window) | {"geometry": geometry}
        if self.page:
            kept |= self.page.layout_state()
        self.remember(replace(self.preferences, window=kept))

    # --- Qt ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as in a dialog."""
        focused = self.focusWidget()
        if event.key() in ENTER and isinstance(focused, QPushButton | QToolButton):
            focused.animateClick()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before unsaved work would be lost; remember the window."""
        if not self.may_leave():
            event.ignore()
            return
        self._remember_window()
        if self.page:
            self.entering.close(self.page)
            self.page = None
        self.entering.leave()
        event.accept()

    def may_leave(self) -> bool:
        """Ask before work would be lost that the file does not hold."""
        return self.page is None or self._saving.may_leave(self.page)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dropped project; import dropped transcripts."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.take_files(paths)
        event.acceptProposedAction()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Open the first project among the files, or import them into the open one."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open_path(projects[0])
        elif self.page:
            self.page.transfer_desk.import_paths(paths)
        elif paths:
            self._import_into_new(paths)

    def _import_into_new(self, paths: Sequence[Path]) -> None:
        """Ask for a project file and import transcripts into it."""
        start = paths[0].with_suffix(SUFFIX)
        if path := self.prompts.save_file(_("New project"), start, _project_filter()):
            self.entering.enter(lambda: create_project(with_suffix(path), self.session))
            if self.page and self.page.workspace.path == with_suffix(path):
                self.page.transfer_desk.import_paths(paths)


def _project_filter() -> str:
    return _("Projects ({pattern})").format(pattern=f"*{SUFFIX}")
