"""spaCy's DocBin file, written column by column, so that memory does not grow with documents.

The file is a zlib stream of one msgpack map (``spacy.tokens.DocBin.to_bytes``, version 0.1) in
which all tokens of all documents come first, then all spaces, and so on. Each column waits on the
disk until all documents are there.
"""

import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from annotator.formats.extras import library
from annotator.formats.spools import NewSpool, Spool
from annotator.model.errors import UserError

EXTRA = "spacy"
LARGEST_COLUMN = (1 << 32) - 1
"""Bytes of one value in msgpack."""
_KNOWN_WORDS = 50_000
_TOGETHER = 10_000


class DocBinFile:
    """The columns of one file."""

    def __init__(self, new: NewSpool) -> None:
        self._pack = library("srsly", EXTRA).msgpack_dumps
        empty = library("spacy.tokens", EXTRA).DocBin(attrs=[], store_user_data=True)
        self._version, self._attributes = empty.version, empty.attrs
        self._tokens, self._spaces, self._strings = new(), new(), new()
        self._groups, self._data = new(), new()
        self._lengths = array("i")
        self._words: set[str] = set()
        self._string_count = 0

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self._lengths)

    def add(self, doc: Any) -> None:  # noqa: ANN401 - a Doc
        """Add a Doc as ``DocBin.add`` does.

        Raises:
            UserError: the file would grow beyond what the format can hold.
        """
        self._lengths.append(len(doc))
        self._tokens.write(doc.to_array(self._attributes).tobytes())
        self._spaces.write(doc.to_array("SPACY").astype(bool).tobytes())
        self._groups.write(self._pack(doc.spans.to_bytes()))
        self._data.write(self._pack(self._pack(doc.user_data)))
        self._add_strings(doc)
        if self._tokens.size > LARGEST_COLUMN:
            raise UserError(
                "A .spacy file cannot hold so many tokens: narrow down what is exported, or name a "
                "folder, which gets a file for each part."
            )

    def _add_strings(self, doc: Any) -> None:  # noqa: ANN401
        """Add the strings that are new; readers make a set of them, so that some may be twice."""
        words = {token.text for token in doc} - self._words
        if len(self._words) < _KNOWN_WORDS:
            self._words |= words
        names = {name for group in doc.spans.values() for x in group for name in (x.label_, x.id_)}
        new = sorted(words | names)
        self._strings.write(b"".join(map(self._pack, new)))
        self._string_count += len(new)

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes of the file."""
        packer = zlib.compressobj()
        for piece in self._plain():
            yield packer.compress(piece)
        yield packer.flush()

    def _plain(self) -> Iterator[bytes]:
        count = len(self)
        plain = {"has_unknown_spaces": False}
        columns: dict[str, Iterable[bytes]] = {
            "version": [self._pack(self._version)],
            "attrs": [self._pack(self._attributes)],
            "tokens": _binary(self._tokens),
            "spaces": _binary(self._spaces),
            "lengths": [self._pack(self._lengths.tobytes())],
            "strings": _list(self._string_count, self._strings.pieces()),
            "cats": _list(count, _same(self._pack({}), count)),
            "flags": _list(count, _same(self._pack(plain), count)),
            "span_groups": _list(count, self._groups.pieces()),
            "user_data": _list(count, self._data.pieces()),
        }
        yield bytes([0x80 | len(columns)])
        for name, content in columns.items():
            yield self._pack(name)
            yield from content


def _binary(spool: Spool) -> Iterator[bytes]:
    """Yield the bytes of a msgpack binary."""
    return chain([b"\xc6" + struct.pack(">I", spool.size)], spool.pieces())


def _list(count: int, entries: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a msgpack list of so many entries, packed already."""
    return chain([b"\xdd" + struct.pack(">I", count)], entries)


def _same(entry: bytes, count: int) -> Iterator[bytes]:
    for start in range(0, count, _TOGETHER):
        yield entry * min(_TOGETHER, count - start)
