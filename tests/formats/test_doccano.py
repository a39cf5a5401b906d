"""doccano's JSON lines, held against doccano's own rules and its published files."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given

from annotator.formats.base import Options
from annotator.formats.doccano import DOCCANO
from annotator.formats.incoming import ReadOptions
from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from tests.formats.exchange import (
    all_sheets,
    came_back,
    documents,
    expected,
    fixtures,
    marked,
    project_of,
    projects,
    read,
    sent,
    valid_project,
)
from tests.formats.fuzzing import fuzzed, published
from tests.formats.projects import EVERYTHING, MemoryProject

GOLDEN = Path(__file__).parents[1] / "golden" / "doccano"
FAMILY = "A👩‍👩‍👧B"


def exported(
    project: MemoryProject, folder: Path, options: Options | None = None
) -> list[dict[str, Any]]:
    """Return the lines of an export as values."""
    path = folder / "out.jsonl"
    DOCCANO.write(project, EVERYTHING, path, options or Options())
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def as_doccano_takes_it(row: dict[str, Any], column: str) -> list[tuple[str, str]]:
    """Return label and text of each span by the rules of doccano's documentation.

    A span is a list of start, end and label or an object with those and more, which is passed
    over; offsets count from 0 and the end is not included.
    """
    names = ("start_offset", "end_offset", "label")
    spans = [
        item if isinstance(item, dict) else dict(zip(names, item, strict=True))
        for item in row[column]
    ]
    for span in spans:
        assert isinstance(span["start_offset"], int)
        assert 0 <= span["start_offset"] < span["end_offset"] <= len(row["text"])
    return [(s["label"], row["text"][s["start_offset"] : s["end_offset"]]) for s in spans]


@pytest.mark.parametrize("column", ["label", "entities"])
def test_doccano_finds_the_same_spans_in_both_columns(column: str, tmp_path: Path) -> None:
    project = valid_project()
    rows = exported(project, tmp_path)
    assert len(rows) == 3
    for row, sheet in zip(rows, all_sheets(project), strict=True):
        assert row["text"] == sheet.text
        assert as_doccano_takes_it(row, column) == [
            (mark.name, span.quote) for mark in sheet.marks for span in mark.annotation.spans
        ]


def test_relations_name_entities_of_their_line(tmp_path: Path) -> None:
    rows = exported(valid_project(), tmp_path)
    ids = [entity["id"] for row in rows for entity in row["entities"]]
    assert len(ids) == len(set(ids)) == 8
    for row in rows[:2]:
        (relation,) = row["relations"]
        entities = {entity["id"]: entity for entity in row["entities"]}
        assert entities[relation["from_id"]]["label"] == "Quantity"
        assert entities[relation["to_id"]]["label"] == "Statement"
        assert relation["type"] == "supports"


def test_everything_comes_back() -> None:
    project = valid_project()
    assert came_back(sent(DOCCANO, project, "a.jsonl")) == expected(project)
    first = documents(sent(DOCCANO, project, "a.jsonl"))[0]
    assert (first.name, first.language, first.date) == ("发布会", "zh", "2031-04-02")
    assert (first.place, first.group, first.attributes["channel"]) == ("云溪", "December", "TV")
    assert [(r.kind, r.note) for r in first.relations] == [("supports", "n")]


@given(projects())
def test_any_spans_come_back(project: MemoryProject) -> None:
    assert came_back(sent(DOCCANO, project, "a.jsonl")) == expected(project)


def test_graphemes_are_counted_when_asked_and_losses_name_what_they_cannot_say(
    tmp_path: Path,
) -> None:
    project = project_of(FAMILY, ((6, 7),), ((2, 7),))
    options = Options(offset_unit=OffsetUnit.GRAPHEMES)
    (row,) = exported(project, tmp_path, options)
    assert row["label"][1][:2] == [2, 3]
    assert row["offset_unit"] == "graphemes"
    (lost,) = DOCCANO.losses(project, EVERYTHING, options)
    assert "grapheme" in str(lost.reason)
    whole = project_of(FAMILY, ((1, 6),), ((6, 7),))
    assert marked(sent(DOCCANO, whole, "a.jsonl", options)) == [
        [("Quantity", ((1, 6),)), ("Statement", ((6, 7),))]
    ]


def test_a_unit_that_doccano_does_not_count_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="code_points, graphemes, not in utf16"):
        exported(valid_project(), tmp_path, Options(offset_unit=OffsetUnit.UTF16))


def test_each_annotation_of_several_parts_is_a_loss() -> None:
    lost = list(DOCCANO.losses(valid_project(), EVERYTHING, Options()))
    assert len(lost) == 2
    assert {"parts" in str(loss.reason) for loss in lost} == {True}


def test_our_samples_are_read_with_newlines_made_one() -> None:
    first, second = documents(read(DOCCANO, GOLDEN / "spans.jsonl"))
    assert first.text == "主持人：共有2.3万人参加，𠮷林占三成。\n记者：谢谢！"
    assert [first.text[a:b] for x in first.annotations for a, b in x.ranges] == [
        "2.3万人",
        "主持人",
    ]
    assert (first.date, first.attributes) == ("2031-04-02", {"pages": "3"})
    assert second.annotations == ()
    (relations,) = documents(read(DOCCANO, GOLDEN / "relations.json"))
    assert [(r.kind, r.source, r.target) for r in relations.relations] == [("stated by", "7", "9")]


def test_a_person_can_say_that_graphemes_were_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": FAMILY, "label": [[2, 3, "x"]]}), "utf-8")
    (doubted,) = documents(read(DOCCANO, path))
    assert "graphemes" in str(doubted.problems[0])
    (told,) = documents(read(DOCCANO, path, ReadOptions(unit=OffsetUnit.GRAPHEMES)))
    assert told.annotations[0].ranges == ((6, 7),)
    assert not told.problems


def test_a_zip_holds_one_file_per_member(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with ZipFile(path, "w") as archive:
        for member in ("ann", "unknown"):
            archive.writestr(f"{member}.jsonl", '{"text": "abc", "label": [[0, 1, "x"]]}\n')
    assert guess(path) is DOCCANO
    told = documents(read(DOCCANO, path))
    assert [t.annotations[0].author for t in told] == ["ann", ""]


def test_spans_outside_the_text_are_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    spans = [[0, 1, "x"], [2, 9, "x"], [2, 1, "x"], [1, 1, "x"], [-1, 2, "x"]]
    path.write_text(json.dumps({"text": "abc", "label": spans}), "utf-8")
    (told,) = documents(read(DOCCANO, path))
    assert [a.ranges for a in told.annotations] == [((0, 1),)]
    assert len(told.problems) == 4


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"text": "a", "label": [[0, 1]]}', r"Line 2 of a.jsonl: expected a span \[start, end"),
        ('{"text": "a", "label": [["0", 1, "x"]]}', "expected a span with start, end and label"),
        ('{"label": [[0, 1, "x"]]}', "Line 2 of a.jsonl: expected a text under “text”"),
        ("[1]", "Line 2 of a.jsonl: expected an object"),
        ('{"text": "a"', "Line 2 of a.jsonl is not the JSON expected"),
        ('{"text": "a", "x": NaN}', "a finite number is expected: 'NaN'"),
        (r'{"text": "\ud800"}', "no half surrogate pair"),
        ('{"text": "a", "relations": [1]}', "a relation with from_id"),
        ('{"text": "a", "relations": 1}', "a list of relations"),
        ('{"x": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_a_wrong_line_is_refused_by_number(line: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "b", "label": [[0, 1, "x"]]}\n' + line, "utf-8")
    with pytest.raises(UserError, match=sentence):
        read(DOCCANO, path)


@pytest.mark.parametrize(
    ("content", "claimed"),
    [
        ('{"text": "a", "label": [[0, 1, "x"]]}', True),
        ('{"text": "a", "label": []}\n{"data": "a", "labels": [[0, 1, "x"]]}', True),
        ('[{"text": "a", "entities": [{"start_offset": 0, "end_offset": 1, "label": "x"}]}]', True),
        ('{"text": "a", "label": ["positive"]}', False),
        ('{"text": "a", "label": []}', False),
        ('{"text": "a", "entities": [], "offset_unit": "code_points"}', True),
        ('{"text": "a"}', False),
        ("text,label\n", False),
    ],
)
def test_only_texts_with_spans_are_claimed(content: str, claimed: object, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(content, "utf-8")
    assert (guess(path) is DOCCANO) is claimed


def test_a_long_text_before_its_spans_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "文" * 9000, "label": [[0, 1, "x"]]}), "utf-8")
    assert guess(path) is DOCCANO


REFUSED = {
    "sequence_labeling/example.jsonl": "its third record has no text",
    "pipeline_examples/export/segmentation/example.jsonl": "marks on images",
}
READ = {
    "pipeline_examples/export/relation_extraction/example.jsonl": (1, 4, 3),
    "pipeline_examples/import/relation_extraction/example.jsonl": (1, 4, 3),
    "pipeline_examples/import/intent_detection/example.jsonl": (2, 3, 0),
}


def test_the_published_files_with_spans_are_read_and_the_others_not_claimed() -> None:
    folder = fixtures("doccano")
    seen = {}
    for path in sorted(folder.rglob("*.json*")):
        name = path.relative_to(folder).as_posix()
        if name in REFUSED:
            with pytest.raises(UserError):
                read(DOCCANO, path)
        elif guess(path) is DOCCANO:
            told = documents(read(DOCCANO, path))
            assert not [problem for t in told for problem in t.problems]
            count = [
                sum(map(len, part))
                for part in zip(*((t.annotations, t.relations) for t in told), strict=True)
            ]
            seen[name] = (len(told), *count)
    assert seen == READ


def test_a_real_export_gives_the_quotes_that_its_offsets_cut() -> None:
    path = fixtures("peers-exports", "doccano") / "first_record_of_export.jsonl"
    row = json.loads(path.read_text("utf-8"))
    (told,) = documents(read(DOCCANO, path))
    assert len(told.annotations) == len(row["label"]) == 1000
    for annotation, (start, end, label) in zip(told.annotations, row["label"], strict=True):
        assert (annotation.label, annotation.ranges) == (label, ((start, end),))
    assert told.text == row["text"]


SAMPLES = [
    *(path.read_bytes() for path in sorted(GOLDEN.iterdir())),
    *published("doccano", "pipeline_examples", "*", "*", "*.jsonl"),
]
test_damaged_files_are_refused_or_read = fuzzed(DOCCANO, "a.jsonl", SAMPLES)
