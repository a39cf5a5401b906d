"""Immutable texts in the file: whole, and the passages that quotes are taken from."""

from collections.abc import Callable
from functools import cache

from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.records import Document, Text
from annotator.model.text import sha256_of
from annotator.store.schema_001 import PIECE
from annotator.store.sqlite import Connection

PIECES = 256
"""So many pieces of a text are read at a time."""
_PART = "SELECT body FROM piece WHERE text = ? AND ord >= ? AND ord < ? ORDER BY ord"


def insert_text(db: Connection, text: Text) -> None:
    """Add a text if the file does not hold it yet.

    Raises:
        UserError: its hash is not that of its characters.
    """
    if db.execute("SELECT 1 FROM text WHERE sha256 = ?", (text.sha256,)).fetchone():
        return
    if sha256_of(text.text) != text.sha256:
        raise UserError("A text does not fit its SHA-256 {sha256}.", sha256=text.sha256[:16])
    key = db.execute(
        "INSERT INTO text (sha256, chars) VALUES (?, ?)", (text.sha256, len(text.text))
    ).lastrowid
    pieces = (text.text[at : at + PIECE] for at in range(0, len(text.text), PIECE))
    db.executemany(
        "INSERT INTO piece (text, ord, body) VALUES (?, ?, ?)",
        [(key, number, piece) for number, piece in enumerate(pieces)],
    )


def whole_text(db: Connection, sha256: str) -> str:
    """Return a text.

    Raises:
        UserError: the file does not hold it.
    """
    reading = TextReading(db, sha256)
    while not reading.is_whole:
        reading.go_on(db)
    return reading.text


class TextReading:
    """A text that is read from the file a part at a time."""

    def __init__(self, db: Connection, sha256: str) -> None:
        """Begin with a text, of which nothing is read yet.

        Raises:
            UserError: the file does not hold it.
        """
        found = db.execute("SELECT key, chars FROM text WHERE sha256 = ?", (sha256,)).fetchone()
        if found is None:
            raise UserError("The file lacks the text {sha256}.", sha256=sha256[:16])
        self._key, chars = found
        self._sha256, self._count = sha256, -(-chars // PIECE)
        self._left = range(0, self._count, PIECES)
        self._parts: list[str] = []

    @property
    def is_whole(self) -> bool:
        """Whether all of it is read."""
        return not self._left

    @property
    def text(self) -> str:
        """The text as far as it is read."""
        return "".join(self._parts)

    def go_on(self, db: Connection) -> None:
        """Read the next part.

        Raises:
            UserError: it is not there; a damaged file may claim any length.
        """
        first, self._left = self._left[0], self._left[1:]
        rows = db.execute(_PART, (self._key, first, first + PIECES)).fetchall()
        if len(rows) < min(PIECES, self._count - first):
            raise UserError("The file lacks a part of the text {sha256}.", sha256=self._sha256[:16])
        self._parts.append("".join(body for (body,) in rows))


class Quotes:
    """Finds quotes for the journal, which keeps none: also of documents that are gone.

    ``deleted_documents`` tells which text a document had that is no longer in the tables (id ->
    SHA-256); it reads the whole journal and is asked only when needed.
    """

    def __init__(self, db: Connection, deleted_documents: Callable[[], dict[str, str]]) -> None:
        self._db = db
        self._deleted = cache(deleted_documents)
        self._keys: dict[str, int] = {}

    def __call__(self, document: DocumentId, start: int, end: int) -> str:
        """Return the text of a passage, in code points.

        Raises:
            UserError: the document or its text is not in the file.
        """
        if document not in self._keys:
            self._keys[document] = self._text_key(document)
        key = self._keys[document]
        rows = self._db.execute(
            "SELECT body FROM piece WHERE text = ? AND ord BETWEEN ? AND ? ORDER BY ord",
            (key, start // PIECE, max(start, end - 1) // PIECE),
        )
        offset = start - start // PIECE * PIECE
        return "".join(body for (body,) in rows.fetchall())[offset : offset + end - start]

    def add(self, document: Document) -> None:
        """Remember which text a document has."""
        row = self._text_row(document.sha256)
        if row:
            self._keys[document.id] = int(row[0])

    def _text_key(self, document: str) -> int:
        row = self._db.execute(
            "SELECT t.key FROM document d JOIN text t USING (sha256) WHERE d.id = ?", (document,)
        ).fetchone()
        if row is None:
            row = self._text_row(self._deleted().get(document, ""))
        if row is None:
            raise UserError("The history names a document {id} that is not there.", id=document)
        return int(row[0])

    def _text_row(self, sha256: str) -> tuple[int] | None:
        row: tuple[int] | None = self._db.execute(
            "SELECT key FROM text WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return row
