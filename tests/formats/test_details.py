"""An annotation's fields as plain texts and back."""

import pytest

from annotator.formats.details import details_of, kind_named, own_fields, read_details
from annotator.formats.records_json import BadValueError
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Claim, Figure, Topic
from tests.formats.projects import full_snapshot, numbered


def test_every_field_comes_back() -> None:
    s = full_snapshot(numbered())
    for annotation in s.all(Annotation):
        kind = s.kind_of(annotation)
        row = own_fields(details_of(s, annotation), kind)
        found = read_details(kind, row, "here")
        wanted = s.detail_of(annotation.id)
        assert isinstance(wanted, Claim | Figure | Topic)
        names = [name for name in wanted.__slots__ if name not in {"id", "speaker"}]
        assert [getattr(found.detail, n) for n in names] == [getattr(wanted, n) for n in names]
        assert found.extra == annotation.extra
        urls = [evidence.url for evidence in s.evidence_of(annotation.id)]
        assert [evidence.url for evidence in found.evidence] == urls


def test_the_claims_speaker_is_a_name() -> None:
    found = read_details(LabelKind.CLAIM, {"claim_speaker": "Li", "types": '["a;b"]'}, "here")
    assert isinstance(found.detail, Claim)
    assert (found.detail.speaker, found.detail.types) == ("Li", ("a;b",))


def test_nothing_gives_nothing() -> None:
    assert read_details(LabelKind.FIGURE, {}, "here").detail is None
    assert read_details(None, {"low": "1"}, "here").detail is None
    assert kind_named("claim") is LabelKind.CLAIM
    assert kind_named("Claims") is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"priority": "high"}, "a whole number"),
        ({"evidence": "{"}, "JSON"),
        ({"evidence": '[{"stance": "maybe"}]'}, "one of"),
        ({"extra": '{"a": 1}'}, "a text"),
        ({"extra": '{"a": "\\ud800"}'}, "surrogate"),
        ({"types": "[1"}, "JSON"),
    ],
)
def test_other_values_are_refused(row: dict[str, str], message: str) -> None:
    with pytest.raises(BadValueError) as caught:
        read_details(LabelKind.CLAIM, row, "here")
    assert message in caught.value.expected
