"""SubRip (.srt) and WebVTT subtitles: who says what when."""

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.reading.cues import Cue, join_lines, spoken
from annotator.reading.decode import decode
from annotator.reading.source import SourceFile, SourceText, refusing_damage

LARGEST = 16 << 20
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_TIMING = re.compile(r"^[ \t]*(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->", re.MULTILINE)
_SRT_START = re.compile(
    r"\s*(?:\d{1,9}[ \t]*\n[ \t]*\S{0,30}:|\S{0,30}:\S{0,30}:)\S{0,30}?[ \t]*-->[ \t]*\S{0,30}:"
)
_TIMES = re.compile(
    r"(?:\A|\n[ \t]*\n)(?:[ \t]*\d{1,9}[ \t]*\n)?"
    r"[ \t]*(?P<times>(\S{0,60}:\S{0,60}?)[ \t]*-->[ \t]*(\S{0,60}:\S{0,60}))"
)
"""What stands where the times of a cue do, though it need not be times."""
_VOICE = re.compile(r"<v(?:\.[^ \t<>]{0,80})?[ \t]+([^<>]{1,200})>")
_TAG = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,200}\}")
_ROLLING = re.compile(r"<\d{2}:\d{2}:\d{2}\.\d{3}>")
_STAMP = re.compile(r"\d{1,2}:\d{1,2}:\d{1,2}[.,]\d{1,3}")
_WEB_STAMP = re.compile(r"(?:\d{1,4}:)?\d{2}:\d{2}\.\d{2,3}")
"""The times that pysubs2 reads."""
_NUMBER = "\n\n0\n"
"""pysubs2 takes a last line of digits for the number of the next cue: give it one to take."""
_DASH = re.compile(r"^[-–—‐][ \t]*(?=\S)")
_ARROWS = re.compile(r"^(?:>>|＞＞|》》|&gt;&gt;)>?[ \t]*")


def is_srt(text: str) -> bool:
    """Say whether a text is in SubRip by its start."""
    return _SRT_START.match(text[:400].lstrip("\ufeff")) is not None


def is_vtt(text: str) -> bool:
    """Say whether a text is WebVTT by its first line."""
    return re.match(r"\ufeff?WEBVTT(?=\s|$)", text[:20]) is not None


def read_subtitles(source: SourceFile) -> Iterator[SourceText]:
    """Read the one text of a subtitle file.

    Raises:
        UserError: the file is too large, damaged, or holds no cue with words.
    """
    if len(source.data) > LARGEST:
        raise UserError("{name} is larger than 16 MB: split it.", name=source.name)
    decoded = decode(source.data, source.encoding)
    _refuse_odd_times(decoded.text, source.name)
    cues = list(_cues(decoded.text))
    text, turns = spoken(cues)
    if not text.strip():
        raise UserError("{name} holds no subtitles with words in them.", name=source.name)
    yield SourceText(text, PurePath(source.name).stem, encoding=decoded.encoding, turns=turns)


def _cues(text: str) -> Iterator[Cue]:
    """Yield who says what; one cue of a file becomes several where speakers change inside."""
    is_web = is_vtt(text)
    tidy = (_tidy_vtt(text) if is_web else _BLANK_LINES.sub("\n\n", text)) + _NUMBER
    import pysubs2

    with refusing_damage(Message("subtitle"), Message("save it again as SRT or WebVTT")):
        events = pysubs2.SSAFile.from_string(
            tidy, format_="vtt" if is_web else "srt", keep_html_tags=True
        )
    is_rolling = _ROLLING.search(text) is not None
    shown: list[str] = []
    for event in events:
        lines = event.text.replace("\\N", "\n").split("\n")
        if is_rolling:
            plain = [_plain(line) for line in lines]
            lines = [x for x, told in zip(lines, plain, strict=True) if told not in shown]
            shown = [told for told in plain if told] or shown
        yield from _cues_of(lines, event.start, max(event.start, event.end))


def _refuse_odd_times(text: str, name: str) -> None:
    """Refuse times that are none, whose words would be put to the cue before.

    Raises:
        UserError: there are such; names the line.
    """
    stamp = _WEB_STAMP if is_vtt(text) else _STAMP
    for found in _TIMES.finditer(text):
        if not all(stamp.fullmatch(time) for time in (found[2], found[3])):
            raise UserError(
                "Line {line} of {name}: times such as 00:00:01,000 --> 00:00:02,500 were "
                "expected, not “{times}”.",
                line=text.count("\n", 0, found.start("times")) + 1,
                name=name,
                times=found["times"],
            )


def _tidy_vtt(text: str) -> str:
    """Return WebVTT as its cues only: no notes, styles, headers or names of cues."""
    parts = _BLANK_LINES.sub("\n\n", text).split("\n\n")
    timed = ((part, _TIMING.search(part)) for part in parts)
    blocks = [part[found.start() :] for part, found in timed if found]
    return "WEBVTT\n\n" + _NUMBER.join(blocks)


def _cues_of(lines: Sequence[str], start: int, end: int) -> Iterator[Cue]:
    """Yield the cues of one block: a voice tag, a dash or two arrows begin another speaker."""
    speaker, changes = "", False
    held: list[str] = []
    dashes = sum(_DASH.match(_plain(line)) is not None for line in lines)
    for name, words in _voices(lines):
        plain = _plain(words)
        marker = _marker(plain, dashes)
        if held and (marker or name != speaker):
            yield _cue(held, start, end, speaker, changes=changes)
            held, changes = [], False
        speaker = name
        if marker:
            changes, plain = True, plain[marker.end() :]
        if plain:
            held.append(plain)
    if held:
        yield _cue(held, start, end, speaker, changes=changes)


def _marker(plain: str, dashes: int) -> re.Match[str] | None:
    """Return what begins another speaker at the start of a line, if anything does."""
    has_dash = dashes > 1 or _is_dialogue(plain)
    return _ARROWS.match(plain) or (_DASH.match(plain) if has_dash else None)


def _is_dialogue(plain: str) -> bool:
    """Say whether a single line with a dash is speech, not a number below zero."""
    return re.match(r"^[-–—‐][ \t]*[^\W\d]", plain) is not None


def _cue(held: list[str], start: int, end: int, speaker: str, *, changes: bool) -> Cue:
    text = held[0]
    for line in held[1:]:
        text = join_lines(text, line)
    return Cue(start, end, text, speaker, changes)


def _voices(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the lines with the name of the voice tag that stands before them."""
    speaker = ""
    for line in lines:
        at = 0
        for found in _VOICE.finditer(line):
            if line[at : found.start()].strip():
                yield speaker, line[at : found.start()]
            speaker, at = html.unescape(found[1]).strip(), found.end()
        yield speaker, line[at:]


def _plain(line: str) -> str:
    """Return a line without tags and character references."""
    return re.sub(r"\s+", " ", html.unescape(_TAG.sub("", line)).replace("\u200b", "")).strip()
