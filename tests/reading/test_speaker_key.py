"""The key to the speakers' initials."""

from annotator.reading.speaker_key import speaker_key


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


def test_a_text_without_the_heading_has_no_key() -> None:
    assert speaker_key("LR Lena Ross\nDOC Dr Castillo\n").names == frozenset()
