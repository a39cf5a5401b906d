"""The regions of a Label Studio task: who marked what, where it lies, what is said of it."""

from collections.abc import Mapping
from typing import Any

import pytest

from annotator.formats.incoming import IncomingAnnotation
from annotator.formats.label_studio_config import Config
from annotator.formats.label_studio_regions import Regions, entries_of
from annotator.formats.placing import Placing
from annotator.model.kinds import LabelKind

Result = dict[str, Any]
TEXT = "Mill River rose"
CONFIG = Config(kinds={"ner": LabelKind.FIGURE})


def region(key: str, start: int, end: int, *labels: str, **more: object) -> Result:
    value = {"start": start, "end": end, "labels": list(labels or ("River",))}
    return {"id": key, "from_name": "ner", "type": "labels", "value": value, **more}


def said(key: str, control: str, **value: object) -> Result:
    return {"id": key, "from_name": control, "type": "choices", "value": value}


def task(*results: Result, **more: object) -> Result:
    return {"data": {"text": TEXT}, "annotations": [{"result": list(results), **more}]}


def regions(row: Result, starts: tuple[int, ...] = ()) -> Regions:
    return Regions(list(entries_of(row, CONFIG)), list(starts))


def placed(row: Result) -> tuple[IncomingAnnotation, ...]:
    return regions(row).placed(Placing(TEXT))[0]


def test_a_region_is_an_annotation_with_what_is_said_of_it() -> None:
    results = region("a", 0, 10), said("a", "note", text=["wide", "deep"])
    [mark] = placed(task(*results, said("a", "sure", choices=["yes"])))
    assert (mark.label, mark.ranges, mark.kind) == ("River", ((0, 10),), LabelKind.FIGURE)
    assert (mark.note, dict(mark.extra)) == ("wide; deep", {"sure": "yes"})


def test_each_label_of_a_region_is_an_annotation() -> None:
    found = placed(task(region("a", 0, 4, "River", "Name")))
    assert [(mark.key, mark.label) for mark in found] == [("0:a", "River"), ("0:a/1", "Name")]


def test_parts_that_name_their_first_are_one_annotation() -> None:
    part = region("b", 11, 15, meta={"part_of": "a"})
    [mark] = placed(task(part, region("a", 0, 4)))
    assert (mark.key, mark.ranges) == ("0:a", ((0, 4), (11, 15)))


def test_an_answer_about_the_whole_task_is_its_first_person_s() -> None:
    row = task(said("", "quality", rating=3))
    row["annotations"].append({"result": [said("", "quality", rating=5), said("", "x", text="y")]})
    assert regions(row).answers() == {"quality": "3", "x": "y"}


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ({"first_name": "Ann", "last_name": "Li", "email": "a@example.org"}, "Ann Li"),
        ({"email": "a@example.org"}, "a@example.org"),
        (7, "7"),
        (None, ""),
    ],
)
def test_who_completed_an_annotation_is_its_author(author: object, name: str) -> None:
    assert [m.author for m in placed(task(region("a", 0, 4), completed_by=author))] == [name]


def test_cancelled_annotations_do_not_count_and_predictions_only_alone() -> None:
    row = task(region("a", 0, 4), was_cancelled=True)
    row["predictions"] = [{"result": [region("p", 5, 10)], "model_version": "m1"}]
    assert placed(row) == ()
    del row["annotations"]
    assert [(m.ranges, m.author) for m in placed(row)] == [(((5, 10),), "m1")]


@pytest.mark.parametrize(
    ("direction", "ends"), [("right", ("0:a", "0:b")), ("left", ("0:b", "0:a"))]
)
def test_a_relation_has_a_direction_a_label_and_a_note(
    direction: str, ends: tuple[str, str]
) -> None:
    link = {"type": "relation", "from_id": "a", "to_id": "b", "direction": direction}
    row = task(region("a", 0, 4), region("b", 5, 10), {**link, "labels": ["of"], "meta": None})
    [relation] = regions(row).relations()
    assert (relation.kind, relation.source, relation.target, relation.note) == ("of", *ends, "")


def test_the_short_form_is_read_by_its_controls() -> None:
    row: Mapping[str, Any] = {
        "annotator": {"email": "a@example.org"},
        "ner": [{"start": 0, "end": 4, "labels": ["River"]}, "no region"],
    }
    assert [(m.label, m.author) for m in placed(dict(row))] == [("River", "a@example.org")]


def test_places_in_a_dialogue_count_from_their_paragraph() -> None:
    value = {"start": "1", "end": "1", "startOffset": 0, "endOffset": 4, "paragraphlabels": ["x"]}
    row = task({"id": "a", "from_name": "ner", "value": value})
    found, problems = regions(row, (0, 11)).placed(Placing(TEXT))
    assert ([m.ranges for m in found], problems) == ([((11, 15),)], [])
    value["start"] = "2"
    found, problems = regions(row, (0, 11)).placed(Placing(TEXT))
    assert (found, str(problems[0])) == ((), "Paragraph 2 is not in the dialogue.")


def test_what_cannot_be_placed_or_read_is_told() -> None:
    html = region("a", 0, 4)
    html["value"] |= {"start": "/p[1]", "end": "/p[1]"}
    image = {"id": "i", "type": "brushlabels", "value": {"rle": [1]}}
    found, problems = regions(task(html, image)).placed(Placing(TEXT))
    assert found == ()
    assert [str(problem) for problem in problems] == [
        "A result of type brushlabels marks no text.",
        "Region 0:a has no place in the text.",
    ]


def test_a_region_without_a_label_is_told() -> None:
    bare = region("r1", 0, 2)
    bare["value"]["labels"] = []
    row = task(bare, region("r2", 0, 2, "x"))
    found, problems = regions(row).placed(Placing(TEXT))
    assert [annotation.label for annotation in found] == ["x"]
    assert list(map(str, problems)) == ["Region r1 has no label and is left out."]


def test_quotes_show_what_the_offsets_count() -> None:
    quoted = region("a", 0, 4)
    quoted["value"]["text"] = "Mill"
    made = regions(task(quoted, region("b", 5, 10)))
    assert list(made.quoted()) == [(0, 4, "Mill")]
