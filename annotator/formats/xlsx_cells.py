"""The cells of an Excel sheet as its XML comes in, row by row; shared strings in the same way."""

from collections.abc import Iterator
from functools import lru_cache

MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576
"""Excel's limits."""
LONGEST_TEXT = 1 << 24
Cell = tuple[str, str, str]
"""What a cell holds, of which type, in which style."""
Row = dict[int, Cell]
"""The cells that hold something, by their columns from 0."""
_DIGITS = "0123456789"
_HEARD = ("v", "t")
"""The elements whose words a cell or string consists of."""


class SheetCells:
    """Handlers for a parser of sheets and of shared strings.

    Whole rows, or whole strings, wait until they are taken. Names come with any prefix.
    """

    def __init__(self) -> None:
        self._names = _LocalNames()
        self._rows: list[tuple[int, Row]] = []
        self._texts: list[str] = []
        self._row: Row = {}
        self._number = self._column = 0
        self._kind = self._style = ""
        self._words: list[str] = []
        self._size = 0
        self._hears = False
        self._is_aside = False

    def taken_rows(self) -> Iterator[tuple[int, Row]]:
        """Yield the rows that have ended since the last call, with their numbers from 1."""
        rows, self._rows = self._rows, []
        yield from rows

    def taken_texts(self) -> Iterator[str]:
        """Yield the strings that have ended since the last call."""
        texts, self._texts = self._texts, []
        yield from texts

    def start(self, tag: str, told: dict[str, str]) -> None:
        """Open an element."""
        name = self._names[tag]
        if name == "c":
            self._kind, self._style = told.get("t", ""), told.get("s", "")
            self._column = _column(told.get("r", "").rstrip(_DIGITS)) or self._column + 1
            self._words, self._size = [], 0
        elif name in _HEARD:
            self._hears = not self._is_aside
        elif name == "row":
            self._number = max(self._number + 1, int(told.get("r") or 0))
            if self._number > MOST_ROWS:
                raise ValueError(f"row {self._number} is beyond the last one")
            self._row, self._column = {}, 0
        elif name == "si":
            self._words, self._size = [], 0
        elif name == "rPh":
            self._is_aside = True

    def end(self, tag: str) -> None:
        """Close an element."""
        name = self._names[tag]
        if name in _HEARD:
            self._hears = False
        elif name == "c":
            self._put()
        elif name == "row":
            self._rows.append((self._number, self._row))
            self._row = {}
        elif name == "si":
            self._texts.append("".join(self._words))
        elif name == "rPh":
            self._is_aside = False

    def characters(self, text: str) -> None:
        """Hear a part of what a cell or string says."""
        if self._hears:
            self._size += len(text)
            if self._size > LONGEST_TEXT:
                raise ValueError(f"a cell has more than {LONGEST_TEXT} characters")
            self._words.append(text)

    def _put(self) -> None:
        """Put a cell into its column; no room is made for empty ones, however many there are."""
        if self._column > MOST_COLUMNS:
            raise ValueError(f"row {self._number} has a cell beyond the last column")
        if self._words:
            self._row[self._column - 1] = "".join(self._words), self._kind, self._style


class _LocalNames(dict[str, str]):
    """The names of elements without their prefixes; a file has few."""

    def __missing__(self, tag: str) -> str:
        """Remember a name."""
        self[tag] = name = tag.rpartition(":")[2]
        return name


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """Return the number of a column from 1, such as 28 for ``AB``; 0 without letters."""
    number = 0
    for letter in letters[:6].upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
