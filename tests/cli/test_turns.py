"""The speaker turns of a file, without a project."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from annotator.resources import resource_path
from tests.cli.outcomes import CommandLine, is_one_sentence
from tests.example import TEXT

FIELDS = ["speaker", "role", "affiliation", "start", "body_start", "end"]
SHARED = Path(__file__).parents[2].parent / "shared" / "data"


def test_each_turn_is_an_object_with_six_fields(annotator: CommandLine, transcript: Path) -> None:
    outcome = annotator("turns", transcript, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert [list(fact) for fact in outcome.facts] == [FIELDS] * 4
    assert [(fact["speaker"], fact["role"]) for fact in outcome.facts] == [
        (None, "lead"),
        ("主持人", "moderator"),
        ("林晓", "speaker"),
        ("记者", "reporter"),
    ]


def test_offsets_are_code_points_of_label_speech_and_end(
    annotator: CommandLine, transcript: Path
) -> None:
    facts = annotator("turns", transcript, "--json").facts
    parts = [(TEXT[f["start"] : f["body_start"]], TEXT[f["body_start"] : f["end"]]) for f in facts]
    assert parts[1] == ("主持人:\n", "女士们、先生们,大家好!")
    assert parts[3] == ("记者:", "请问12个公园什么时候开放?")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_offsets_do_not_depend_on_encoding_or_newlines(
    annotator: CommandLine, transcript: Path, tmp_path: Path, encoding: str
) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    assert annotator("turns", other, "--json").out == annotator("turns", transcript, "--json").out


def test_the_user_s_encoding_holds(annotator: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("記者:請問?\n部長:謝謝。\n".encode("big5"))
    facts = annotator("turns", path, "--encoding", "big5", "--json").facts
    assert [fact["speaker"] for fact in facts] == ["記者", "部長"]


@pytest.mark.parametrize("name", ["briefing-zh", "briefing-en"])
def test_turns_of_a_sample_follow_each_other_and_name_affiliations(
    annotator: CommandLine, name: str
) -> None:
    facts = annotator("turns", resource_path("samples", f"{name}.txt"), "--json").facts
    assert len(facts) > 10
    assert all(a["end"] <= b["start"] for a, b in pairwise(facts))
    assert all(f["start"] <= f["body_start"] <= f["end"] for f in facts)
    assert any(fact["affiliation"] for fact in facts)


def test_turns_of_several_documents_name_theirs(annotator: CommandLine, transcript: Path) -> None:
    (transcript.parent / "b.srt").write_text(
        "1\n00:00:01,000 --> 00:00:02,500\nMODERATOR: Hello.\n", encoding="utf-8"
    )
    facts = annotator("turns", transcript.parent, "--json").facts
    folder = transcript.parent.name
    assert [(f["document"], f["speaker"], f["time_end"]) for f in facts][:2] == [
        (f"{folder}/b.srt", "MODERATOR", 2500),
        (f"{folder}/briefing.txt", None, None),
    ]
    assert list(facts[0]) == [*FIELDS, "time_start", "time_end", "document"]


def test_what_cannot_be_read_in_a_folder_is_named_and_the_rest_shown(
    annotator: CommandLine, transcript: Path
) -> None:
    (transcript.parent / "a.txt").write_bytes(b"")
    (transcript.parent / "z.txt").write_bytes(bytes(range(256)))
    outcome = annotator("turns", transcript.parent, "--json")
    assert outcome.code == 1
    assert {fact["document"] for fact in outcome.facts} == {
        f"{transcript.parent.name}/briefing.txt"
    }
    assert "a.txt holds no text." in outcome.err
    assert f"{transcript.parent / 'z.txt'}: " in outcome.err


def test_turns_for_people_are_a_table(annotator: CommandLine, transcript: Path) -> None:
    header, *rows = annotator("turns", transcript).out.splitlines()
    assert header.split() == FIELDS
    assert [row.split()[:2] for row in rows[1:3]] == [["主持人", "moderator"], ["林晓", "speaker"]]


def test_people_are_told_where_no_speaker_was_found(annotator: CommandLine, tmp_path: Path) -> None:
    speech = tmp_path / "speech.txt"
    speech.write_text("The harbour has grown well this year.\n", encoding="utf-8")
    outcome = annotator("turns", speech)
    assert outcome.code == 0
    assert is_one_sentence(outcome.err)
    assert "speech.txt" in outcome.err
    assert annotator("turns", speech, "--json").err == ""


def test_the_reference_transcript_is_met_exactly(annotator: CommandLine) -> None:
    if not SHARED.is_dir():
        pytest.skip("the reference transcript is not on this machine")
    outcome = annotator("turns", SHARED / "transcript.txt", "--json")
    wanted = [json.loads(line) for line in (SHARED / "turns.jsonl").read_text("utf-8").splitlines()]
    compared = [name for name in FIELDS if name in wanted[0]]
    assert [[fact[name] for name in compared] for fact in outcome.facts] == [
        [fact[name] for name in compared] for fact in wanted
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n\r\n ",
        b"SQLite format 3\x00" + bytes(200),
        b"%PDF-1.7 text",
        b"PK\x03\x04zip",
        bytes(range(256)) * 20,
    ],
    ids=["empty", "blank", "SQLite", "PDF", "zip", "all bytes"],
)
def test_a_file_without_text_is_refused_by_name(
    annotator: CommandLine, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "strange.txt"
    path.write_bytes(content)
    outcome = annotator("turns", path, "--json")
    assert (outcome.code, outcome.out) == (1, "")
    assert is_one_sentence(outcome.err)
    assert "strange.txt" in outcome.err


@pytest.mark.parametrize("name", ["none.txt", "briefing.txt/part"])
def test_what_is_no_file_is_refused(annotator: CommandLine, transcript: Path, name: str) -> None:
    path = transcript.parent / name
    outcome = annotator("turns", path)
    assert (outcome.code, outcome.out) == (1, "")
    assert is_one_sentence(outcome.err)
    assert outcome.err.count(str(path)) == 1


@pytest.mark.parametrize(
    "encoding", ["klingon", "base64", "ascii", "undefined", "idna", "punycode"]
)
def test_an_encoding_that_does_not_fit_is_refused(
    annotator: CommandLine, transcript: Path, encoding: str
) -> None:
    outcome = annotator("turns", transcript, "--encoding", encoding)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
    assert encoding in outcome.err


def test_a_transcript_that_is_piped_in_has_turns(
    annotator: CommandLine, transcript: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = annotator("turns", transcript, "--json").out
    with transcript.open(encoding="utf-8") as piped:
        monkeypatch.setattr("sys.stdin", piped)
        assert annotator("turns", "-", "--json").out == named != ""
