"""Bytes of a text file become text: the encoding is found, or the user's word is taken."""

import codecs
import re
from dataclasses import dataclass

from annotator.model.errors import UserError
from annotator.model.text import normalise

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How files of old Office programs begin, and those of new ones that need a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BINARY = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word, Excel or zip"),
    (OLD_OFFICE, "Word or Excel 97-2003"),
    (b"\x89PNG", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x1f\x8b", "gzip"),
    (b"{\\rtf", "rich text (RTF)"),
)
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所民得经三之进着等部度家电力里如水化高自二理起小现实加量都两体制机当"
    "使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反"
    "你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根"
    "論這為個國時來們對會發動說產種過後經進著電裡現實體機當點從業還應開與關內數線間樣變條結解問軍"
    "記者請問億萬員長際區學華總統達報導處應題專業處長處理醫療確診萬劑據點還該較讓歲親單位灣臺北"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_SAMPLE = 20_000
_ZERO_SHARE = 0.2
_LEAST_WIDE_SHARE = 0.08
_TYPOGRAPHIC = frozenset("‘’“”—–…·•×→　、。，：；？！（）《》áéíóúàèìòùü")
"""What English text holds beyond ASCII that was saved in a Chinese encoding."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as it is stored, and the encoding that its file was in."""

    text: str
    encoding: str


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file's bytes.

    Raises:
        UserError: the bytes are no text, or not in the ``encoding`` that was named.
    """
    if data.startswith(OLD_OFFICE) and _LOCKED in data:
        raise UserError(
            "This file is protected by a password: open it in its own program and save it without "
            "one."
        )
    for start, kind in _BINARY:
        if data.startswith(start):
            raise UserError("This is a {kind} file, not plain text: save it as text.", kind=kind)
    if encoding:
        return Decoded(normalise(_decode_as(data, encoding).removeprefix("\ufeff")), encoding)
    found = _guess(data)
    return Decoded(normalise(_decode_as(data, found).removeprefix("\ufeff")), found)


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UserError(
            "Byte {position} is not valid {encoding}: name the right encoding.",
            position=error.start + 1,
            encoding=encoding,
        ) from error
    except (LookupError, UnicodeError) as error:  # some of Python's are not for texts
        raise UserError(
            "There is no encoding {encoding}; try utf-8, gb18030, big5 or cp1252.",
            encoding=encoding,
        ) from error


def _guess(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if wide := _wide_encoding(data[:_SAMPLE]):
        return wide
    if _fits(data, "utf-8"):
        return "utf-8"
    if b"\x00" in data[:_SAMPLE]:
        raise UserError("This file is not text: it holds binary data.")
    if _is_damaged_utf_8(data):
        return "utf-8"
    return _guess_chinese(data) or "cp1252"


def _is_damaged_utf_8(data: bytes) -> bool:
    """Say whether a few bytes keep a text from being UTF-8: better told than guessed at."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(ord(c) > 127 for c in text) > 3 * bad  # noqa: PLR2004


def _guess_chinese(data: bytes) -> str:
    """Return the Chinese encoding whose characters are common ones, or just punctuation."""
    fitting = [name for name in ("gb18030", "big5hkscs", "cp950") if _fits(data, name)]
    best = max(fitting, key=lambda name: _likeness(data, name), default="")
    if best and _likeness(data, best) > 0:
        return best
    return next((name for name in fitting if _is_typographic(data, name)), "")


def _wide_encoding(sample: bytes) -> str:
    """Return UTF-16 without its mark, where every second byte of ASCII is zero."""
    if len(sample) < 4:  # noqa: PLR2004
        return ""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[first::2].count(0)
        others = sample[1 - first :: 2].count(0)
        if zeros > _ZERO_SHARE * len(sample) / 2 and others < zeros / 10:
            return encoding
    even = sample[: len(sample) // 2 * 2]
    if _fits(even, "utf-8") or _likeness(even, "gb18030") > 0.1:  # noqa: PLR2004
        return ""
    best = max(("utf-16-le", "utf-16-be"), key=lambda name: _likeness(even, name))
    is_text = not _CONTROL.search(even.decode(best, "ignore"))
    return best if is_text and _likeness(even, best) > _LEAST_WIDE_SHARE else ""


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(data: bytes, encoding: str) -> float:
    """Return which share of the letters are Chinese characters that are used often."""
    text = data[:_SAMPLE].decode(encoding, "ignore")
    letters = [c for c in text if ord(c) > 127]  # noqa: PLR2004
    return sum(c in _COMMON for c in letters) / len(letters) if letters else 0.0


def _is_typographic(data: bytes, encoding: str) -> bool:
    """Tell whether all that is beyond ASCII is punctuation of a Chinese encoding."""
    text = data.decode(encoding)
    return _TYPOGRAPHIC.issuperset(c for c in text if ord(c) > 127)  # noqa: PLR2004
