"""Project files for the tests of the store."""

from pathlib import Path

from annotator.model.edit import Edit
from annotator.model.edits import Hand, mark
from annotator.model.ids import IdSource
from annotator.model.message import Message
from annotator.model.project_edits import add_document
from annotator.model.records import Annotation, Author, Figure, Label, Text
from annotator.store.project_file import Store
from annotator.store.session import Session
from tests.example import AUTHOR, DOCUMENT, LABELS, TEXT, Clock, document_records

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


def some_figure() -> Figure:
    """Return what a figure of the usual size says; the id does not matter."""
    return Figure(HAND.author, low="12", high="12", unit="park", kind="cardinal", comparator="=")  # type: ignore[arg-type]
