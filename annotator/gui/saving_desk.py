"""Copies of the project file, and the ways out when a change could not be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.errors import ChangedMeanwhileError, NotSavedError, UserError
from annotator.model.message import _, fill
from annotator.workspace.folders import documents_folder, folder_of_files
from annotator.workspace.opening import with_suffix

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.gui.dialogs import Prompts
    from annotator.gui.project_page import ProjectPage


class SavingDesk:
    """Asks where to and what to keep; the workspace does it."""

    def __init__(self, prompts: Prompts, say: Callable[[str], None], pattern: str) -> None:
        self._prompts = prompts
        self._say = say
        self._pattern = pattern

    def save_copy(self, page: ProjectPage) -> None:
        """Write a copy of the project file, to send or to keep."""
        own = page.workspace.path
        start = folder_of_files(own) / (own.stem + _(" copy") + own.suffix)
        path = self._prompts.save_file(_("Save a copy"), start, self._pattern)
        if path is None:
            return
        try:
            page.workspace.store.save_copy(with_suffix(path))
        except UserError as error:
            self._prompts.tell(_("The copy was not saved"), str(error))
            return
        self._say(_("Saved a copy as {path}.").format(path=path))

    def save_again(self, page: ProjectPage) -> None:
        """Write what could not be written; the user decides on what cannot be any more."""
        try:
            page.workspace.save_again()
            self._say("")
            page.tell_saved()
        except NotSavedError as error:
            self._say(str(error))
        except UserError as error:
            if self._settle(page, error):
                self.save_again(page)
        page.reload()
        page.view.setFocus()  # else Qt gives it to any button, as the one that was pressed goes

    def save_elsewhere(self, page: ProjectPage) -> bool:
        """Go on in a copy elsewhere; returns whether that was tried."""
        start = documents_folder() / page.workspace.path.name
        path = self._prompts.save_file(_("Save a copy elsewhere"), start, self._pattern)
        if path is None:
            return False
        try:
            page.workspace.save_elsewhere(with_suffix(path))
        except UserError as error:
            self._prompts.tell(_("The copy was not saved"), str(error))
        page.reload()
        page.view.setFocus()
        return True

    def may_leave(self, page: ProjectPage) -> bool:
        """Ask before work would be lost that the file does not hold; says whether it may be.

        What waits is tried once more before: the disk may have room again.
        """
        page.settle()
        workspace = page.workspace
        if workspace.unsaved:
            self.save_again(page)
        if not (workspace.unsaved or workspace.is_cut_off):
            return True
        text = _("Not saved: {count} {count|change|changes}. To keep all, save a copy elsewhere.")
        if workspace.is_cut_off:
            text = _(
                "The file was moved or replaced by an older version. Save a copy elsewhere, or go "
                "back to the recovery copy that was made just now."
            )
        return self._prompts.confirm(
            _("Close without saving?"),
            fill(text, {"count": len(workspace.unsaved)}),
            _("Close all the same"),
            is_loss=True,
        )

    def _settle(self, page: ProjectPage, error: UserError) -> bool:
        """Ask what becomes of the first change that is kept; returns whether that was decided."""
        kept = page.workspace.unsaved[0]
        if isinstance(error, ChangedMeanwhileError):
            page.workspace.replace_unsaved(page.repeated(kept, error))
            return True
        title, action = _("A change can no longer be made"), _("Give it up")
        if not self._prompts.confirm(title, str(error), action):
            return False
        page.workspace.replace_unsaved(None)
        return True
