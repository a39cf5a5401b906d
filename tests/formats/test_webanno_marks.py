"""What the cells of WebAnno TSV say: spans over several tokens, relations, slots, chains."""

import pytest

from annotator.formats.webanno_marks import Marks
from annotator.formats.webanno_text import Refusal, page_of

SPAN = "#T_SP=webanno.custom.River|value|size"
WORDS = ("Mill", "River", "rose", "fast")


def marks(header: str, *cells: str) -> Marks:
    """Return what cells say of four words, one string for each word's cells."""
    rows, at = [], 0
    for number, (word, said) in enumerate(zip(WORDS, cells, strict=True), start=1):
        said_in_cells = said.replace(" ", "\t")
        rows.append(f"1-{number}\t{at}-{at + len(word)}\t{word}\t{said_in_cells}\t")
        at += len(word) + 1
    lines = ["#FORMAT=WebAnno TSV 3.3", header, "", f"#Text={' '.join(WORDS)}", *rows]
    return Marks(page_of("\n".join(lines) + "\n"))


def places(found: Marks) -> list[tuple[str, int, int]]:
    return [(mark.features.get("value", ""), mark.begin, mark.end) for mark in found.found.values()]


def test_a_number_joins_the_tokens_of_one_annotation() -> None:
    found = marks(SPAN, "river[1] big[1]", "river[1] big[1]", "_ _", "river _")
    assert places(found) == [("river", 0, 10), ("river", 16, 20)]
    [first, second] = found.found.values()
    assert (first.features["size"], second.features["size"]) == ("big", "")


def test_stacked_annotations_of_one_token_are_told_apart() -> None:
    found = marks(SPAN, "river[1]|name[2] *[1]|*[2]", "river[1] *[1]", "_ _", "_ _")
    assert places(found) == [("river", 0, 10), ("name", 0, 4)]


def test_an_annotation_without_a_value_is_one_still() -> None:
    assert places(marks(SPAN, "* *", "_ _", "_ _", "_ _")) == [("", 0, 4)]


def test_an_empty_place_in_a_stack_is_no_annotation() -> None:
    assert places(marks(SPAN, "river|_ big|_", "_ _", "_ _", "_ _")) == [("river", 0, 4)]


def test_a_relation_without_a_label_is_called_by_its_layer() -> None:
    header = f"{SPAN}\n#T_RL=webanno.custom.Of|label|BT_webanno.custom.River"
    found = marks(header, "river _ _ _", "_ _ _ _", "name _ * 1-1", "_ _ _ _")
    assert [(link.kind, link.source[-5:]) for link in found.links] == [("Of", "1-1 0")]


def test_a_relation_goes_from_the_unit_it_names_to_its_own() -> None:
    header = f"{SPAN}\n#T_RL=webanno.custom.Of|label|note|BT_webanno.custom.River"
    found = marks(header, "river _ _ _ _", "_ _ _ _ _", "name _ part why 1-1", "_ _ _ _ _")
    [link] = found.links
    keys = list(found.found)
    assert (link.kind, link.source, link.target, link.note) == ("part", keys[0], keys[1], "why")
    assert found.problems == []


def test_a_relation_between_numbered_annotations_names_both_numbers() -> None:
    header = f"{SPAN}\n#T_RL=webanno.custom.Of|label|BT_webanno.custom.River"
    cells = ("a[1]|b[2] *[1]|*[2] _ _", "_ _ _ _", "c[3]|d[4] *[3]|*[4] of 1-1[2_3]", "_ _ _ _")
    found = marks(header, *cells)
    [link] = found.links
    ends = (found.found[link.source], found.found[link.target])
    assert [end.features["value"] for end in ends] == ["b", "c"]


def test_relations_between_bare_tokens_are_counted_and_left_out() -> None:
    header = "#T_RL=x.Dependency|value|BT_de.x.segmentation.type.Token"
    found = marks(header, "subj 1-2", "_ _", "obj 1-2", "_ _")
    assert found.links == []
    assert [str(problem)[-4:] for problem in found.problems] == [": 2."]


def test_slots_lead_to_their_fillers_by_role() -> None:
    header = f"{SPAN}\n#T_SP=webanno.custom.Rise|ROLE_x:a_x.Link|webanno.custom.River"
    found = marks(header, "mill _ _ _", "_ _ _ _", "_ _ who;_ 1-1;1-4", "fast _ _ _")
    told = [(x.kind, found.found[x.target].features["value"]) for x in found.links]
    assert told == [("who", "mill"), ("slot", "fast")]


def test_the_links_of_a_chain_lead_from_one_to_the_next_in_their_order() -> None:
    header = "#T_CH=x.Coreference|referenceRelation|referenceType"
    found = marks(header, "same->1-2 name", "_ _", "*->2-1 _", "of->1-1 noun")
    [link] = found.links
    assert (link.kind, link.source[-3:], link.target[-3:]) == ("of", "1-1", "1-2")
    assert [mark.features["value"] for mark in found.found.values()] == ["name", "", "noun"]


def test_a_link_to_what_is_not_there_is_a_problem() -> None:
    header = f"{SPAN}\n#T_RL=webanno.custom.Of|label|BT_webanno.custom.River"
    found = marks(header, "river _ _ _", "_ _ _ _", "name _ of 1-2", "_ _ _ _")
    assert found.links == []
    assert [str(p) for p in found.problems] == ["Line 8: a link leads to no annotation."]


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("#T_RL=x.Of|label|BT_x.River", "of 1", "a unit such as"),
        ("#T_CH=x.Coreference|referenceRelation|referenceType", "same name", "a link such as"),
    ],
)
def test_a_cell_of_another_form_is_refused(header: str, cell: str, expected: str) -> None:
    with pytest.raises(Refusal, match=expected) as caught:
        marks(header, cell, "_ _", "_ _", "_ _")
    assert caught.value.line == 5
