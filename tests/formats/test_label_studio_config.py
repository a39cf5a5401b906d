"""Label Studio's labelling configuration, written and read back."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from annotator.formats.label_studio_config import config_of, read_config
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind, RelationKind
from tests.formats.projects import HEALTH, LABELS, QUANTITY, WARDS


def test_a_codebook_comes_back_with_kinds_colours_keys_and_definitions() -> None:
    config = read_config(config_of(reversed(LABELS)), "x")
    assert config.text_key == "text"
    assert set(config.kinds.values()) == set(LabelKind) - {LabelKind.RELATION}
    told = {label.name: label for label in config.labels}
    assert list(told) == ["Statement", "Quantity", "Health", "Wards"]
    for label in LABELS:
        back = told[label.name()]
        assert (back.kind, back.colour) == (label.kind, label.colour)
    assert (told["Quantity"].key, told["Quantity"].definition) == ("1", "How many.")


def test_a_label_that_is_no_longer_used_takes_no_key() -> None:
    labels = [replace(HEALTH, key="q"), replace(WARDS, key="w")]
    assert [label.key for label in read_config(config_of(labels), "x").labels] == ["q", ""]


def test_kinds_without_labels_have_no_control_and_relations_are_all_there() -> None:
    view = ET.fromstring(config_of([QUANTITY]))  # noqa: S314 - our own
    assert [tag.get("name") for tag in view.iter("Labels")] == ["figure"]
    assert {tag.get("value") for tag in view.iter("Relation")} == set(RelationKind)


def test_a_dialogue_s_keys_and_controls_of_any_name_are_read() -> None:
    config = read_config(
        "<View><Paragraphs value='$talk' nameKey='who' textKey='said'/>"
        "<ParagraphLabels name='ner'><Label value=' River '/><Label value=''/></ParagraphLabels>"
        "</View>",
        "x",
    )
    assert (config.text_key, config.speaker_key, config.paragraph_key) == ("talk", "who", "said")
    assert [(label.name, label.kind) for label in config.labels] == [("River", None)]
    assert config.kinds == {}


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("<View>", "config.xml is no labelling configuration"),
        ("<!DOCTYPE x><View/>", "config.xml declares a document type"),
        ("<View/><!ENTITY a 'b'>", "config.xml declares a document type"),
    ],
)
def test_what_is_no_sound_xml_is_refused(source: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        read_config(source, "config.xml")
