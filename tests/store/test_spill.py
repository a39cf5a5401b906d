"""Edits that wait in a file until the project's disk takes them."""

import json
from pathlib import Path

import pytest

from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.model.records import Annotation, Document, Span, Text
from annotator.model.text import sha256_of
from annotator.store.spill import EDIT, Waiting, count_spilled, is_spill, read_spill, write_spill
from tests.example import MONEY, numbered
from tests.store.example_store import annotation, everything, new_store, step


def edits() -> list[Waiting]:
    """Return edits that mark what is there, bring a document with a mark, and take one away."""
    text = Text(sha256_of("40 came."), "40 came.")
    document = Document(DocumentId(numbered(600)), "Evening", text.sha256)
    known = annotation(601)
    fresh = Annotation(annotation(602).id, document.id, MONEY.id, known.author, (Span(0, 2, "40"),))
    bring = Edit(Message("Import {title}", {"title": "x"}), (), (document, fresh), (text,))
    return [
        Waiting(step(known), "group"),
        Waiting(bring, "group", texts_are_new=True),
        Waiting(Edit(Message("Delete"), (known,), ())),
    ]


def test_edits_come_back_as_they_were_and_can_be_made(tmp_path: Path) -> None:
    path = tmp_path / "in" / "unsaved-1.json"
    write_spill(path, edits())
    assert is_spill(path)
    assert count_spilled(path) == 3
    assert not list(path.parent.glob("*.part"))
    with new_store(tmp_path) as store:
        for edit, _group, _are_new in read_spill(path, store.quote):
            store.apply(edit)
        held = everything(store)
    (tmp_path / "other").mkdir()
    with new_store(tmp_path / "other") as other:
        read = read_spill(path, other.quote)
        for waiting in edits():
            assert next(read)[1:] == waiting[1:]
            other.apply(waiting.edit)
        assert everything(other) == held
        assert other.verify() == []


def test_what_an_earlier_version_kept_is_read(tmp_path: Path) -> None:
    path = tmp_path / "unsaved-1.json"
    write_spill(path, edits()[:1])
    path.write_text(json.dumps([told[:EDIT] for told in json.loads(path.read_text())]))
    with new_store(tmp_path) as store:
        assert list(read_spill(path, store.quote)) == [Waiting(edits()[0].edit)]


def test_no_edits_need_no_file(tmp_path: Path) -> None:
    path = tmp_path / "unsaved-1.json"
    write_spill(path, edits()[:1])
    write_spill(path, [])
    write_spill(path, [])
    assert list(tmp_path.iterdir()) == []
    assert count_spilled(path) == 0


def test_a_disk_that_takes_nothing_is_borne(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    write_spill(tmp_path / "file" / "unsaved-1.json", edits())
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.parametrize("content", ["", "{", "5", '"x"', "[" * 100_000, "\udc00"])
def test_what_holds_no_edits_counts_none(tmp_path: Path, content: str) -> None:
    path = tmp_path / "unsaved-1.json"
    path.write_text(content, encoding="utf-8", errors="surrogatepass")
    assert count_spilled(path) == 0


@pytest.mark.parametrize(
    "content",
    [
        "[5]",
        "[[1, 2]]",
        '[[["x", {}], [], [], [], null, 1, 2]]',
        '[[["x", {}], [["what", {}]], [], []]]',
        '[[["x", {}], [], [5], []]]',
    ],
)
def test_a_damaged_file_is_a_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "unsaved-1.json"
    path.write_text(content)
    with new_store(tmp_path) as store, pytest.raises(UserError, match="damaged"):
        list(read_spill(path, store.quote))
    assert not is_spill(tmp_path / "letter.json")
