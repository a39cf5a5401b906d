"""A source file as a transcript: text, language, title, date and turns."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.model.errors import UserError
from annotator.reading.decode import decode
from annotator.reading.turns import TurnFound, find_turns

LARGEST = 64 << 20
_HAN = re.compile("[\u3400-\u9fff]")
_TRADITIONAL = frozenset(
    "們這個國時來對會發說過後經進電現實體機點從業還應開與關內數間變條問軍記請億萬員長區學總統報處題專醫確據該較讓歲單灣"
)
_SIMPLIFIED = frozenset(
    "们这个国时来对会发说过后经进电现实体机点从业还应开与关内数间变条问军记请亿万员长区学总统报处题专医确据该较让岁单湾"
)
_CHINESE_DATE = re.compile(
    r"(?P<y>20\d{2}|19\d{2})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"
)
_ISO_DATE = re.compile(r"(?P<y>20\d{2}|19\d{2})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_ENGLISH_DATE = re.compile(
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<m>{'|'.join(_MONTHS)})\s+(?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<y>20\d{{2}}|19\d{{2}})",
    re.IGNORECASE,
)
_TITLE_END = re.compile(r"[。！？!?]")
TITLE_LENGTH = 60
HEAD = 1500


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was read from one file, or from a part of it; ``date`` is ISO 8601."""

    text: str
    language: str
    title: str
    date: str | None
    place: str | None
    source_name: str
    source_sha256: str
    encoding: str
    turns: tuple[TurnFound, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)


def read_file(path: Path, encoding: str | None = None) -> Transcript:
    """Read a transcript from plain text or Markdown.

    Raises:
        UserError: the file is missing, empty, too large, or no text.
    """
    try:
        if path.is_dir():
            raise UserError("{path} is a folder: name the files in it.", path=str(path))
        if path.stat().st_size > LARGEST:
            raise UserError("{path} is larger than 64 MB: split it.", path=str(path))
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or ""
        ) from error
    return read_bytes(data, path.name, encoding)


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> Transcript:
    """Read a transcript from the bytes of a file called ``name``.

    Raises:
        UserError: the bytes are empty or no text.
    """
    decoded = decode(data, encoding)
    if not decoded.text.strip():
        raise UserError("{name} holds no text.", name=name)
    sha256 = hashlib.sha256(data).hexdigest()
    return transcript_of(decoded.text, name, sha256, decoded.encoding)


def transcript_of(
    text: str,
    name: str,
    source_sha256: str,
    encoding: str,
    turns: tuple[TurnFound, ...] | None = None,
) -> Transcript:
    """Return a normalised text with what is found in it; ``turns`` where its file tells them."""
    return Transcript(
        text=text,
        language=language_of(text),
        title=title_of(text, name),
        date=date_of(text),
        place=None,
        source_name=name,
        source_sha256=source_sha256,
        encoding=encoding,
        turns=find_turns(text) if turns is None else turns,
    )


def language_of(text: str) -> str:
    """Return ``zh-Hans``, ``zh-Hant``, ``en``, or ``mul`` for Chinese and English in turn."""
    sample = text[:50_000]
    han = len(_HAN.findall(sample))
    words = len(re.findall(r"[A-Za-z]{2,}", sample))
    if han < 20 and han < words:  # noqa: PLR2004
        return "en"
    if han < words * 4 and words > 200 and han > 200:  # noqa: PLR2004
        return "mul"
    if han * 5 < words:
        return "en"
    traditional = sum(c in _TRADITIONAL for c in sample)
    simplified = sum(c in _SIMPLIFIED for c in sample)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def title_of(text: str, name: str) -> str:
    """Return the first line if it looks like a title, else the file's name without ending."""
    first = next((line.strip(" \t\u3000#*") for line in text.splitlines() if line.strip()), "")
    if 0 < len(first) <= TITLE_LENGTH and not _TITLE_END.search(first) and first[-1] not in ":：":
        return first
    return Path(name).stem or first[:TITLE_LENGTH]


def date_of(text: str) -> str | None:
    """Return the first whole date that the head of the text names."""
    head = text[:HEAD]
    for pattern in (_CHINESE_DATE, _ISO_DATE, _ENGLISH_DATE):
        if found := pattern.search(head):
            parts = found.groupdict()
            month = parts["m"]
            number = int(month) if month.isdigit() else _MONTHS.index(month.lower()) + 1
            day = parts.get("d") or parts.get("d1") or parts.get("d2")
            if day and 1 <= number <= 12 and 1 <= int(day) <= 31:  # noqa: PLR2004
                return f"{parts['y']}-{number:02}-{int(day):02}"
    return None
