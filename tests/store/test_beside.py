"""A project file read by another process while it is open for the user."""

import re
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.records import Annotation, Author
from annotator.store import beside as beside_store
from annotator.store import loading
from annotator.store.beside import StoreBeside
from annotator.store.loading import Loading
from annotator.store.project_file import Store
from tests.example import DOCUMENT, QUANTITY, numbered
from tests.store.example_store import mark_in, new_store, session

VERSION_1 = Path(__file__).parent / "fixtures" / "version_1.annotator"


class Interrupted(StoreBeside):
    """Lets somebody write in the middle of each load, so many times."""

    writer: Store
    interruptions = 0

    def begin(self, document_id: DocumentId, reader: Author | None = None) -> Loading:
        begun = super().begin(document_id, reader)
        if self.interruptions:
            self.interruptions -= 1
            mark_in(self.writer, QUANTITY, "1.2亿元")
        return begun


def test_a_file_that_is_open_is_read_as_it_is(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, StoreBeside.beside(store.path, session()) as beside:
        made = mark_in(store, QUANTITY, "1.2亿元")
        assert beside.load(DOCUMENT.id).all(Annotation) == [made]
        assert beside.documents() == store.documents()
        with pytest.raises(UserError, match="read-only"):
            mark_in(beside, QUANTITY, "1.2亿元")


def test_a_load_blocks_nobody_who_writes_and_is_of_one_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside_store, "PAUSE", 0)
    with new_store(tmp_path) as store, Interrupted.beside(store.path, session()) as beside:
        beside.writer, beside.interruptions = store, 2
        found = beside.load(DOCUMENT.id)
        assert beside.interruptions == 0
        assert list(found.records()) == list(store.load(DOCUMENT.id).records())
        assert found.count(Annotation) == 2


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
    asked = [re.search(r"FROM annotation WHERE .* IN \((.*)\)", sql) for sql in said]
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
