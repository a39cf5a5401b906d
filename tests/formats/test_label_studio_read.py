"""Label Studio's JSON read: our samples, published files, and what is wrong in tasks."""

import json
from pathlib import Path
from time import thread_time
from zipfile import ZipFile

import pytest

from annotator.formats.incoming import ReadOptions
from annotator.formats.label_studio import LABEL_STUDIO
from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from tests.formats.exchange import (
    codebook,
    documents,
    fixtures,
    marked,
    read,
)
from tests.formats.fuzzing import fuzzed, published

GOLDEN = Path(__file__).parents[1] / "golden" / "label-studio"


def test_regions_on_html_are_found_by_their_paths(tmp_path: Path) -> None:
    value = {
        "start": "/div[1]/p[1]/text()[1]",
        "end": "/div[1]/p[1]/b[1]/text()[1]",
        "startOffset": 0,
        "endOffset": 5,
        "globalOffsets": {"start": 900, "end": 905},
        "text": "The mayor",
        "hypertextlabels": ["Person"],
    }
    lost = value | {"end": "/div[1]/p[7]"}
    result = [
        {"type": "hypertextlabels", "id": key, "value": x} for key, x in enumerate([value, lost])
    ]
    task = {"data": {"page": "<div><p>The <b>mayor</b> left.</p></div>", "url": "https://a/b"}}
    path = tmp_path / "a.json"
    path.write_text(json.dumps([task | {"annotations": [{"result": result}]}]), "utf-8")
    (told,) = documents(read(LABEL_STUDIO, path))
    assert told.text == "The mayor left.\n"
    (annotation,) = told.annotations
    assert (annotation.label, annotation.ranges) == ("Person", ((0, 9),))
    assert [str(problem) for problem in told.problems] == ["The page has no node /div[1]/p[7]."]


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


@pytest.mark.parametrize(
    ("row", "is_ours"),
    [
        ({"data": {"text": "a"}, "annotations": []}, True),
        ({"data": {"text": "a"}, "predictions": []}, True),
        ({"text": "a", "annotator": 1, "annotation_id": 2}, True),
        ({"data": {"text": "a"}}, False),
        ({"data": "a", "annotations": []}, False),
        ({"text": "a", "annotator": 1}, False),
    ],
)
def test_a_file_is_known_by_its_first_task(row: object, is_ours: object, tmp_path: Path) -> None:
    head = json.dumps([row]).encode()
    path = tmp_path / "a.json"
    path.write_bytes(head)
    assert LABEL_STUDIO.guess(path, head) is is_ours


@pytest.mark.parametrize(
    ("names", "folder_is_ours", "zip_is_ours"),
    [
        (("tasks/1.json", "label_config.xml"), True, True),
        (("1.json", "label_config.xml"), False, True),
        (("tasks/1.json",), False, False),
    ],
)
def test_tasks_are_known_by_their_configuration(
    names: tuple[str, ...], folder_is_ours: object, zip_is_ours: object, tmp_path: Path
) -> None:
    folder, packed = tmp_path / "out", tmp_path / "out.zip"
    with ZipFile(packed, "w") as archive:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("[]", "utf-8")
            archive.writestr(name, "[]")
    assert LABEL_STUDIO.guess(folder, b"") is folder_is_ours
    assert LABEL_STUDIO.guess(packed, packed.read_bytes()) is zip_is_ours


def test_the_marks_of_the_short_form_are_no_attribute(tmp_path: Path) -> None:
    marks = [{"start": 0, "end": 3, "text": "One", "labels": ["Number"]}]
    row = {"id": 1, "text": "One rose", "label": marks, "tags": ["a"], "desk": "north"}
    path = tmp_path / "a.json"
    path.write_text(json.dumps([row | {"annotator": 1, "annotation_id": 2}]), "utf-8")
    content = read(LABEL_STUDIO, path)
    assert marked(content) == [[("Number", ((0, 3),))]]
    assert documents(content)[0].attributes == {"tags": '["a"]', "desk": "north"}


def test_a_dialogue_becomes_one_text_with_turns() -> None:
    (told,) = documents(read(LABEL_STUDIO, GOLDEN / "dialogue.json"))
    assert told.text == "Mayor: It rose\n40 cm.\nReporter: Since when?\n"
    assert [told.text[a:b] for x in told.annotations for a, b in x.ranges] == ["40 cm"]
    assert told.turns is not None
    assert [(told.text[t.body_start : t.end], t.speaker) for t in told.turns] == [
        ("It rose\n40 cm.\n", "Mayor"),
        ("Since when?\n", "Reporter"),
    ]


def test_a_dialogue_of_many_paragraphs_is_read_at_once(tmp_path: Path) -> None:
    """Far within five seconds: joined one by one these took half a minute."""
    said = [{"author": "A", "text": "x" * 100}] * 20_000
    path = tmp_path / "long.json"
    path.write_text(json.dumps([{"data": {"text": said}, "annotations": []}]), encoding="utf-8")
    began = thread_time()
    (told,) = documents(read(LABEL_STUDIO, path))
    assert thread_time() - began < 5
    assert len(told.text) == 20_000 * 104
    assert told.turns is not None
    assert (told.turns[-1].body_start, told.turns[-1].end) == (len(told.text) - 101, len(told.text))


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
