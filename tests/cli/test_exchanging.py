"""Losses, units, splits, pseudonyms and conversion on the command line."""

import json
from pathlib import Path

import pytest

from annotator.cli import exchanging
from annotator.formats.registry import FORMATS
from annotator.formats.splits import SPLITS
from annotator.model.message import Message
from annotator.model.records import Annotation
from annotator.workspace import exporting
from annotator.workspace.project import Project
from annotator.workspace.verifying import Verified
from tests.cli.outcomes import CommandLine, csv_rows, is_one_sentence
from tests.example import TEXT

WRITTEN = [known for known in FORMATS if known.writes]
GRAPHEMES = "👩\u200d👩\u200d👧abc de."


@pytest.fixture
def overlapping(project: Path) -> Path:
    """Return the example with a claim over its figure, so that token columns lose one."""
    with Project.open(project) as opened:
        start = TEXT.index("12个")
        opened.mark(opened.documents[0], start, start + 4, "statement")
    return project


# --- losses ---


def test_losses_are_told_before_the_file_is_written(
    annotator: CommandLine, overlapping: Path, tmp_path: Path
) -> None:
    path = tmp_path / "out.conll"
    outcome = annotator("export", overlapping, "--format", "conll", "--output", path)
    assert outcome.code == 0
    *losses, last = outcome.err.splitlines()
    assert any("overlaps a longer one" in line for line in losses)
    assert last.startswith("Wrote ")


def test_losses_alone_are_facts_and_nothing_is_written(
    annotator: CommandLine, overlapping: Path, tmp_path: Path
) -> None:
    options = ("--format", "conll", "--check-losses", "--json")
    outcome = annotator("export", overlapping, *options, "--output", tmp_path / "out.conll")
    assert outcome.code == 0
    assert not (tmp_path / "out.conll").exists()
    with Project.open(overlapping, read_only=True) as opened:
        document = opened.documents[0]
        quotes = {a.id: a.quote for a in opened.load(document).all(Annotation)}
    assert outcome.facts
    for fact in outcome.facts:
        assert (fact["document_id"], fact["document"]) == (document.id, document.title)
        assert fact["text"] == quotes[fact["annotation"]]
    assert annotator("export", overlapping, *options).facts == outcome.facts


def test_a_format_that_loses_nothing_says_nothing(annotator: CommandLine, project: Path) -> None:
    outcome = annotator("export", project, "--format", "jsonl", "--check-losses")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


def test_an_export_needs_a_place(annotator: CommandLine, project: Path) -> None:
    outcome = annotator("export", project, "--format", "csv")
    assert outcome.code == 2
    assert "--output" in outcome.err


# --- options ---


@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
def test_every_format_is_written_and_comes_back(
    annotator: CommandLine, overlapping: Path, tmp_path: Path, known: object
) -> None:
    name, path = known.name, tmp_path / f"out{known.extensions[0]}"  # type: ignore[attr-defined]
    outcome = annotator("export", overlapping, "--format", name, "--output", path)
    assert (outcome.code, outcome.out) == (0, "")
    assert "did not come back" not in outcome.err
    assert path.exists()


def test_scheme_and_unit_are_in_the_file(
    annotator: CommandLine, project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "out.conll"
    annotator("export", project, "--format", "conll", "--output", path, "--scheme", "bilou")
    assert "L-" in path.read_text("utf-8")
    path = tmp_path / "out.jsonl"
    options = ("--format", "doccano", "--output", path, "--offsets")
    assert annotator("export", project, *options, "graphemes").code == 0
    assert json.loads(path.read_text("utf-8").splitlines()[0])["offset_unit"] == "graphemes"
    outcome = annotator("export", project, *options, "utf8")
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)


def test_the_parts_hold_each_annotation_once(
    annotator: CommandLine, empty_project: Path, tmp_path: Path
) -> None:
    with Project.open(empty_project) as opened:
        for number in range(12):
            source = tmp_path / f"{number}.txt"
            source.write_text(f"MODERATOR: We are {number} people.\n", encoding="utf-8")
            document = opened.import_files(source).added[0]
            start = opened.text(document).index(str(number))
            opened.mark(document, start, start + len(str(number)), "quantity")
    found = []
    for split in SPLITS:
        path = tmp_path / f"{split}.csv"
        options = ("--split", split, "--shares", "50,25,25", "--seed", "3")
        annotator("export", empty_project, "--format", "csv", "--output", path, *options)
        found.append([row["quote"] for row in csv_rows(path)])
    assert sorted(quote for part in found for quote in part) == sorted(map(str, range(12)))
    assert len([part for part in found if part]) > 1


def test_odd_shares_are_wrong_usage(annotator: CommandLine, project: Path, tmp_path: Path) -> None:
    options = ("--format", "csv", "--output", tmp_path / "out.csv", "--shares", "1,2")
    outcome = annotator("export", project, *options)
    assert outcome.code == 2
    assert "80,10,10" in outcome.err


def test_status_selects_claims(annotator: CommandLine, project: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    options = ("--format", "csv", "--output", path, "--status")
    annotator("export", project, *options, "open")
    assert [row["kind"] for row in csv_rows(path)] == ["claim"]
    annotator("export", project, *options, "checked")
    assert csv_rows(path) == []


def test_what_a_script_reviews_is_selected_by_its_state(
    annotator: CommandLine, project: Path, tmp_path: Path
) -> None:
    with Project.open(project) as opened:
        first, *others = opened.annotations(opened.documents[0])
        opened.review(first, "accepted", "seen")
    path = tmp_path / "out.csv"
    options = ("--format", "csv", "--output", path, "--review")
    annotator("export", project, *options, "accepted")
    assert [(row["id"], row["review"]) for row in csv_rows(path)] == [(first.id, "accepted")]
    assert '"note": "seen"' in csv_rows(path)[0]["reviews"]
    annotator("export", project, *options, "open")
    assert {row["id"] for row in csv_rows(path)} >= {a.id for a in others}


def test_pseudonyms_hide_the_author(annotator: CommandLine, project: Path, tmp_path: Path) -> None:
    with Project.open(project, read_only=True) as opened:
        [author] = opened.workspace.authors()
    path = tmp_path / "out.csv"
    options = ("--format", "csv", "--output", path, "--pseudonyms", "--author", author.name)
    assert annotator("export", project, *options).code == 0
    assert {row["author"] for row in csv_rows(path)} == {"author 1"}
    assert author.id not in path.read_text("utf-8")


def test_a_missing_extra_is_named_in_one_sentence(
    annotator: CommandLine, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "_LIBRARIES", {"spacy": "no_such_library"})
    path = tmp_path / "out.spacy"
    outcome = annotator("export", project, "--format", "spacy", "--output", path)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
    assert "transcript-annotator[spacy]" in outcome.err


def test_an_export_that_comes_back_differently_fails_and_says_so(
    annotator: CommandLine, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def poor(*arguments: object) -> exporting.Exported:
        done = exporting.export(*arguments)  # type: ignore[arg-type]
        odd = Message("The text of {title} did not come back as it is.", {"title": "A"})
        verified = Verified(was_read=True, differences=(odd,))
        return exporting.Exported(done.count, verified)

    monkeypatch.setattr(exchanging, "write", poor)
    outcome = annotator("export", project, "--format", "csv", "--output", tmp_path / "out.csv")
    assert outcome.code == 1
    assert outcome.err.startswith("The text of A did not come back as it is.\n")


# --- importing ---


@pytest.fixture
def unquoted(tmp_path: Path) -> Path:
    """Return a file whose offsets count graphemes, which nothing in it tells."""
    path = tmp_path / "marks.jsonl"
    line = {"text": GRAPHEMES, "label": [[2, 4, "Health"]]}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("unit", "quote"), [("graphemes", "bc"), ("code_points", "👩\u200d")])
def test_offsets_say_what_a_file_without_quotes_counts(
    annotator: CommandLine, empty_project: Path, unquoted: Path, unit: str, quote: str
) -> None:
    assert annotator("import", empty_project, unquoted, "--offsets", unit).code == 0
    with Project.open(empty_project, read_only=True) as opened:
        [annotation] = opened.annotations(opened.documents[0])
        assert annotation.quote == quote


def test_without_offsets_the_doubt_is_told(
    annotator: CommandLine, empty_project: Path, unquoted: Path
) -> None:
    assert "code points" in annotator("import", empty_project, unquoted).err


# --- converting ---


@pytest.mark.parametrize("known", [k for k in WRITTEN if k.reads], ids=lambda known: known.name)
def test_our_jsonl_becomes_every_format_and_is_read_from_it(
    annotator: CommandLine, overlapping: Path, tmp_path: Path, known: object
) -> None:
    name, path = known.name, tmp_path / f"out{known.extensions[0]}"  # type: ignore[attr-defined]
    lossless = tmp_path / "project.jsonl"
    annotator("export", overlapping, "--format", "jsonl", "--output", lossless)
    outcome = annotator("convert", lossless, path, "--from", "jsonl", "--to", name)
    assert outcome.code == 0, outcome.err
    assert path.exists()


def test_a_file_is_converted_by_its_content_and_ending(
    annotator: CommandLine, unquoted: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.qdpx"
    outcome = annotator("convert", unquoted, out, "--offsets", "graphemes")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == f"Wrote 1 annotation to {out}.\n"
    back = tmp_path / "back.csv"
    annotator("convert", out, back)
    assert [(row["quote"], row["label"]) for row in csv_rows(back)] == [("bc", "Health")]


def test_only_the_labels_of_the_file_are_in_what_it_becomes(
    annotator: CommandLine, unquoted: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    annotator("convert", unquoted, out, "--to", "jsonl")
    header = json.loads(out.read_text("utf-8").splitlines()[0])
    assert [label["names"] for label in header["codebook"]["labels"]] == [{"en": "Health"}]


def test_a_project_and_a_transcript_are_converted_too(
    annotator: CommandLine, project: Path, transcript: Path, tmp_path: Path
) -> None:
    assert "Wrote 3 " in annotator("convert", project, tmp_path / "a.xlsx").err
    assert "Wrote 0 " in annotator("convert", transcript, tmp_path / "b.xlsx").err


@pytest.mark.parametrize("name", ["out.json", "out.odd", "out"])
def test_an_ending_that_does_not_tell_the_format_is_refused(
    annotator: CommandLine, project: Path, tmp_path: Path, name: str
) -> None:
    outcome = annotator("convert", project, tmp_path / name)
    assert outcome.code == 1
    assert "--to" in outcome.err
    assert is_one_sentence(outcome.err)


def test_a_file_that_cannot_be_converted_leaves_the_old_one(
    annotator: CommandLine, tmp_path: Path
) -> None:
    bad, out = tmp_path / "bad.pdf", tmp_path / "out.csv"
    bad.write_bytes(b"%PDF-1.7")
    out.write_text("old")
    outcome = annotator("convert", bad, out)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
    assert out.read_text() == "old"
    assert annotator("convert", out, out).code == 1
    assert annotator("convert", tmp_path / "none.txt", out).code == 1
    assert out.read_text() == "old"


# --- the formats ---


def test_formats_name_their_extras(annotator: CommandLine) -> None:
    extras = {fact["name"]: fact["extra"] for fact in annotator("formats", "--json").facts}
    assert {name: extra for name, extra in extras.items() if extra} == {
        "xmi": "cas",
        "casjson": "cas",
        "spacy": "spacy",
        "parquet": "parquet",
    }
