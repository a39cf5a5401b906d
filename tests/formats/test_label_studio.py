"""Label Studio's JSON, held against its own converter and labelling interface."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from annotator.formats.base import Options
from annotator.formats.incoming import ReadOptions
from annotator.formats.label_studio import LABEL_STUDIO
from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from tests.formats.exchange import (
    all_sheets,
    came_back,
    codebook,
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
from tests.formats.projects import EVERYTHING, LABELS, MemoryProject

GOLDEN = Path(__file__).parents[1] / "golden" / "label-studio"


@pytest.fixture
def exported(tmp_path: Path) -> tuple[list[dict[str, Any]], str]:
    """Return an export's tasks and configuration."""
    path = tmp_path / "out.json"
    assert LABEL_STUDIO.write(valid_project(), EVERYTHING, path, Options()) == 6
    config = (tmp_path / "out.label_config.xml").read_text("utf-8")
    return json.loads(path.read_text("utf-8")), config


def test_label_studios_interface_takes_the_configuration_and_every_annotation(
    exported: tuple[list[dict[str, Any]], str],
) -> None:
    tasks, config = exported
    interface: Any = import_module("label_studio_sdk.label_interface").LabelInterface(config)
    assert interface.validate() is None
    found = {tag.name: set(tag.labels) for tag in interface.controls if tag.tag == "Labels"}
    assert found == {"claim": {"Statement"}, "figure": {"Quantity"}, "topic": {"Health", "Wards"}}
    entries = [entry for task in tasks for entry in task["annotations"]]
    assert len(entries) == 4
    for entry in entries:
        assert interface._validate_object(entry, return_errors=True) == []


def test_label_studios_converter_finds_our_spans(
    exported: tuple[list[dict[str, Any]], str], tmp_path: Path
) -> None:
    _tasks, config = exported
    converter: Any = import_module("label_studio_sdk.converter").Converter(
        config=config, project_dir=str(tmp_path)
    )
    converter.convert_to_json_min(str(tmp_path / "out.json"), str(tmp_path / "min"), is_dir=False)
    rows = json.loads((tmp_path / "min" / "result.json").read_text("utf-8"))
    found = sorted(
        (row["text"], region["start"], region["end"], region["text"], region["labels"][0])
        for row in rows
        for kind in ("claim", "figure", "topic")
        for region in row.get(kind, [])
    )
    assert found == sorted(
        (sheet.text, span.start, span.end, span.quote, mark.name)
        for sheet in all_sheets(valid_project())
        for mark in sheet.marks
        for span in mark.annotation.spans
    )


def test_everything_comes_back_from_a_file_and_from_an_archive() -> None:
    project = valid_project()
    for name in ("a.json", "a.zip", "folder"):
        content = sent(LABEL_STUDIO, project, name)
        assert came_back(content) == expected(project)
        labels = codebook(content).labels
        assert {(x.name, x.kind, x.colour) for x in labels} == {
            (label.name(), label.kind, label.colour) for label in LABELS
        }
        assert documents(content)[0].attributes["channel"] == "TV"


@given(projects())
def test_any_spans_come_back(project: MemoryProject) -> None:
    assert came_back(sent(LABEL_STUDIO, project, "a.json")) == expected(project)


def test_losses_are_fragments_and_relations_between_authors() -> None:
    lost = [
        str(loss.reason) for loss in LABEL_STUDIO.losses(valid_project(), EVERYTHING, Options())
    ]
    assert len(lost) == 4
    assert sum("another author" in reason for reason in lost) == 2


def test_relations_of_one_author_come_back() -> None:
    project = project_of("abc def", ((0, 3),), ((4, 7),))
    assert [t.relations for t in documents(sent(LABEL_STUDIO, project, "a.json"))] == [()]
    one = project_of("abc def", ((0, 3),), ((4, 7),))
    (told,) = documents(sent(LABEL_STUDIO, one, "a.json"))
    assert len(told.annotations) == 2


def test_our_sample_is_read_with_notes_choices_and_relations() -> None:
    content = read(LABEL_STUDIO, GOLDEN / "tasks.json")
    assert [(x.name, x.colour) for x in codebook(content).labels] == [
        ("Number", "#112233"),
        ("Claim", ""),
    ]
    (told,) = documents(content)
    number, people, claim = told.annotations
    assert (number.label, people.label, claim.label) == ("Number", "People", "Claim")
    assert (number.kind, claim.kind) == (LabelKind.FIGURE, LabelKind.CLAIM)
    assert (number.author, number.note, dict(number.extra)) == (
        "Ann Li",
        "round figure",
        {"certainty": "high"},
    )
    assert told.attributes == {"source": "briefing-4", "quality": "good"}
    assert [(r.kind, r.source, r.target) for r in told.relations] == [
        ("depends_on", number.key, claim.key)
    ]


def test_a_dialogue_becomes_one_text_with_turns() -> None:
    (told,) = documents(read(LABEL_STUDIO, GOLDEN / "dialogue.json"))
    assert told.text == "Mayor: It rose\n40 cm.\nReporter: Since when?\n"
    assert [told.text[a:b] for x in told.annotations for a, b in x.ranges] == ["40 cm"]
    assert told.turns is not None
    assert [(told.text[t.body_start : t.end], t.speaker) for t in told.turns] == [
        ("It rose\n40 cm.\n", "Mayor"),
        ("Since when?\n", "Reporter"),
    ]


def test_older_files_in_utf16_are_told_by_their_quotes(tmp_path: Path) -> None:
    rows = [
        {
            "id": "x",
            "type": "labels",
            "value": {"start": 4, "end": 5, "text": "b", "labels": ["L"]},
        },
        {
            "id": "y",
            "type": "labels",
            "value": {"start": 0, "end": 2, "text": "𠮷", "labels": ["L"]},
        },
    ]
    task = {"data": {"text": "𠮷a b"}, "annotations": [{"result": rows}]}
    path = tmp_path / "a.json"
    path.write_text(json.dumps([task]), "utf-8")
    assert marked(read(LABEL_STUDIO, path)) == [[("L", ((0, 1),)), ("L", ((3, 4),))]]
    told = documents(read(LABEL_STUDIO, path, ReadOptions(unit=OffsetUnit.CODE_POINTS)))
    assert len(told[0].problems) == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('[{"data": {"image": 4}, "annotations": []}]', "Task 1 of a.json: expected a text"),
        ("[1]", "expected an object, found 1"),
        ('[{"data": {"text": "a"}, "annotations": [1]}]', "annotations with a list of results"),
        ('[{"data": {"text": "a"}, "annotations": [{"result": [1]}]}]', "list of results"),
        ('[{"data"', "Line 1 of a.json is not the JSON expected"),
    ],
)
def test_a_wrong_task_is_refused(content: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, "utf-8")
    with pytest.raises(UserError, match=sentence):
        read(LABEL_STUDIO, path)


def test_a_configuration_with_entities_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]", "utf-8")
    config = '<!DOCTYPE x [<!ENTITY a "b">]><View/>'
    (tmp_path / "a.label_config.xml").write_text(config, "utf-8")
    with pytest.raises(UserError, match="declares a document type"):
        read(LABEL_STUDIO, tmp_path / "a.json")


REFUSED = {
    "tests/data/test_export_csv/csv_test2.json": "choices on works of music, no text",
    "tests/data/test_export_json_min/data.json": "marks on images",
    "tests/data/test_export_json_min/data_repeater.json": "marks on images",
    "tests/data/test_export_json_min/label_config_repeater.json": "a configuration, not tasks",
}
READ = {
    "tests/data/test_export_csv/csv_test.json": (2, 0),
    "tests/data/test_export_csv/csv_test_history.json": (1, 0),
}


def test_the_published_files_are_read_or_refused_for_a_reason() -> None:
    folder = fixtures("label-studio")
    seen = {}
    for path in sorted(folder.rglob("*.json")):
        name = path.relative_to(folder).as_posix()
        if name in REFUSED:
            with pytest.raises(UserError):
                read(LABEL_STUDIO, path)
        else:
            assert guess(path) is LABEL_STUDIO
            told = documents(read(LABEL_STUDIO, path))
            seen[name] = len(told), sum(len(t.annotations) for t in told)
    assert seen == READ


@pytest.mark.parametrize("name", ["roundtrip.json", "roundtrip.json_min"])
def test_a_real_export_gives_its_quotes(name: str) -> None:
    path = fixtures("peers-exports", "label-studio") / name
    assert guess(path) is LABEL_STUDIO
    content = path.read_text("utf-8")
    told = documents(read(LABEL_STUDIO, path))
    regions = content.replace(" ", "").replace("\n", "").count('"labels":["')
    found = [(t, a) for t in told for a in t.annotations]
    problems = [p for t in told for p in t.problems]
    assert len(found) + len(problems) == regions
    assert len(found) == 6


SAMPLES = [
    *(path.read_bytes() for path in sorted(GOLDEN.glob("*.json"))),
    *published("label-studio", "tests", "data", "*", "*.json"),
    *published("peers-exports", "label-studio", "*.json*"),
]
test_damaged_files_are_refused_or_read = fuzzed(LABEL_STUDIO, "a.json", SAMPLES)
CONFIGS = [(GOLDEN / "tasks.label_config.xml").read_bytes()]
TASKS = {"a.json": SAMPLES[-1]}
test_a_damaged_configuration_is_refused_or_read = fuzzed(
    LABEL_STUDIO, "label_config.xml", CONFIGS, TASKS, "a.json"
)
