"""Reading a document a little at a time."""

import gc
import weakref
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.errors import UserError
from annotator.model.ids import DismissalId, DocumentId, EvidenceId, FindingId, LabelId, RelationId
from annotator.model.kinds import RelationKind, Stance
from annotator.model.records import (
    Annotation,
    Claim,
    Dismissal,
    Document,
    Evidence,
    Finding,
    Passage,
    Record,
    Relation,
    Speaker,
    Turn,
)
from annotator.store import loading, texts
from annotator.store.loading import STEP, Loading
from annotator.store.project_file import Store
from annotator.store.schema_001 import PIECE
from tests.benchmarks.projects import Size, build
from tests.example import AUTHOR, DOCUMENT, MONEY
from tests.store.example_store import (
    NEW_ID,
    annotation,
    assert_same,
    mark_in,
    new_store,
    session,
    step,
)

COUNT = 2 * STEP + 50


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of two documents with records of all kinds."""
    path = tmp_path_factory.mktemp("large") / "large.annotator"
    build(path, Size(2, 20_000, COUNT), session())
    with Store.open(path, session()) as store:
        for document in store.documents():
            s = store.load(document.id)
            first, second = s.all(Annotation)[:2]
            claim = s.all(Claim)[-1]
            passages = (Passage(document.id, 0, 5), Passage(document.id, 9, 12, second.id))
            found: list[Record] = [
                Evidence(EvidenceId(NEW_ID()), claim.id, stance=Stance.SUPPORTS),
                Relation(
                    RelationId(NEW_ID()), RelationKind.REPEATS, first.id, second.id, AUTHOR.id
                ),
                Finding(FindingId(NEW_ID()), "sum", passages),
                *(
                    Dismissal(DismissalId(NEW_ID()), document.id, "figure", at, at + 2, AUTHOR.id)
                    for at in range(STEP + 20)
                ),
            ]
            store.apply(step(*found))
    return path


def test_the_steps_bring_all_that_loading_at_once_brings(large: Path) -> None:
    with Store.open(large, session()) as store:
        for document in store.documents():
            read = store.begin(document.id)
            steps = 0
            while not read.is_done:
                read.step()
                steps += 1
            assert steps > COUNT // STEP + 1
            assert_same(read.snapshot, store.load(document.id))


def test_what_a_screen_needs_is_there_at_once_and_annotations_come_in_the_order_of_the_text(
    large: Path,
) -> None:
    with Store.open(large, session()) as store:
        document = store.documents()[1]
        whole, read = store.load(document.id), store.begin(document.id)
        assert read.snapshot.text == whole.text
        assert read.snapshot.all(Turn) == whole.all(Turn)
        assert read.snapshot.all(Speaker) == whole.all(Speaker)
        assert read.snapshot.count(Annotation) == 0
        told: list[Annotation] = []
        read.told = told.extend
        read.step()
        assert told == whole.all(Annotation)[:STEP]
        assert all(read.snapshot.detail_of(one.id) == whole.detail_of(one.id) for one in told)
        read.finish()
        assert told == whole.all(Annotation)


def test_a_small_document_is_whole_after_one_step(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        mark_in(store, store.labels()[0], "1.2亿元")
        document = store.documents()[0]
        read = store.begin(document.id)
        read.step()
        assert read.is_done
        assert_same(read.snapshot, store.load(document.id))


def test_places_of_many_annotations_are_read_in_pages(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "PLACES", 97)
    with Store.open(large, session()) as store:
        document = store.documents()[0]
        assert_same(store.begin(document.id).finish(), store.load(document.id))


def test_a_long_text_and_many_turns_come_in_steps(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "PIECES", 5)
    monkeypatch.setattr(loading, "FIRST_TURNS", 1)
    with Store.open(large, session()) as store:
        document = store.documents()[0]
        whole, read = store.load(document.id), store.begin(document.id)
        steps = 0
        while not read.has_text:
            read.step()
            steps += 1
        assert steps == (len(whole.text) - 1) // (5 * PIECE)
        assert read.snapshot.text == whole.text
        assert read.snapshot.all(Turn) == whole.all(Turn)[:1]
        while not read.has_turns:
            assert read.snapshot.count(Turn) == 1
            read.step()
        assert read.snapshot.all(Turn) == whole.all(Turn)
        assert not read.is_done
        assert_same(read.finish(), whole)
        assert_same(store.begin(document.id).finish(), whole)


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["add", "change", "remove"]))))
def test_edits_between_the_steps_that_are_followed_lead_to_what_the_file_holds(
    tmp_path_factory: pytest.TempPathFactory, edits: Sequence[tuple[int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("edits")
    with new_store(folder) as store:
        document = store.documents()[0]
        for number in range(4):
            store.apply(step(annotation(number)))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(loading, "STEP", 1)
            read = store.begin(document.id)
            for number, (steps, what) in enumerate(edits):
                for _step in range(steps):
                    read.step()
                _edit(store, read, document, 100 + number, what)
            assert_same(read.finish(), store.load(document.id))


def _edit(store: Store, read: Loading, document: Document, number: int, what: str) -> None:
    """Write an edit of the newest annotation, and let the snapshot follow it."""
    held = store.load(document.id).all(Annotation)
    edit = step(annotation(number))
    if held and what != "add":
        changed = replace(held[-1], note=str(number))
        edit = step(*([changed] if what == "change" else []), removed=[held[-1]])
    store.apply(edit)
    read.snapshot.apply(edit)


def test_a_file_that_cannot_be_read_is_never_taken_for_whole(large: Path) -> None:
    store = Store.open(large, session())
    read = store.begin(store.documents()[0].id)
    read.step()
    store.close()
    for _again in range(2):
        with pytest.raises(UserError):
            read.finish()
        assert not read.is_done


def test_an_unknown_document_is_told(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, pytest.raises(UserError, match="no document"):
        store.begin(DocumentId("nowhere"))


def test_what_nobody_shows_is_read_at_once_and_only_once(large: Path) -> None:
    with Store.open(large, session()) as store:
        document = store.documents()[0]
        loading = store.begin(document.id)
        told: list[int] = []
        loading.told = lambda new: told.append(len(new))
        assert list(loading.finish().records()) == list(store.load(document.id).records())
        assert loading.finish() is loading.snapshot
        assert told == [COUNT]


def test_what_is_being_shown_is_finished_in_steps(large: Path) -> None:
    with Store.open(large, session()) as store:
        loading = store.begin(store.documents()[0].id)
        told: list[int] = []
        loading.told = lambda new: told.append(len(new))
        loading.step()
        assert loading.finish().count(Annotation) == COUNT
        assert told == [STEP, STEP, COUNT - 2 * STEP]


def test_what_was_read_at_once_goes_when_nobody_holds_it(large: Path) -> None:
    with Store.open(large, session()) as store:
        loading = store.begin(store.documents()[0].id)
        loading.finish()
        held = weakref.ref(loading)
        gc.disable()
        try:
            del loading
            assert held() is None
        finally:
            gc.enable()


def test_a_label_made_while_the_document_is_read_comes_with_its_first_mark(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, Store.open(store.path, session()) as other:
        read = store.begin(DOCUMENT.id)
        new = replace(MONEY, id=LabelId(NEW_ID()), names={"en": "Somebody's own"})
        other.apply(step(new))
        mark_in(other, new, "1.2亿元")
        named: list[str] = []
        read.told = lambda found: named.extend(
            read.snapshot.label_of(one).name("en") for one in found
        )
        read.step()
        assert named == ["Somebody's own"]
