"""Files that come in whole or not at all, a commit for each document.

All of a file is turned into edits before anything is written, which finds nearly all that is wrong
with it; what fails later all the same takes back what was written before it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice

from annotator.model.edit import Edit
from annotator.model.errors import NotSavedError, UserError
from annotator.model.message import Message
from annotator.workspace.workspace import Workspace

Write = Callable[[Edit], None]


@contextmanager
def whole(workspace: Workspace, group: str, *, texts_are_new: bool = False) -> Iterator[Write]:
    """Give what writes the edits of one file; if that or the reading fails, none of them stays.

    ``texts_are_new`` is as for ``Workspace.apply``.

    Raises:
        NotSavedError: the disk does not take an edit; what was written before it stays.
    """
    count = 0

    def write(edit: Edit) -> None:
        nonlocal count
        workspace.apply(edit, group=group, texts_are_new=texts_are_new)
        count += bool(edit or edit.texts)

    try:
        yield write
    except NotSavedError:
        raise
    except UserError:
        _take_back(workspace, group, count)
        raise


def _take_back(workspace: Workspace, group: str, count: int) -> None:
    """Undo the last transactions of a group, the newest first."""
    written = (t for t in workspace.store.history() if t.group == group)
    for transaction in islice(written, count):
        workspace.apply(transaction.edit.inverse(Message("Take back an import")), group=group)
