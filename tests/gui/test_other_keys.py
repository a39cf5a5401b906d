"""What the help says of keys and mouse beyond the menus."""

from PySide6.QtGui import QKeySequence

from annotator.gui.main_window import MainWindow
from annotator.gui.other_keys import other_keys


def test_everything_is_told_once_with_a_way_to_do_it() -> None:
    told = other_keys()
    assert all(what.strip() and how.strip() for what, how in told)
    assert len({what for what, _how in told}) == len(told)


def test_the_keys_that_it_names_are_those_of_the_commands(window: MainWindow) -> None:
    to_labels = window.actions_by_id["to_codebook"]
    named = [how for _what, how in other_keys() if "a part of its name" in how]
    assert [how.split(",")[0] for how in named] == [
        to_labels.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
    ]
