"""Importing transcripts and exports into a project."""

import json
from pathlib import Path

import pytest

from annotator.model.records import Speaker
from annotator.resources import resource_path, sample_project_path
from annotator.workspace.project import Project
from tests.cli.outcomes import CommandLine, is_one_sentence
from tests.example import TEXT

NOTHING = "Documents imported: 0, records: 0.\n"


def lines_of(path: Path) -> list[dict[str, object]]:
    """Return the objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write_lines(path: Path, objects: list[dict[str, object]]) -> None:
    """Write objects as JSONL."""
    text = "".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def lossless(annotator: CommandLine, project: Path, tmp_path: Path) -> Path:
    """Return a JSONL export of the example project."""
    path = tmp_path / "out.jsonl"
    assert annotator("export", project, "--format", "jsonl", "--output", path).code == 0
    return path


# --- transcripts ---


def test_a_transcript_comes_in_with_its_turns(
    annotator: CommandLine, empty_project: Path, transcript: Path
) -> None:
    outcome = annotator("import", empty_project, transcript, "--json")
    assert outcome.code == 0
    (fact,) = outcome.facts
    with Project.open(empty_project) as opened:
        (document,) = opened.documents
        assert fact == {"id": document.id, "title": document.title}
        assert opened.text(document) == TEXT
        speakers = opened.load(document).all(Speaker)
        assert {speaker.name for speaker in speakers} == {"主持人", "林晓", "记者"}


def test_several_files_keep_their_order(annotator: CommandLine, empty_project: Path) -> None:
    files = [resource_path("samples", f"briefing-{name}.txt") for name in ("zh", "en")]
    titles = [fact["title"] for fact in annotator("import", empty_project, *files, "--json").facts]
    assert len(titles) == 2
    with Project.open(empty_project) as opened:
        assert [document.title for document in opened.documents] == titles


def test_a_text_that_is_there_is_not_imported_again(
    annotator: CommandLine, project: Path, transcript: Path
) -> None:
    before = annotator("history", project, "--json").out
    outcome = annotator("import", project, transcript, "--json")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.startswith(f"{transcript} is already in the project as ")
    assert outcome.err.endswith(NOTHING)
    assert annotator("history", project, "--json").out == before


def test_a_bad_file_does_not_stop_the_others(
    annotator: CommandLine, empty_project: Path, transcript: Path, tmp_path: Path
) -> None:
    binary = tmp_path / "a.pdf"
    binary.write_bytes(b"%PDF-1.7")
    empty = tmp_path / "empty"
    empty.mkdir()
    files = [tmp_path / "none.txt", binary, empty, transcript]
    outcome = annotator("import", empty_project, *files, "--json")
    assert outcome.code == 1
    assert len(outcome.facts) == 1
    refused = outcome.err.splitlines()[:-1]
    assert len(refused) == 3
    assert all(line.count(str(f)) == 1 for f, line in zip(files, refused, strict=False))


def test_the_encoding_is_the_user_s(
    annotator: CommandLine, empty_project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("MODERATOR: Café?\n", encoding="utf-8")
    assert annotator("import", empty_project, path, "--encoding", "cp1252").code == 0
    with Project.open(empty_project) as opened:
        assert opened.text(opened.documents[0]).startswith("MODERATOR: CafÃ©?")


def test_progress_is_not_for_files(
    annotator: CommandLine, empty_project: Path, transcript: Path
) -> None:
    outcome = annotator("import", empty_project, transcript)
    assert "\r" not in outcome.out + outcome.err
    assert "Importing" not in outcome.err


def test_one_undo_takes_back_one_import(annotator: CommandLine, empty_project: Path) -> None:
    files = [resource_path("samples", f"briefing-{name}.txt") for name in ("zh", "en")]
    annotator("import", empty_project, *files)
    with Project.open(empty_project) as opened:
        opened.undo()
        assert opened.documents == []


# --- JSONL ---


def test_jsonl_comes_back_with_the_same_ids(
    annotator: CommandLine, lossless: Path, empty_project: Path, tmp_path: Path
) -> None:
    outcome = annotator("import", empty_project, lossless, "--json")
    assert outcome.code == 0
    header, document = lines_of(lossless)
    assert outcome.facts == [{"id": document["id"], "title": document["title"]}]
    again = tmp_path / "again.jsonl"
    annotator("export", empty_project, "--format", "jsonl", "--output", again)
    header_again, document_again = lines_of(again)
    assert document_again == document
    assert {k: v for k, v in header_again.items() if k != "project"} == {
        k: v for k, v in header.items() if k != "project"
    }
    assert annotator("verify", empty_project).code == 0


@pytest.mark.parametrize("name", ["briefing-zh", "briefing-en"])
def test_a_sample_survives_the_way_out_and_in(
    annotator: CommandLine, empty_project: Path, tmp_path: Path, name: str
) -> None:
    first, second = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    source = sample_project_path(name)
    annotator("export", source, "--format", "jsonl", "--output", first)
    assert annotator("import", empty_project, first).code == 0
    annotator("export", empty_project, "--format", "jsonl", "--output", second)
    (header, document), (header_again, document_again) = lines_of(first), lines_of(second)
    assert document_again == document
    assert header_again["codebook"] == header["codebook"]
    assert header_again["settings"] == header["settings"]


def test_jsonl_that_is_there_equal_changes_nothing(
    annotator: CommandLine, project: Path, lossless: Path
) -> None:
    before = annotator("history", project, "--json").out
    outcome = annotator("import", project, lossless, "--json")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", NOTHING)
    assert annotator("history", project, "--json").out == before


def test_jsonl_that_differs_is_refused_by_id_and_changes_nothing(
    annotator: CommandLine, project: Path, lossless: Path
) -> None:
    header, document = lines_of(lossless)
    annotations = document["annotations"]
    assert isinstance(annotations, list)
    annotations[1]["note"] = "another"
    write_lines(lossless, [header, document])
    before = annotator("history", project, "--json").out
    outcome = annotator("import", project, lossless)
    assert (outcome.code, outcome.out) == (1, "")
    refused, summary = outcome.err.splitlines(keepends=True)
    assert annotations[1]["id"] in refused
    assert annotations[0]["id"] not in refused
    assert "out.jsonl" in refused
    assert summary == NOTHING
    assert annotator("history", project, "--json").out == before


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda text: text.replace('"version":1', '"version":9'), "version 9"),
        (lambda text: text[:-100], "Line 2"),
        (lambda text: text.replace('"start":12', '"start":"12"', 1), "Line 2"),
        (lambda text: text.replace('"claim"', '"opinion"', 1), "opinion"),
        (lambda text: text.replace("女士们", "先生们", 1), "Line 2"),
        (lambda text: text.replace('"kind":"figure"', '"kind":"topic"'), "Line"),
    ],
    ids=["newer", "cut off", "wrong type", "unknown kind", "altered text", "mixed kinds"],
)
def test_damaged_jsonl_changes_nothing(
    annotator: CommandLine, lossless: Path, empty_project: Path, damage: object, told: str
) -> None:
    assert callable(damage)
    sound = lossless.read_text(encoding="utf-8")
    lossless.write_text(damage(sound), encoding="utf-8")
    assert lossless.read_text(encoding="utf-8") != sound
    before = annotator("info", empty_project, "--json").out
    outcome = annotator("import", empty_project, lossless)
    assert (outcome.code, outcome.out) == (1, "")
    assert told in outcome.err
    assert "out.jsonl" in outcome.err
    assert annotator("info", empty_project, "--json").out == before


# --- tables ---


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_a_table_puts_annotations_on_the_same_text(
    annotator: CommandLine, project: Path, tmp_path: Path, name: str
) -> None:
    table = tmp_path / f"table.{name}"
    annotator("export", project, "--format", name, "--output", table)
    with Project.open(project) as opened:
        before = opened.annotations(opened.documents[0])
        for annotation in before:
            opened.delete(annotation)
    outcome = annotator("import", project, table)
    assert outcome.code == 0
    assert outcome.err == "Documents imported: 0, records: 6.\n"
    with Project.open(project) as opened:
        assert opened.annotations(opened.documents[0]) == before
    assert annotator("import", project, table).err == NOTHING


def test_a_table_of_another_project_is_refused(
    annotator: CommandLine, project: Path, empty_project: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    annotator("export", project, "--format", "csv", "--output", table)
    outcome = annotator("import", empty_project, table)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err.splitlines(keepends=True)[0])
    assert "Row 2" in outcome.err


def test_importing_into_what_is_no_project(annotator: CommandLine, transcript: Path) -> None:
    content = transcript.read_bytes()
    outcome = annotator("import", transcript, transcript)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
    assert transcript.read_bytes() == content


# --- other sources ---


def test_folders_archives_and_the_format_named(
    annotator: CommandLine, empty_project: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_text("<html><p>MODERATOR: Hello.</p></html>", encoding="utf-8")
    (folder / "b.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n', encoding="utf-8")
    assert len(annotator("import", empty_project, folder, "--json").facts) == 3
    outcome = annotator("import", empty_project, folder / "a.html", "--format", "text", "--json")
    assert len(outcome.facts) == 1
    assert annotator("import", empty_project, folder, "--format", "klingon").code == 2


def test_a_corrected_transcript_lists_what_changed_or_was_lost(
    annotator: CommandLine, project: Path, tmp_path: Path
) -> None:
    corrected = tmp_path / "corrected.txt"
    text = TEXT.replace("新建公园12个", "新建公园15个").replace("公交线路新开7条,", "")
    corrected.write_text(text, encoding="utf-8")
    with Project.open(project) as opened:
        document = opened.documents[0].id
    outcome = annotator("correct", project, document, corrected, "--json")
    assert outcome.code == 0
    assert [(fact["outcome"], fact["before"], fact["after"]) for fact in outcome.facts] == [
        ("changed", "12个", "15个"),
        ("lost", "公交线路新开7条", None),
    ]
    assert outcome.err == "Annotations carried over: 1 unchanged, 1 changed, 1 lost.\n"
    again = annotator("correct", project, document, corrected)
    assert again.code == 1
    assert is_one_sentence(again.err)


def test_another_project_is_told_how_it_comes_in(
    annotator: CommandLine, empty_project: Path, project: Path
) -> None:
    outcome = annotator("import", empty_project, project)
    assert outcome.code == 1
    assert f"{project.name} is a project itself: export it as jsonl" in outcome.err
    out = project.with_name("a.jsonl")
    annotator("export", project, "--format", "jsonl", "--output", out)
    assert annotator("import", empty_project, out).code == 0
