"""Writing: what is refused, what others did meanwhile, undo and redo."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.errors import ChangedMeanwhileError, NotSavedError, UserError
from annotator.model.ids import AuthorId, DocumentId, LabelId, SettingId, SpeakerId
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    Author,
    Label,
    Setting,
    Text,
)
from annotator.model.text import sha256_of
from annotator.store.project_file import Store
from tests.example import DOCUMENT, LABELS, LIN, MONEY, QUANTITY, TURNS, numbered
from tests.store.example_store import HAND, mark_in, session


def test_undo_and_redo_survive_closing(store: Store) -> None:
    annotation = mark_in(store, MONEY, "1.2亿元")
    store.undo()
    store.close()
    with Store.open(store.path, session()) as again:
        assert again.get(Annotation, annotation.id) is None
        assert str(again.redoable()) == "Mark Money"
        again.redo()
        assert again.get(Annotation, annotation.id) == annotation
        assert str(again.undoable()) == "Mark Money"
        assert again.redoable() is None


def test_a_new_step_ends_what_could_be_redone(store: Store) -> None:
    mark_in(store, MONEY, "1.2亿元")
    store.undo()
    mark_in(store, QUANTITY, "7条")
    assert store.redoable() is None
    with pytest.raises(UserError, match="nothing to redo"):
        store.redo()


def test_setting_up_a_project_cannot_be_undone(store: Store) -> None:
    store.undo()
    with pytest.raises(UserError, match="nothing to undo"):
        store.undo()
    assert store.labels() == list(LABELS)


def test_undo_takes_back_my_steps_only(store: Store) -> None:
    mine = mark_in(store, MONEY, "1.2亿元")
    other = Author(AuthorId(numbered(77)), "Wu")
    with Store.open(store.path, session(other)) as theirs:
        edit = edits.mark(
            theirs.load(DOCUMENT.id), QUANTITY, ((0, 3),), replace(HAND, author=other.id)
        )
        theirs.apply(edit)
        assert str(theirs.undoable()) == "Mark Quantity"
    assert [author.name for author in store.authors()] == ["Lin", "Wu"]
    store.undo()
    assert store.get(Annotation, mine.id) is None
    assert len(store.load(DOCUMENT.id).all(Annotation)) == 1


def test_undo_refuses_when_somebody_has_built_on_the_step(store: Store) -> None:
    annotation = mark_in(store, MONEY, "1.2亿元")
    other = Author(AuthorId(numbered(77)), "Wu")
    with Store.open(store.path, session(other)) as theirs:
        theirs.apply(edits.set_note(theirs.load(DOCUMENT.id), [annotation], "checked"))
    with pytest.raises(ChangedMeanwhileError, match="changed meanwhile"):
        store.undo()
    assert store.verify() == []


def test_undo_refuses_to_take_away_what_others_still_use(store: Store) -> None:
    extra = replace(MONEY, id=LabelId(numbered(99)), names={"en": "Extra"}, key="x")
    store.apply(Edit(Message("Add label"), added=(extra,)))
    other = Author(AuthorId(numbered(77)), "Wu")
    with Store.open(store.path, session(other)) as theirs:
        theirs.apply(
            edits.mark(theirs.load(DOCUMENT.id), extra, ((0, 2),), replace(HAND, author=other.id))
        )
    with pytest.raises(UserError, match="still needs"):
        store.undo()
    assert store.get(Label, extra.id) == extra


def test_an_import_of_several_documents_is_one_step(store: Store) -> None:
    text = Text(sha256_of("abc"), "abc")
    for number in (201, 202, 203):
        document = replace(DOCUMENT, id=DocumentId(numbered(number)), sha256=text.sha256)
        store.apply(Edit(Message("Import"), added=(document,), texts=(text,)), group="together")
    assert str(store.undoable()) == "Import 3 documents"
    assert len(store.undo()) == 3
    assert store.documents() == [DOCUMENT]
    store.redo()
    assert len(store.documents()) == 4
    store.undo()
    assert store.documents() == [DOCUMENT]
    assert store.verify() == []


def test_a_stale_edit_is_refused_and_nothing_is_written(store: Store) -> None:
    annotation = mark_in(store, MONEY, "1.2亿元")
    stale = edits.set_note(store.load(DOCUMENT.id), [annotation], "mine")
    store.apply(edits.set_note(store.load(DOCUMENT.id), [annotation], "theirs"))
    before = store.counts()
    with pytest.raises(ChangedMeanwhileError, match=re.escape("1.2亿元")):
        store.apply(stale)
    assert store.counts() == before


def test_a_quote_that_does_not_match_the_text_is_refused(store: Store) -> None:
    edit = edits.mark(store.load(DOCUMENT.id), MONEY, ((0, 3),), HAND)
    annotation = next(r for r in edit.added if isinstance(r, Annotation))
    forged = replace(annotation, spans=(replace(annotation.spans[0], quote="xyz"),))
    with pytest.raises(UserError, match="quote does not match"):
        store.apply(Edit(Message("Forge"), added=(forged,)))
    assert store.verify() == []


def test_a_reference_to_nothing_is_refused(store: Store) -> None:
    lost = replace(LIN, id=SpeakerId(numbered(404)), document=DocumentId(numbered(405)))
    with pytest.raises(UserError, match="needs"):
        store.apply(Edit(Message("Add"), added=(lost,)))
    lost_turn = replace(TURNS[2], speaker=SpeakerId(numbered(404)))
    with pytest.raises(UserError, match="needs"):
        store.apply(Edit(Message("Give"), removed=(TURNS[2],), added=(lost_turn,)))
    assert store.verify() == []


def test_a_full_disk_keeps_what_was_there(store: Store) -> None:
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages + 1}")
    text = "字" * 100_000
    document = replace(DOCUMENT, id=DocumentId(numbered(300)), sha256=sha256_of(text))
    edit = Edit(Message("Import"), added=(document,), texts=(Text(document.sha256, text),))
    with pytest.raises(NotSavedError, match="disk is full"):
        store.apply(edit)
    assert store.documents() == [DOCUMENT]
    assert store.verify() == []
    store._db.execute("PRAGMA max_page_count = 1000000")
    store.apply(edit)
    assert len(store.documents()) == 2


def test_a_file_put_back_to_an_older_state_takes_no_more_edits(
    store: Store, tmp_path: Path
) -> None:
    old = tmp_path / "old.annotator"
    store.save_copy(old)
    mark_in(store, MONEY, "1.2亿元")
    old.replace(store.path)
    with pytest.raises(UserError, match=r"older version|no longer be written"):
        mark_in(store, QUANTITY, "7条")


def test_a_read_only_project_can_be_read_and_not_changed(store: Store) -> None:
    mark_in(store, MONEY, "1.2亿元")
    with Store.open(store.path, session(), read_only=True) as reading:
        assert len(reading.load(DOCUMENT.id).all(Annotation)) == 1
        with pytest.raises(UserError, match="read-only"):
            reading.apply(Edit(Message("x"), added=(Setting(SettingId("memo"), "x"),)))
        with pytest.raises(UserError, match="read-only"):
            reading.undo()


def test_two_windows_on_one_file_both_write(store: Store) -> None:
    with Store.open(store.path, session()) as second:
        mark_in(second, MONEY, "1.2亿元")
        assert not store.custody.is_kept
        mark_in(store, QUANTITY, "7条")
        assert len(second.load(DOCUMENT.id).all(Annotation)) == 2
    assert store.verify() == []
