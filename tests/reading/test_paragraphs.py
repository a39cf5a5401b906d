"""The paragraphs of a text whose lines were wrapped."""

from annotator.reading.paragraphs import joined_lines


def test_wrapped_lines_are_joined_and_others_kept() -> None:
    wrapped = "各位记者朋友，今天我们邀请到省卫生健\n康委副主任郁清和。\n谢谢。"
    assert joined_lines(wrapped) == wrapped.replace("\n", "", 1)
    long = f"{'很' * 80}\n短行\n"
    assert joined_lines(long) == long
