"""Ways out when the project file can no longer be written: open it again, go on elsewhere."""

from pathlib import Path

from annotator.model.errors import NotSavedError, OverwrittenError, UserError
from annotator.store.glance import holds
from annotator.store.project_file import Store
from annotator.store.session import Session


def open_again(store: Store, session: Session) -> Store:
    """Open the path anew, if another file stands in its place that holds the same work.

    Raises:
        OverwrittenError: there is none, or it lacks what this one holds.
    """
    if not store.path.exists():
        raise OverwrittenError(
            "{path} was moved or deleted: put it back, or save a copy elsewhere.",
            path=str(store.path),
        )
    if not holds(store.path, store.project_id, store.tail.last):
        raise OverwrittenError(
            "{path} lacks changes that were made here. Save a copy elsewhere; what stands there "
            "now is not touched.",
            path=str(store.path),
        )
    try:
        return Store.open(store.path, session, read_only=store.read_only)
    except UserError as error:
        raise NotSavedError(error.message.template, **error.message.values) from error


def open_elsewhere(store: Store, path: Path, session: Session, shadow: Path | None) -> Store:
    """Write a whole copy at ``path`` and open it; what stands at the old place is not touched.

    Where the old file no longer holds the work, the copy is made from the last recovery copy and
    the changes since.

    Raises:
        UserError: the copy cannot be made.
    """
    if path.exists() and store.path.exists() and path.samefile(store.path):
        raise UserError("{path} is the open project itself: choose another name.", path=str(path))
    try:
        store.tail.check()
        store.save_copy(path)
        return Store.open(path, session)
    except UserError:
        if shadow is None:
            raise
    return rebuild(store, path, session, shadow)


def rebuild(store: Store, path: Path, session: Session, shadow: Path) -> Store:
    """Make the work anew at ``path`` from a recovery copy and the changes since; open it.

    Raises:
        UserError: the copy is damaged, or cannot be written.
    """
    with Store.open(shadow, session, read_only=True) as kept:
        kept.save_copy(path)
    made = Store.open(path, session)
    try:
        recent = store.tail.all_recent()
        made.adopt(recent, [text for t in recent for text in t.edit.texts])
    except BaseException:
        made.close()
        raise
    return made
