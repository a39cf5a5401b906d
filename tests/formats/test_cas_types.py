"""Our types in UIMA: a mark for each kind, below one that all share."""

from annotator.formats.cas_types import DOCUMENT, MARK, RELATION, SHARED, TURN, type_of, type_system
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
