"""A document that is read from the file a little at a time, in the order of its text.

What a screen shows first is there first, and no statement runs long: an open reader would keep
others from writing. Somebody may write between two steps; whoever follows their edits, as for any
snapshot, ends with what the file holds.
"""

from collections.abc import Callable, Iterator, Sequence

from annotator.model import records as r
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.snapshot import Snapshot
from annotator.store import rows
from annotator.store.applying import REFUSALS, as_user_error, one_moment
from annotator.store.sqlite import Connection
from annotator.store.tables import tables
from annotator.store.texts import TextReading, whole_text

STEP = 300
"""So many annotations, or other records, are read at a time."""
PLACES = 4000
"""So many annotations' places are read at a time."""
FIRST_TURNS = 500
"""So many turns come with the text, the others behind the first annotations."""
WITH_ANNOTATIONS = (r.Annotation, r.Claim, r.Figure, r.Topic, r.Review)
LAST = tuple(
    cls
    for cls, table in tables().items()
    if table.by_document and cls not in {r.Document, r.Speaker, r.Turn, *WITH_ANNOTATIONS}
)
_PLACES = (
    "SELECT s.start, a.key FROM annotation a JOIN span s ON s.annotation = a.key AND s.ord = 0 "
    "WHERE a.document = ? AND a.key > ? ORDER BY a.key LIMIT ?"
)
_TURNS = "SELECT key FROM turn WHERE document = ? ORDER BY start, key"

Told = Callable[[Sequence[r.Annotation]], None]


def load_document(db: Connection, document_id: DocumentId) -> Snapshot:
    """Return a document with everything on it, and the project's labels and authors.

    Raises:
        UserError: the project does not have it.
    """
    with one_moment(db):
        document = _document(db, document_id)
        shared: list[r.Record] = [*rows.fetch(db, r.Author), *rows.fetch(db, r.Label)]
        text = whole_text(db, document.sha256)
        return Snapshot(document, text, (*shared, *rows.of_document(db, document_id)))


def _document(db: Connection, document_id: DocumentId) -> r.Document:
    found = rows.fetch_by_id(db, r.Document, [document_id])
    if document_id not in found:
        raise UserError("The project has no document {id}.", id=document_id)
    return found[document_id]


class Loading:
    """A document whose labels, speakers and first turns are there; ``step`` brings the rest.

    The first steps bring what is left of a long text. ``told`` is called with the annotations that
    each step brings.
    """

    def __init__(
        self, db: Connection, document_id: DocumentId, reader: r.Author | None = None
    ) -> None:
        """Read what every part of a screen needs, and know ``reader`` in any case.

        Raises:
            UserError: the project does not have the document.
        """
        self._db = db
        with one_moment(db):
            self.document = _document(db, document_id)
            sql = "SELECT key FROM document WHERE id = ?"
            (self._key,) = db.execute(sql, (document_id,)).fetchone()
            found: list[r.Record] = [*rows.fetch(db, r.Author), *rows.fetch(db, r.Label)]
            found += rows.fetch(db, r.Speaker, *self._of(r.Speaker))
            turns = [key for (key,) in db.execute(_TURNS, (self._key,)).fetchall()]
            found += self._some(r.Turn, turns[:FIRST_TURNS])
            self._text = TextReading(db, self.document.sha256)
            if not self._text.is_whole:
                self._text.go_on(db)
        if reader is not None and all(one.id != reader.id for one in found):
            found.append(reader)
        self._first, self._more_turns = found, turns[FIRST_TURNS:]
        self._snapshot: Snapshot | None = None
        self.is_done = self._has_begun = False
        self.told: Told = lambda _new: None
        self._steps: Iterator[bool] = self._read()

    @property
    def has_text(self) -> bool:
        """Whether the whole text is there."""
        return self._text.is_whole

    @property
    def has_turns(self) -> bool:
        """Whether all turns are there."""
        return not self._more_turns

    @property
    def snapshot(self) -> Snapshot:
        """What is there so far; the rest of the text is read first.

        Raises:
            UserError: the file can no longer be read.
        """
        if self._snapshot is None:
            try:
                while not self._text.is_whole:
                    self._text.go_on(self._db)
            except REFUSALS as error:
                raise as_user_error(error) from error
            self._snapshot = Snapshot(self.document, self._text.text, self._first)
        return self._snapshot

    def go_on_in(self, db: Connection) -> None:
        """Read the rest through another connection to the same file."""
        self._db = db

    def step(self) -> None:
        """Read some more.

        Raises:
            UserError: the file can no longer be read.
        """
        self._has_begun = True
        try:
            self.is_done = self.is_done or next(self._steps, None) is None
        except REFUSALS as error:
            self._steps = self._read()
            raise as_user_error(error) from error

    def finish(self) -> Snapshot:
        """Read all that is left and return the whole.

        Raises:
            UserError: the file can no longer be read.
        """
        if not self._has_begun:
            self._take_all()
        while not self.is_done:
            self.step()
        return self.snapshot

    def _take_all(self) -> None:
        """Read all at once, which is quicker, since nobody shows any of it yet."""
        try:
            with one_moment(self._db):
                classes = (*WITH_ANNOTATIONS, *LAST)
                found = [x for cls in classes for x in rows.fetch(self._db, cls, *self._of(cls))]
                found += self._new_labels(found)
                for at in range(0, len(self._more_turns), STEP):
                    found += self._some(r.Turn, self._more_turns[at : at + STEP])
        except REFUSALS as error:
            raise as_user_error(error) from error
        self._more_turns = []
        self.is_done = self._has_begun = True
        self._steps = iter(())  # the steps that are not taken would hold on to this
        self._hold(found)

    def _read(self) -> Iterator[bool]:
        while not self._text.is_whole:
            self._text.go_on(self._db)
            yield True
        places: list[tuple[int, int]] = []
        while found := self._db.execute(
            _PLACES, (self._key, places[-1][1] if places else -1, PLACES)
        ).fetchall():
            places += found
            if len(found) < PLACES:
                break
            yield True
        read = 0
        for classes, keys in self._batches([key for _start, key in sorted(places)]):
            self._take(classes, keys)
            read += len(keys)
            if read >= STEP or (len(places) > STEP and classes is not WITH_ANNOTATIONS):
                read = 0
                yield True

    def _batches(
        self, annotations: Sequence[int]
    ) -> Iterator[tuple[Sequence[type[r.Record]], Sequence[int]]]:
        """Yield what to read together: the keys of annotations with what they say, then others.

        Turns that did not come with the text come behind the first annotations.
        """
        yield WITH_ANNOTATIONS, annotations[:STEP]
        while turns := self._more_turns[:STEP]:
            yield (r.Turn,), turns
        for at in range(STEP, len(annotations), STEP):
            yield WITH_ANNOTATIONS, annotations[at : at + STEP]
        for cls in LAST:
            keys = self._keys_of(cls)
            for at in range(0, max(1, len(keys)), STEP):
                yield (cls,), keys[at : at + STEP]

    def _take(self, classes: Sequence[type[r.Record]], keys: Sequence[int]) -> None:
        """Read the records of some classes that have these keys, reviews by what they are of."""
        if keys:
            with one_moment(self._db):
                found = [record for cls in classes for record in self._some(cls, keys)]
                self._hold([*self._new_labels(found), *found])
        if r.Turn in classes:
            del self._more_turns[: len(keys)]

    def _new_labels(self, found: Sequence[r.Record]) -> Sequence[r.Record]:
        """Return the labels of annotations that somebody made since the labels were read."""
        used = {x.label for x in found if isinstance(x, r.Annotation)}
        new = [id_ for id_ in used if self.snapshot.find(r.Label, id_) is None]
        return list(rows.fetch_by_id(self._db, r.Label, new).values()) if new else ()

    def _some(self, cls: type[r.Record], keys: Sequence[int]) -> list[r.Record]:
        own = "target" if cls is r.Review else "key"
        marks = ",".join("?" * len(keys))
        return rows.fetch(self._db, cls, f"{{name}}.{own} IN ({marks})", keys)

    def _hold(self, found: Sequence[r.Record]) -> None:
        self.snapshot.take(found)
        if new := [x for x in found if isinstance(x, r.Annotation)]:
            self.told(new)

    def _keys_of(self, cls: type[r.Record]) -> list[int]:
        where, values = self._of(cls)
        name = tables()[cls].name
        sql = f"SELECT key FROM {name} WHERE {where.format(name=name)} ORDER BY key"  # noqa: S608
        return [key for (key,) in self._db.execute(sql, values).fetchall()]

    def _of(self, cls: type[r.Record]) -> tuple[str, list[int]]:
        """Return the condition for what belongs to the document, and its values."""
        where = tables()[cls].by_document
        return where, [self._key] * where.count("?")
