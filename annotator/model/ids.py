"""Identifiers: UUIDv7 text, so that records made later sort later."""

import os
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NewType

AuthorId = NewType("AuthorId", str)
DocumentId = NewType("DocumentId", str)
DocumentLinkId = NewType("DocumentLinkId", str)
SpeakerId = NewType("SpeakerId", str)
TurnId = NewType("TurnId", str)
LabelId = NewType("LabelId", str)
AnnotationId = NewType("AnnotationId", str)
EvidenceId = NewType("EvidenceId", str)
RelationId = NewType("RelationId", str)
FindingId = NewType("FindingId", str)
DismissalId = NewType("DismissalId", str)
ReviewId = NewType("ReviewId", str)
SettingId = NewType("SettingId", str)
TransactionId = NewType("TransactionId", str)

_USUAL = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

NewId = Callable[[], str]
Clock = Callable[[], datetime]


def uuid7(milliseconds: int, random: int) -> str:
    """Return a version 7 UUID (RFC 9562, section 5.7) as text.

    Args:
        milliseconds: Unix time, 48 bits.
        random: 74 bits; higher ones are dropped.
    """
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (random >> 62 & 0xFFF) << 64
    value |= 0b10 << 62 | random & (1 << 62) - 1
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


class IdSource:
    """Makes ids that rise strictly, also within one millisecond (RFC 9562, section 6.2)."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self) -> str:
        """Return the next id."""
        now = time.time_ns() // 1_000_000
        if now > self._last >> 74:
            self._last = now << 74 | _random_bits(74)
        else:
            self._last += 1 + _random_bits(32)
        return uuid7(self._last >> 74, self._last & (1 << 74) - 1)


def _random_bits(count: int) -> int:
    """Return a number that nobody can foresee, as ``secrets`` does, which takes long to load."""
    return int.from_bytes(os.urandom((count + 7) // 8), "big") >> -count % 8


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def is_id(text: str) -> bool:
    """Say whether ``text`` is a UUID in its usual form."""
    return _USUAL.fullmatch(text) is not None
