"""Opening and making projects as the person at this machine.

The project file is loaded with the first project, not with the window.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.author import Author
from annotator.model.errors import UserError, not_read
from annotator.model.ids import IdSource, NewId, utc_now
from annotator.model.message import Message
from annotator.resources import resource_path
from annotator.store.session import Session
from annotator.workspace.folders import config_folder, recovery_folder, vouch_folder
from annotator.workspace.preferences import PreferencesFile

if TYPE_CHECKING:
    from annotator.model.codebook import VerdictScale
    from annotator.model.records import Label
    from annotator.workspace.workspace import Workspace

SUFFIX = ".annotator"
DEFAULT_CODEBOOK = "press-conference"


def this_person() -> Session:
    """Return a session for the person at this machine, with the real clock."""
    new_id = IdSource()
    author = PreferencesFile(config_folder(), new_id).load().author()
    return Session(author, utc_now, new_id, vouch_folder(), recovery_folder())


def open_project(path: Path, session: Session, *, read_only: bool = False) -> "Workspace":
    """Open a project file.

    Raises:
        UserError: it is missing, damaged, newer than this program, or not a project.
    """
    from annotator.workspace.workspace import Workspace

    return Workspace.open(path, session, read_only=read_only)


def show_project(path: Path, session: Session, *, read_only: bool = False) -> "Workspace":
    """Open a project file at once: one that must be checked first is shown before it is proven.

    Then it is read only, and ``Workspace.prove`` makes it more once the checks have passed.

    Raises:
        CannotWriteError: the file can be read but not written.
        UserError: it is missing, newer than this program, not a project, or clearly damaged.
    """
    from annotator.store.beside import StoreBeside
    from annotator.store.check import UNREADABLE
    from annotator.store.opening import damaged, must_be_checked, require_writable
    from annotator.workspace.workspace import Workspace

    if not must_be_checked(path, session):
        return Workspace.open(path, session, read_only=read_only)
    if not read_only:
        require_writable(path)
    try:
        return Workspace(StoreBeside.beside(path, session), session)
    except UNREADABLE as error:
        raise damaged(path, error) from error


def create_project(
    path: Path, session: Session, *, title: str = "", codebook: Path | None = None
) -> "Workspace":
    """Make a new project with a codebook, the default one unless a file is named.

    Raises:
        UserError: the codebook cannot be read, there is a file at ``path`` already, or the
            folder cannot be written.
    """
    from annotator.model.edit import Edit
    from annotator.workspace.workspace import Workspace

    labels = load_codebook(codebook, session.new_id)
    setup = Edit(Message("New project"), added=labels)
    return Workspace.create(path, session, title=title or path.stem, setup=setup)


def load_codebook(path: Path | None, new_id: NewId) -> "tuple[Label, ...]":
    """Return the labels of a codebook file, or of the default one.

    Raises:
        UserError: the file cannot be read or is no codebook.
    """
    from annotator.model.codebook_file import read_codebook

    if path is not None:
        from annotator.reading.sources import refuse_devices

        refuse_devices(path)
    source = path or resource_path("codebooks", f"{DEFAULT_CODEBOOK}.toml")
    return read_codebook(_read(source), new_id, source.name)


def verdict_scales() -> "Sequence[VerdictScale]":
    """Return the verdict scales that come with the program."""
    from annotator.model.codebook_file import read_verdict_scales

    source = resource_path("codebooks", "verdict-scales.toml")
    return read_verdict_scales(_read(source), source.name)


def with_suffix(path: Path) -> Path:
    """Return ``path`` with the ending of project files."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def authored(session: Session, author: Author) -> Session:
    """Return the session of another person with the same clock and ids."""
    return replace(session, author=author)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise not_read(path, error) from error
    except UnicodeDecodeError as error:
        raise UserError("{path} is not UTF-8 text.", path=str(path)) from error
