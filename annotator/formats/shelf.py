"""Values set aside on the disk under names, while a file is read whose parts lie far apart."""

import marshal
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from annotator.formats.set_aside import SetAside
from annotator.model.errors import UserError

BUCKETS = 1 << 17
PIECE = 1 << 20


class Shelf:
    """Keeps any number of JSON values under each name, in the order in which they came.

    Of a value only four numbers stay in memory, whatever it and its name are long: in the bucket
    of its name it leads to the value that came before it there.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._waiting: list[bytes] = []
        self._waiting_size = 0
        self._size = 0
        self._last = array("q", [-1]) * BUCKETS
        self._keys, self._befores = array("q"), array("q")
        self._places, self._lengths = array("q"), array("q")

    def put(self, name: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Keep a value behind those of the same name.

        Raises:
            UserError: it is nested deeper than any sound file's.
        """
        try:
            content = marshal.dumps((name, value))
        except ValueError as error:
            raise UserError("The file holds what is nested too deeply: it is damaged.") from error
        key = hash(name)
        self._befores.append(self._last[key % BUCKETS])
        self._last[key % BUCKETS] = len(self._keys)
        self._keys.append(key)
        self._places.append(self._size)
        self._lengths.append(len(content))
        self._size += len(content)
        self._waiting.append(content)
        self._waiting_size += len(content)
        if self._waiting_size > PIECE:
            self._write()

    def all(self, name: str) -> Iterator[Any]:
        """Yield the values under a name."""
        if self._waiting:
            self._write()
        for at in reversed(self._with_key(hash(name))):
            self._file.seek(self._places[at])
            content = self._file.read(self._lengths[at])
            known, value = marshal.loads(content)  # noqa: S302 - written above, by nobody else
            if known == name:
                yield value

    def _with_key(self, key: int) -> list[int]:
        """Return the numbers of the values whose names have a hash, the last first."""
        found = []
        at = self._last[key % BUCKETS]
        while at >= 0:
            if self._keys[at] == key:
                found.append(at)
            at = self._befores[at]
        return found

    def first(self, name: str) -> Any:  # noqa: ANN401 - any JSON value
        """Return the first value under a name, None if there is none."""
        return next(self.all(name), None)

    def _write(self) -> None:
        self._file.seek(0, 2)
        self._file.write(b"".join(self._waiting))
        self._waiting, self._waiting_size = [], 0


@contextmanager
def new_shelf() -> Iterator[Shelf]:
    """Give a shelf whose file has no name and goes at the end."""
    with SetAside(PIECE) as file:
        yield Shelf(file)
