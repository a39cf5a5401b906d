"""Edits that the file does not take, and what it says of them."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.bulk import Bulk
from annotator.model.edit import Edit, replacing
from annotator.model.errors import ChangedMeanwhileError, NotSavedError, UserError
from annotator.model.ids import AuthorId, DocumentId, SettingId, SpeakerId, TurnId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    Author,
    Claim,
    Document,
    Figure,
    Label,
    Record,
    Setting,
    Span,
    Speaker,
    Text,
    Turn,
)
from annotator.model.text import sha256_of
from annotator.store.applying import name_of, one_moment
from annotator.store.project_file import Store
from tests.example import AUTHOR, DOCUMENT, LIN, QUANTITY, STATEMENT, numbered
from tests.store.example_store import (
    annotation,
    everything,
    meddling,
    new_store,
    session,
    step,
)

MARKED = annotation(600)
DETAIL = Figure(MARKED.id, low="12")


@pytest.fixture
def store(store: Store) -> Store:
    store.apply(step(MARKED, DETAIL))
    return store


NEW = annotation(700)
SAYING = annotation(701, "今年", STATEMENT)
NOWHERE = Document(DocumentId(numbered(702)), "t", "0" * 64)
REFUSED = {
    "half a surrogate pair": (step(replace(NEW, note="\ud800")), "surrogate"),
    "a number beyond 64 bits": (step(SAYING, Claim(SAYING.id, priority=2**70)), "64 bits"),
    "an id that is none": (step(Speaker(SpeakerId("x"), DOCUMENT.id, "n")), "CHECK"),
    "a colour that is none": (step(Author(AuthorId(numbered(703)), "n", "red")), "CHECK"),
    "a kind of figure that is none": (step(NEW, Figure(NEW.id, kind="odd")), "CHECK"),
    "a detail without its annotation": (step(Figure(NEW.id)), "needs"),
    "a passage outside the text": (
        step(replace(NEW, spans=(Span(10**6, 10**6 + 2, "xx"),))),
        "quote does not match",
    ),
    "a turn outside the text": (
        step(Turn(TurnId(numbered(704)), DOCUMENT.id, 0, 0, 10**6)),
        "outside the text",
    ),
    "a label in use": (step(removed=[QUANTITY]), "needs"),
    "a document without a text": (step(NOWHERE), "needs"),
    "a text with another hash": (step(NOWHERE, texts=[Text("0" * 64, "abc")]), "SHA-256"),
    "a text with a zero in it": (step(texts=[Text(sha256_of("a\0b"), "a\0b")]), "CHECK"),
    "a record twice": (step(NEW, NEW), "twice"),
    "a record that is there": (step(MARKED), "changed meanwhile"),
    "a removal of what is not there": (step(removed=[NEW]), "changed meanwhile"),
    "a removal of what is different": (step(removed=[replace(DETAIL, low="13")]), "meanwhile"),
    "another document": (
        replacing(Message("Move"), (MARKED, replace(MARKED, document=DocumentId(numbered(9))))),
        "needs|stays in its document",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_leaves_nothing_behind(store: Store, name: str) -> None:
    edit, sentence = REFUSED[name]
    before, transactions = everything(store), store.counts().transactions
    with pytest.raises(UserError, match=sentence):
        store.apply(edit)
    assert everything(store) == before
    assert store.counts().transactions == transactions
    store.apply(step(annotation(800)))
    assert store.verify() == []


def test_records_kept_field_by_field_lead_to_the_same(store: Store, tmp_path: Path) -> None:
    records: list[Record] = [
        NEW,
        SAYING,
        Claim(SAYING.id, "x"),
        replace(LIN, id=SpeakerId(numbered(704))),
    ]
    (tmp_path / "other").mkdir()
    with new_store(tmp_path / "other") as other:
        other.apply(step(MARKED, DETAIL))
        other.apply(step(*records))
        store.apply(replace(step(*records), added=Bulk.of(records)))
        assert everything(store) == everything(other)
        sql = "SELECT tbl, images FROM change ORDER BY key DESC LIMIT 3"
        assert store._db.execute(sql).fetchall() == other._db.execute(sql).fetchall()
    assert store.verify() == []
    store.undo()
    assert store.get(Annotation, NEW.id) is None


@pytest.mark.parametrize(("second", "reason"), [(MARKED, "changed meanwhile"), (NEW, "twice")])
def test_of_those_none_may_be_there(store: Store, second: Annotation, reason: str) -> None:
    before = everything(store)
    with pytest.raises(UserError, match=reason):
        store.apply(replace(step(), added=Bulk.of([NEW, second])))
    assert everything(store) == before


def test_the_sentence_names_the_record_that_changed(store: Store) -> None:
    with pytest.raises(ChangedMeanwhileError, match="annotation 12个"):
        store.apply(step(removed=[replace(MARKED, note="stale")]))


def test_a_change_of_kind_swaps_the_details(store: Store) -> None:
    relabelled = replace(MARKED, label=STATEMENT.id)
    claim = Claim(MARKED.id, text="twelve parks")
    store.apply(step(relabelled, claim, removed=[MARKED, DETAIL]))
    assert store.get(Figure, MARKED.id) is None
    assert store.get(Claim, MARKED.id) == claim
    store.undo()
    assert store.get(Figure, MARKED.id) == DETAIL
    assert store.get(Claim, MARKED.id) is None
    assert store.verify() == []


def test_labels_may_come_in_any_order_and_change_places(store: Store) -> None:
    one, two = (
        Label(QUANTITY.id[:-2] + end, LabelKind.TOPIC, {"en": end})  # type: ignore[arg-type]
        for end in ("98", "99")
    )
    below = replace(one, parent=two.id)
    store.apply(step(below, two))
    assert store.get(Label, one.id) == below
    store.apply(step(one, replace(two, parent=one.id), removed=[below, two]))
    assert store.get(Label, two.id) == replace(two, parent=one.id)
    assert store.get(Label, one.id) == one
    store.apply(step(removed=[one, replace(two, parent=one.id)]))
    assert store.verify() == []


def test_a_turn_goes_to_a_new_speaker_while_its_old_one_goes(store: Store) -> None:
    old, new = (
        Speaker(SpeakerId(numbered(n)), DOCUMENT.id, name) for n, name in ((710, "o"), (711, "n"))
    )
    turn = Turn(TurnId(numbered(712)), DOCUMENT.id, 0, 0, 1, old.id)
    store.apply(step(old, turn))
    given = replace(turn, speaker=new.id)
    store.apply(Edit(Message("Give"), removed=(turn, old), added=(new, given)))
    assert store.get(Turn, turn.id) == given
    assert store.get(Speaker, old.id) is None
    store.undo()
    assert store.get(Turn, turn.id) == turn


def test_somebody_who_holds_the_lock_is_named(store: Store) -> None:
    store._db.execute("PRAGMA busy_timeout = 20")
    with meddling(store.path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSavedError, match="Another program holds"):
            store.apply(step(NEW))
        other.execute("ROLLBACK")
    store.apply(step(NEW))
    assert store.verify() == []


def test_a_reader_in_the_way_of_the_commit_leaves_nothing_half_done(store: Store) -> None:
    store._db.execute("PRAGMA busy_timeout = 20")
    reader = sqlite3.connect(store.path)
    cursor = reader.execute("SELECT * FROM turn")
    cursor.fetchone()
    with pytest.raises(NotSavedError, match="Another program holds"):
        store.apply(step(NEW))
    assert store.get(Annotation, NEW.id) is None
    cursor.close()
    reader.close()
    store.apply(step(NEW))
    assert store.verify() == []


def test_a_file_that_was_moved_away_is_said(store: Store, tmp_path: Path) -> None:
    store.path.rename(tmp_path / "moved")
    with pytest.raises(NotSavedError, match="moved"):
        store.apply(step(NEW))
    (tmp_path / "moved").rename(store.path)
    store.apply(step(NEW))
    assert store.get(Annotation, NEW.id) == NEW


def test_an_older_version_put_in_place_takes_no_edit(store: Store, tmp_path: Path) -> None:
    store.save_copy(tmp_path / "old")
    store.apply(step(NEW))
    store.path.write_bytes((tmp_path / "old").read_bytes())
    with pytest.raises(UserError, match="older version"):
        store.apply(step(annotation(702)))


def test_a_new_author_is_written_with_the_first_edit_and_stays(store: Store) -> None:
    wu = Author(AuthorId(numbered(90)), "Wu")
    with Store.open(store.path, session(wu)) as theirs:
        assert theirs.authors() == [AUTHOR]
        theirs.apply(step(replace(NEW, author=wu.id)))
        assert theirs.authors() == [AUTHOR, wu]
        theirs.undo()
        assert theirs.authors() == [AUTHOR, wu]
        assert theirs.undoable() is None
        assert theirs.verify() == []


def test_an_edit_may_bring_its_author_itself(store: Store) -> None:
    wu = Author(AuthorId(numbered(90)), "Wu")
    with Store.open(store.path, session(wu)) as theirs:
        theirs.apply(step(wu, replace(NEW, author=wu.id)))
        assert theirs.authors() == [AUTHOR, wu]
        assert theirs.verify() == []


def test_an_error_that_ended_the_reading_itself_is_told(store: Store) -> None:
    """SQLite rolls back by itself after some errors of the disk."""

    def fail() -> None:
        with one_moment(store._db):
            store._db.execute("ROLLBACK")
            raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(sqlite3.OperationalError, match="disk"):
        fail()


def test_reading_sees_one_moment(store: Store) -> None:
    with one_moment(store._db):
        before = store.settings()
        with meddling(store.path) as other:
            other.execute("PRAGMA busy_timeout = 20")
            other.execute("BEGIN")
            other.execute("INSERT INTO setting (id, value) VALUES ('a', 'b')")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("COMMIT")
            other.execute("ROLLBACK")
        with one_moment(store._db):
            assert store.settings() == before
    store.apply(step(Setting(SettingId("a"), "b")))


def test_records_are_named_as_a_person_would(store: Store) -> None:
    named = [name_of(r) for r in (DOCUMENT, LIN, QUANTITY, MARKED, DETAIL, None)]
    assert named == ["发布会", "林晓", "Quantity", "12个😀", MARKED.id, ""]
    assert store.apply(Edit(Message("Nothing"))).edit.added == ()
