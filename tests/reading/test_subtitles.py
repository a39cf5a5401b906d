"""Subtitles: speakers of every notation, times, and words that are not lost."""

import pysubs2
import pytest

from annotator.model.errors import UserError
from annotator.reading.transcript import Transcript
from tests.reading.golden import read_content, read_golden

Told = tuple[str | None, int | None, int | None, str]


def told(read: Transcript) -> list[Told]:
    """Return speaker, times and words of each turn."""
    return [
        (t.speaker, t.time_start, t.time_end, read.text[t.body_start : t.end]) for t in read.turns
    ]


def srt(*cues: str) -> list[Told]:
    """Return the turns of SubRip cues of one second each, written by pysubs2."""
    file = pysubs2.SSAFile()
    for number, words in enumerate(cues):
        event = pysubs2.SSAEvent(number * 1000, number * 1000 + 1000)
        event.text = words.replace("\n", "\\N")
        file.append(event)
    (read,) = read_content("a.srt", file.to_string("srt").encode())
    return told(read)


def vtt(body: str) -> list[Told]:
    (read,) = read_content("a.vtt", f"WEBVTT\n\n{body}".encode())
    return told(read)


def test_cues_of_one_speaker_are_one_turn_with_its_times() -> None:
    assert told(read_golden("briefing.srt")) == [
        ("MODERATOR", 1000, 6000, "Good morning, everyone. Let us begin."),
        ("MS. HART", 6500, 9000, "We built 12,450 homes in 2024"),
        (None, 9100, 12000, "And the cost?"),
        (None, 9100, 12000, "It was $2.4 billion."),
        ("REPORTER", 15100, 17000, "Thank you."),
    ]


def test_voice_tags_name_speakers_and_notes_are_no_words() -> None:
    read = read_golden("briefing.vtt")
    assert told(read) == [
        ("主持人", 1000, 6000, "大家上午好，现在开始。"),
        ("王海涛", 6500, 9000, "谢谢 & 欢迎。"),
        ("记者", 6500, 9000, "请问多少？2024"),
    ]
    assert read.text.startswith("主持人：大家上午好")
    assert read.title == "briefing"


def test_a_last_line_of_digits_is_text_in_both_formats() -> None:
    assert (
        srt("In the year\n2024", "and later in\n2025")[0][3] == "In the year 2024 and later in 2025"
    )
    assert vtt("00:01.000 --> 00:02.000\nup to\n1200\n")[0][3] == "up to 1200"


@pytest.mark.parametrize("mark", [">> ", ">>", "- ", "– "])
def test_a_mark_of_another_speaker_starts_a_turn(mark: str) -> None:
    found = srt("Hello there.", f"{mark}Good morning.", "How are you?")
    assert [(speaker, words) for speaker, _, _, words in found] == [
        (None, "Hello there."),
        (None, "Good morning. How are you?"),
    ]


def test_marks_and_names_together() -> None:
    found = srt(">> MODERATOR: Welcome.", ">> Thanks.", ">> MS. HART: Hello.", "- Yes.\n- No.")
    assert [(speaker, words) for speaker, _, _, words in found] == [
        ("MODERATOR", "Welcome."),
        (None, "Thanks."),
        ("MS. HART", "Hello."),
        (None, "Yes."),
        (None, "No."),
    ]


def test_a_negative_number_is_no_other_speaker() -> None:
    assert [words for *_, words in srt("It was", "-5 degrees at night.")] == [
        "It was -5 degrees at night."
    ]


def test_without_speakers_a_silence_starts_a_turn_of_its_own() -> None:
    found = vtt(
        "00:00.000 --> 00:02.000\nFirst part,\n\n00:02.100 --> 00:03.000\ngoing on.\n\n"
        "00:09.000 --> 00:10.000\nAfter a silence."
    )
    assert found == [
        (None, 0, 3000, "First part, going on."),
        (None, 9000, 10000, "After a silence."),
    ]


def test_lines_that_roll_up_are_told_once() -> None:
    assert vtt(
        "00:00.000 --> 00:02.000\n<00:00:00.500><c>hello</c>\n\n"
        "00:02.000 --> 00:02.010\nhello\n\n"
        "00:02.010 --> 00:04.000\nhello\n<00:00:02.500><c>again</c>\n\n"
        "00:04.000 --> 00:06.000\nagain\n<00:00:04.500><c>and on</c>\n"
    ) == [(None, 0, 6000, "hello again and on")]


def test_chinese_cues_are_joined_without_spaces() -> None:
    assert [words for *_, words in srt("今年新建", "公园12个。")] == ["今年新建公园12个。"]


def test_tags_of_looks_are_no_words() -> None:
    assert [words for *_, words in srt("<i>One</i> {\\an8}<font color='red'>two</font>")] == [
        "One two"
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings_are_found(encoding: str) -> None:
    data = (
        "1\r\n00:00:01,000 --> 00:00:02,000\r\n主持人：大家好，今天的发布会现在开始。\r\n".encode(
            encoding
        )
    )
    (read,) = read_content("a.srt", data)
    assert told(read) == [("主持人", 1000, 2000, "大家好，今天的发布会现在开始。")]


@pytest.mark.parametrize(
    ("name", "times"),
    [
        ("a.srt", "-00:00:01,000 --> 00:00:02,000"),
        ("a.srt", "00:00:0x,000 --> 00:00:09,000"),
        ("a.srt", "99999999:00:01,000 --> 99999999:00:02,000"),
        ("a.srt", "NaN:00:01,000-->inf:00:02,000"),
        ("a.srt", "00:01,000 --> 00:02,000"),
        ("a.vtt", "00:01,000 --> 00:02,000"),
        ("a.vtt", "99999:00:01.000 --> 99999:00:02.000 line:-1"),
    ],
)
def test_times_that_are_none_are_refused_with_their_line(name: str, times: str) -> None:
    sound = "00:00:01.000 --> 00:00:02.000"
    begin = "WEBVTT\n\n" if name == "a.vtt" else ""
    for before, line in (("", 2), (f"1\n{sound}\nHello.\n\n", 6)):
        data = f"{begin}{before}2\n{times}\nSecond words.\n".encode()
        told = rf"^Line {line + begin.count(chr(10))} of {name}: times such as .* “{times[:28]}"
        with pytest.raises(UserError, match=told):
            read_content(name, data)


def test_a_time_of_the_day_in_the_words_is_no_time_of_the_cue() -> None:
    assert srt("open\n10:30 --> 11:00\ntoday")[0][3] == "open 10:30 --> 11:00 today"


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(UserError, match="no subtitles"):
        read_content("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n\n")
    with pytest.raises(UserError, match="no subtitles"):
        read_content("a.vtt", b"WEBVTT\n\nNOTE nothing\n")
