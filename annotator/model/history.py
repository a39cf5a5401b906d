"""What the journal holds, as values."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.edit import Edit
from annotator.model.ids import AuthorId, TransactionId


class TransactionKind(StrEnum):
    """Why a transaction was made; only ``do`` and ``redo`` can be undone, ``undo`` redone."""

    SETUP = "setup"
    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class Transaction:
    """One entry of the journal: who changed what, when, in which copy of the project.

    ``clock`` is a Lamport clock: one more than the highest in the file. ``at`` is UTC, ISO 8601
    with milliseconds. ``target`` is the transaction that an undo or redo takes back. ``group``
    is shared by the transactions of one import, which is undone as a whole.
    """

    id: TransactionId
    clock: int
    copy: str
    author: AuthorId
    at: str
    kind: TransactionKind
    edit: Edit
    target: TransactionId | None = None
    group: str | None = None
