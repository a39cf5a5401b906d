"""The anchor of a passage, checked by the file itself however many pieces it lies in."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.store.schema import migrate
from annotator.store.schema_001 import PIECE
from annotator.store.sqlite import Connection, connect

TEXT = "".join(chr(0x4E00 + at % 5000) if at % 7 else "😀" for at in range(3 * PIECE + 100))
EDGES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE, len(TEXT) - 1, len(TEXT)]
AT = st.one_of(st.sampled_from(EDGES), st.integers(0, len(TEXT)))
INSERT = "INSERT INTO span VALUES (1, ?, ?, ?, ?)"


def with_text(text: str, version: int | None = None) -> Connection:
    """Return tables in memory with an annotation of a text, without the records around them."""
    db = connect("file::memory:")
    migrate(db, version)
    db.execute("PRAGMA foreign_keys = OFF")
    digest = "0" * 64
    db.execute("INSERT INTO text VALUES (1, ?, ?)", (digest, len(text)))
    pieces = [(1, at // PIECE, text[at : at + PIECE]) for at in range(0, len(text), PIECE)]
    db.executemany("INSERT INTO piece (text, ord, body) VALUES (?, ?, ?)", pieces)
    db.execute(
        "INSERT INTO document (key, id, title, sha256) VALUES (1, printf('%036d', 1), 'x', ?)",
        (digest,),
    )
    db.execute(
        "INSERT INTO annotation (key, id, document, label, author, origin)"
        " VALUES (1, printf('%036d', 2), 1, 1, 1, 'hand')"
    )
    return db


@pytest.fixture(scope="module")
def db() -> Iterator[Connection]:
    with closing(with_text(TEXT)) as made:
        yield made


@given(st.tuples(AT, AT).map(sorted).filter(lambda part: part[0] < part[1]), st.data())
def test_a_quote_is_taken_only_as_the_text_has_it(
    db: Connection, part: list[int], data: st.DataObject
) -> None:
    start, stop = part
    quote = TEXT[start:stop]
    db.execute(INSERT, (0, start, stop, quote))
    db.execute("UPDATE span SET quote = quote")
    at = data.draw(st.sampled_from([0, len(quote) // 2, len(quote) - 1]))
    other = quote[:at] + "x" + quote[at + 1 :]
    for wrong in ((start, stop, other), (start + 1, stop + 1, quote), (start, stop, quote + "x")):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(INSERT, (1, *wrong))
        with pytest.raises(sqlite3.IntegrityError):
            db.execute("UPDATE span SET start = ?, stop = ?, quote = ?", wrong)
    db.execute("DELETE FROM span")


def test_what_lies_behind_the_text_or_in_no_document_is_refused(db: Connection) -> None:
    for part in (
        (len(TEXT) - 1, len(TEXT) + 1, "xx"),
        (len(TEXT) + PIECE, len(TEXT) + PIECE + 1, "x"),
    ):
        with pytest.raises(sqlite3.IntegrityError, match="quote does not match"):
            db.execute(INSERT, (0, *part))
    with pytest.raises(sqlite3.IntegrityError, match="quote does not match"):
        db.execute("INSERT INTO span VALUES (2, 0, 0, 1, ?)", (TEXT[0],))


def test_a_passage_of_millions_of_characters_is_checked_in_time() -> None:
    text = "一二三四五六七八" * 500_000
    with closing(with_text(text)) as db:
        started = time.process_time()
        db.execute(INSERT, (0, 0, len(text), text))
        assert time.process_time() - started < 5
