"""A project file read by another process while it is open for the user."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId, LabelId
from annotator.model.records import Annotation, Author
from annotator.store import loading
from annotator.store.beside import StoreBeside
from annotator.store.loading import Loading
from annotator.store.project_file import Store
from tests.example import DOCUMENT, MONEY, QUANTITY, numbered
from tests.store.example_store import NEW_ID, assert_same, mark_in, new_store, session, step

VERSION_1 = Path(__file__).parent / "fixtures" / "version_1.annotator"


class Interrupted(Loading):
    """Lets somebody mark, mark with a label of their own and remove a mark behind each step."""

    writer: Store
    interruptions = 0

    def step(self) -> None:
        super().step()
        Interrupted.interruptions += 1
        new = replace(MONEY, id=LabelId(NEW_ID()), names={"en": f"Own {self.interruptions}"})
        self.writer.apply(step(new))
        mark_in(self.writer, new, "1.2亿元")
        s = self.writer.load(DOCUMENT.id)
        self.writer.apply(edits.remove(s, s.all(Annotation)[:1]))


class Busy(StoreBeside):
    """A file that others write to all the time."""

    begun = 0

    def begin(self, document_id: DocumentId, reader: Author | None = None) -> Loading:
        self.begun += 1
        return Interrupted(self._db, document_id, reader)


def test_a_file_that_is_open_is_read_as_it_is(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, StoreBeside.beside(store.path, session()) as beside:
        made = mark_in(store, QUANTITY, "1.2亿元")
        assert beside.load(DOCUMENT.id).all(Annotation) == [made]
        assert beside.documents() == store.documents()
        with pytest.raises(UserError, match="read-only"):
            mark_in(beside, QUANTITY, "1.2亿元")


def test_a_load_follows_whoever_writes_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "STEP", 2)
    with new_store(tmp_path) as store, Busy.beside(store.path, session()) as beside:
        for _number in range(9):
            mark_in(store, QUANTITY, "1.2亿元")
        Interrupted.writer = store
        found = beside.load(DOCUMENT.id)
        assert Interrupted.interruptions > 5
        assert beside.begun == 1
        there = store.load(DOCUMENT.id)
        assert_same(found, there)


def test_no_statement_reads_many_annotations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    with new_store(tmp_path) as store, StoreBeside.beside(store.path, session()) as beside:
        for _number in range(5):
            mark_in(store, QUANTITY, "1.2亿元")
        monkeypatch.setattr(loading, "STEP", 2)
        beside._db.set_trace_callback(said.append)
        assert beside.load(DOCUMENT.id).count(Annotation) == 5
    asked = [re.search(r"FROM annotation .*WHERE .* IN \((.*)\)", sql) for sql in said]
    keys = [found[1].count(",") + 1 for found in asked if found and "span" not in found.string]
    assert max(keys) == 2


def test_an_older_file_is_read_as_this_version_would_have_it(tmp_path: Path) -> None:
    path = tmp_path / "old.annotator"
    path.write_bytes(VERSION_1.read_bytes())
    with (
        StoreBeside.beside(path, session()) as beside,
        Store.open(path, session(), read_only=True) as store,
    ):
        [first, *_others] = store.documents()
        assert list(beside.load(first.id).records()) == list(store.load(first.id).records())
    assert path.read_bytes() == VERSION_1.read_bytes()


def test_what_is_no_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.annotator").write_bytes(b"no project at all")
    for name in ("x.annotator", "missing.annotator"):
        with pytest.raises(UserError):
            StoreBeside.beside(tmp_path / name, session())
    with (
        new_store(tmp_path) as store,
        StoreBeside.beside(store.path, session()) as beside,
        pytest.raises(UserError, match="no document"),
    ):
        beside.load(DocumentId(numbered(99)))
