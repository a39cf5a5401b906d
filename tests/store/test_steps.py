"""What undo takes back and redo does again."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.edit import Edit, replacing
from annotator.model.errors import UserError
from annotator.model.ids import AuthorId, DocumentId, SettingId
from annotator.model.message import Message
from annotator.model.records import Annotation, Author, Setting
from annotator.store import steps
from annotator.store.project_file import Store
from tests.example import DOCUMENT, numbered
from tests.store.example_store import annotation, everything, session, step

WU = Author(AuthorId(numbered(92)), "Wu")


def setting(name: str) -> Edit:
    """Return an edit named after the setting it makes."""
    return Edit(Message(name), added=(Setting(SettingId(name), "x"),))


def test_many_steps_go_back_and_forth_in_order(store: Store) -> None:
    names = [f"s{number}" for number in range(steps.FIRST_PAGE * 3)]
    for name in names:
        store.apply(setting(name))
    for name in reversed(names):
        assert str(store.undoable()) == name
        store.undo()
    assert store.settings() == {}
    for name in names:
        assert str(store.redoable()) == name
        store.redo()
    assert list(store.settings()) == names


def test_steps_between_undo_and_redo_stay_apart(store: Store) -> None:
    for name in ("a", "b", "c"):
        store.apply(setting(name))
    store.undo()
    store.undo()
    store.redo()
    assert (str(store.undoable()), str(store.redoable())) == ("b", "c")
    store.apply(setting("d"))
    assert store.redoable() is None
    for expected in ("d", "b", "a"):
        assert str(store.undoable()) == expected
        store.undo()
    assert set(store.settings()) == set()


def test_a_group_goes_back_whole_also_around_another_step(store: Store) -> None:
    store.apply(step(annotation(600)), group="g")
    store.apply(setting("between"))
    store.apply(step(annotation(601)), group="g")
    store.undo()
    assert store.load(DOCUMENT.id).all(Annotation) == []
    assert list(store.settings()) == ["between"]
    store.redo()
    assert len(store.load(DOCUMENT.id).all(Annotation)) == 2
    store.undo()
    assert str(store.undoable()) == "between"
    assert store.verify() == []


def test_a_group_goes_back_whole_or_not_at_all(store: Store) -> None:
    for number in (600, 601):
        store.apply(step(annotation(number)), group="g")
    with Store.open(store.path, session(WU)) as theirs:
        noted = replace(annotation(600), note="x")
        theirs.apply(replacing(Message("Note"), (annotation(600), noted)))
    before = everything(store)
    with pytest.raises(UserError, match="changed meanwhile"):
        store.undo()
    assert everything(store) == before
    assert store.verify() == []


def test_steps_of_others_and_of_other_copies_are_theirs(store: Store, tmp_path: Path) -> None:
    store.apply(setting("mine"))
    store.save_copy(tmp_path / "copy")
    with Store.open(tmp_path / "copy", session()) as copy:
        assert copy.undoable() is None
    with Store.open(store.path, session(WU)) as theirs:
        assert theirs.undoable() is None
        theirs.apply(setting("theirs"))
    assert str(store.undoable()) == "mine"


def imported(number: int, title: str) -> Edit:
    """Return an edit that brings in a document with the example's text."""
    document = replace(DOCUMENT, id=DocumentId(numbered(number)), title=title)
    return Edit(Message("Import {title}", {"title": title}), added=(document,))


def test_an_import_is_named_after_its_documents(store: Store) -> None:
    store.apply(setting("the codebook"), group="g")
    assert str(store.undoable()) == "the codebook"
    store.apply(imported(700, "a"), group="g")
    store.apply(setting("what lies between"), group="g")
    assert str(store.undoable()) == "Import a"
    store.apply(imported(701, "b"), group="g")
    assert str(store.undoable()) == "Import 2 documents"
    store.undo()
    assert str(store.redoable()) == "Import 2 documents"


def test_an_import_onto_documents_that_are_there_says_so(store: Store) -> None:
    for number in (600, 601):
        store.apply(step(annotation(number)), group="g")
    assert str(store.undoable()) == "Import annotations"
