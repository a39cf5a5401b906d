"""What Whisper and the tools around it write."""

import json

import pytest

from annotator.model.errors import UserError
from annotator.model.kinds import Role
from tests.reading.golden import read_content, read_golden


def test_whisperx_speakers_and_times_become_turns() -> None:
    read = read_golden("whisperx.json")
    assert [
        (t.speaker, t.role, t.time_start, t.time_end, read.text[t.body_start : t.end])
        for t in read.turns
    ] == [
        ("SPEAKER_01", Role.UNKNOWN, 31, 4000, "Good morning, everyone. We will begin."),
        ("SPEAKER_00", Role.UNKNOWN, 4200, 6750, "How many homes were built?"),
        ("SPEAKER_01", Role.UNKNOWN, 7000, 9125, "12,450 homes."),
    ]


@pytest.mark.parametrize(
    ("name", "text", "times"),
    [
        ("whisper.json", "大家好。现在开始。\n第一个问题。", [(0, 3500), (9000, 10000)]),
        ("faster-whisper.json", "One. Two.", [(0, 3000)]),
        ("whisper-cpp.json", "One. Two.", [(0, 3500)]),
        ("pipeline.json", "One. Two.", [(0, 1500)]),
    ],
)
def test_every_variant_is_read(name: str, text: str, times: list[tuple[int, int]]) -> None:
    read = read_golden(name)
    assert read.text == text
    assert [(turn.time_start, turn.time_end) for turn in read.turns] == times


def test_an_end_before_its_start_is_at_its_start() -> None:
    segments = [{"start": 9.0, "end": 1.0, "text": "Hello."}]
    (read,) = read_content("a.json", json.dumps({"segments": segments}).encode())
    assert (read.turns[0].time_start, read.turns[0].time_end) == (9000, 9000)


@pytest.mark.parametrize("time", [None, -1, 1e300, "1.5", True, [1]])
def test_a_time_that_is_none_is_left_out(time: object) -> None:
    segments = [{"start": 1.0, "end": time, "text": "Hello."}]
    (read,) = read_content("a.json", json.dumps({"segments": segments}).encode())
    assert (read.turns[0].time_start, read.turns[0].time_end) == (1000, None)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"segments": []}', "segments"),
        ('{"segments": [{"start": 0, "text": ""}]}', "holds no words"),
        ('{"segments": [{"start": NaN, "text": "x"}]}', "NaN"),
        ('{"segments": [\n{"start": 0,', "Line 2"),
        ("[" * 50_000, "nested too deep"),
        ('{"a": 1}', "segments"),
    ],
)
def test_other_json_is_refused_with_a_sentence(content: str, words: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        read_content("a.json", content.encode())
    assert "\n" not in str(caught.value)
