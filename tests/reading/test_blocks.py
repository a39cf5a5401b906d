"""Labels of several lines."""

from annotator.model.kinds import Role
from annotator.reading.blocks import blocks

MEMBER = "2:55 p.m.\n\nReform\n\nOmar Castillo Reform North Bay, ON\n\nMr. Speaker, no.\n\n"


def test_a_clock_a_party_and_a_member_are_one_label() -> None:
    first, second = blocks(f"Topics\n\n{MEMBER}{MEMBER}")
    assert (first.start, first.verdict.name) == (8, "Omar Castillo")
    assert first.verdict.affiliation == "Reform North Bay, ON"
    assert second.start == 8 + len(MEMBER)


def test_an_office_stands_right_behind_the_party() -> None:
    minister = "Noon\nKelp Point Ontario\nReform\nHana Pita ReformMinister of Harbours\nYes.\n"
    found = blocks(MEMBER + minister)[1]
    assert (found.verdict.name, found.verdict.affiliation) == ("Hana Pita", "Minister of Harbours")


def test_who_presides_bears_no_constituency() -> None:
    chair = "Noon\n\nReform\n\nThe Chair Reform Lena Ross\n\nOrder.\n"
    found = blocks(MEMBER + chair)[1]
    assert (found.verdict.role, found.verdict.affiliation) == (Role.SPEAKER, "Reform")


def test_one_such_block_or_a_line_without_the_party_is_no_label() -> None:
    assert blocks(MEMBER) == []
    assert blocks("Noon\n\nLunch\n\nSoup and bread\n\n" * 3) == []


def test_names_above_moods_and_spans_are_labels_if_one_comes_back() -> None:
    span = "\n\nVery Positive\n00:00:00-00:00:06 (6 sec)\nHello.\n\n"
    text = f"Dana Holm{span}Question{span}Dana Holm{span}"
    assert [s.verdict.name for s in blocks(text)] == ["Dana Holm", "Question", "Dana Holm"]
    assert text[blocks(text)[0].candidate.body_start :].startswith("\nHello.")
    assert blocks(f"Dana Holm{span}Question{span}Bo Low{span}") == []
    assert blocks("the tide\n\nslowly\n00:00:01 --> 00:00:06\nwent\n\n" * 3) == []


def test_names_behind_clocks_above_speech_are_labels_if_one_comes_back() -> None:
    text = "[00:01] 林小禾\n大家好。\n\n[00:09] 方大海\n好的，我先说。\n\n[00:21] 林小禾\n请说！\n"
    found = blocks(text)
    assert [s.verdict.name for s in found] == ["林小禾", "方大海", "林小禾"]
    assert text[found[1].start :].startswith("[00:09]")
    assert text[found[1].candidate.body_start :].startswith("\n好的")
    assert blocks(text.replace("请说！", "下午茶")) == []
    assert blocks(text.replace("[00:21] 林小禾", "[00:21] 王芳")) == []
    assert blocks("09:00 开幕式\n三楼。\n10:00 林小禾\n致辞。\n11:00 林小禾\n答谢。\n") == []
