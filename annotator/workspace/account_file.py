"""What many documents state, in a file that is read one document at a time.

The file belongs to one run of the program: it lies in a folder of its own and goes with it.
"""

import pickle
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Self, overload

from annotator.checks.accounts import Account
from annotator.checks.statement import Told
from annotator.model.ids import DocumentId

_HEADER = struct.Struct("<III")
"""How long the document's id, its account and its own checks are, in bytes."""
Place = tuple[int, int, int]
"""Where an account starts in the file, how long it is, and how long the checks behind it are."""


class AccountFile(Sequence[Account]):
    """The accounts of documents, with the checks of each document by itself.

    What is written last of a document counts. A record that was not written to its end, as the
    process was killed, is as good as none.
    """

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("a+b")
        self._places: dict[DocumentId, Place] = {}
        self._order: list[DocumentId] = []
        self._end = self._read_places()

    def __enter__(self) -> Self:
        """Use it in a ``with``."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Close the file."""
        self._file.close()

    def __len__(self) -> int:
        """Return how many documents are chosen."""
        return len(self._order)

    def has(self, document: DocumentId) -> bool:
        """Say whether something is known of a document."""
        return document in self._places

    @overload
    def __getitem__(self, number: int) -> Account: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Account]: ...
    def __getitem__(self, number: int | slice) -> Account | Sequence[Account]:
        """Return one account, read from the file."""
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        start, length, _rest = self._places[self._order[number]]
        found: Account = self._unpickled(start, length)
        return found

    def checks_of(self, number: int) -> tuple[Told, ...]:
        """Return what was found in one document by itself."""
        start, length, rest = self._places[self._order[number]]
        found: tuple[Told, ...] = self._unpickled(start + length, rest)
        return found

    def add(self, account: Account, checks: tuple[Told, ...]) -> None:
        """Write what is known of a document."""
        name = account.document.encode()
        parts = [name, pickle.dumps(account), pickle.dumps(checks)]
        self._file.truncate(self._end)
        self._file.write(_HEADER.pack(*map(len, parts)) + b"".join(parts))
        self._file.flush()
        start = self._end + _HEADER.size + len(name)
        self._places[account.document] = start, len(parts[1]), len(parts[2])
        self._end = start + len(parts[1]) + len(parts[2])

    def choose(self, documents: Iterable[DocumentId]) -> None:
        """Take the accounts of these documents, in this order; what is not known is left out."""
        self._order = [document for document in documents if document in self._places]

    def _unpickled(self, start: int, length: int) -> Any:  # noqa: ANN401 - what was pickled
        self._file.seek(start)
        return pickle.loads(self._file.read(length))  # noqa: S301 - written by this program

    def _read_places(self) -> int:
        """Find what is in the file; returns where the last whole record ends."""
        size = self._file.seek(0, 2)
        end = 0
        while end + _HEADER.size <= size:
            self._file.seek(end)
            name, account, checks = _HEADER.unpack(self._file.read(_HEADER.size))
            start = end + _HEADER.size + name
            if start + account + checks > size:
                break
            document = DocumentId(self._file.read(name).decode())
            self._places[document] = start, account, checks
            end = start + account + checks
        return end
