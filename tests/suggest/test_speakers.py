"""Who speaks in a text, and what is spoken."""

from annotator.suggest.speakers import speakers_of

TEXT = (
    "MINISTER DAHL: The trains run.\n何永賢局長：公屋很多。何永賢局長說公屋。\n"
    "Q: Trains, Minister?\n"
)


def places(phrase: str) -> list[tuple[int, int]]:
    at = TEXT.index(phrase, TEXT.index(":"))
    return [(at, at + len(phrase))]


def test_labels_are_no_speech_and_positions_stay() -> None:
    spoken = speakers_of(TEXT).spoken
    assert len(spoken) == len(TEXT)
    assert "MINISTER DAHL" not in spoken
    assert "The trains run." in spoken
    assert spoken.index("公屋很多") == TEXT.index("公屋很多")


def test_bodies_tell_what_is_spoken_where_they_are_known() -> None:
    start = TEXT.index("公屋很多")
    found = speakers_of(TEXT, [(start, start + 4)])
    assert found.spoken.strip() == "公屋很多"


def test_names_and_offices_of_speakers_are_known_and_names_with_a_title() -> None:
    speakers = speakers_of(TEXT)
    assert speakers.names("Minister", places("Minister"))
    assert speakers.names("何永賢", [(TEXT.rindex("何永賢"), TEXT.rindex("何永賢") + 3)])
    assert not speakers.names("公屋", places("公屋"))
    assert not speakers.names("trains", places("trains"))
    told = speakers_of("他请张大山局长介绍。")
    assert told.names("张大山", [(2, 5)])


def test_a_word_of_an_office_that_is_mostly_written_small_is_no_name() -> None:
    text = "Secretary for Health: The health of all counts."
    at = text.index("health")
    assert not speakers_of(text).names("health", [(at, at + 6)])
