"""Ways out when the project file can no longer be written: open it again, go on elsewhere."""

from pathlib import Path

from annotator.model.errors import NotSavedError, UserError
from annotator.store.project_file import Store
from annotator.store.session import Session


def open_again(store: Store, session: Session) -> Store:
    """Open the path anew, if another file stands in its place that holds the same work.

    Raises:
        NotSavedError: there is none, or it lacks what this one holds.
    """
    try:
        other = Store.open(store.path, session)
    except UserError as error:
        raise NotSavedError(error.message.template, **error.message.values) from error
    if other.project_id == store.project_id and other.has(store.tail.last):
        return other
    other.close()
    raise NotSavedError(
        "{path} lacks changes that were made here. Save a copy elsewhere; what stands there now "
        "is not touched.",
        path=str(store.path),
    )


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
        store.tail.news()
        store.save_copy(path)
        return Store.open(path, session)
    except UserError:
        if shadow is None:
            raise
    return _from_shadow(store, path, session, shadow)


def _from_shadow(store: Store, path: Path, session: Session, shadow: Path) -> Store:
    with Store.open(shadow, session, read_only=True) as kept:
        kept.save_copy(path)
    made = Store.open(path, session)
    try:
        recent = store.tail.recent
        made.adopt(recent, [text for t in recent for text in t.edit.texts])
    except BaseException:
        made.close()
        raise
    return made
