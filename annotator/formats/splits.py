"""Documents parted into train, dev and test: by seed, the same every time, families together."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.records import DocumentLink

Split = Literal["train", "dev", "test"]
SPLITS: tuple[Split, ...] = ("train", "dev", "test")


class Parting(Protocol):
    """How documents are parted."""

    @property
    def shares(self) -> tuple[int, int, int]:
        """How much goes to train, dev and test."""

    @property
    def seed(self) -> int:
        """What the parting depends on besides the documents."""


class Linked(Protocol):
    """Documents of which some belong together."""

    def document_links(self) -> Sequence[DocumentLink]:
        """Return how documents stand to each other."""


@dataclass(frozen=True, slots=True)
class SplitPart:
    """One of the three parts of the documents, and how they are parted."""

    name: Split
    shares: tuple[int, int, int] = (80, 10, 10)
    seed: int = 0


def split_of(key: str, shares: Sequence[int], seed: int) -> Split:
    """Return the split of a document by its key.

    The answer depends on the key, the shares and the seed alone: further documents move none.

    Raises:
        UserError: the shares are not three numbers of 0 or more with one above 0.
    """
    total = sum(shares)
    if len(shares) != len(SPLITS) or min(shares) < 0 or total == 0:
        raise UserError(
            "The shares of train, dev and test are three whole numbers, such as 80, 10 and 10."
        )
    digest = hashlib.sha256(f"{seed}/{key}".encode()).digest()
    place = int.from_bytes(digest[:8], "big") * total >> 64
    reached = 0
    for split, share in zip(SPLITS, shares, strict=True):
        reached += share
        if place < reached:
            return split
    return "test"


class Splits:
    """The split of each document; linked ones (a translation, a correction) share theirs."""

    def __init__(self, source: Linked, options: Parting) -> None:
        self._options = options
        self._parent: dict[DocumentId, DocumentId] = {}
        for link in source.document_links():
            first, second = sorted((self._head(link.source), self._head(link.target)))
            if first != second:
                self._parent[second] = first

    def of(self, document: DocumentId) -> Split:
        """Return a document's split."""
        return split_of(self._head(document), self._options.shares, self._options.seed)

    def _head(self, document: DocumentId) -> DocumentId:
        """Return the smallest id of the documents that are linked with this one."""
        while document in self._parent:
            document = self._parent[document]
        return document
