"""Values set aside on the disk under names, while a file is read whose parts lie far apart."""

import json
import tempfile
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

BUCKETS = 4096
PIECE = 1 << 20
_encode = json.JSONEncoder(ensure_ascii=False).encode


class Shelf:
    """Keeps any number of JSON values under each name, in the order in which they came.

    Of a value only three numbers stay in memory, whatever it and its name are long.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._waiting: list[bytes] = []
        self._waiting_size = 0
        self._size = 0
        self._places: list[array[int] | None] = [None] * BUCKETS

    def put(self, name: str, value: object) -> None:
        """Keep a value behind those of the same name."""
        content = _encode([name, value]).encode()
        key = hash(name)
        places = self._places[key % BUCKETS]
        if places is None:
            places = self._places[key % BUCKETS] = array("q")
        places.extend((key, self._size, len(content)))
        self._size += len(content)
        self._waiting.append(content)
        self._waiting_size += len(content)
        if self._waiting_size > PIECE:
            self._write()

    def all(self, name: str) -> Iterator[Any]:
        """Yield the values under a name."""
        if self._waiting:
            self._write()
        key = hash(name)
        places = self._places[key % BUCKETS] or array("q")
        for at in range(0, len(places), 3):
            if places[at] == key:
                self._file.seek(places[at + 1])
                known, value = json.loads(self._file.read(places[at + 2]))
                if known == name:
                    yield value

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
    with tempfile.TemporaryFile(buffering=0) as file:
        yield Shelf(file)
