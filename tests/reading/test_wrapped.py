"""Labels broken over two lines."""

import pytest

from annotator.reading.wrapped import JOINER, with_labels_joined


@pytest.mark.parametrize(
    "text",
    [
        "市港务局局长林\n禾：大家好。",
        "市港务局局\n长林小禾：大家好。",
        "海港日报\n记者：票价呢？",
    ],
)
def test_chinese_halves_are_joined_by_a_mark_without_width(text: str) -> None:
    assert with_labels_joined(text) == text.replace("\n", JOINER)


@pytest.mark.parametrize(
    "text",
    [
        "谢谢大家\n林禾：不客气。",
        "二、供水情况\n局长林小禾：大家好。",
        "我们去了\n市港务局局长林\n禾：大家好。",
        "他订了《海港日报》\n记者们：好。",
        "Ann\nRoe: Hello.",
        "Ann\nRoe: Hello.\nAnn\nRoe: Yes.\nMr Roe: No.",
    ],
)
def test_lines_that_say_more_than_a_label_stay_apart(text: str) -> None:
    assert with_labels_joined(text) == text


def test_a_name_in_letters_that_is_always_broken_is_joined() -> None:
    text = "Ann\nRoe: Hello.\nWhy?\nAnn\nRoe: Yes."
    assert with_labels_joined(text) == text.replace("Ann\n", "Ann ")
