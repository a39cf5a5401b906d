"""Our types in UIMA: a mark for each kind, below one that all share."""

from annotator.formats.cas_types import (
    DOCUMENT,
    MARK,
    RELATION,
    SHARED,
    TURN,
    type_of,
    type_system,
    types_in_json,
)
from annotator.formats.flat import DETAIL_COLUMNS
from annotator.model.kinds import LabelKind


def test_each_kind_has_the_shared_features_and_its_own() -> None:
    types = type_system()
    for kind, columns in DETAIL_COLUMNS.items():
        made = types.get_type(type_of(kind))
        assert made.supertype.name == MARK
        names = {feature.name for feature in made.all_features}
        assert {*SHARED, *columns, "begin", "end"} <= names
    figure = {feature.name for feature in types.get_type(type_of(LabelKind.FIGURE)).all_features}
    assert not {"verdict", "rationale"} & figure


def test_the_ends_of_a_relation_are_marks() -> None:
    types = type_system()
    ends = {f.name: f.rangeType.name for f in types.get_type(RELATION).features}
    assert (ends["source"], ends["target"]) == (MARK, MARK)
    assert types.contains_type(TURN)
    assert types.contains_type(DOCUMENT)


def test_types_in_json_are_ours_with_their_parents_and_no_texts() -> None:
    told = types_in_json(type_system())
    assert told[RELATION]["source"] == {"%NAME": "source", "%RANGE": MARK}
    assert told[type_of(LabelKind.TOPIC)]["%SUPER_TYPE"] == MARK
    assert {name for name in told if not name.startswith("annotator.")} == set()
