"""An export held against the project: what comes back otherwise is told."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.registry import FORMATS, format_named
from annotator.model.errors import UserError
from annotator.model.records import Claim, Document, Figure, Record, Relation, Topic, Turn
from annotator.model.snapshot import Snapshot
from annotator.workspace.exporting import (
    Exporting,
    export,
)
from annotator.workspace.verifying import Verified, verify_export
from tests.formats.exchange import project_of, valid_project
from tests.formats.projects import ANNA, LABELS, MemoryProject

TEXT = "It rose by 12.5% in May. 𝔘p 40 more came.\n"


TOLD_APART = (
    *("qdc", "qdpx", "doccano", "label-studio", "brat", "webanno-tsv"),
    *("conll", "conllu", "web-annotation", "csv"),
)


def path_for(known: Format, folder: Path) -> Path:
    return folder / f"out{known.extensions[0]}"


def _dropping(known: Format) -> Format:
    """Return a format whose writer leaves out claims and says nothing of it."""
    assert known.writer is not None
    write = known.writer

    def writer(s: ProjectSource, selection: Selection, path: Path, options: Options) -> int:
        return write(s, replace(selection, kind="figure"), path, options)

    return replace(known, writer=writer)


@pytest.mark.parametrize("name", ["doccano", "brat", "qdpx", "conllu", "web-annotation"])
def test_a_loss_that_the_format_does_not_tell_of_is_reported(name: str, tmp_path: Path) -> None:
    known = _dropping(format_named(name))
    project = project_of(TEXT, ((3, 7),), ((0, 24),))
    done = export(project, Exporting(known), path_for(known, tmp_path))
    [difference] = done.verified.differences
    assert "1 of 2 annotations did not come back" in str(difference)


@pytest.mark.parametrize("other", ["Health", "Health & safety (R/D)"])
@pytest.mark.parametrize("name", TOLD_APART)
def test_odd_names_and_one_name_for_two_kinds_come_back(
    name: str, other: str, tmp_path: Path
) -> None:
    project = project_of(TEXT, ((11, 16),), ((27, 40),), ((20, 23),))
    names = {"en": other}
    labels = [
        replace(x, names=names) if x.slug in {"quantity", "health"} else x for x in project.labels()
    ]
    project.snapshots[0].take(labels)
    named = replace(project, label_list=labels)
    done = export(named, Exporting(format_named(name)), path_for(format_named(name), tmp_path))
    assert done.verified.was_read
    assert done.verified.differences == ()


def test_a_text_that_comes_back_differently_is_reported(tmp_path: Path) -> None:
    known = format_named("doccano")
    assert known.reader is not None

    def spoilt(path: Path, options: object) -> Iterator[object]:
        path.write_text(path.read_text("utf-8").replace("May", "Mai"), "utf-8")
        assert known.reader is not None
        yield from known.reader(path, options)  # type: ignore[arg-type]

    odd = replace(known, reader=spoilt)  # type: ignore[arg-type]
    done = export(project_of(TEXT, ((3, 7),)), Exporting(odd), tmp_path / "out.jsonl")
    assert "The text of Briefing did not come back" in str(done.verified.differences[0])


def test_a_file_that_cannot_be_read_back_is_reported(tmp_path: Path) -> None:
    def refuses(_path: Path, _options: object) -> Iterator[object]:
        raise UserError("Line {line} is odd.", line=3)

    odd = replace(format_named("doccano"), reader=refuses)  # type: ignore[arg-type]
    done = export(project_of(TEXT, ((3, 7),)), Exporting(odd), tmp_path / "out.jsonl")
    [difference] = done.verified.differences
    assert str(difference) == "The file cannot be read back: Line 3 is odd."


@pytest.mark.parametrize("known", [f for f in FORMATS if f.writes], ids=lambda known: known.name)
def test_a_project_without_documents_is_written_and_nothing_is_amiss(
    known: Format, tmp_path: Path
) -> None:
    project = MemoryProject([], list(LABELS), [ANNA])
    done = export(project, Exporting(known), path_for(known, tmp_path))
    assert (done.count, done.verified.differences) == (0, ())


def verified(name: str, path: Path, project: MemoryProject | None = None) -> Verified:
    known = format_named(name)
    return verify_export(known, project or valid_project(), Selection(), path, Options())


@pytest.mark.parametrize("name", ["jsonl", "csv", "xlsx", "qdc", "doccano-labels"])
def test_our_own_formats_are_compared_too(name: str, tmp_path: Path) -> None:
    known = format_named(name)
    path = path_for(known, tmp_path)
    known.write(valid_project(), Selection(), path, Options())
    told = verified(name, path)
    assert (told.was_read, told.differences) == (True, ())


@pytest.mark.parametrize(
    ("name", "before", "after", "sentence"),
    [
        ("jsonl", "欢迎", "歡迎", "The text of 发布会 did not come back"),
        ("jsonl", '"note":"=check"', '"note":""', "1 of 3 annotations did not come back"),
        ("jsonl", '"status":"checked"', '"status":"open"', "1 of 3 annotations did not come"),
        ("jsonl", '"low":"23000"', '"low":"2300"', "1 of 3 annotations did not come back"),
        ("jsonl", '"kind":"supports"', '"kind":"repeats"', "other fields of 发布会 did not come"),
        ("jsonl", '"place":"云溪"', '"place":""', "other fields of 发布会 did not come back"),
        ("jsonl", '"name":"Anna Li"', '"name":"Ann"', "authors, settings or links did not come"),
        ("jsonl", '"spans":[[', '"spans":[[1', "annotations did not come back"),
        ("jsonl", '"spans"', '"stretches"', "cannot be read back"),
        ("csv", "Quantity", "Statement", "1 of 2 annotations did not come back"),
        ("csv", "Statement", "Health", "1 of 2 annotations did not come back"),
        ("qdc", 'name="Wards"', 'name="Else"', "The label Wards did not come back."),
        ("doccano-labels", '"Wards"', '"Else"', "The label Wards did not come back."),
    ],
)
def test_a_change_in_the_file_is_told(
    name: str, before: str, after: str, sentence: str, tmp_path: Path
) -> None:
    known = format_named(name)
    path = path_for(known, tmp_path)
    project = valid_project() if name != "csv" else project_of(TEXT, ((3, 7),), ((0, 24),))
    known.write(project, Selection(), path, Options())
    content = path.read_text("utf-8")
    assert before in content
    path.write_text(content.replace(before, after, 1), "utf-8")
    told = verified(name, path, project)
    assert sentence in " ".join(map(str, told.differences))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (lambda r: isinstance(r, Claim) and replace(r, verdict=""), "1 of 3 annotations did not"),
        (lambda r: isinstance(r, Figure) and replace(r, source=""), "1 of 3 annotations did not"),
        (lambda r: isinstance(r, Topic) and replace(r, stance=""), "1 of 3 annotations did not"),
        (lambda r: isinstance(r, Relation) and replace(r, note=""), "relations or other fields of"),
        (lambda r: isinstance(r, Turn) and replace(r, time_end=None), "turns, relations or other"),
    ],
)
def test_a_field_that_the_writer_forgets_is_told(
    changed: Callable[[Record], Record | None], sentence: str, tmp_path: Path
) -> None:
    known, path = format_named("jsonl"), tmp_path / "out.jsonl"
    poor = valid_project()
    [s, *others] = poor.snapshots
    told: list[Record] = [*poor.label_list, *poor.author_list]
    told += [changed(record) or record for record in s.records() if record != s.document]
    poor.snapshots = [Snapshot(s.document, s.text, told), *others]
    known.write(poor, Selection(), path, Options())
    [difference] = verified("jsonl", path).differences
    assert sentence in str(difference)


@pytest.mark.parametrize("kind", ["claim", "figure", "topic"])
def test_a_lossless_export_of_a_part_is_compared_with_that_part(kind: str, tmp_path: Path) -> None:
    done = export(
        valid_project(),
        Exporting(format_named("jsonl"), Selection(kind=kind)),
        tmp_path / "out.jsonl",
    )
    assert done.count == done.verified.annotations > 0
    assert done.verified.differences == ()


def test_a_document_without_annotations_may_be_missing_from_rows_only(tmp_path: Path) -> None:
    project = project_of(TEXT)
    for name, count in (("csv", 0), ("doccano", 1)):
        known = format_named(name)
        path = path_for(known, tmp_path)
        known.write(project, Selection(), path, Options())
        told = verified(name, path, project)
        assert (told.documents, told.differences) == (count, ())


def test_formats_that_are_only_written_or_only_read_are_not_compared(tmp_path: Path) -> None:
    for name in ("tei", "taguette"):
        assert verified(name, tmp_path / "none") == Verified()


class Counted(MemoryProject):
    """A project that counts how often it is asked for all its documents."""

    asked = 0

    def documents(self) -> list[Document]:
        self.asked += 1
        return super().documents()


def test_comparing_asks_for_all_documents_as_often_however_many_there_are(tmp_path: Path) -> None:
    known = format_named("brat")
    asked = []
    for size in (1, 3):
        whole = valid_project()
        project = Counted(whole.snapshots[:1] * size, whole.label_list, whole.author_list)
        path = tmp_path / f"{size}.zip"
        known.write(project, Selection(), path, Options())
        before = project.asked
        verify_export(known, project, Selection(), path, Options())
        asked.append(project.asked - before)
    assert asked[0] == asked[1]
