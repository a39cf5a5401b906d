"""Immutable texts, kept in pieces."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.records import Document, Text
from annotator.model.text import sha256_of
from annotator.store.schema import migrate
from annotator.store.schema_001 import PIECE
from annotator.store.sqlite import Connection, connect
from annotator.store.texts import Quotes, insert_text, whole_text
from tests.example import numbered

LONG = Text(sha256_of("😀a" * PIECE * 2), "😀a" * PIECE * 2)
DOCUMENT = Document(DocumentId(numbered(1)), "x", LONG.sha256)


@pytest.fixture(scope="module")
def db() -> Iterator[Connection]:
    made = connect("file::memory:")
    migrate(made)
    insert_text(made, LONG)
    yield made
    made.close()


@pytest.mark.parametrize("length", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_a_text_comes_back_whole_whatever_its_length(db: Connection, length: int) -> None:
    text = LONG.text[:length]
    insert_text(db, Text(sha256_of(text), text))
    assert whole_text(db, sha256_of(text)) == text


def test_the_same_text_is_kept_once(db: Connection) -> None:
    before = db.execute("SELECT count(*) FROM piece").fetchone()
    insert_text(db, LONG)
    assert db.execute("SELECT count(*) FROM piece").fetchone() == before


def test_a_text_that_is_not_there_is_said(db: Connection) -> None:
    with pytest.raises(UserError, match="lacks the text"):
        whole_text(db, "0" * 64)


@pytest.mark.parametrize("claimed", [len(LONG.text) + PIECE, 1 << 40, 1 << 62])
def test_a_text_shorter_than_a_damaged_file_claims_is_refused_at_once(claimed: int) -> None:
    with closing(connect("")) as made:
        migrate(made)
        insert_text(made, LONG)
        triggers = made.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            made.execute(f"DROP TRIGGER {name}")
        made.execute("UPDATE text SET chars = ?", (claimed,))
        with pytest.raises(UserError, match="lacks a part of the text"):
            whole_text(made, LONG.sha256)


@given(start=st.integers(0, len(LONG.text) - 1), length=st.integers(1, 2 * PIECE))
def test_a_quote_is_the_text_there_across_pieces(db: Connection, start: int, length: int) -> None:
    quotes = Quotes(db, dict)
    quotes.add(DOCUMENT)
    end = min(start + length, len(LONG.text))
    assert quotes(DOCUMENT.id, start, end) == LONG.text[start:end]


def test_deleted_documents_are_asked_for_once_and_only_when_needed(db: Connection) -> None:
    asked = []

    def deleted() -> dict[str, str]:
        asked.append(1)
        return {numbered(2): LONG.sha256, numbered(3): LONG.sha256}

    quotes = Quotes(db, deleted)
    quotes.add(DOCUMENT)
    quotes(DOCUMENT.id, 0, 1)
    assert not asked
    assert quotes(DocumentId(numbered(2)), 0, 1) == quotes(DocumentId(numbered(3)), 0, 1) == "😀"
    assert len(asked) == 1
    with pytest.raises(UserError, match="not there"):
        quotes(DocumentId(numbered(4)), 0, 1)
