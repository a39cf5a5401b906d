"""The parts of a Web Annotation, by the model of the W3C Recommendation of 2017."""

from typing import Any

import pytest

from annotator.formats.web_annotation_parts import (
    Nodes,
    as_list,
    bodies_of,
    creator_of,
    id_of,
    passages_of,
)
from annotator.formats.web_annotation_selectors import NotText

Row = dict[str, Any]
PLACE = {"type": "TextPositionSelector", "start": 1, "end": 3}


def note(key: str, **more: object) -> Row:
    return {"id": key, "type": "Annotation", **more}


@pytest.mark.parametrize(
    "held",
    [
        [note("a"), note("b")],
        {"type": "AnnotationPage", "items": [note("a"), note("b")]},
        {"type": "AnnotationCollection", "first": {"items": [note("a"), note("b")]}},
        {"@graph": [{"@id": "a", "@type": "oa:Annotation"}, note("b"), {"type": "Person"}]},
    ],
)
def test_annotations_are_found_in_order_wherever_they_are_held(held: object) -> None:
    assert [node.id for node in Nodes().of([held])] == ["a", "b"]


def test_each_node_has_an_id_of_its_own() -> None:
    rows = [note("a"), {"type": ["Annotation", "x:Other"]}, note("a")]
    assert [node.id for node in Nodes().of([rows])] == ["a", "#2", "a#3"]


def test_one_value_is_a_list_of_one() -> None:
    assert (as_list(None), as_list("x"), as_list(["x"])) == ([], ["x"], ["x"])
    assert [id_of(x) for x in ("u", {"id": "v"}, {"@id": "w"}, {"id": 3}, None)] == [
        *("u", "v", "w", "", ""),
    ]


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        ("https://example.org/ann", "https://example.org/ann"),
        ({"name": "", "nickname": "ann", "email": "a@example.org"}, "ann"),
        ([{"name": "Ann Li"}, {"name": "Ben"}], "Ann Li"),
        ({"type": "Software"}, ""),
        (None, ""),
    ],
)
def test_the_first_creator_is_the_author(creator: object, name: str) -> None:
    assert creator_of({"creator": creator}) == name


def test_bodies_are_tags_classes_or_notes_by_their_purpose() -> None:
    said = bodies_of(
        note(
            "a",
            motivation="commenting",
            body=[
                {"type": "TextualBody", "value": " river ", "purpose": "tagging"},
                {"type": "TextualBody", "value": "figure", "purpose": "classifying"},
                {"type": "TextualBody", "value": "rose "},
                {"type": "Choice", "items": [{"value": "fell"}, {"chars": "stood"}]},
            ],
        )
    )
    assert (said.tags, said.classes) == (["river"], ["figure"])
    assert said.note == "rose \nfell\nstood"


def test_the_annotation_s_motivation_is_the_purpose_of_bodies_without_one() -> None:
    assert bodies_of(note("a", motivation="tagging", body={"value": "river"})).tags == ["river"]
    assert bodies_of(note("a", bodyValue="rose")).notes == ["rose"]


def test_bodies_that_are_other_resources_are_named_one_below_the_other() -> None:
    said = bodies_of(note("a", body=["https://example.org/1", {"source": {"id": "urn:2"}}]))
    assert said.fields == {"body": "https://example.org/1\nurn:2"}
    assert said.notes == []


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        ('{"low": "3", "high": 4}', {"low": "3"}),
        ("[1]", {}),
        ("{", {}),
        ('{"low": "\\ud800"}', {}),
    ],
)
def test_fields_are_the_texts_of_a_json_body(value: str, fields: dict[str, str]) -> None:
    body = {"type": "TextualBody", "format": "application/json", "value": value}
    assert bodies_of(note("a", body=body)).fields == fields


def test_passages_of_one_source_keep_their_places_and_quotes() -> None:
    both = {"source": "s", "selector": [PLACE, {"type": "TextQuoteSelector", "exact": "ab"}]}
    [first, second] = passages_of({"target": [both, {"source": {"id": "s"}, "selector": PLACE}]})
    assert (first.source, first.quoted) == ("s", (1, 3, "ab"))
    assert (second.source, second.quoted) == ("s", None)


def test_the_first_of_a_choice_and_all_of_a_set_are_meant() -> None:
    items = [{"source": "s", "selector": {**PLACE, "end": end}} for end in (2, 3)]
    for kind, count in (("Choice", 1), ("Composite", 2), ("List", 2), ("Independents", 2)):
        assert len(list(passages_of({"target": {"type": kind, "items": items}}))) == count


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (None, "it has no target"),
        ("https://example.org/page", "it is about a whole resource"),
        (
            [{"source": "s", "selector": PLACE}, {"source": "t", "selector": PLACE}],
            "it is about several documents",
        ),
    ],
)
def test_what_is_not_about_passages_of_one_text_says_so(target: object, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        list(passages_of({"target": target}))
