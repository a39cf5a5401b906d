"""doccano's JSON lines read: our samples, its published files, and what is wrong in lines."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator.formats.doccano import DOCCANO
from annotator.formats.incoming import ReadOptions
from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from tests.formats.exchange import (
    documents,
    fixtures,
    read,
)
from tests.formats.fuzzing import fuzzed, published

GOLDEN = Path(__file__).parents[1] / "golden" / "doccano"


FAMILY = "A👩‍👩‍👧B"


def test_our_samples_are_read_with_newlines_made_one() -> None:
    first, second = documents(read(DOCCANO, GOLDEN / "spans.jsonl"))
    assert first.text == "主持人：共有2.3万人参加，𠮷林占三成。\n记者：谢谢！"
    assert [first.text[a:b] for x in first.annotations for a, b in x.ranges] == [
        "2.3万人",
        "主持人",
    ]
    assert (first.date, first.attributes) == ("2031-04-02", {"pages": "3"})
    assert second.annotations == ()
    assert (first.problems, second.problems) == ((), ())
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


def test_spans_of_the_first_versions_have_numbers_for_labels(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    span = {"label": 4, "start_offset": 0, "end_offset": 3, "user": 1}
    path.write_text(json.dumps({"id": 1, "text": "Ann left.", "annotations": [span]}), "utf-8")
    assert guess(path) is DOCCANO
    (told,) = documents(read(DOCCANO, path))
    assert [(x.label, told.text[slice(*x.ranges[0])]) for x in told.annotations] == [("4", "Ann")]


def test_ids_that_stand_twice_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    span = {"start_offset": 1, "end_offset": 2, "label": "x"}
    row = {"text": "abc", "entities": [span | {"id": key} for key in (7, 7, 8)]}
    path.write_text(json.dumps(row), "utf-8")
    (told,) = documents(read(DOCCANO, path))
    assert [a.key for a in told.annotations] == ["7", "7#1", "8"]


def test_a_relation_needs_no_type(tmp_path: Path) -> None:
    row = {"text": "abc", "entities": [], "relations": [{"from_id": 1, "to_id": 2}]}
    (told,) = documents(read(DOCCANO, _file(tmp_path / "a.jsonl", json.dumps(row))))
    assert [(r.kind, r.source, r.target) for r in told.relations] == [("", "1", "2")]


@pytest.mark.parametrize(("count", "names"), [(1, ["a"]), (2, ["a 1", "a 2"])])
@pytest.mark.parametrize("name", ["a.jsonl", "a.zip"])
def test_records_are_numbered_where_there_are_several(
    name: str, count: int, names: list[str], tmp_path: Path
) -> None:
    content = '{"text": "abc", "label": [[0, 1, "x"]]}\n' * count
    assert [
        told.name for told in documents(read(DOCCANO, _file(tmp_path / name, content)))
    ] == names


@pytest.mark.parametrize("name", ["a.json", "a.zip"])
def test_one_object_may_take_several_lines(name: str, tmp_path: Path) -> None:
    content = json.dumps({"text": "abc", "label": [[0, 1, "x"]]}, indent=1)
    (told,) = documents(read(DOCCANO, _file(tmp_path / name, content)))
    assert [a.ranges for a in told.annotations] == [((0, 1),)]


def _file(path: Path, content: str) -> Path:
    """Write a file, or a zip with the only member all.jsonl, and return where it is."""
    if path.suffix == ".zip":
        with ZipFile(path, "w") as archive:
            archive.writestr("all.jsonl", content)
    else:
        path.write_text(content, "utf-8")
    return path


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
        ('{"text": "a", "label": {"0": "x"}}', "a list of spans under “label”"),
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
