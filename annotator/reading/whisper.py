"""JSON that Whisper and the tools around it write: segments with times and speakers.

Read are OpenAI Whisper and WhisperX (``segments`` with ``start``, ``end`` in seconds, ``text`` and
``speaker``), faster-whisper dumps (the segments alone), whisper.cpp (``transcription`` with
``offsets`` in milliseconds) and Hugging Face pipelines (``chunks`` with ``timestamp``).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import cast

from annotator.model.errors import UserError
from annotator.model.text import normalise
from annotator.reading.cues import Cue, spoken
from annotator.reading.decode import decode
from annotator.reading.json_text import parse_json
from annotator.reading.source import SourceFile, SourceText

Json = Mapping[str, object]
LISTS = ("segments", "transcription", "chunks")
LONGEST = 1e8
"""No recording has more seconds: a time beyond that is damage."""


def is_whisper(content: object) -> bool:
    """Say whether parsed JSON holds segments of a recording."""
    return any(_is_timed(segment) for segment in _segments(content)[:5])


def read_whisper(source: SourceFile) -> Iterator[SourceText]:
    """Read the one text of a recognised recording.

    Raises:
        UserError: it is no JSON, or has no segments with words.
    """
    decoded = decode(source.data, source.encoding)
    content = parse_json(decoded.text, source.name)
    told = [segment for segment in _segments(content) if isinstance(segment, dict)]
    if not any(_is_timed(segment) for segment in told):
        raise UserError(
            "{name} has no “segments” with “start”, “end” and “text”: "
            "export it from Whisper as JSON.",
            name=source.name,
        )
    text, turns = spoken([_cue(segment) for segment in told])
    if not text.strip():
        raise UserError("{name} holds no words.", name=source.name)
    yield SourceText(text, PurePath(source.name).stem, encoding=decoded.encoding, turns=turns)


def _segments(content: object) -> Sequence[object]:
    if isinstance(content, dict):
        found = (content.get(name) for name in LISTS)
        return next((segments for segments in found if isinstance(segments, list)), [])
    return content if isinstance(content, list) else []


def _is_timed(segment: object) -> bool:
    if not isinstance(segment, dict) or not isinstance(segment.get("text"), str):
        return False
    return bool({"start", "timestamp", "offsets", "timestamps"} & set(segment))


def _cue(segment: Json) -> Cue:
    start, end = _times(segment)
    text = segment.get("text")
    words = normalise(text) if isinstance(text, str) else ""
    if start is not None and end is not None:
        end = max(start, end)
    return Cue(start, end, " ".join(words.split()), _speaker(segment))


def _times(segment: Json) -> tuple[int | None, int | None]:
    offsets = segment.get("offsets")
    if isinstance(offsets, dict):
        return _ms(offsets.get("from"), 1), _ms(offsets.get("to"), 1)
    pair = segment.get("timestamp")
    if isinstance(pair, list) and len(pair) == 2:  # noqa: PLR2004
        return _ms(pair[0]), _ms(pair[1])
    return _ms(segment.get("start")), _ms(segment.get("end"))


def _ms(told: object, factor: int = 1000) -> int | None:
    """Return a time in milliseconds, or None if it is no number of a recording."""
    if isinstance(told, bool) or not isinstance(told, int | float) or not 0 <= told <= LONGEST:
        return None
    return round(told * factor)


def _speaker(segment: Json) -> str:
    """Return the segment's speaker, else the one who says most of its words."""
    told = segment.get("speaker")
    if isinstance(told, str | int) and str(told).strip():
        return " ".join(normalise(str(told)).split())[:200]
    words = segment.get("words")
    if not isinstance(words, list):
        return ""
    names = Counter(
        cast("str", word["speaker"])
        for word in words
        if isinstance(word, dict) and isinstance(word.get("speaker"), str)
    )
    return " ".join(normalise(names.most_common(1)[0][0]).split())[:200] if names else ""
