"""What a whole transcript tells of the names in it."""

from annotator.reading.told_names import ToldNames
from tests.reading.sighted import sighted


def told(text: str) -> ToldNames:
    """Return what a text tells of what looks like its labels."""
    return ToldNames(text, sighted(text))


def test_last_names_of_whole_names_are_known() -> None:
    assert told("Ann Lee: Yes.\nPoe: No.").last_names == {"lee"}


def test_words_in_small_letters_are_no_names() -> None:
    names = told("Price: Yes.\nThe price of it is up.")
    assert "price" in names.small_words
    assert "is" not in names.small_words, "short words tell nothing"


def test_initials_are_explained_in_brackets_behind_a_name() -> None:
    assert "AL" in told("Ann Lee (AL): Yes.\nAL: No.\nBo Poe: So.").explained


def test_pairs_of_characters_are_counted_across_the_text() -> None:
    assert told("乡村很美，乡村。").pairs["乡村"] == 2


def test_who_is_called_on_is_introduced() -> None:
    names = told("请金鑫先生讲。\n金鑫：谢谢。")
    assert "金鑫" in names.introduced
    assert "云梯" not in names.introduced
