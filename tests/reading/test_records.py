"""Labels of printed records and of small captions, inside lines."""

import pytest

from annotator.reading.records import inside_records
from annotator.reading.turns import find_turns

CAPTIONS = (
    "the vote is at noon. mr. lund: we are late. the clerk: the roll is open. it is so.\n"
    "mr. lund: i thank you. the clerk: you are heard. we go on. mrs. roe: it is done. yes.\n"
)


def names(text: str) -> list[str]:
    return [s.verdict.name for s in inside_records(text, ())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left. Senator LUND. Why so? Mr. ROE. It is.", ["Senator LUND", "Mr. ROE"]),
        ("He left. Senator D'ALBA. (Nods.) Ms. McROE. No.", ["Senator D'ALBA", "Ms. McROE"]),
        ("We met Senator LUND, who left. The FBI. But no. Senator Lund. Yes.", []),
        ("It was Senator LUND. and it rained.", []),
        (CAPTIONS, ["mr. lund", "the clerk", "mr. lund", "the clerk", "mrs. roe"]),
        (CAPTIONS.replace("the clerk: you", "the note: you").replace("lund: i", "l: i"), []),
        (CAPTIONS.replace(". it", ". It").replace(". we", ". We").replace(". yes", ". Yes"), []),
        (f"{CAPTIONS}so. announcer: hi.", [*names(CAPTIONS), "announcer"]),
        (CAPTIONS + "so. the mayor said: yes. so. the mayor said: no.", names(CAPTIONS)),
    ],
)
def test_labels_inside_the_lines_of_records(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_printed_hearing_whose_lines_were_joined_has_turns() -> None:
    text = "The committee met. The CHAIRMAN. Good day. Mr. ROE. Hello. The CHAIRMAN. Go on."
    assert [turn.speaker for turn in find_turns(text)] == [
        None,
        "The CHAIRMAN",
        "Mr. ROE",
        "The CHAIRMAN",
    ]


def test_captions_in_small_letters_have_turns() -> None:
    assert len(find_turns(CAPTIONS)) == len(["lead", *names(CAPTIONS)])
