"""The key to the speakers' initials."""

from annotator.reading.speaker_key import on_joined_lines, speaker_key
from annotator.reading.turns import find_turns


def test_a_key_of_lines_ends_where_the_lines_do() -> None:
    text = "Speaker key:\nLR Lena Ross\nDOC Dr Castillo\n\nLR Welcome.\n"
    key = speaker_key(text)
    assert key.names == {"LR", "DOC"}
    assert text[key.end :].strip() == "LR Welcome."


def test_a_key_on_one_line_ends_with_it() -> None:
    text = "Speaker key:\n\nLR Lena Ross DOC Dr Castillo HV Hana\n\nLR Welcome to WHO.\n"
    key = speaker_key(text)
    assert key.names == {"LR", "DOC", "HV"}
    assert text[key.end :].strip().startswith("LR Welcome")


def test_a_key_that_speeches_go_on_behind_ends_with_the_first_clock() -> None:
    text = (
        "20 May Speaker key: LR Lena Ross DOC Dr Castillo HV Hana 00:00:55 LR Hello. DOC Thanks.\n"
    )
    key = speaker_key(text)
    assert key.names == {"LR", "DOC", "HV"}
    found = on_joined_lines(text)
    assert [text[start:].split(maxsplit=1)[0] for start, _ in found] == ["LR", "DOC"]
    assert [text[body:].split(maxsplit=1)[0] for _, body in found] == ["Hello.", "Thanks."]
    assert [turn.speaker for turn in find_turns(text)] == [None, "LR", "DOC"]
    assert not on_joined_lines(text.replace("00:00:55 ", ""))


def test_speeches_may_go_on_in_the_paragraphs_below_a_key_on_its_own_line() -> None:
    text = (
        "Speaker key: LR Lena Ross DOC Dr Castillo HV Hana\n\n"
        "00:00:55 LR Hello, all. Doctor, please. DOC Thank you. It is late.\n\n"
        "00:01:10 It will rain. LR Thank you. Hana. HV Will it rain long?\n"
    )
    spoken = [turn for turn in find_turns(text) if turn.speaker]
    assert [turn.speaker for turn in spoken] == ["LR", "DOC", "LR", "HV"]
    assert [text[turn.body_start :].split(maxsplit=1)[0] for turn in spoken] == [
        *("Hello,", "Thank", "Thank", "Will")
    ]


def test_initials_stand_for_a_name_that_goes_on_over_the_end_of_a_line() -> None:
    text = (
        "Harbour briefing\n\n00:00:29\nLR Good\nday to all. I am Lena Ross. Here is Ann Maria\n"
        "Castillo of the port, who will start. Please.\nAMC Thank\nyou, Lena. It will rain.\n"
    )
    assert [turn.speaker for turn in find_turns(text)] == [None, "LR", "AMC"]


def test_a_text_without_the_heading_has_no_key() -> None:
    assert speaker_key("LR Lena Ross\nDOC Dr Castillo\n").names == frozenset()
