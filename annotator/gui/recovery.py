"""Going back to a recovery copy, and what is said after the program ended unexpectedly."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

from annotator.model.errors import ChangedMeanwhileError, NotSavedError, UserError
from annotator.model.message import _, fill
from annotator.workspace.folders import documents_folder
from annotator.workspace.opening import with_suffix

if TYPE_CHECKING:
    from annotator.gui.dialogs import Prompts
    from annotator.store.session import Session
    from annotator.store.spill import Waiting
    from annotator.workspace.shadows import Shadow
    from annotator.workspace.workspace import Workspace


# --- recovery copies ---


def has_copies_of(path: Path, session: Session) -> bool:
    """Say whether there are recovery copies of a file, which may be damaged or gone."""
    return any(shadow.source == path.absolute() for shadow in _copies(session))


def _copies(session: Session) -> list[Shadow]:
    from annotator.workspace.shadows import all_shadows

    return all_shadows(session.recovery_folder) if session.recovery_folder else []


def ask_to_restore(
    prompts: Prompts,
    session: Session,
    open_now: Workspace | None,
    pattern: str,
    refused: Path | None = None,
) -> Path | None:
    """Let the user pick a recovery copy and a new place for it; returns the place.

    Copies of a file that was ``refused``, else of the open project, come first. A copy is never
    written over a file.
    """
    found = _copies(session)
    if refused:
        found.sort(key=lambda shadow: shadow.source != refused.absolute())
    elif open_now:
        found.sort(key=lambda shadow: shadow.holds.project_id != open_now.project_id)
    if not found:
        prompts.tell(_("Recovery copies"), _("There are no recovery copies yet."))
        return None
    headings = (_("Made"), _("Project"), _("Holds"), _("Last change"), _("File"))
    number = prompts.pick_row(
        _("Recovery copies"), headings, [_row(shadow) for shadow in found], _("Open as a copy…")
    )
    return None if number is None else _restore(prompts, session, found[number], pattern)


def _restore(prompts: Prompts, session: Session, shadow: Shadow, pattern: str) -> Path | None:
    from annotator.workspace.shadows import restore

    made = shadow.taken.astimezone().strftime("%Y-%m-%d %H.%M")
    name = _("{name} as of {time}").format(name=shadow.source.stem, time=made)
    folder = shadow.source.parent if shadow.source.is_absolute() else documents_folder()
    start = folder / (name + shadow.source.suffix)
    path = prompts.save_file(_("Open as a copy"), start, pattern)
    if path is None:
        return None
    try:
        restore(shadow, with_suffix(path), session)
    except UserError as error:
        prompts.tell(_("The copy was not opened"), str(error))
        return None
    return with_suffix(path)


def _row(shadow: Shadow) -> tuple[str, ...]:
    holds = fill(
        _(
            "{documents} {documents|document|documents}, "
            "{annotations} {annotations|annotation|annotations}"
        ),
        {"documents": shadow.holds.documents, "annotations": shadow.holds.annotations},
    )
    made = shadow.taken.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    return (
        made,
        shadow.holds.title,
        holds,
        local_moment(shadow.holds.last_change),
        str(shadow.source),
    )


def local_moment(moment: str) -> str:
    """Return a moment of a file in the user's own time; as it stands if it is none."""
    try:
        return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (ValueError, OverflowError):
        return moment[:40]


# --- after a crash ---


@dataclass(frozen=True, slots=True)
class OpenAtCrash:
    """A project that was open when the program ended unexpectedly."""

    path: str
    opened: str
    last: str
    unsaved: str
    mark: Path
    """The file that says so, until the user has been told."""


class OpenMark:
    """Says in a file of its own which project is open, as long as this process lives."""

    def __init__(self, folder: Path, workspace: Workspace) -> None:
        from uuid import uuid4

        name = uuid4().hex
        self._file = folder / f"{name}.json"
        self._lock = QLockFile(str(folder / f"{name}.lock"))
        self._lock.setStaleLockTime(0)
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._lock.tryLock(0)
            told = {
                "path": str(workspace.path.absolute()),
                "opened": workspace.session.clock().isoformat(timespec="seconds"),
                "last": workspace.store.tail.last,
                "unsaved": str(workspace.shadows.spill) if workspace.shadows else "",
            }
            self._file.write_text(json.dumps(told), encoding="utf-8")

    def clear(self) -> None:
        """Say that the project was closed."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        self._lock.unlock()


def find_crashed(folder: Path) -> list[OpenAtCrash]:
    """Return the projects whose process ended without closing them, the last opened at the end.

    What cannot be read is taken away.
    """
    found = []
    for file in folder.glob("*.json"):
        lock = QLockFile(str(file.with_suffix(".lock")))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            continue
        try:
            told = {"unsaved": "", **json.loads(file.read_text(encoding="utf-8"))}
            path, opened = str(told["path"]), str(told["opened"])
            last, unsaved = str(told["last"]), str(told["unsaved"])
            found.append(OpenAtCrash(path, opened, last, unsaved, file))
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            _remove(file)
        lock.unlock()
    return sorted(found, key=lambda crash: crash.opened)


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink()


def crash_sentence(workspace: Workspace, crash: OpenAtCrash) -> str:
    """Say what is there of a project that was open when the program ended unexpectedly.

    Nothing if nothing had been changed: then nothing could be missing.
    """
    count = workspace.store.changes_since(crash.last)
    if not count and not workspace.store.was_recovered:
        return ""
    text = _(
        "The program ended unexpectedly while this project was open. The file was checked: "
        "{count} {count|change|changes} made since {time} {count|is|are} in it, none is missing."
    )
    lines = [fill(text, {"count": count, "time": local_moment(crash.opened)})]
    if workspace.store.was_recovered:
        lines.append(_("A change that was being written at that moment was taken back."))
    return "\n".join(lines)


def offer_unsaved(workspace: Workspace, spill: Path, prompts: Prompts) -> None:
    """Offer to make the changes that the disk had not taken when the program ended."""
    from annotator.store.spill import count_spilled, is_spill, read_spill, write_spill

    if not is_spill(spill) or not (count := count_spilled(spill)):
        return
    text = _(
        "When the program ended, {count} {count|change was|changes were} not saved, as the disk "
        "did not take {count|it|them}. What you decide against is lost."
    )
    title = _("Changes that were not saved")
    if prompts.confirm(title, fill(text, {"count": count}), _("Make the changes")):
        refused = []
        try:
            for waiting in read_spill(spill, workspace.store.quote):
                refused += _made(workspace, waiting)
        except UserError as error:
            refused.append(str(error))
        if refused:
            prompts.tell(title, "\n".join(refused))
    write_spill(spill, ())


def _made(workspace: Workspace, waiting: Waiting) -> list[str]:
    """Make a change, unless it was made after all; returns why it cannot be."""
    try:
        edit, group, are_new = waiting
        workspace.apply(edit, group=group, texts_are_new=are_new)
    except NotSavedError:
        pass  # it waits again, on the screen
    except ChangedMeanwhileError as error:
        if any(difference.theirs != difference.mine for difference in error.differences):
            return [str(error)]
    except UserError as error:
        return [str(error)]
    return []


class Recovery:
    """Marks the open project as open, and says what the user should know on arriving in one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mark: OpenMark | None = None
        self._crashed = find_crashed(folder)

    def last_crashed(self) -> Path | None:
        """Return the project that was open when the program ended unexpectedly."""
        return Path(self._crashed[-1].path) if self._crashed else None

    def look_after(self, workspace: Workspace) -> None:
        """Begin to look after a project."""
        workspace.keep_shadows()
        self.moved_to(workspace)

    def speak(self, workspace: Workspace, prompts: Prompts) -> Path | None:
        """Say what the user should know; returns another project that they would rather open."""
        crashed = self.forget(workspace.path)
        if crashed and (sentence := crash_sentence(workspace, crashed[-1])):
            prompts.tell(_("After an unexpected end"), sentence)
        for crash in crashed:
            offer_unsaved(workspace, Path(crash.unsaved), prompts)
        return _offer_copies(workspace, prompts)

    def forget(self, path: Path) -> list[OpenAtCrash]:
        """Say no more that a project was open at a crash, and return what was known of it.

        Until then the next start says it, too.
        """
        here = str(path.absolute())
        gone = [crash for crash in self._crashed if crash.path == here]
        self._crashed = [crash for crash in self._crashed if crash.path != here]
        for crash in gone:
            _remove(crash.mark)
        return gone

    def moved_to(self, workspace: Workspace) -> None:
        """Mark the file in which the user goes on."""
        self.leave()
        self._mark = OpenMark(self._folder, workspace)

    def leave(self) -> None:
        """Stop looking after the project: it was closed."""
        if self._mark:
            self._mark.clear()
            self._mark = None


def _offer_copies(workspace: Workspace, prompts: Prompts) -> Path | None:
    """Offer another state of the file beside it, as sync programs leave after a conflict."""
    for copy in workspace.store.copies_beside():
        if not copy.only_there:
            continue
        text = _(
            "{name} beside it is another state of this project. Changes that are only there: "
            "{theirs}; only in this file: {mine}. Both stay as they are."
        ).format(name=copy.path.name, theirs=copy.only_there, mine=copy.only_here)
        if prompts.confirm(_("Two states of one project"), text, _("Open the other")):
            return copy.path
    return None
