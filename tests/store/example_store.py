"""Project files for the tests of the store."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from annotator.model.edit import Edit
from annotator.model.edits import Hand, mark
from annotator.model.ids import AnnotationId, IdSource, SettingId
from annotator.model.message import Message
from annotator.model.project_edits import add_document
from annotator.model.records import (
    RECORD_TYPES,
    Annotation,
    Author,
    Key,
    Label,
    Record,
    Setting,
    Span,
    Text,
    Turn,
    key_of,
)
from annotator.model.snapshot import Snapshot
from annotator.store.project_file import Store
from annotator.store.session import Session
from tests.example import (
    AUTHOR,
    DOCUMENT,
    LABELS,
    QUANTITY,
    TEXT,
    Clock,
    document_records,
    numbered,
)

NEW_ID = IdSource()
HAND = Hand(AUTHOR.id, NEW_ID)


def session(author: Author = AUTHOR, vouch_folder: Path | None = None) -> Session:
    """Return a session with a fresh clock."""
    return Session(author, Clock(), NEW_ID, vouch_folder)


def new_store(folder: Path, vouch_folder: Path | None = None) -> Store:
    """Return a new project with the example document in it."""
    store = Store.create(
        folder / "example.annotator",
        session(vouch_folder=vouch_folder),
        title="Example",
        edit=Edit(Message("New project"), added=LABELS),
    )
    store.apply(add_document(DOCUMENT, Text(DOCUMENT.sha256, TEXT), document_records()))
    return store


def mark_in(store: Store, label: Label, quote: str) -> Annotation:
    """Mark a quote of the example document in the file."""
    start = TEXT.index(quote)
    edit = mark(store.load(DOCUMENT.id), label, ((start, start + len(quote)),), HAND)
    store.apply(edit)
    return next(record for record in edit.added if isinstance(record, Annotation))


def step(*added: Record, removed: Sequence[Record] = (), texts: Sequence[Text] = ()) -> Edit:
    """Return an edit whose name does not matter."""
    return Edit(Message("Step"), tuple(removed), added, tuple(texts))


def span(quote: str) -> Span:
    """Return where a quote first stands in the example document."""
    start = TEXT.index(quote)
    return Span(start, start + len(quote), quote)


def annotation(number: int, quote: str = "12个😀", label: Label = QUANTITY) -> Annotation:
    """Return an annotation of the example document with an id that says its number."""
    return Annotation(
        AnnotationId(numbered(number)), DOCUMENT.id, label.id, AUTHOR.id, (span(quote),)
    )


def assert_same(read: Snapshot, expected: Snapshot) -> None:
    """Compare all that two snapshots hold."""
    assert (read.document, read.text) == (expected.document, expected.text)
    for cls in RECORD_TYPES:
        assert {x.id: x for x in read.all(cls)} == {x.id: x for x in expected.all(cls)}
    assert read.all(Annotation) == expected.all(Annotation)
    assert read.all(Turn) == expected.all(Turn)
    for one in expected.all(Annotation):
        assert read.uses_of(one.id) == expected.uses_of(one.id)


def everything(store: Store) -> dict[Key, Record]:
    """Return all records that the store shows, by key."""
    found: list[Record] = [*store.authors(), *store.labels(), *store.document_links()]
    found += [Setting(SettingId(name), value) for name, value in store.settings().items()]
    for document in store.documents():
        found += store.load(document.id).records()
    return {key_of(record): record for record in found}


@contextmanager
def meddling(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a bare connection to a project file, past the store; dropped triggers come back."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        triggers = dict(db.execute(sql).fetchall())
        db.execute("PRAGMA ignore_check_constraints = ON")
        yield db
        left = dict(db.execute(sql).fetchall())
        for name in triggers.keys() - left.keys():
            db.execute(triggers[name])
    finally:
        db.close()
