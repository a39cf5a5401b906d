"""An open project: others' changes, edits that wait to be saved, and going on elsewhere."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.edit import Edit, repeated_over
from annotator.model.errors import ChangedMeanwhileError, KnownTextError, NotSavedError, UserError
from annotator.model.ids import DocumentId, SettingId
from annotator.model.message import Message
from annotator.model.records import Annotation, Document, Setting, Text
from annotator.model.text import sha256_of
from annotator.store.project_file import Store
from annotator.store.spill import Waiting
from annotator.workspace.workspace import Workspace
from tests.example import DOCUMENT, MONEY, QUANTITY, numbered
from tests.robustness.work import make_project, real_session
from tests.store.example_store import annotation, step


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    """Give one project, open twice."""
    make_project(tmp_path / "p.annotator")
    with (
        Workspace.open(tmp_path / "p.annotator", real_session()) as mine,
        Workspace.open(tmp_path / "p.annotator", real_session()) as theirs,
    ):
        yield mine, theirs


def mark(workspace: Workspace, start: int) -> Annotation:
    s = workspace.load(DOCUMENT.id)
    edit = edits.mark(s, MONEY, ((start, start + 3),), workspace.hand)
    workspace.apply(edit)
    return next(record for record in edit.added if isinstance(record, Annotation))


def catch_up(workspace: Workspace) -> bool:
    return workspace.follow(workspace.news())


def test_a_store_that_cannot_be_read_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_store: Store) -> list[Document]:
        raise UserError("This cannot be read.")

    make_project(tmp_path / "p.annotator")
    store = Store.open(tmp_path / "p.annotator", real_session())
    monkeypatch.setattr(Store, "documents", refuse)
    with pytest.raises(UserError, match="cannot be read"):
        Workspace(store, real_session())
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        store._db.execute("SELECT 1")


def test_others_documents_labels_and_marks_are_followed(pair: tuple[Workspace, Workspace]) -> None:
    mine, theirs = pair
    heard: list[Edit] = []
    mine.listen(heard.append)
    mine.load(DOCUMENT.id)
    marked = mark(theirs, 0)
    titled = replace(DOCUMENT, title="Renamed")
    theirs.apply(Edit(Message("Rename"), (DOCUMENT,), (titled,)))
    named = replace(QUANTITY, slug="renamed")
    theirs.apply(Edit(Message("Label"), (QUANTITY,), (named,)))
    assert catch_up(mine) is False
    assert len(heard) == 3
    assert mine.load(DOCUMENT.id).all(Annotation) == [marked]
    assert mine.document(DOCUMENT.id).title == "Renamed"
    assert mine.label(QUANTITY.id).slug == "renamed"
    theirs.undo()
    catch_up(mine)
    assert mine.label(QUANTITY.id) == QUANTITY


def test_uses_of_labels_are_those_of_the_file_whatever_is_done(
    pair: tuple[Workspace, Workspace],
) -> None:
    mine, theirs = pair
    mark(mine, 0)
    assert mine.label_uses() == mine.store.label_uses() == {MONEY.id: 1}
    first = mark(mine, 4)
    mark(theirs, 8)
    catch_up(mine)
    relabelled = edits.relabel(mine.load(DOCUMENT.id), [first], QUANTITY)
    mine.apply(relabelled)
    assert +mine.label_uses() == mine.store.label_uses() == {MONEY.id: 2, QUANTITY.id: 1}
    mine.undo()
    assert +mine.label_uses() == mine.store.label_uses() == {MONEY.id: 3}
    mine.refresh()
    mine.expect(Waiting(edits.remove(mine.load(DOCUMENT.id), [first])))
    assert mine.label_uses()[MONEY.id] == 2


def test_a_merge_by_somebody_else_is_shown_anew(
    pair: tuple[Workspace, Workspace], tmp_path: Path
) -> None:
    mine, theirs = pair
    theirs.store.save_copy(tmp_path / "copy")
    with Store.open(tmp_path / "copy", real_session()) as copy:
        copy.apply(step(annotation(600)))
        history = list(copy.history())
    theirs.store.adopt(history)
    assert catch_up(mine) is True
    assert [a.id for a in mine.load(DOCUMENT.id).all(Annotation)] == [annotation(600).id]


def test_changed_meanwhile_carries_both_values_and_can_be_repeated(
    pair: tuple[Workspace, Workspace],
) -> None:
    mine, theirs = pair
    marked = mark(mine, 0)
    catch_up(theirs)
    noted = replace(marked, note="theirs")
    theirs.apply(Edit(Message("Note"), (marked,), (noted,)))
    wanted = replace(marked, label=QUANTITY.id)
    edit = Edit(Message("Label"), (marked,), (wanted,))
    with pytest.raises(ChangedMeanwhileError) as refused:
        mine.apply(edit)
    [difference] = refused.value.differences
    assert (difference.expected, difference.mine, difference.theirs) == (marked, wanted, noted)
    assert mine.unsaved == []
    catch_up(mine)
    mine.apply(repeated_over(edit, refused.value.differences))
    [held] = mine.store.load(DOCUMENT.id).all(Annotation)
    assert (held.note, held.label) == ("theirs", QUANTITY.id)


def test_all_records_that_changed_are_told_also_deleted_ones(
    pair: tuple[Workspace, Workspace],
) -> None:
    mine, theirs = pair
    first, second = mark(mine, 0), mark(mine, 9)
    catch_up(theirs)
    theirs.apply(edits.remove(theirs.load(DOCUMENT.id), [first]))
    theirs.apply(Edit(Message("Note"), (second,), (replace(second, note="x"),)))
    edit = edits.set_note(mine.load(DOCUMENT.id), [first, second], "mine")
    with pytest.raises(ChangedMeanwhileError) as refused:
        mine.apply(edit)
    told = [(d.expected, d.theirs) for d in refused.value.differences]
    assert told == [(first, None), (second, replace(second, note="x"))]
    again = repeated_over(edit, refused.value.differences)
    assert again.removed == (replace(second, note="x"),)


def test_what_waits_can_be_given_up_or_replaced(pair: tuple[Workspace, Workspace]) -> None:
    mine, theirs = pair
    marked = mark(mine, 0)
    catch_up(theirs)
    mine.store._db.execute("PRAGMA busy_timeout = 10")
    theirs.store._db.execute("BEGIN IMMEDIATE")
    note = Edit(Message("Note"), (marked,), (replace(marked, note="mine"),))
    with pytest.raises(NotSavedError, match="Another program"):
        mine.apply(note)
    with pytest.raises(NotSavedError, match="earlier change"):
        mark(mine, 9)
    theirs.store._db.execute("ROLLBACK")
    theirs.apply(Edit(Message("Note"), (marked,), (replace(marked, note="theirs"),)))
    with pytest.raises(ChangedMeanwhileError) as refused:
        mine.save_again()
    mine.replace_unsaved(repeated_over(note, refused.value.differences))
    mine.save_again()
    assert mine.unsaved == []
    held = mine.store.load(DOCUMENT.id).all(Annotation)
    assert [(a.start, a.note) for a in held] == [(0, "mine"), (9, "")]
    assert mine.load(DOCUMENT.id).all(Annotation) == held


def test_what_waits_is_written_in_the_group_that_it_belongs_to(
    pair: tuple[Workspace, Workspace],
) -> None:
    mine, theirs = pair
    mine.store._db.execute("PRAGMA busy_timeout = 10")
    theirs.store._db.execute("BEGIN IMMEDIATE")
    for number in (600, 601):
        with pytest.raises(NotSavedError):
            mine.apply(step(annotation(number)), group="together")
    theirs.store._db.execute("ROLLBACK")
    mine.save_again()
    assert mine.store.load(DOCUMENT.id).count(Annotation) == 2
    assert len(mine.undo()) == 2


def test_a_given_up_change_leaves_the_screen(pair: tuple[Workspace, Workspace]) -> None:
    mine, theirs = pair
    mine.store._db.execute("PRAGMA busy_timeout = 10")
    theirs.store._db.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotSavedError):
        mark(mine, 0)
    theirs.store._db.execute("ROLLBACK")
    assert len(mine.load(DOCUMENT.id).all(Annotation)) == 1
    mine.replace_unsaved(None)
    assert mine.load(DOCUMENT.id).all(Annotation) == []
    assert mine.store.get(Document, DOCUMENT.id)


def test_what_was_read_stays_in_sight_when_its_file_goes(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    make_project(path)
    older = path.read_bytes()
    with Workspace.open(path, real_session()) as writing:
        mark(writing, 0)
    with Workspace.open(path, real_session(), read_only=True) as reading:
        assert len(reading.load(DOCUMENT.id).all(Annotation)) == 1
        path.write_bytes(older)
        assert (reading.news(), reading.is_cut_off) == ([], False)
        path.unlink()
        assert (reading.news(), reading.is_cut_off) == ([], False)
        assert len(reading.load(DOCUMENT.id).all(Annotation)) == 1


def test_a_file_that_cannot_be_read_names_no_step(pair: tuple[Workspace, Workspace]) -> None:
    mine, _theirs = pair
    mark(mine, 2)
    assert mine.undoable() is not None
    mine.path.write_bytes(b"\xa5" * mine.path.stat().st_size)
    assert mine.undoable() is None
    assert mine.redoable() is None


def waiting_import(title: str = "Evening") -> Waiting:
    text = Text(sha256_of("40 came."), "40 came.")
    document = Document(DocumentId(numbered(601)), title, text.sha256)
    edit = Edit(Message("Import {title}", {"title": title}), (), (document,), (text,))
    return Waiting(edit, "group", texts_are_new=True)


def test_a_text_that_waits_is_not_added_where_somebody_else_has_added_it(
    pair: tuple[Workspace, Workspace],
) -> None:
    mine, theirs = pair
    mine.expect(waiting_import())
    theirs.apply(Edit(Message("Import"), (), *theirs_of(waiting_import("Theirs"))))
    with pytest.raises(KnownTextError):
        mine.save_again()
    assert len(mine.unsaved) == 1
    mine.replace_unsaved(None)
    catch_up(mine)
    assert [document.title for document in mine.documents()][-1] == "Theirs"


def theirs_of(waiting: Waiting) -> tuple[tuple[Document, ...], tuple[Text, ...]]:
    [document] = waiting.edit.added
    assert isinstance(document, Document)
    return (replace(document, id=DocumentId(numbered(602))),), waiting.edit.texts


def test_changes_that_waited_together_are_undone_together(
    pair: tuple[Workspace, Workspace],
) -> None:
    mine, _theirs = pair
    setting = Setting(SettingId("memo"), "x")
    mine.expect(waiting_import())
    mine.expect(Waiting(Edit(Message("Memo"), (), (setting,)), "group"))
    mine.save_again()
    assert str(mine.undoable()) == "Import Evening"
    mine.undo()
    assert mine.settings() == {}
    assert len(mine.documents()) == 1
