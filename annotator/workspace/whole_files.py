"""Files that come in whole or not at all, a transaction of the journal for each document.

All of a file is turned into edits before anything is written, which finds nearly all that is wrong
with it; what fails later all the same takes back what was written before it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice

from annotator.model.edit import Edit
from annotator.model.errors import NotSavedError, UserError
from annotator.model.message import Message
from annotator.workspace.workspace import Workspace

TOGETHER = 20_000
"""So many records are written at a time: the disk is seldom waited for, nor others for long."""
Write = Callable[..., None]
"""Writes the edits that it is given: all of them at one moment, if the disk takes them."""
Told = Callable[[Edit], None]
"""Hears of each edit once it is in the file; where all are taken back it is not told."""


def untold(_edit: Edit) -> None:
    """Do nothing when an edit is written."""


@contextmanager
def whole(
    workspace: Workspace, group: str, told: Told = untold, *, texts_are_new: bool = False
) -> Iterator[Write]:
    """Give what writes the edits of one file; if that or the reading fails, none of them stays.

    ``texts_are_new`` is as for ``Workspace.apply``, and for edits that are written one by one.

    Raises:
        NotSavedError: the disk does not take an edit; what was written before it stays.
    """
    count = 0

    def write(*edits: Edit) -> None:
        nonlocal count
        wanted = [edit for edit in edits if edit or edit.texts]
        if len(wanted) > 1 and not texts_are_new:
            with suppress(NotSavedError):  # what is not saved one by one stays to be tried again
                workspace.apply_all(wanted, group)
                count += len(wanted)
                for edit in wanted:
                    told(edit)
                return
        for edit in wanted:
            workspace.apply(edit, group=group, texts_are_new=texts_are_new)
            count += 1
            told(edit)

    try:
        yield write
    except NotSavedError:
        raise
    except UserError:
        _take_back(workspace, group, count)
        raise


def together(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """Yield edits in runs that add about ``TOGETHER`` records, or one that adds more."""
    run: list[Edit] = []
    size = 0
    for edit in edits:
        if run and size + len(edit.added) > TOGETHER:
            yield run
            run, size = [], 0
        run.append(edit)
        size += len(edit.added)
    if run:
        yield run


def _take_back(workspace: Workspace, group: str, count: int) -> None:
    """Undo the last transactions of a group, the newest first."""
    written = (t for t in workspace.store.history() if t.group == group)
    for transaction in islice(written, count):
        workspace.apply(transaction.edit.inverse(Message("Take back an import")), group=group)
