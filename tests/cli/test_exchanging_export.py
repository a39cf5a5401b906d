"""Writing annotations to files: formats, equal bytes, filters."""

import json
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from annotator.model.records import Annotation
from annotator.resources import sample_project_path
from annotator.workspace.project import Project
from tests.cli.outcomes import FORMAT_NAMES, CommandLine, csv_rows, is_one_sentence
from tests.example import TEXT

SAMPLE = sample_project_path("briefing-zh")


def annotations_in(path: Path) -> list[dict[str, Any]]:
    """Return all annotations of a JSONL file."""
    _header, *documents = path.read_text(encoding="utf-8").splitlines()
    return [annotation for line in documents for annotation in json.loads(line)["annotations"]]


@pytest.fixture
def sample_annotations() -> list[tuple[Annotation, str, str | None]]:
    """Return the sample's annotations, each with its kind and the name of who speaks."""
    with Project.open(SAMPLE, read_only=True) as opened:
        s = opened.load(opened.documents[0])
        found = []
        for annotation in s.all(Annotation):
            speaker = s.speaker_at(annotation.start)
            kind = s.label_of(annotation).kind.value
            found.append((annotation, kind, speaker.name if speaker else None))
        return found


# --- formats ---


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_export_tells_how_many_it_wrote(
    annotator: CommandLine, project: Path, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"out.{name}"
    outcome = annotator("export", project, "--format", name, "--output", path)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == f"Wrote 3 annotations to {path}.\n"


@pytest.mark.parametrize("name", FORMAT_NAMES)
@pytest.mark.parametrize("sample", ["briefing-zh", "briefing-en"])
def test_exporting_twice_gives_the_same_bytes(
    annotator: CommandLine, tmp_path: Path, name: str, sample: str
) -> None:
    first, second = tmp_path / f"1.{name}", tmp_path / f"2.{name}"
    for path in (first, second):
        annotator("export", sample_project_path(sample), "--format", name, "--output", path)
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size > 10_000


def test_jsonl_holds_the_project_then_each_document(
    annotator: CommandLine, project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "out.jsonl"
    annotator("export", project, "--format", "jsonl", "--output", path)
    header, document = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert header["project"]["title"] == "Parks"
    assert document["text"] == TEXT
    for annotation in document["annotations"]:
        ((start, end),) = annotation["spans"]
        assert TEXT[start:end] == annotation["text"]
        assert annotation["kind"] in annotation


def test_csv_holds_a_row_for_each_annotation(
    annotator: CommandLine, project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    annotator("export", project, "--format", "csv", "--output", path)
    rows = csv_rows(path)
    assert [(row["kind"], row["quote"], row["speaker"], row["role"]) for row in rows] == [
        ("figure", "12个", "林晓", "speaker"),
        ("claim", "公交线路新开7条", "林晓", "speaker"),
        ("topic", "12个公园什么时候开放", "记者", "reporter"),
    ]
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["quote"] for row in rows)


def test_a_byte_order_mark_stands_before_the_same_csv(
    annotator: CommandLine, project: Path, tmp_path: Path
) -> None:
    plain, marked = tmp_path / "plain.csv", tmp_path / "marked.csv"
    annotator("export", project, "--format", "csv", "--output", plain)
    annotator("export", project, "--format", "csv", "--output", marked, "--bom")
    assert marked.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()


def test_a_workbook_holds_the_rows_of_the_csv(
    annotator: CommandLine, project: Path, tmp_path: Path
) -> None:
    table, book = tmp_path / "out.csv", tmp_path / "out.xlsx"
    annotator("export", project, "--format", "csv", "--output", table)
    annotator("export", project, "--format", "xlsx", "--output", book)
    with CalamineWorkbook.from_path(book) as opened:
        header, *rows = opened.get_sheet_by_index(0).to_python()
    quotes = [row[header.index("quote")] for row in rows]
    assert quotes == [row["quote"] for row in csv_rows(table)]


def test_a_cell_cannot_become_a_formula(
    annotator: CommandLine, empty_project: Path, tmp_path: Path
) -> None:
    quote = '=HYPERLINK("http://example.org")'
    source = tmp_path / "a.txt"
    source.write_text(f"MODERATOR: Welcome.\n{quote} they said.\n", encoding="utf-8")
    with Project.open(empty_project) as opened:
        document = opened.import_files(source).added[0]
        start = opened.text(document).index(quote)
        opened.mark(document, start, start + len(quote), "statement")
    path = tmp_path / "out.csv"
    annotator("export", empty_project, "--format", "csv", "--output", path)
    assert [row["quote"] for row in csv_rows(path)] == [f"'{quote}"]


def test_an_empty_project_is_a_header(
    annotator: CommandLine, empty_project: Path, tmp_path: Path
) -> None:
    for name in FORMAT_NAMES:
        path = tmp_path / f"out.{name}"
        assert annotator("export", empty_project, "--format", name, "--output", path).code == 0
        assert path.stat().st_size > 0
    assert csv_rows(tmp_path / "out.csv") == []


def test_help_says_that_the_history_is_left_out(annotator: CommandLine) -> None:
    assert "everything but the history" in " ".join(annotator("export", "--help").out.split())


# --- filters ---


@pytest.mark.parametrize("kind", ["claim", "figure", "topic"])
def test_kind_selects(
    annotator: CommandLine,
    tmp_path: Path,
    sample_annotations: list[tuple[Annotation, str, str | None]],
    kind: str,
) -> None:
    path = tmp_path / "out.jsonl"
    annotator("export", SAMPLE, "--format", "jsonl", "--output", path, "--kind", kind)
    wanted = {annotation.id for annotation, own, _speaker in sample_annotations if own == kind}
    assert {row["id"] for row in annotations_in(path)} == wanted
    assert wanted


def test_speaker_selects(
    annotator: CommandLine,
    tmp_path: Path,
    sample_annotations: list[tuple[Annotation, str, str | None]],
) -> None:
    names = {name for *_rest, name in sample_annotations if name}
    assert len(names) > 1
    for name in names:
        path = tmp_path / "out.csv"
        annotator("export", SAMPLE, "--format", "csv", "--output", path, "--speaker", name)
        wanted = {a.id for a, _kind, speaker in sample_annotations if speaker == name}
        assert {row["id"] for row in csv_rows(path)} == wanted


@pytest.mark.parametrize("label", ["quantity", "Quantity", "数量"])
def test_label_selects_by_slug_or_name(
    annotator: CommandLine, project: Path, tmp_path: Path, label: str
) -> None:
    path = tmp_path / "out.csv"
    annotator("export", project, "--format", "csv", "--output", path, "--label", label)
    assert [row["quote"] for row in csv_rows(path)] == ["12个"]


def test_author_selects(annotator: CommandLine, project: Path, tmp_path: Path) -> None:
    with Project.open(project) as opened:
        author = opened.annotations(opened.documents[0])[0].author
    path = tmp_path / "out.csv"
    options = ("--format", "csv", "--output", path, "--author")
    assert "Wrote 3 " in annotator("export", project, *options, author).err
    assert annotator("export", project, *options, "Nobody").code == 1


def test_document_selects(annotator: CommandLine, project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Evening briefing\n\nMODERATOR: Good evening.\n", encoding="utf-8")
    annotator("import", project, other)
    path = tmp_path / "out.jsonl"
    options = ("--format", "jsonl", "--output", path, "--document")
    outcome = annotator("export", project, *options, "Evening briefing")
    assert "Wrote 0 annotations" in outcome.err
    _header, document = path.read_text(encoding="utf-8").splitlines()
    assert json.loads(document)["title"] == "Evening briefing"


def test_filters_narrow_each_other(annotator: CommandLine, project: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    options = ("--format", "csv", "--output", path, "--speaker", "林晓", "--kind", "claim")
    annotator("export", project, *options)
    assert [row["quote"] for row in csv_rows(path)] == ["公交线路新开7条"]


@pytest.mark.parametrize("option", ["--label", "--author", "--document", "--speaker"])
@pytest.mark.parametrize("value", ["nothing", ""])
def test_a_filter_for_what_is_not_there_writes_nothing(
    annotator: CommandLine, project: Path, tmp_path: Path, option: str, value: str
) -> None:
    path = tmp_path / "out.csv"
    outcome = annotator("export", project, "--format", "csv", "--output", path, option, value)
    assert (outcome.code, outcome.out) == (1, "")
    assert is_one_sentence(outcome.err)
    assert f"“{value}”" in outcome.err
    assert not path.exists()
