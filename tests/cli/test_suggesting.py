"""Suggestions on the command line: for files, projects and folders."""

import shutil
from pathlib import Path

import pytest

from tests.cli.outcomes import CommandLine, is_one_sentence
from tests.example import TEXT

ORDER = [
    *("file", "document", "kind", "start", "end", "text", "low", "high", "value", "unit"),
    *("unit_text", "figure_kind", "tier", "approximator", "comparator", "comparator_text"),
    *("referent", "period", "as_of", "rate", "denominator", "score", "reason"),
]


def test_each_figure_of_a_file_is_an_object(annotator: CommandLine, transcript: Path) -> None:
    outcome = annotator("suggest", transcript, "--kind", "figure", "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.facts
    for fact in outcome.facts:
        assert fact["file"] == str(transcript)
        assert fact["kind"] == "figure"
        assert TEXT[fact["start"] : fact["end"]] == fact["text"]
        assert list(fact) == [name for name in ORDER if name in fact]
        assert "" not in fact.values()


def test_what_does_not_apply_is_left_out(annotator: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("截至5月18日，数十人每天工作近8小时。", "utf-8")
    date, people, hours = annotator("suggest", path, "--kind", "figure", "--json").facts
    assert date["value"] == "--05-18"
    assert not {"low", "high", "unit"} & set(date)
    assert (people["low"], people["comparator"]) == ("10", ">=")
    assert not {"high", "value"} & set(people)
    assert (hours["low"], hours["unit"], hours["unit_text"]) == ("8", "hour", "小时")
    assert (hours["approximator"], hours["comparator"], hours["rate"]) == ("近", "<~", "每天")


@pytest.mark.parametrize("kind", ["figure", "figures", "claim", "claims"])
def test_one_kind_alone(annotator: CommandLine, transcript: Path, kind: str) -> None:
    chosen = annotator("suggest", transcript, "--kind", kind, "--json")
    assert chosen.code == 0
    assert {fact["kind"] for fact in chosen.facts} == {kind.removesuffix("s")}


def test_every_sentence_is_scored_as_a_claim(annotator: CommandLine, transcript: Path) -> None:
    scored = annotator("suggest", transcript, "--kind", "claim", "--json").facts
    assert all(0 <= fact["score"] <= 1 and fact["reason"] for fact in scored)
    assert sum(len(fact["text"]) for fact in scored) > len(TEXT) * 0.6


def test_offsets_are_of_the_normalised_text(annotator: CommandLine, transcript: Path) -> None:
    plain = annotator("suggest", transcript, "--json").out
    transcript.write_bytes(TEXT.replace("\n", "\r\n").encode("utf-16"))
    assert annotator("suggest", transcript, "--json").out == plain


def test_the_documents_of_a_project(
    annotator: CommandLine, project: Path, transcript: Path
) -> None:
    of_file = annotator("suggest", transcript, "--kind", "figure", "--json").facts
    of_project = annotator("suggest", project, "--kind", "figure", "--json").facts
    assert {fact["file"] for fact in of_project} == {str(project)}
    assert all(fact["document"] for fact in of_project)
    places = [(fact["start"], fact["text"]) for fact in of_project]
    assert places == [(fact["start"], fact["text"]) for fact in of_file]


@pytest.fixture
def folder(tmp_path: Path, transcript: Path) -> Path:
    """Return a folder with two transcripts, one of them further down, and other files."""
    folder = tmp_path / "folder"
    (folder / "more").mkdir(parents=True)
    shutil.copy(transcript, folder / "a.txt")
    shutil.copy(transcript, folder / "more" / "b.md")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text("5个", "utf-8")
    return folder


def test_all_transcripts_of_a_folder(annotator: CommandLine, folder: Path) -> None:
    outcome = annotator("suggest", folder, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    files = dict.fromkeys(fact["file"] for fact in outcome.facts)
    assert list(files) == [str(folder / "a.txt"), str(folder / "more" / "b.md")]


def test_several_processes_print_the_same(annotator: CommandLine, folder: Path) -> None:
    one = annotator("suggest", folder, "--json").out
    assert annotator("suggest", folder, "--json", "--jobs", 2).out == one


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(
    annotator: CommandLine, folder: Path
) -> None:
    (folder / "bad.txt").write_bytes(b"")
    outcome = annotator("suggest", folder, "--json")
    assert outcome.code == 1
    assert "bad.txt" in outcome.err
    assert is_one_sentence(outcome.err)
    assert len({fact["file"] for fact in outcome.facts}) == 2


def test_a_folder_without_transcripts_is_refused(annotator: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = annotator("suggest", tmp_path / "empty")
    assert (outcome.code, outcome.out) == (1, "")
    assert "empty" in outcome.err


def test_a_person_reads_place_words_value_and_reason(
    annotator: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("新增12万个公园。", "utf-8")
    out = annotator("suggest", path).out
    assert f"{path}:2-6" in out
    assert "figure: 12万个" in out
    assert "reads: 120,000 item" in out
    assert "A number with the unit 个." in out
