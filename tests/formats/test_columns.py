"""What annotations say under the names of the flat table's columns, and back."""

import pytest

from annotator.formats.columns import PLACE, columns_of, own_columns, told_columns
from annotator.formats.flat import flat_row
from annotator.formats.records_json import BadValueError
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Claim, Figure, Topic
from tests.formats.projects import full_snapshot, numbered


def test_every_field_comes_back() -> None:
    s = full_snapshot(numbered())
    for annotation in s.all(Annotation):
        kind = s.kind_of(annotation)
        found = told_columns(kind, own_columns(s, annotation), "here")
        wanted = s.detail_of(annotation.id)
        assert isinstance(wanted, Claim | Figure | Topic)
        names = [name for name in wanted.__slots__ if name not in {"id", "speaker"}]
        assert [getattr(found.detail, n) for n in names] == [getattr(wanted, n) for n in names]
        assert found.extra == annotation.extra
        urls = [evidence.url for evidence in s.evidence_of(annotation.id)]
        assert [evidence.url for evidence in found.evidence] == urls


def test_the_claims_speaker_is_a_name() -> None:
    found = told_columns(LabelKind.CLAIM, {"claim_speaker": "Li", "types": '["a;b"]'}, "here")
    assert isinstance(found.detail, Claim)
    assert (found.detail.speaker, found.detail.types) == ("Li", ("a;b",))


def test_nothing_gives_nothing() -> None:
    assert told_columns(LabelKind.FIGURE, {}, "here").detail is None
    assert told_columns(None, {"low": "1"}, "here").detail is None
    assert told_columns(LabelKind.RELATION, {"low": "1"}, "here").detail is None


def test_columns_without_a_value_or_of_the_place_are_left_out() -> None:
    s = full_snapshot(numbered())
    for annotation in s.all(Annotation):
        row, found = flat_row(s, annotation), columns_of(s, annotation)
        left_out = {*PLACE, "review", "reviews"}
        assert found == {name: row[name] for name in row if name not in left_out and row[name]}
        own = own_columns(s, annotation)
        assert own.items() <= found.items()
        assert not own.keys() & {"kind", "label", "author", "origin"}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"priority": "high"}, "a whole number"),
        ({"evidence": "{"}, "JSON"),
        ({"evidence": '[{"stance": "maybe"}]'}, "one of"),
        ({"extra": '{"a": 1}'}, "a text"),
        ({"extra": '{"a": "\\ud800"}'}, "surrogate"),
        ({"types": "[1"}, "JSON"),
        ({"types": "[1]"}, "texts"),
    ],
)
def test_other_values_are_refused(row: dict[str, str], message: str) -> None:
    with pytest.raises(BadValueError) as caught:
        told_columns(LabelKind.CLAIM, row, "here")
    assert message in caught.value.expected
