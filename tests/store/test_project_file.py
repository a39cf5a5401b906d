"""The open project file."""

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.history import TransactionKind
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.model.project_edits import remove_document
from annotator.model.records import (
    Annotation,
    Document,
    Figure,
    Label,
    Speaker,
    Text,
    Turn,
)
from annotator.model.text import sha256_of
from annotator.store.project_file import Store
from annotator.store.queries import AnnotationQuery
from tests.example import DOCUMENT, LABELS, LIN, MONEY, QUANTITY, TEXT, TURNS, numbered
from tests.store.example_store import mark_in, session


def test_a_new_project_holds_its_codebook_and_author(store: Store) -> None:
    assert store.labels() == list(LABELS)
    assert [author.name for author in store.authors()] == ["Lin"]
    assert store.title == "Example"
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_everything_comes_back_after_closing(store: Store) -> None:
    annotation = mark_in(store, MONEY, "1.2亿元")
    store.close()
    with Store.open(store.path, session()) as again:
        s = again.load(DOCUMENT.id)
        assert s.text == TEXT
        assert s.document == DOCUMENT
        assert s.all(Turn) == list(TURNS)
        assert s.find(Speaker, LIN.id) == LIN
        assert s.all(Annotation) == [annotation]
        assert s.detail_of(annotation.id) == Figure(annotation.id)
        assert s.all(Label) == list(LABELS)


def test_an_existing_file_is_never_made_anew(store: Store) -> None:
    before = store.path.stat().st_size
    with pytest.raises(UserError, match="there already"):
        Store.create(store.path, session(), title="Other")
    assert store.path.stat().st_size == before


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be made"):
        Store.create(tmp_path / "no" / "x.annotator", session(), title="x")


def test_a_deleted_document_comes_back_whole(store: Store) -> None:
    mark_in(store, MONEY, "1.2亿元")
    before = sorted(map(repr, store.load(DOCUMENT.id).records()))
    store.apply(remove_document(store.load(DOCUMENT.id)))
    assert store.documents() == []
    assert store.verify() == []
    store.undo()
    assert sorted(map(repr, store.load(DOCUMENT.id).records())) == before
    with pytest.raises(UserError, match="no document"):
        store.load(DocumentId(numbered(404)))


def test_history_tells_who_did_what_newest_first(store: Store) -> None:
    annotation = mark_in(store, MONEY, "1.2亿元")
    store.undo()
    told = [(t.kind, str(t.edit.label)) for t in store.history()]
    assert told == [
        (TransactionKind.UNDO, "Mark Money"),
        (TransactionKind.DO, "Mark Money"),
        (TransactionKind.DO, "Import 发布会"),
        (TransactionKind.SETUP, "New project"),
    ]
    undone, done = list(store.history(limit=2))
    assert undone.target == done.id
    assert annotation in done.edit.added
    assert undone.edit.removed == done.edit.added
    assert undone.clock == done.clock + 1


def test_a_document_may_change_all_but_its_text(store: Store) -> None:
    renamed = replace(DOCUMENT, title="New", attributes={"a": "b"}, place="here")
    store.apply(Edit(Message("Rename"), (DOCUMENT,), (renamed,)))
    assert store.get(Document, DOCUMENT.id) == renamed
    other = Text(sha256_of("x"), "x")
    edit = Edit(Message("Swap"), (renamed,), (replace(renamed, sha256=other.sha256),), (other,))
    with pytest.raises(UserError, match="new document"):
        store.apply(edit)


def test_a_text_that_does_not_fit_its_hash_is_refused(store: Store) -> None:
    document = replace(DOCUMENT, id=DocumentId(numbered(300)), sha256="0" * 64)
    with pytest.raises(UserError, match="SHA-256"):
        store.apply(Edit(Message("x"), added=(document,), texts=(Text("0" * 64, "abc"),)))


READING: dict[str, Callable[[Store], object]] = {
    "documents": Store.documents,
    "labels": Store.labels,
    "authors": Store.authors,
    "settings": Store.settings,
    "links": Store.document_links,
    "text": lambda store: store.text(DOCUMENT.sha256),
    "load": lambda store: store.load(DOCUMENT.id),
    "begin": lambda store: store.begin(DOCUMENT.id),
    "get": lambda store: store.get(Label, QUANTITY.id),
    "relations": Store.relations_between_documents,
    "uses": Store.label_uses,
    "speakers": Store.speaker_names,
    "keys": lambda store: store.annotation_keys(AnnotationQuery()),
    "place": lambda store: store.annotation_place(AnnotationQuery(), [], "x"),
    "rows": lambda store: store.annotation_rows([1]),
    "counts": Store.counts,
    "history": lambda store: list(store.history()),
    "undo": Store.undo,
    "redo": Store.redo,
    "undoable": Store.undoable,
    "redoable": Store.redoable,
    "copies": Store.copies_beside,
    "has": lambda store: store.has("x"),
    "changes": lambda store: store.changes_since("x"),
}


@pytest.mark.parametrize("name", READING)
def test_a_file_that_was_overwritten_is_a_sentence_whatever_is_read(
    store: Store, name: str
) -> None:
    store.path.write_bytes(b"\xa5" * store.path.stat().st_size)
    with pytest.raises(UserError, match="overwritten by something else"):
        READING[name](store)


def test_a_file_that_was_closed_is_a_sentence_too(store: Store) -> None:
    store.close()
    with pytest.raises(UserError, match="cannot be read: Cannot operate on a closed database"):
        store.documents()
