"""The codes of REFI-QDA: a tree of labels, written and read back."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from annotator.formats.refi_codes import Codes, codes_element, doubles, sets_element
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Label
from tests.formats.projects import HEALTH, LABELS, QUANTITY, WARDS

GUID = "00000000-0000-0000-0000-{:012}"


def read(xml: str) -> Codes:
    return Codes(ET.fromstring(f"<CodeBook>{xml}</CodeBook>"))  # noqa: S314 - our own


def written(labels: list[Label]) -> str:
    sets = sets_element(labels, GUID, reference="targetGUID")
    return codes_element(labels) + sets


def test_labels_come_back_with_parents_kinds_colours_and_definitions() -> None:
    codes = read(written(LABELS))
    told = {label.name: label for label in codes.labels}
    for label in LABELS:
        back = told[label.name()]
        assert (back.kind, back.colour) == (label.kind, label.colour)
        assert back.definition == label.definitions.get("en", "")
        assert codes.names[label.id] == label.name()
    assert (told["Wards"].parent, told["Health"].parent) == ("Health", "")


def test_labels_of_two_kinds_may_share_a_name() -> None:
    other = replace(HEALTH, names=QUANTITY.names)
    told = [(label.name, label.kind) for label in read(written([QUANTITY, other])).labels]
    assert told == [("Quantity", LabelKind.FIGURE), ("Quantity", LabelKind.TOPIC)]


@pytest.mark.parametrize("kinds", [("", ""), ("figure", ""), ("", "figure"), ("figure", "figure")])
def test_codes_that_may_be_of_one_kind_are_told_apart(kinds: tuple[str, str]) -> None:
    codes = "".join(f"<Code guid='{at}' name='x'/>" for at in "AB")
    sets = "".join(
        f"<Set name='{kind}'><MemberCode guid='{at}'/></Set>"
        for at, kind in zip("AB", kinds, strict=True)
    )
    assert [label.name for label in read(f"<Codes>{codes}</Codes>{sets}").labels] == ["x", "x b"]


def test_a_label_whose_parent_is_not_written_stands_at_the_top() -> None:
    [label] = read(written([WARDS])).labels
    assert (label.name, label.parent) == ("Wards", "")


def test_there_is_a_set_for_each_kind_in_use_and_none_for_no_labels() -> None:
    made = sets_element([HEALTH, QUANTITY, WARDS], GUID, reference="guid")
    sets = ET.fromstring(made)  # noqa: S314 - our own
    assert [(s.get("name"), len(s)) for s in sets] == [("figure", 1), ("topic", 2)]
    assert len({s.get("guid") for s in sets}) == 2
    assert sets_element([], GUID, reference="guid") == ""


def test_a_colour_that_the_schema_does_not_know_is_left_out() -> None:
    assert "color" not in codes_element([replace(QUANTITY, colour="#12")])


@pytest.mark.parametrize(
    ("colour", "told"), [("#0af", "#00aaff"), ("#0A7F00", "#0A7F00"), ("blue", ""), ("", "")]
)
def test_colours_are_read_with_six_digits(colour: str, told: str) -> None:
    codes = read(f"<Codes><Code guid='A' name='x' color='{colour}'/></Codes>")
    assert [label.colour for label in codes.labels] == [told]


def test_codes_without_names_or_of_one_name_stay_apart() -> None:
    codes = read(
        "<Codes><Code guid='0123456789' name='x'><Code guid='C' name='x'/></Code>"
        "<Code guid='ABCDEFGHIJ' name='x'/><Code guid='D'/><Code/></Codes>"
    )
    assert [label.name for label in codes.labels] == ["x", "x: x", "x abcdefgh", "d"]
    assert codes.names["c"] == "x: x"


def test_the_kind_of_a_set_goes_before_the_kind_of_a_name() -> None:
    codes = read(
        "<Codes><Code guid='A' name='Claim'/><Code guid='B' name='Figure'/></Codes>"
        "<Sets><Set name='topic'><MemberCode targetGUID='B'/></Set>"
        "<Set name='mine'><MemberCode targetGUID='A'/></Set></Sets>"
    )
    assert [label.kind for label in codes.labels] == [LabelKind.CLAIM, LabelKind.TOPIC]


def test_codes_deeper_than_anybody_nests_them_are_left_out() -> None:
    depth = 60
    nested = "".join(f"<Code guid='{n}' name='n{n}'>" for n in range(depth)) + "</Code>" * depth
    assert len(read(f"<Codes>{nested}</Codes>").labels) == 51


def test_labels_that_share_name_and_kind_are_those_that_are_read_renamed() -> None:
    below = replace(QUANTITY, id=LabelId(GUID.format(1)), parent=WARDS.id, order=50)
    kin = replace(QUANTITY, id=LabelId(GUID.format(2)), kind=LabelKind.CLAIM)
    for labels in (LABELS, [*LABELS, kin, below], [below, kin, *LABELS]):
        names = read(written(labels)).names
        renamed = {label.id for label in labels if names[label.id] != label.name()}
        assert doubles(labels) == renamed
        assert len(renamed) == (below in labels)
