"""The long checks of a project file that is on show already, made in another process."""

from pathlib import Path

from annotator.model.errors import UserError
from annotator.model.ids import AuthorId, IdSource, utc_now
from annotator.model.records import Author
from annotator.store import opening
from annotator.store.project_file import Store
from annotator.store.session import Session
from annotator.store.vouch import Marks


def check_copy(path: Path) -> str:
    """Return what is wrong with a copy of a project file, in a sentence; nothing if it is sound.

    Nobody vouches for the copy, so that integrity, anchors and history are all checked.
    """
    new_id = IdSource()
    stranger = Session(Author(AuthorId(new_id()), ""), utc_now, new_id)
    try:
        Store.open(path, stranger, read_only=True).close()
    except UserError as error:
        return str(error)
    return ""


def put_right(path: Path, session: Session) -> bool:
    """Bring a file into order that a crash or an older version of the program left.

    Returns whether it was a crash.

    Raises:
        UserError: the file is not sound, or cannot be written.
    """
    with Store.open(path, session) as store:
        return store.was_recovered


def prove_file(path: Path) -> Marks:
    """Run the long checks on the file itself; returns the marks of the state that is sound.

    Raises:
        UserError: it is damaged, or somebody else keeps writing to it.
    """
    return opening.prove(path)
